import { describe, expect, test } from "vitest";
import type * as z from "zod/mini";
import type { CatalogAnswer, CatalogRegionAnswer } from "../../shared/schema/answers/catalog.ts";
import type { HealthAnswer } from "../../shared/schema/answers/health.ts";
import { createFetch } from "../../worker/fetch.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();

async function dataOf<T>(path: string): Promise<T> {
  const response = await fetch(path);
  expect(response.status, path).toBe(200);
  return ((await response.json()) as { data: T }).data;
}

type Region = z.infer<typeof CatalogRegionAnswer>;

describe("GET /api/v1/catalog", () => {
  test("lists every region of every provider with its city, its dates and its counts", async () => {
    const catalog = await dataOf<z.infer<typeof CatalogAnswer>>("/api/v1/catalog");
    const regions = Object.values(catalog.providers).flat();
    expect(regions).toHaveLength(catalog.regions);
    expect(regions.reduce((sum, { prices }) => sum + prices, 0)).toBe(catalog.prices);
    for (const { region, as_of: newest, oldest, prices } of regions) {
      expect(newest >= oldest, region).toBe(true);
      expect(newest <= catalog.as_of && oldest >= catalog.oldest, region).toBe(true);
      expect(prices, region).toBeGreaterThan(0);
    }
    const tokyo = catalog.places.find(({ regions: here }) =>
      here["aws"]?.includes("ap-northeast-1"),
    );
    expect(tokyo).toMatchObject({
      country: "JP",
      city: { en: "Tokyo" },
      regions: { google: ["asia-northeast1"], azure: ["japaneast"], oci: ["ap-tokyo-1"] },
    });
    expect(catalog.exchange_rates["JPY"]?.rate).toBeGreaterThan(0);
  });
});

describe("GET /api/v1/catalog/{provider}/{region}", () => {
  test("gives every price with a source that is listed beside them", async () => {
    for (const path of ["aws/eu-west-1", "google/us-central1", "oci/ap-tokyo-1", "sakura/tk1"]) {
      const card = await dataOf<Region>(`/api/v1/catalog/${path}`);
      const sources = new Set(Object.keys(card.sources));
      const prices = [
        ...Object.values(card.services).flatMap((meters) => Object.values(meters)),
        ...(card.egress === null ? [] : [card.egress]),
        ...card.machine_types.flatMap((type) => Object.values(type.prices)),
        ...Object.values(card.flexible_types).flatMap((type) => [
          type.ocpu_hours,
          type.memory_gb_hours,
        ]),
      ];
      expect(prices.length, path).toBeGreaterThan(3);
      for (const { source } of prices) expect(sources.has(source), `${path}: ${source}`).toBe(true);
    }
  });

  test("has as many prices as the catalog says", async () => {
    const { providers } = await dataOf<z.infer<typeof CatalogAnswer>>("/api/v1/catalog");
    for (const [provider, regions] of Object.entries(providers)) {
      const [first] = regions;
      if (first === undefined) continue;
      const card = await dataOf<Region>(`/api/v1/catalog/${provider}/${first.region}`);
      const machines = card.machine_types.flatMap((type) => Object.keys(type.prices)).length;
      const meters = Object.values(card.services).flatMap((prices) => Object.keys(prices)).length;
      const flexible = 2 * Object.keys(card.flexible_types).length;
      const egress = card.egress === null ? 0 : 1;
      expect(machines + meters + flexible + egress, first.region).toBe(first.prices);
    }
  });

  test("names the nearest names of a provider or a region that there is not", async () => {
    const region = await fetch("/api/v1/catalog/aws/us-east-9");
    expect(region.status).toBe(404);
    expect(((await region.json()) as { detail: string }).detail).toMatch(/us-east-1/u);
    const provider = await fetch("/api/v1/catalog/gogle/us-central1");
    expect(((await provider.json()) as { detail: string }).detail).toMatch(/google/u);
    expect((await fetch("/api/v1/catalog/aws/__proto__")).status).toBe(404);
  });
});

describe("an answer that only changes with the catalog", () => {
  test.each(["/api/v1/catalog", "/api/v1/catalog/aws/us-east-1"])(
    "%s may be kept, and is not sent again to those who have it",
    async (path) => {
      const first = await fetch(path);
      const tag = first.headers.get("etag") ?? "";
      expect(tag).toMatch(/^"[\w-]+"$/u);
      expect(first.headers.get("cache-control")).toMatch(/max-age=\d+/u);
      const again = await fetch(path, { headers: { "if-none-match": `"other", W/${tag}` } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("etag")).toBe(tag);
      const other = await fetch(path, { headers: { "if-none-match": '"other"' } });
      expect(other.status).toBe(200);
    },
  );
});

describe("GET /health", () => {
  test("says how old the catalog is", async () => {
    await fetch("/api/v1/catalog");
    const health = (await (await fetch("/health")).json()) as HealthAnswer;
    expect(health.status).toBe("healthy");
    const { catalog } = health;
    if (catalog === null) throw new Error("the catalog is not there");
    const today = Date.parse(health.timestamp.slice(0, 10));
    expect(catalog.age_days).toBe((today - Date.parse(catalog.as_of)) / 86_400_000);
    expect(catalog.regions).toBeGreaterThan(100);
  });
});

describe("lists of machines", () => {
  test("/instances has every type of a region that is sold on demand, for any region", async () => {
    for (const region of ["sa-east-1", "europe-west4", "northeurope", "ap-osaka-1"]) {
      const data = await dataOf<Record<string, Record<string, object>>>(
        `/api/v1/calculator/instances?region=${region}`,
      );
      for (const service of ["aws_ec2", "google_cloud", "azure"]) {
        expect(Object.keys(data[service] ?? {}).length, `${region} ${service}`).toBeGreaterThan(
          100,
        );
      }
    }
  });

  test("say what their prices rest on, each and as a whole", async () => {
    const response = await fetch("/api/v1/calculator/instances?provider=sakura_cloud");
    const { data, ...beside } = (await response.json()) as {
      data: Record<string, Record<string, { price_date: string; flags: string[] }>>;
      prices_as_of: string;
      oldest_source: { url: string; date: string };
      price_flags: string[];
    };
    const types = Object.values(data["sakura_cloud"] ?? {});
    const oldest = types.map((type) => type.price_date).toSorted()[0];
    expect(beside.prices_as_of).toBe(oldest);
    expect(beside.oldest_source).toMatchObject({ date: oldest });
    expect(new Set(beside.price_flags)).toEqual(new Set(types.flatMap(({ flags }) => flags)));
  });

  test("/recommend looks at all types of a region, in the architecture and of the provider asked for", async () => {
    const data = await dataOf<Record<string, { instance_type: string; memory_ratio: number }[]>>(
      "/api/v1/calculator/recommend?lambda_memory_mb=3008&provider=aws_ec2&architecture=arm64&region=us-east-1&limit=1000",
    );
    expect(Object.keys(data)).toEqual(["aws_ec2"]);
    const names = data["aws_ec2"]?.map((type) => type.instance_type) ?? [];
    expect(names.length).toBeGreaterThan(200);
    expect(names).toContain("m7g.large");
    expect(names).not.toContain("m7i.large");
    const ratios = data["aws_ec2"]?.map((type) => type.memory_ratio) ?? [];
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
    expect(ratios[0]).toBeGreaterThanOrEqual(1);
  });

  test("/recommend sizes a flexible shape to the memory that is needed", async () => {
    const data = await dataOf<Record<string, { instance_type: string }[]>>(
      "/api/v1/calculator/recommend?lambda_memory_mb=5000&provider=oci",
    );
    expect(data["oci"]?.map((type) => type.instance_type)).toContain("VM.Standard.A1.Flex_1_5");
  });
});

describe("what a bill rests on", () => {
  test("a price of low confidence is flagged where it was used, in every answer", async () => {
    const vm = await dataOf<{ price_flags: string[]; oldest_source: { confidence: string } }>(
      "/api/v1/calculator/vm?provider=sakura_cloud&instance_type=2core_4gb",
    );
    expect(vm.price_flags).toContain("low_confidence");
    const lambda = await dataOf<{ price_flags: string[]; prices_as_of: string }>(
      "/api/v1/calculator/lambda?memory_mb=512&execution_time_seconds=1&monthly_executions=1000000",
    );
    expect(lambda.price_flags).not.toContain("low_confidence");
    expect(lambda.prices_as_of).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  test.each([
    [400, []],
    [401, ["old"]],
  ])("a price of %i days ago is flagged as %j", async (days, flags) => {
    const path =
      "/api/v1/calculator/vm?provider=aws_ec2&instance_type=t3.small&region=ap-northeast-1";
    const { prices_as_of: date } = await dataOf<{ prices_as_of: string }>(path);
    const now = () => new Date(Date.parse(date) + days * 86_400_000);
    const response = await createFetch({ ...diskPlatform, now })(new Request(`http://host${path}`));
    const { data } = (await response.json()) as { data: { price_flags: string[] } };
    expect(data.price_flags).toEqual(flags);
  });
});
