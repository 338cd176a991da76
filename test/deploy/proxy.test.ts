import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { createServer as createSecureServer } from "node:tls";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { SERVER_VARIABLES } from "../../worker/config/server-variables.ts";
import { readConfig } from "../../worker/config/variable.ts";
import { drainSeconds } from "../../worker/node/settings.ts";
import { QUESTION } from "../runtimes/_load.ts";
import { nodeEntry, type NodeEntry } from "../runtimes/_node-entry.ts";
import { head, startProxy, type Proxy } from "./_proxy.ts";
import { run, ROOT } from "./_run.ts";

/** Often enough that one falls into the opening of a connection now and then. */
const RELOADS = 30;

const SETTINGS = { TRUST_PROXY: "1", WORKERS: "1" };

let entries: NodeEntry[] = [];
let proxy: Proxy;
beforeAll(async () => {
  entries = await Promise.all([nodeEntry(SETTINGS), nodeEntry(SETTINGS)]);
  proxy = await startProxy(entries.map(({ port }) => port));
});
afterAll(async () => {
  await proxy.stop();
  await Promise.all(entries.map((entry) => entry.end("SIGKILL")));
});

/** A script of the page, whose name says its content. */
const asset = () => {
  const name = readdirSync(join(ROOT, "dist/assets")).find((found) => found.endsWith(".js"));
  return `${proxy.url}/assets/${name}`;
};

describe("nginx in front of two servers", () => {
  test("sends everything to HTTPS", async () => {
    const { status, headers } = await head(`${proxy.plainUrl}/verify.html?a=1`);
    expect(status).toBe(308);
    expect(headers["location"]).toBe("https://127.0.0.1/verify.html?a=1");
    expect(headers["server"]).toBe("nginx");
  });

  test("speaks HTTP/2, and keeps the server's headers", async () => {
    const { status, protocol, headers } = await head(`${proxy.url}/`);
    expect([status, protocol]).toEqual([200, "2"]);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["server"]).toBe("nginx");
  });

  test.each([
    ["--tls-max", "1.2"],
    ["--tlsv1.3", "--http2"],
  ] as const)("TLS with %s %s is answered", async (option, value) => {
    expect((await head(`${proxy.url}/health`, option, value)).status).toBe(200);
  });

  test("takes TLS 1.2 and 1.3 alone, with ciphers that keep the past secret", async () => {
    const output = await sslscan(new URL(proxy.url).host);
    expect(versionsIn(output)).toEqual(["TLSv1.2", "TLSv1.3"]);
    const ciphers = [...output.matchAll(/^(?:Preferred|Accepted)\s+\S+\s+(\d+) bits\s+(\S+)/gmu)];
    expect(ciphers.length).toBeGreaterThan(4);
    for (const [, bits, name = ""] of ciphers) {
      expect(Number(bits), name).toBeGreaterThanOrEqual(128);
      expect(name).toMatch(/^TLS_|^ECDHE-.+-(?:GCM-|CHACHA20-)/u);
    }
    expect(output).toMatch(/not vulnerable to heartbleed/u);
  });

  test("passes no upgrade of the protocol on: there are no websockets", () => {
    for (const name of ["nginx", "site", "proxy"]) {
      expect(readFileSync(join(proxy.folder, `${name}.conf`), "utf8")).not.toMatch(/upgrade/iu);
    }
  });

  test("lets go of idle connections before a replica that leaves waits for them", () => {
    const nginx = readFileSync(join(proxy.folder, "nginx.conf"), "utf8");
    const keptSeconds = Number(/keepalive_timeout (\d+)s;/u.exec(nginx)?.[1]);
    expect(keptSeconds).toBeLessThan(drainSeconds(readConfig(SERVER_VARIABLES, SETTINGS)));
  });

  test("asks the other replica for a file that the first does not have", async () => {
    const replica = (status: number) =>
      createServer((_request, response) => {
        response.writeHead(status, { "cache-control": "no-store" }).end();
      });
    const [having, lacking] = [replica(200), replica(404)];
    const listening = await Promise.all([listeningPort(having), listeningPort(lacking)]);
    const front = await startProxy(listening, 20);
    const statuses = new Set<number>();
    for (let count = 0; count < 8; count += 1) {
      statuses.add((await head(`${front.url}/assets/of-one-version.js`)).status);
    }
    expect(statuses).toEqual(new Set([200]));
    await front.stop();
    for (const server of [having, lacking]) server.close();
  });

  test("passes brotli and gzip through from the build's copies", async () => {
    for (const encoding of ["br", "gzip"]) {
      const { headers } = await head(asset(), "--header", `accept-encoding: ${encoding}`);
      expect(headers["content-encoding"]).toBe(encoding);
      expect(headers["vary"]?.toLowerCase()).toContain("accept-encoding");
    }
    const plain = await head(asset());
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });

  test("compresses answers of the API", async () => {
    const url = `${proxy.url}/api/v1/catalog`;
    const { headers } = await head(url, "--header", "accept-encoding: gzip");
    expect(headers["content-encoding"]).toBe("gzip");
  });

  test("keeps files, and lets browsers keep those that never change for a year", async () => {
    await head(asset());
    const { headers } = await head(asset());
    expect(headers["x-cache"]).toBe("HIT");
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("lets through a batch of the size that the server takes, and leaves it to say what is too large", async () => {
    /** The status and the type of what is answered to a body of so many bytes. */
    const sent = async (path: string, bytes: number) => {
      const file = join(proxy.folder, "body.json");
      const batch = (note: string) =>
        JSON.stringify({ items: [{ calculation: "compare", body: { note } }] });
      writeFileSync(file, batch("n".repeat(bytes - batch("").length)));
      const json = ["--header", "content-type: application/json", "--data-binary", `@${file}`];
      const { status, headers } = await head(proxy.url + path, ...json);
      return [status, headers["content-type"]];
    };
    const [KB, MB] = [1024, 1024 * 1024];
    expect(await sent("/api/v1/batch", MB)).toEqual([200, "application/json"]);
    const refused = [413, "application/problem+json"];
    expect(await sent("/api/v1/calculator/lambda", 65 * KB)).toEqual(refused);
  });

  test("hides the measures", async () => {
    expect((await head(`${proxy.url}/metrics`)).status).toBe(404);
  });

  test("tells the server who asks, whatever the client says of itself", async () => {
    const limited = await nodeEntry({ ...SETTINGS, RATE_LIMIT: "3" });
    const front = await startProxy([limited.port], 10);
    const ask = async (from: string, claim: string) =>
      (
        await head(
          front.url + QUESTION,
          "--interface",
          from,
          "--header",
          `x-forwarded-for: ${claim}`,
        )
      ).status;
    const first = [];
    for (const claim of ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"]) {
      first.push(await ask("127.0.0.1", claim));
    }
    expect(first).toEqual([200, 200, 200, 429]);
    expect(await ask("127.0.0.2", "1.1.1.1")).toBe(200);
    await front.stop();
    await limited.end("SIGKILL");
  });

  test("fails no request of a browser by HTTP/2 while its configuration is taken anew", async () => {
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(proxy.url);
    const asked = page.evaluate(async () => {
      const statuses: Record<string, number> = {};
      while (!("reloaded" in globalThis)) {
        const status = await fetch("/", { cache: "no-store" }).then(
          (response) => response.arrayBuffer().then(() => response.status),
          String,
        );
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
      const last = performance.getEntriesByType("resource").at(-1);
      return { statuses, protocol: (last as PerformanceResourceTiming).nextHopProtocol };
    });
    for (let count = 0; count < RELOADS; count += 1) await proxy.reload();
    await page.evaluate(() => Object.assign(globalThis, { reloaded: true }));
    const { statuses, protocol } = await asked;
    console.log(`a browser while nginx was reloaded: ${JSON.stringify(statuses)}`);
    expect(protocol).toBe("h2");
    expect(Object.keys(statuses)).toEqual(["200"]);
    expect(statuses["200"]).toBeGreaterThan(RELOADS);
  });

  test("fails no request when a server is killed under load", async () => {
    const loaded = run([
      "wrk",
      "--threads",
      "1",
      "--connections",
      "20",
      "--duration",
      "6s",
      proxy.url + QUESTION,
    ]);
    const [first, second] = entries;
    await expect.poll(() => answeredBy(first)).toBeGreaterThan(100);
    await first?.end("SIGKILL");
    const before = answeredBy(second);
    await expect.poll(() => answeredBy(second)).toBeGreaterThan(before + 100);
    const { said } = await loaded;
    console.log(`killed under load: ${/\d+ requests in .+/u.exec(said)?.[0]}, none failed`);
    expect(said).not.toMatch(/Non-2xx|Socket errors/u);
    expect(Number(/(\d+) requests in/u.exec(said)?.[1])).toBeGreaterThan(200);
  });
});

/** What sslscan says of a server. */
async function sslscan(host: string): Promise<string> {
  return (await run(["sslscan", "--no-colour", host])).output;
}

/** The versions of TLS that a server takes. */
function versionsIn(output: string): (string | undefined)[] {
  return [...output.matchAll(/^((?:SSL|TLS)v[\d.]+)\s+enabled$/gmu)].map(([, name]) => name);
}

test("a server that takes old versions of TLS is found out", async () => {
  const folder = join(proxy.folder, "certificates");
  const server = createSecureServer({
    cert: readFileSync(join(folder, "fullchain.pem")),
    key: readFileSync(join(folder, "privkey.pem")),
    minVersion: "TLSv1",
    ciphers: "ALL:@SECLEVEL=0",
  });
  const port = await listeningPort(server);
  expect(versionsIn(await sslscan(`127.0.0.1:${port}`))).toContain("TLSv1.1");
  server.close();
});

/** Lets a server listen on a free port. */
async function listeningPort(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

function answeredBy(entry: NodeEntry | undefined): number {
  return entry?.log.filter(({ msg }) => msg === "answered").length ?? 0;
}

test("nginx logs neither addresses nor queries", () => {
  const log = readFileSync(join(proxy.folder, "requests.log"), "utf8").trim().split("\n");
  expect(log.length).toBeGreaterThan(100);
  for (const line of log.slice(0, 50)) {
    const { upstream, ...told } = JSON.parse(line) as { upstream: string };
    expect(upstream).toMatch(/^127\.0\.0\.1:|^$/u);
    expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.|memory_mb/u);
  }
});
