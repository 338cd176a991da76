/**
 * Measures the refresh of one AWS region from an EC2 price list as large as AWS's own:
 * `node bench/refresh-memory.bench.ts`. A server on this machine generates the list while it is
 * read, once without faults and once with a 500 and two connections that break; the refresh runs as
 * its users run it. Exits with 1 when it fails or needs more memory than its budget.
 */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";
import { awsResponse } from "../test/tools/refresh/_generated-aws.ts";
import { diskCatalog } from "../worker/disk-catalog.ts";

const BUDGET_MB = 300;
const LIST_MB = 320;
const REGION = "us-east-1";
const BYTES_PER_MB = 1024 * 1024;
const KB_PER_MB = 1024;
const MS_PER_SECOND = 1000;
const ROOT = join(import.meta.dirname, "..");
/** Of the list, with what was under way when a connection broke. */
const SENT_AT_MOST = 1.1;
const SENT_AT_ONCE_BYTES = 64 * 1024;
/** What else AWS lists of each type: other systems, other tenancies, reserved capacity. */
const SYSTEMS = ["Windows", "RHEL", "SUSE", "Red Hat Enterprise Linux with HA", "Ubuntu Pro"];
const TENANCIES = ["Shared", "Dedicated", "Host"];

/** What becomes of each request for the list: a status, or the share of it after which it breaks. */
type Fate = { readonly status: number } | { readonly breaksAt: number };
const FAULTS: readonly Fate[] = [{ status: 500 }, { breaksAt: 0.4 }, { breaksAt: 0.7 }];

type Entries = Record<string, unknown>;
interface OfferFile extends Entries {
  readonly products: Record<string, { readonly sku: string; readonly attributes: Entries }>;
  readonly terms: { readonly OnDemand: Entries; readonly Reserved: Entries };
}

const card = await diskCatalog().card({ provider: "aws", region: REGION });
const day = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
const sound = await measure("without faults", []);
const broken = await measure("with a 500 and two connections that break", FAULTS);
process.exitCode = sound && broken ? 0 : 1;

/** One refresh of the region in a process of its own; whether it kept to its budget. */
async function measure(title: string, fates: readonly Fate[]): Promise<boolean> {
  const { server, url, sizeBytes, sentBytes } = await serveLists(card, fates);
  const folder = await mkdtemp(join(tmpdir(), "refresh-memory-"));
  await cp(join(ROOT, "shared/rate-cards"), join(folder, "rate-cards"), { recursive: true });
  const started = performance.now();
  const { maxRssMb, exitCode, output } = await runRefresh(folder, url);
  const seconds = (performance.now() - started) / MS_PER_SECOND;
  server.close();
  await rm(folder, { recursive: true });
  const listMb = sizeBytes / BYTES_PER_MB;
  const sentMb = sentBytes() / BYTES_PER_MB;
  if (exitCode !== 0) console.log(output);
  console.log(
    `a list of ${listMb.toFixed(0)} MB, ${title}: ${maxRssMb.toFixed(0)} MB of memory (budget ${BUDGET_MB}), ${seconds.toFixed(1)} s, ${(listMb / seconds).toFixed(0)} MB/s, ${sentMb.toFixed(0)} MB sent`,
  );
  // What was sent twice would show that a broken download was begun anew.
  const isResumed = sentMb < listMb * SENT_AT_MOST;
  return exitCode === 0 && maxRssMb <= BUDGET_MB && listMb >= LIST_MB && isResumed;
}

/** The price lists of the region; that of EC2 is filled up to its full size while it is sent. */
async function serveLists(of: RateCardFile, fates: readonly Fate[]) {
  const list = listOf(of);
  const coming = [...fates];
  let sizeBytes = 0;
  for (const piece of list()) sizeBytes += piece.length;
  let sentBytes = 0;
  const sendList = async ({ headers }: IncomingMessage, response: ServerResponse) => {
    const fate = coming.shift();
    if (fate !== undefined && "status" in fate) return response.writeHead(fate.status).end();
    const begun = Number(/^bytes=(\d+)-$/u.exec(headers.range ?? "")?.[1] ?? 0);
    const until = fate === undefined ? sizeBytes : Math.floor(sizeBytes * fate.breaksAt);
    response.writeHead(begun === 0 ? 200 : 206, {
      "content-type": "application/json",
      "content-length": sizeBytes - begun,
      "content-range": `bytes ${begun}-${sizeBytes - 1}/${sizeBytes}`,
      etag: '"the-list"',
    });
    let position = 0;
    for (const piece of list()) {
      const rest = piece.subarray(Math.max(0, begun - position), Math.max(0, until - position));
      position += piece.length;
      if (rest.length === 0) continue;
      sentBytes += rest.length;
      const hasRoom = response.write(rest);
      if (!hasRoom) await new Promise<void>((resolve) => response.once("drain", resolve));
    }
    return fate === undefined ? response.end() : response.socket?.resetAndDestroy();
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    const isList = path.includes("/AmazonEC2/") && !path.endsWith("region_index.json");
    if (isList) return void sendList(request, response);
    const found = awsResponse(path, [of], day);
    return response.writeHead(found === null ? 404 : 200).end(JSON.stringify(found));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url, sizeBytes, sentBytes: () => sentBytes };
}

/** The EC2 list of a card, always the same; each iteration generates it anew, piece by piece. */
function listOf(of: RateCardFile): () => Generator<Buffer> {
  const path = `/offers/v1.0/aws/AmazonEC2/${day.replaceAll("-", "")}000000/${of.region}/index.json`;
  const offer = awsResponse(path, [of], day) as OfferFile;
  return function* pieces() {
    let text = "";
    for (const entry of fullList(offer)) {
      text += entry;
      if (text.length < SENT_AT_ONCE_BYTES) continue;
      yield Buffer.from(text);
      text = "";
    }
    yield Buffer.from(text);
  };
}

/** The list as text: what the card says, and among it so much of the rest as AWS has. */
function* fullList({ products, terms, ...head }: OfferFile): Generator<string> {
  const skus = Object.keys(products);
  const sizeOf = (sku: string) =>
    JSON.stringify([products[sku], terms.OnDemand[sku], terms.Reserved[sku]]).length;
  const size = skus.reduce((sum, sku) => sum + sizeOf(sku), 0);
  const copies = Math.ceil((LIST_MB * BYTES_PER_MB) / size);
  const opening = JSON.stringify(head).slice(0, -1);
  yield `${opening},"products":{`;
  yield* joined(copies, skus, (sku, copy) => {
    const product = products[sku];
    if (copy === 0 || product === undefined) return product;
    const attributes = {
      ...product.attributes,
      operatingSystem: SYSTEMS[copy % SYSTEMS.length],
      tenancy: TENANCIES[copy % TENANCIES.length],
    };
    return { ...product, sku: nameOf(sku, copy), attributes };
  });
  yield `},"terms":{"OnDemand":{`;
  yield* joined(copies, skus, (sku) => terms.OnDemand[sku]);
  yield `},"Reserved":{`;
  yield* joined(copies, skus, (sku) => terms.Reserved[sku]);
  yield "}}}";
}

function* joined(
  copies: number,
  skus: readonly string[],
  entry: (sku: string, copy: number) => unknown,
): Generator<string> {
  let comma = "";
  for (const sku of skus) {
    for (let copy = 0; copy < copies; copy += 1) {
      const value = entry(sku, copy);
      if (value === undefined) continue;
      yield `${comma}${JSON.stringify(nameOf(sku, copy))}:${JSON.stringify(value)}`;
      comma = ",";
    }
  }
}

function nameOf(sku: string, copy: number): string {
  return copy === 0 ? sku : `${sku}X${copy}`;
}

/** The refresh as the npm script runs it, and how much memory it had at most. */
async function runRefresh(folder: string, url: string) {
  const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, ...script] = scripts["catalog:refresh"]?.split(" ") ?? [];
  const atExit = "process.on('exit', () => console.log('maxRSS', process.resourceUsage().maxRSS))";
  const child = spawn(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(atExit)}`,
      ...script,
      "aws",
      "--region",
      REGION,
      "--catalog",
      join(folder, "rate-cards"),
      "--downloads",
      join(folder, "downloads"),
      "--reports",
      join(folder, "reports"),
    ],
    { cwd: ROOT, env: { ...process.env, AWS_PRICE_LIST_URL: url } },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const maxRssKb = Number(/maxRSS (\d+)/u.exec(output)?.[1]);
  return { maxRssMb: maxRssKb / KB_PER_MB, exitCode, output };
}
