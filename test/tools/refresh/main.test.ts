import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogFiles } from "../../../tools/refresh/catalog-files.ts";
import { emptyFolder, filesOf, realCatalog, writeCatalog } from "./_catalog.ts";
import { addressesOf, generatedSources } from "./_generated-sources.ts";
import { startReplayServer, type ReplayServer } from "./_replay-server.ts";

const MAIN = join(import.meta.dirname, "../../../tools/refresh/main.ts");
const TODAY = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
const REGIONS = new Set(["tk1", "is1", "me-dubai-1", "me-central2"]);

let catalog: CatalogFiles;
let server: ReplayServer;
let yenPerDollar = 0;
let parent = "";
let folder = "";

beforeAll(async () => {
  catalog = await realCatalog(({ region }) => REGIONS.has(region));
  server = await startReplayServer((url) =>
    generatedSources({ ...catalog, yenPerDollar, day: TODAY, pageSize: 1000 })(url),
  );
  parent = await emptyFolder();
});
afterAll(async () => {
  await server.stop();
  await rm(parent, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command, for a copy of the catalog and with the server in the place of all sources. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const { aws, azure, google, oci, sakura, ecb } = addressesOf(server.url);
  const child = spawn(
    process.execPath,
    [
      MAIN,
      ...args,
      "--catalog",
      folder,
      "--downloads",
      join(parent, "downloads"),
      "--reports",
      join(parent, "reports"),
    ],
    {
      env: {
        ...process.env,
        AWS_PRICE_LIST_URL: aws,
        AZURE_RETAIL_PRICES_URL: azure,
        GOOGLE_BILLING_URL: google,
        OCI_PRODUCTS_URL: oci,
        SAKURA_PRICES_URL: sakura,
        ECB_RATES_URL: ecb,
        GOOGLE_BILLING_API_KEY: "",
        ...env,
      },
    },
  );
  const texts = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (texts.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (texts.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...texts };
}

async function beginAnew(): Promise<void> {
  await rm(parent, { recursive: true });
  await mkdir(parent);
  folder = await writeCatalog(parent, catalog);
  yenPerDollar = catalog.exchangeRates.rates.JPY.rate * 1.1;
}

describe("npm run catalog:refresh", () => {
  beforeAll(beginAnew);

  test("explains itself with --help", async () => {
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("<aws|gcp|azure|oci|sakura|fx|all>");
    expect(stdout).toContain("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 stopped");
  });

  test.each([
    [[], "name one source: aws, gcp, azure, oci, sakura, fx, all; not nothing"],
    [["amazon"], 'name one source: aws, gcp, azure, oci, sakura, fx, all; not "amazon"'],
    [["aws", "gcp"], 'name one source: aws, gcp, azure, oci, sakura, fx, all; not "aws gcp"'],
    [["fx", "--force"], "Unknown option '--force'"],
    [
      ["sakura", "--region", "tk2"],
      'sakura has no card for "tk2"; nearest: tk1, is1; all: is1, tk1',
    ],
    [["oci", "--region", "tk1"], 'oci has no card for "tk1"; nearest: me-dubai-1'],
    [["fx", "--region", "tk1"], "--region: fx has no cards by region"],
  ])("says what is allowed in the place of %j", async (args, sentence) => {
    const { code, stderr } = await run(args);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("usage: npm run catalog:refresh");
    expect(code).toBe(2);
  });

  test("names the variable of the key that Google's list needs", async () => {
    const { code, stderr } = await run(["gcp"]);
    expect(stderr).toContain("set GOOGLE_BILLING_API_KEY to an API key");
    expect(code).toBe(1);
  });
});

describe("a refresh", () => {
  test("writes the catalog and a dated report, and throws away all downloads", async () => {
    await beginAnew();
    await mkdir(join(parent, "downloads/2020-01-01"), { recursive: true });
    const { code, stdout, stderr } = await run(["all"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d files written\.\nWhat changed: .+\/reports\/.+-all\.md\n$/u);
    expect(stderr).toContain("Sakura Cloud zones: 2\n");
    expect(stderr).toContain("not asked: gcp: GOOGLE_BILLING_API_KEY is not set");
    const report = await readFile(join(parent, `reports/${TODAY}-all.md`), "utf8");
    expect(report).toContain(`# Price changes of ${TODAY}: all`);
    expect(report).toContain("## Not asked\n\n- gcp: GOOGLE_BILLING_API_KEY is not set");
    expect(report).toContain("JPY for 1 USD");
    expect(await readdir(join(parent, "downloads"))).toEqual([]);
  });

  test("that finds nothing new writes nothing", async () => {
    const before = await filesOf(parent);
    const { code, stdout } = await run(["sakura"]);
    expect([code, stdout]).toEqual([0, "Nothing changed.\n"]);
    expect(await filesOf(parent)).toEqual(before);
  });

  test("later on the same day leaves the earlier report as it is", async () => {
    yenPerDollar *= 1.1;
    await run(["fx"]);
    yenPerDollar *= 1.1;
    await run(["fx"]);
    const reports = await readdir(join(parent, "reports"));
    expect(reports.toSorted()).toEqual([`${TODAY}-all.md`, `${TODAY}-fx-2.md`, `${TODAY}-fx.md`]);
  });

  test("that the guard stops says what moved; --accept takes that without asking again", async () => {
    await beginAnew();
    const before = await filesOf(folder);
    yenPerDollar *= 2;
    const stopped = await run(["fx"]);
    expect(stopped.code).toBe(3);
    expect(stopped.stdout).toMatch(
      /^exchange rates {2}JPY for 1 USD {2}150 → 330 \(\+120\.0 %\)$/mu,
    );
    expect(stopped.stderr).toContain("Stopped: nothing was changed.");
    expect(await filesOf(folder)).toEqual(before);
    yenPerDollar *= 2;
    const accepted = await run(["fx", "--accept"]);
    expect(accepted.code).toBe(0);
    const { rates } = JSON.parse(await readFile(join(folder, "exchange-rates.json"), "utf8"));
    expect(rates.JPY.rate).toBe(330);
    const report = await readFile(join(parent, `reports/${TODAY}-fx.md`), "utf8");
    expect(report).toContain("## Accepted by hand\n\n- exchange rates: JPY for 1 USD");
  });

  test("that the guard stopped asks anew when it is not accepted", async () => {
    await beginAnew();
    yenPerDollar *= 2;
    expect((await run(["fx"])).code).toBe(3);
    yenPerDollar /= 2;
    expect((await run(["fx"])).code).toBe(0);
  });

  test("that fails names the source and the reason, and changes nothing", async () => {
    await beginAnew();
    const before = await filesOf(folder);
    yenPerDollar = 0;
    const { code, stderr } = await run(["fx"]);
    expect(stderr).toBe("European Central Bank, daily rates: JPY: expected a rate above 0\n");
    expect(code).toBe(1);
    const missing = await run(["fx"], { ECB_RATES_URL: `${server.url}/nowhere` });
    expect(missing.stderr).toContain("/nowhere/stats/eurofxref/eurofxref-daily.xml answered 404");
    expect(missing.stderr).toContain("Start it again to go on where it broke off.");
    expect(missing.code).toBe(1);
    expect(await filesOf(folder)).toEqual(before);
    expect(await readdir(parent)).not.toContain("reports");
  });

  test("that cannot write its report changes nothing", async () => {
    await beginAnew();
    const before = await filesOf(folder);
    await writeFile(join(parent, "reports"), "a file in the place of the folder");
    const { code, stderr } = await run(["fx"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("EEXIST")]);
    expect(await filesOf(folder)).toEqual(before);
  });
});
