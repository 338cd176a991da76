import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import type { Observation } from "../../../tools/refresh/observation.ts";
import { mergeCard } from "../../../tools/refresh/merge.ts";
import { readAws } from "../../../tools/refresh/sources/aws-bulk.ts";
import { readAzure } from "../../../tools/refresh/sources/azure-retail.ts";
import { readExchangeRate } from "../../../tools/refresh/sources/ecb-rates.ts";
import { readGoogle } from "../../../tools/refresh/sources/google-billing.ts";
import { readOci } from "../../../tools/refresh/sources/oci-products.ts";
import { readSakura } from "../../../tools/refresh/sources/sakura-prices.ts";
import { contextOf } from "./_answered-downloads.ts";
import { meter, row, smallCard } from "./_cards.ts";

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");
}

/** The answer of a fixture, after a change of its text. */
function answerOf(name: string, change: (text: string) => string = (text) => text): unknown {
  const text = change(fixture(name));
  return name.endsWith(".json") ? JSON.parse(text) : text;
}

function onlyOne(observations: readonly Observation[]): Observation {
  const [observation] = observations;
  if (observation === undefined || observations.length > 1) throw new Error("not one observation");
  return observation;
}

function machine(observation: Observation | undefined, name: string) {
  return observation?.machines?.types.find((type) => type.name === name);
}

describe("AWS Price List", () => {
  const card = smallCard("aws", "us-east-1", [row("c5.xlarge", { on_demand: 0.1 })], {
    services: { aws_lambda: { requests: meter("request", 1) } },
    egress: meter("GB", 1),
  });
  const OFFERS = ["AmazonEC2", "AWSLambda", "AWSDataTransfer"] as const;
  const FILES: Readonly<Record<string, string>> = {
    AmazonEC2: "aws-ec2-offer.json",
    AWSLambda: "aws-lambda-offer.json",
    AWSDataTransfer: "aws-transfer-offer.json",
  };
  const read = (change: (text: string) => string = (text) => text, regions = ["us-east-1"]) =>
    readAws(
      contextOf([card], ({ pathname }) => {
        const code = OFFERS.find((name) => pathname.includes(`/${name}/`)) ?? "";
        if (!pathname.endsWith("region_index.json")) return answerOf(FILES[code] ?? "", change);
        const currentVersionUrl = `/offers/v1.0/aws/${code}/20260925174521/us-east-1/index.json`;
        return {
          publicationDate: "2026-09-28T18:21:50Z",
          regions: Object.fromEntries(regions.map((region) => [region, { currentVersionUrl }])),
        };
      }),
    );

  test("has machines on demand and reserved without upfront payment, of Linux only", async () => {
    const [ec2] = (await read()).observations;
    expect(ec2?.machines?.types).toEqual([
      {
        name: "c5.xlarge",
        vcpu: 4,
        memoryMb: 8192,
        architecture: "x86_64",
        prices: { on_demand: 0.17, convertible_1y: 0.123, commitment_3y: 0.071 },
      },
    ]);
    expect(ec2?.source).toEqual({
      title: "AWS Price List, AmazonEC2 offer, version 20260925174521",
      url: "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/20260925174521/us-east-1/index.json",
      date: "2026-09-25",
    });
  });

  test("has Lambda's tiers, and says which meters it lacks", async () => {
    const [, lambda] = (await read()).observations;
    expect(lambda?.services?.["aws_lambda"]).toMatchObject({
      requests: { unit: "request", tiers: [[null, 0.0000002]] },
      "compute.x86_64": {
        unit: "GB-second",
        tiers: [
          [6_000_000_000, 0.0000166667],
          [15_000_000_000, 0.000015],
          [null, 0.0000133334],
        ],
      },
      "compute.arm64": null,
      ephemeral_storage: null,
    });
  });

  test("has egress in ascending tiers", async () => {
    const [, , transfer] = (await read()).observations;
    expect(transfer?.egress).toMatchObject({
      unit: "GB",
      tiers: [
        [10_240, 0.09],
        [51_200, 0.085],
        [153_600, 0.07],
        [null, 0.05],
      ],
    });
  });

  test("knows regions that it lists no more", async () => {
    const { goneRegions } = await read(undefined, ["eu-west-1"]);
    expect(goneRegions.map(({ region, source }) => `${region} ${source}`)).toEqual([
      "us-east-1 AWS Price List, AmazonEC2",
      "us-east-1 AWS Price List, AWSLambda",
      "us-east-1 AWS Price List, AWSDataTransfer",
    ]);
  });

  test.each([
    ["a price in words", '"0.1700000000"', '"a lot"', /WINDOWS|OnDemand.*decimals/u],
    ["a renamed attribute", '"vcpu"', '"cores"', /attributes\.vcpu: expected a text/u],
    ["another form of memory", '"8 GiB"', '"8192"', /attributes\.memory: expected an amount/u],
    ["another currency", '"USD"', '"EUR"', /expected a price in USD/u],
    ["no products", '"products"', '"goods"', /products: expected/u],
    ["another unit", '"Hrs"', '"Days"', /expected one hourly price for on_demand/u],
    ["a gap between tiers", '"endRange": "10240"', '"endRange": "9999"', /without gaps/u],
  ])("is refused with %s", async (_, from, to, message) => {
    await expect(read((text) => text.replaceAll(from, to))).rejects.toThrow(message);
  });
});

describe("Azure Retail Prices", () => {
  const card = smallCard("azure", "eastus", [row("Standard_B1s", { on_demand: 0.01 })]);
  const recorded = JSON.parse(fixture("azure-retail.json")).Items[0];
  const functionsItem = {
    ...recorded,
    serviceName: "Functions",
    productName: "Functions",
    armSkuName: null,
    meterName: "Standard Total Executions",
    unitOfMeasure: "10",
  };
  const read = (
    items: readonly object[],
    functions: readonly object[] = [],
    pageSize = 2,
    of: RateCardFile = card,
  ) =>
    readAzure(
      contextOf([of], (url) => {
        const isFunctions = url.searchParams.get("$filter")?.includes("'Functions'") === true;
        const all = isFunctions ? functions : items;
        const skip = Number(url.searchParams.get("$skip") ?? 0);
        const next = `http://localhost${url.pathname}?$filter=${url.searchParams.get("$filter")}&$skip=${skip + pageSize}`;
        return {
          Items: all.slice(skip, skip + pageSize),
          NextPageLink: skip + pageSize < all.length ? next : null,
          Count: 1,
        };
      }),
    );

  test("has pay-as-you-go, spot and reserved prices over several pages, of Linux only", async () => {
    const { observations } = await read([
      recorded,
      { ...recorded, productName: "Virtual Machines BS Series Windows", retailPrice: 9 },
      { ...recorded, skuName: "B1s Low Priority", meterName: "B1s Low Priority", retailPrice: 8 },
      { ...recorded, skuName: "B1s Spot", meterName: "B1s Spot", retailPrice: 0.0021 },
      { ...recorded, type: "Reservation", reservationTerm: "1 Year", retailPrice: 53 },
      { ...recorded, type: "Reservation", reservationTerm: "3 Years", retailPrice: 102 },
      { ...recorded, type: "DevTestConsumption", retailPrice: 7 },
    ]);
    expect(machine(observations[0], "Standard_B1s")?.prices).toEqual({
      on_demand: 0.0104,
      spot: 0.0021,
      commitment_1y: 0.00605,
      commitment_3y: 0.003881,
    });
    expect(observations[0]?.source.date).toBe("2026-11-01");
  });

  test("has the newest price that is in force", async () => {
    const since = (effectiveStartDate: string, retailPrice: number) => ({
      ...recorded,
      effectiveStartDate,
      retailPrice,
    });
    const { observations } = await read([
      since("2026-01-01T00:00:00Z", 2),
      since("2025-01-01T00:00:00Z", 1),
      since("2027-01-01T00:00:00Z", 3),
    ]);
    expect(machine(observations[0], "Standard_B1s")?.prices).toEqual({ on_demand: 2 });
  });

  test("leaves out what it lists at two prices", async () => {
    const { observations } = await read([recorded, { ...recorded, retailPrice: 5 }]);
    const [machines] = observations;
    expect(machines?.machines?.types).toEqual([]);
    expect(machines?.machines?.covers?.("Standard_B1s", "on_demand")).toBe(false);
    expect(machines?.leftOut).toEqual([
      "Standard_B1s on_demand: listed more than once, at different prices",
    ]);
  });

  test("has the meters of functions, the allowance taken off", async () => {
    const { observations } = await read(
      [recorded],
      [
        { ...functionsItem, tierMinimumUnits: 0, retailPrice: 0 },
        { ...functionsItem, tierMinimumUnits: 100_000, retailPrice: 0.000002 },
      ],
    );
    expect(observations[1]?.services).toEqual({
      azure_functions: {
        requests: { unit: "request", free: 1_000_000, tiers: [[null, 0.0000002]] },
        compute: null,
      },
      azure_functions_flex: {},
    });
  });

  test("misses reservations that the card has from it", async () => {
    const year = { ...recorded, type: "Reservation", reservationTerm: "1 Year", retailPrice: 53 };
    const [first] = (await read([recorded, year])).observations;
    const after = first === undefined ? card : mergeCard(card, [first], () => undefined).card;
    const completeFor = async (of: RateCardFile) =>
      (await read([recorded], [], 2, of)).observations[0]?.machines?.complete;
    expect(await completeFor(card)).toEqual(["on_demand", "spot"]);
    expect(await completeFor(after)).toEqual(["on_demand", "spot", "commitment_1y"]);
  });

  test("knows regions that it lists no more", async () => {
    expect((await read([])).goneRegions).toHaveLength(1);
  });

  test.each([
    [{ retailPrice: "0.1" }, /Items\.0\.retailPrice: expected number/u],
    [{ unitOfMeasure: "1 Month" }, /Items\.0\.unitOfMeasure: expected "1 Hour"/u],
    [{ currencyCode: "EUR" }, /Items\.0\.currencyCode: expected USD/u],
    [{ armRegionName: "westus" }, /Items\.0: expected the service and region asked for/u],
  ])("is refused with %o", async (change, message) => {
    await expect(read([{ ...recorded, ...change }])).rejects.toThrow(message);
  });
});

describe("Google Cloud Billing Catalog", () => {
  const recorded = JSON.parse(fixture("google-skus.json")).skus[0];
  const sku = (description: string, usageType: string, nanos: number) => ({
    ...recorded,
    skuId: description,
    description,
    category: { ...recorded.category, usageType },
    serviceRegions: ["us-central1"],
    pricingInfo: [
      {
        pricingExpression: {
          usageUnit: /ram/iu.test(description) ? "GiBy.h" : "h",
          tieredRates: [
            { startUsageAmount: 0, unitPrice: { currencyCode: "USD", units: "0", nanos } },
          ],
        },
      },
    ],
  });
  const card = smallCard("google", "us-central1", [
    row("e2-micro", { on_demand: 0.008376 }, { memoryMb: 1024, baseline: 0.125 }),
    row("e2-standard-2", { on_demand: 0.067006, spot: 0.02 }, { memoryMb: 8192 }),
    row("c2-standard-4", { on_demand: 0.2, commitment_1y: 0.13 }, { vcpu: 4, memoryMb: 16_384 }),
    row("a2-highgpu-1g", { on_demand: 3.67 }, { vcpu: 12, memoryMb: 87_040 }),
  ]);
  const read = (skus: readonly object[], cards: readonly RateCardFile[] = [card]) =>
    readGoogle(
      contextOf(cards, (url) => {
        const isFirst = url.searchParams.get("pageToken") === "";
        return isFirst
          ? { ...JSON.parse(fixture("google-skus.json")), nextPageToken: "next" }
          : { skus, nextPageToken: "" };
      }),
    );
  const E2 = [
    sku("E2 Instance Core running in Americas", "OnDemand", 21_811_590),
    sku("E2 Instance Ram running in Americas", "OnDemand", 2_923_530),
  ];

  test("prices a type by its vCPUs and memory, of shared cores by their share", async () => {
    const { observations } = await read(E2);
    const observation = onlyOne(observations);
    expect(machine(observation, "e2-micro")?.prices.on_demand).toBe(0.008376);
    expect(machine(observation, "e2-standard-2")?.prices).toEqual({ on_demand: 0.067011 });
  });

  test("knows the other names of its series, and commitments", async () => {
    const { observations } = await read([
      ...E2,
      sku("Compute optimized Core running in Americas", "OnDemand", 30_000_000),
      sku("Compute optimized Ram running in Americas", "OnDemand", 4_000_000),
      sku(
        "Commitment: Compute optimized Core running in Americas for 1 Year",
        "Commit1Yr",
        20_000_000,
      ),
      sku(
        "Commitment: Compute optimized Ram running in Americas for 1 Year",
        "Commit1Yr",
        3_000_000,
      ),
    ]);
    expect(machine(observations[0], "c2-standard-4")?.prices).toEqual({
      on_demand: 0.184,
      commitment_1y: 0.128,
    });
  });

  test("leaves out series that cost more than their parts, and parts without a price", async () => {
    const observation = onlyOne((await read(E2)).observations);
    expect(machine(observation, "a2-highgpu-1g")).toBeUndefined();
    expect(observation.machines?.covers?.("a2-highgpu-1g", "on_demand")).toBe(false);
    expect(observation.leftOut).toContain("e2, spot: no price of its parts was found");
  });

  test("misses parts of which the card has the price from it", async () => {
    const { observations } = await read(E2);
    const [first] = observations;
    const before = first === undefined ? card : mergeCard(card, [first], () => undefined).card;
    const [again] = (await read(E2.slice(0, 1), [before])).observations;
    expect(again?.missing).toEqual(["e2, on_demand"]);
  });

  test("takes the nearer of two prices of the same", async () => {
    const dearer = sku("E2 Instance Core running in Iowa", "OnDemand", 22_000_000);
    const { observations } = await read([dearer, ...E2]);
    expect(machine(observations[0], "e2-micro")?.prices.on_demand).toBe(0.008376);
  });

  test("is asked with a key", async () => {
    const { googleKey: _, ...context } = contextOf([card], () => null);
    await expect(readGoogle(context)).rejects.toThrow(/GOOGLE_BILLING_API_KEY/u);
  });

  test("is refused with a price of 0", async () => {
    const changed = [...E2, sku("N2 Instance Core running in Americas", "OnDemand", 0)];
    await expect(read(changed)).rejects.toThrow(/N2 Instance Core.*expected a price above 0/u);
  });

  test("is refused with another unit", async () => {
    const changed = JSON.parse(JSON.stringify(E2).replaceAll('"h"', '"min"'));
    await expect(read(changed)).rejects.toThrow(/E2 Instance Core.*expected US dollars for h/u);
  });
});

describe("Oracle's price list", () => {
  const card = smallCard("oci", "ap-tokyo-1", [], { egress: meter("GB", 1) });
  const read = (change?: (text: string) => string) =>
    readOci(contextOf([card], () => answerOf("oci-products.json", change)));

  test("has meters in the card's units, the free part taken off", async () => {
    const observation = onlyOne((await read()).observations);
    expect(observation.services).toEqual({
      oci_functions: {
        requests: { unit: "request", free: 2_000_000, tiers: [[null, 0.0000002]] },
        compute: { unit: "GB-second", free: 400_000, tiers: [[null, 0.00001417]] },
      },
    });
    expect(observation.egress).toEqual({ unit: "GB", free: 10_240, tiers: [[null, 0.025]] });
  });

  test("says which parts it lacks", async () => {
    const { flexibleTypes = {} } = onlyOne((await read()).observations);
    expect(flexibleTypes["VM.Standard.A1.Flex"]).toBeNull();
  });

  test.each([
    ["PAY_AS_YOU_GO", "MONTHLY", /B93297: expected a PAY_AS_YOU_GO price/u],
    ['"partNumber"', '"part"', /items\.0\.partNumber: expected string/u],
  ])("is refused without %s", async (from, to, message) => {
    await expect(read((text) => text.replaceAll(from, to))).rejects.toThrow(message);
  });
});

describe("Sakura Cloud's price list", () => {
  const card = smallCard("sakura", "is1", [], { egress: meter("GB", 0) });
  const read = (change?: (text: string) => string) =>
    readSakura(
      contextOf([card], ({ pathname }) =>
        pathname.startsWith("/cloud/zone/is1a/") ? answerOf("sakura-price.json", change) : null,
      ),
    );

  test("has the monthly cap of each plan, and the size of those that are named after it", async () => {
    const observation = onlyOne((await read()).observations);
    expect(observation.machines?.types).toEqual([
      {
        name: "plan-1",
        storageGb: 0,
        usageCaps: { hoursPerDay: 10, daysPerMonth: 2179 / 110 },
        prices: { on_demand: 2179 },
      },
      {
        name: "24core_240gb_1gpu_nvidia_h100_80gbvram_g2",
        vcpu: 24,
        memoryMb: 245_760,
        usageCaps: { hoursPerDay: 70 / 3, daysPerMonth: 50 / 3 },
        prices: { on_demand: 385_000 },
      },
    ]);
    expect(observation.source.date).toBe("2026-06-13");
  });

  test("is refused for another zone", async () => {
    await expect(read((text) => text.replaceAll('"is1a"', '"tk1a"'))).rejects.toThrow(
      /ServiceClasses\.0\.Price\.Zone: expected is1a/u,
    );
  });

  test("is refused without a monthly price", async () => {
    await expect(read((text) => text.replaceAll('"Monthly"', '"Yearly"'))).rejects.toThrow(
      /is1a: ServiceClasses\.0\.Price\.Monthly: expected number/u,
    );
  });
});

describe("the European Central Bank's rates", () => {
  const read = (change?: (text: string) => string) =>
    readExchangeRate(contextOf([], () => answerOf("ecb-daily.xml", change)));

  test("give the yen for a dollar", async () => {
    expect(await read()).toMatchObject({ rate: 128, date: "2026-08-27", confidence: "high" });
  });

  test.each([
    ["JPY", "YEN", /Cube\.Cube\.Cube: expected JPY/u],
    ["160.00", "many", /JPY: expected a number in decimals/u],
    ["160.00", "0.0", /JPY: expected a rate above 0/u],
    ["time=", "day=", /time: expected string/u],
    ["</gesmes:Envelope>", "", /its end: expected <\/gesmes:Envelope>/u],
    ["Envelope", "Letter", /gesmes:Envelope: expected object/u],
  ])("are refused without %s", async (from, to, message) => {
    await expect(read((text) => text.replaceAll(from, to))).rejects.toThrow(message);
  });
});
