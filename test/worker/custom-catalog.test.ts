import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MachineTable } from "../../shared/catalog/machine-table.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { RateCardFileSchema } from "../../shared/schema/rate-card.ts";
import { createFetch } from "../../worker/fetch.ts";
import { openCustomCatalog } from "../../worker/custom-catalog/custom-catalog.ts";
import { withCustomCatalog } from "../../worker/custom-catalog/custom-platform.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";

const builtIn = diskPlatform.catalog;
const TOKYO = { provider: "aws", region: "ap-northeast-1" } as const;
const SOURCE = { title: "Our contract", url: "https://example.com/contract", date: "2026-11-01" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "custom-catalog-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: unknown): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}

function putPrices(...prices: Readonly<Record<string, unknown>>[]): void {
  put("custom-prices.json", { schema: 1, source: SOURCE, prices });
}

async function problemOf(): Promise<string> {
  const result = await openCustomCatalog(folder, builtIn).then(
    () => "",
    (error: unknown) => (error as Error).message,
  );
  return result;
}

function priceOf(card: RateCardFile, type: string, purchase: "on_demand" | "spot" = "on_demand") {
  if (card.machine_types === undefined) throw new Error("the card has no machine types");
  const table = new MachineTable(card.machine_types);
  const row = table.row(type) ?? -1;
  return { price: table.unitPrice(row, purchase), origin: table.origin(row, purchase) };
}

describe("a discount", () => {
  test("changes the prices that it names and no other, and says what was taken off", async () => {
    putPrices({
      provider: "aws",
      region: TOKYO.region,
      instance_type: "m7g.*",
      discount_percent: 20,
    });
    const catalog = await openCustomCatalog(folder, builtIn);
    const [listed, own] = [await builtIn.card(TOKYO), await catalog.card(TOKYO)];
    const table = new MachineTable(listed.machine_types ?? expect.fail());
    for (const name of table.names) {
      const [before, after] = [priceOf(listed, name), priceOf(own, name)];
      const share = name.startsWith("m7g.") ? 0.8 : 1;
      if (before.price === null) expect(after.price, name).toBeNull();
      else expect(after.price, name).toBeCloseTo(before.price * share, 12);
      expect(after.origin.source, name).toBe(before.origin.source);
      expect(after.origin.discount_percent, name).toBe(share === 1 ? undefined : 20);
    }
    expect(own.services).toEqual(listed.services);
    expect(RateCardFileSchema.safeParse(own).success).toBe(true);
  });

  test("holds in every region of the provider when it names none", async () => {
    putPrices({ provider: "google", discount_percent: 10 });
    const catalog = await openCustomCatalog(folder, builtIn);
    for (const region of ["asia-northeast1", "us-central1"]) {
      const key = { provider: "google", region } as const;
      const [listed, own] = [await builtIn.card(key), await catalog.card(key)];
      const before = priceOf(listed, "n4-standard-2", "spot").price ?? 0;
      expect(priceOf(own, "n4-standard-2", "spot").price).toBeCloseTo(before * 0.9, 12);
      expect(own.egress?.tiers[0]?.[1]).toBeCloseTo((listed.egress?.tiers[0]?.[1] ?? 0) * 0.9, 12);
    }
    const untouched = await catalog.card(TOKYO);
    expect(untouched).toEqual(await builtIn.card(TOKYO));
  });
});

describe("a price of one's own", () => {
  test("takes the place of the listed one in bills, under its own source", async () => {
    putPrices(
      {
        provider: "aws",
        region: TOKYO.region,
        service: "aws_lambda",
        meter: "compute.arm64",
        unit_price: 0.00001,
      },
      {
        provider: "oci",
        instance_type: "VM.Standard.E4.Flex",
        meter: "ocpu_hours",
        unit_price: 0.02,
      },
    );
    const platform = await withCustomCatalog(diskPlatform, folder);
    const response = await createFetch(platform)(
      new Request("http://host/api/v1/compare", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          workload: { monthly_executions: 1e9, execution_time_ms: 100, memory_mb: 1024 },
          include_free_tier: false,
          offers: [
            {
              kind: "function",
              provider: "aws_lambda",
              region: TOKYO.region,
              architecture: "arm64",
            },
            {
              kind: "machine",
              provider: "oci",
              region: "ap-tokyo-1",
              instance_type: "VM.Standard.E4.Flex_4_16",
            },
          ],
        }),
      }),
    );
    const { data } = (await response.json()) as { data: CompareAnswer };
    const [lambda, oci] = data.offers;
    const compute = lambda?.line_items.find(({ meter }) => meter === "compute");
    expect(compute?.amount).toBeCloseTo(1e9 * 0.1 * 0.00001, 6);
    expect(compute?.source).toMatchObject({ title: "Our contract", date: "2026-11-01" });
    const cores = oci?.line_items.find(({ meter }) => meter === "ocpu_hours");
    expect(cores?.tiers[0]?.unit_price).toBe(0.02);
  });

  test("is what the page reads too", async () => {
    putPrices({ provider: "sakura", instance_type: "*", discount_percent: 5 });
    const app = createFetch(await withCustomCatalog(diskPlatform, folder));
    const read = async (path: string) => app(new Request(`http://host/rate-cards/${path}`));
    const card = (await (await read("sakura/tk1.json")).json()) as RateCardFile;
    expect(card).toEqual(
      await (await openCustomCatalog(folder, builtIn)).card({ provider: "sakura", region: "tk1" }),
    );
    expect((await read("starter.json")).status).toBe(404);
    expect((await read("sakura/nowhere.json")).status).toBe(404);
  });

  test.each(["/", "/index.html", "/index"])(
    "has no answer from the built-in prices stand in the page, %s",
    async (path) => {
      putPrices({ provider: "sakura", instance_type: "*", discount_percent: 5 });
      const textOf = async (app: ReturnType<typeof createFetch>) =>
        (await app(new Request(`http://host${path}`))).text();
      expect(await textOf(createFetch(diskPlatform))).toContain('class="verdict"');
      const page = await textOf(createFetch(await withCustomCatalog(diskPlatform, folder)));
      expect(page).toContain("<cost-simulator");
      expect(page).not.toContain('class="verdict"');
    },
  );
});

describe("a card of one's own", () => {
  test("takes the place of the built-in one, or adds a region", async () => {
    const card = await builtIn.card(TOKYO);
    put("aws/ap-northeast-1.json", { ...card, currency: "USD", services: card.services });
    put("aws/our-region-1.json", { ...card, region: "our-region-1" });
    const catalog = await openCustomCatalog(folder, builtIn);
    const index = await catalog.index();
    expect(Object.keys(index.providers.aws)).toContain("our-region-1");
    expect((await catalog.card({ provider: "aws", region: "our-region-1" })).region).toBe(
      "our-region-1",
    );
  });
});

describe("an empty folder", () => {
  test("changes nothing", async () => {
    const catalog = await openCustomCatalog(folder, builtIn);
    expect(await catalog.index()).toEqual(await builtIn.index());
  });
});

describe("what is wrong with a folder is said with its file, row and field", () => {
  test("of a folder that is not there", async () => {
    rmSync(folder, { recursive: true });
    expect(await problemOf()).toMatch(/cannot be read: ENOENT/u);
  });

  test("of a file that is no JSON", async () => {
    put("custom-prices.json", "{");
    expect(await problemOf()).toMatch(/^custom-prices\.json: is not JSON: /u);
  });

  test("of a file that no one would read", async () => {
    put("prices.json", {});
    expect(await problemOf()).toMatch(
      /^prices\.json: is neither custom-prices\.json nor <provider>\/<region>\.json/u,
    );
  });

  test("of every row of prices that is not right, at once", async () => {
    putPrices(
      { provider: "aws", discount_percent: 120 },
      { provider: "ibm", discount_percent: 10 },
      { provider: "aws" },
      { provider: "aws", discount_percent: 10, regoin: "us-east-1" },
    );
    expect((await problemOf()).split("\n")).toEqual([
      "custom-prices.json: prices, row 0, discount_percent must be at most 100",
      "custom-prices.json: prices, row 1, provider must be one of aws, google, azure, oci, sakura, cloudflare, fly",
      "custom-prices.json: prices, row 2, unit_price must be given, or discount_percent, tiers or free, and not several of the first three",
      "custom-prices.json: prices, row 3 has unknown fields: regoin",
    ]);
  });

  test("of a region that the provider does not have", async () => {
    putPrices({ provider: "aws", region: "us-east-9", discount_percent: 10 });
    expect(await problemOf()).toMatch(
      /^custom-prices\.json: prices, row 0, region: aws has no "us-east-9"; the nearest names are us-east-\d/u,
    );
  });

  test("of a price that stands for nothing", async () => {
    putPrices({ provider: "aws", instance_type: "m99.*", discount_percent: 10 });
    expect(await problemOf()).toBe(
      "custom-prices.json: prices, row 0 stands for no price of the catalog",
    );
  });

  test("of a price in another money than the card's", async () => {
    putPrices({ provider: "sakura", instance_type: "*", unit_price: 10 });
    expect(await problemOf()).toMatch(/prices\[0\]\.currency must be JPY/u);
  });

  test("of a card, with the machine type of the row", async () => {
    const card = JSON.parse(
      readFileSync(
        new URL("../../shared/rate-cards/aws/ap-northeast-1.json", import.meta.url),
        "utf8",
      ),
    ) as { machine_types: { prices: { on_demand: { unit_prices: unknown[] } } } };
    card.machine_types.prices.on_demand.unit_prices[3] = -1;
    put("aws/ap-northeast-1.json", card);
    expect(await problemOf()).toMatch(
      /^aws\/ap-northeast-1\.json: machine_types\.prices\.on_demand\.unit_prices, row 3 \([a-z0-9-]+\.[a-z0-9-]+\) /u,
    );
  });

  test("of a card under another card's name", async () => {
    put("aws/us-east-1.json", await builtIn.card(TOKYO));
    expect(await problemOf()).toBe(
      "aws/us-east-1.json: provider and region are aws and ap-northeast-1, so it must be called aws/ap-northeast-1.json",
    );
  });
});
