import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openRateCard } from "../../shared/catalog/card.ts";
import type { CatalogIndexFile } from "../../shared/catalog/catalog-index.ts";
import { MachineTable } from "../../shared/catalog/machine-table.ts";
import type { Purchase } from "../../shared/catalog/purchase.ts";
import type {
  MachineTypesFile,
  OriginFile,
  PriceFile,
  RateCardFile,
} from "../../shared/catalog/rate-card.ts";
import { RateCardFileSchema } from "../../shared/schema/rate-card.ts";
import { plainDecimal } from "../../shared/plain-decimal.ts";
import { formatCard } from "../../tools/rate-cards/format-card.ts";
import { machineTypes, rowsOf } from "../../tools/rate-cards/machine-rows.ts";
import { NAMING } from "../../tools/rate-cards/naming.ts";
import { compareNaturally } from "../../tools/rate-cards/natural-order.ts";
import counts from "./rate-card-counts.json" with { type: "json" };
import sample from "./fact-sample.json" with { type: "json" };

const FOLDER = new URL("../../shared/rate-cards/", import.meta.url);
const GZIP_BYTES_MAX = 15 * 1024;
const INDEX_GZIP_BYTES_MAX = 10 * 1024;

/** Machine types, and prices of them, of the providers that have a list for each region. */
const COUNTS: Readonly<Record<string, number[]>> = counts;
const index = JSON.parse(textOf("index")) as CatalogIndexFile;
const KEYS = writtenKeys();
const MACHINE_KEYS = KEYS.filter((key) => key !== "cloudflare/global");

const cards = new Map(KEYS.map((key) => [key, RateCardFileSchema.parse(JSON.parse(textOf(key)))]));

describe("rate cards", () => {
  test("cover every region that was collected, and the index lists them all", () => {
    const listed = Object.entries(index.providers).flatMap(([provider, regions]) =>
      Object.keys(regions).map((region) => `${provider}/${region}`),
    );
    expect(listed.toSorted()).toEqual(KEYS);
    const perProvider = Object.entries(index.providers).map(([provider, regions]) => [
      provider,
      Object.keys(regions).length,
    ]);
    expect(Object.fromEntries(perProvider)).toEqual({
      aws: 34,
      google: 43,
      azure: 59,
      oci: 44,
      sakura: 2,
      cloudflare: 1,
      fly: 1,
    });
  });

  test("stand in the file of their provider and region", () => {
    expect([...cards.values()].map(({ provider, region }) => `${provider}/${region}`)).toEqual(
      KEYS,
    );
  });

  test.each(Object.entries(COUNTS))(
    "%s has %j machine types and prices",
    (key, [types, prices]) => {
      const { purchases, size, pricesOf } = decoded(key);
      const count = purchases
        .map((purchase) => pricesOf(purchase).filter((price) => price !== null).length)
        .reduce((sum, each) => sum + each, 0);
      expect([size, count]).toEqual([types, prices]);
    },
  );

  test("are 92,398 machine types with 255,829 prices where each region has its own list", () => {
    const totals = Object.values(COUNTS).reduce(
      ([types, prices], [t = 0, p = 0]) => [(types ?? 0) + t, (prices ?? 0) + p],
      [0, 0],
    );
    expect(totals).toEqual([92_398, 255_829]);
  });

  test("are downloads of at most 15 KB each, and the index of 10 KB", () => {
    const tooLarge = KEYS.filter((key) => gzipBytes(key) > GZIP_BYTES_MAX);
    expect(tooLarge).toEqual([]);
    expect(gzipBytes("index")).toBeLessThanOrEqual(INDEX_GZIP_BYTES_MAX);
  });

  test("are written as the importer writes them, numbers in plain decimals", () => {
    for (const key of KEYS) {
      expect(textOf(key) === formatCard(cardOf(key)), key).toBe(true);
      expect(/\d[eE][-+]?\d+\s*[,\]}]/u.test(textOf(key)), key).toBe(false);
    }
  });

  test("have one form: the same types in any order give the same columns", () => {
    for (const key of MACHINE_KEYS) {
      const { machine_types: table, provider } = cardOf(key);
      if (table === undefined) throw new Error(`no machine types in ${key}`);
      const again = machineTypes(rowsOf(table).toReversed(), table.per, NAMING[provider]);
      expect(JSON.stringify(again) === JSON.stringify(table), key).toBe(true);
    }
  });

  test("sell machines with whole memory sizes", () => {
    for (const key of MACHINE_KEYS) {
      const { memory_mb: sizes } = cardOf(key).machine_types ?? { memory_mb: [] };
      expect(
        sizes.filter((mb) => !Number.isInteger(mb)),
        key,
      ).toEqual([]);
    }
  });

  test("sell nothing for nothing but OCI's micro machine, the egress of Sakura and Cloudflare, and Google's NAT of more than 32 machines", () => {
    const names = KEYS.flatMap(zeroPrices);
    const free = new Set(names.map((name) => name.replace(/^(oci|google)\/\S+/u, "$1")));
    expect([...free].toSorted()).toEqual([
      "cloudflare/global egress",
      "google google_vpc nat_machine_hours",
      "oci VM.Standard.E2.1.Micro",
      "sakura/is1 egress",
      "sakura/tk1 egress",
    ]);
  });

  test("of Sakura alone are in yen; Sakura and Fly sell by the month", () => {
    const inYen = KEYS.filter((key) => cardOf(key).currency === "JPY");
    const byMonth = MACHINE_KEYS.filter((key) => cardOf(key).machine_types?.per === "month");
    expect(inYen).toEqual(["sakura/is1", "sakura/tk1"]);
    expect(byMonth).toEqual(["fly/global", ...inYen]);
  });

  test("name a source for every price, with its date and how far it can be trusted", () => {
    for (const key of KEYS) {
      const card = openRateCard(cardOf(key));
      const names = card.machineNames.filter((_, row) => row % 97 === 0);
      for (const name of names) {
        for (const charges of Object.values(card.machine(name)?.charges ?? {})) {
          for (const { price } of charges) {
            expect(price.provenance).toMatchObject({
              url: expect.stringMatching(/^https:/u),
              date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
            });
          }
        }
      }
    }
  });
});

describe("the catalog's index", () => {
  test("says of every place which region of each provider is there or nearest", () => {
    const providers = Object.keys(index.providers).toSorted();
    for (const { id, regions, nearest } of index.places) {
      expect(Object.keys({ ...regions, ...nearest }).toSorted(), id).toEqual(providers);
    }
  });

  test("sends nobody to a region that is not open to everyone", () => {
    const targets = index.places.flatMap(({ nearest }) => Object.values(nearest));
    expect(targets.filter((region) => region.startsWith("us-gov-"))).toEqual([]);
  });

  test("names cities in both languages and countries by their code", () => {
    for (const { city, country } of index.places) {
      expect(city.en).toMatch(/\w/u);
      expect(city.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/u);
      expect(country).toMatch(/^[A-Z]{2}$/u);
    }
  });
});

describe("two hundred prices drawn at random from what was collected", () => {
  test.each(sample.map((fact) => [fact.fact, fact] as const))("%s", (_, fact) => {
    const card = cardOf(fact.card);
    if ("machine" in fact && fact.machine !== undefined) {
      const { priceOf } = decoded(fact.card);
      expect(priceOf(fact.machine, fact.purchase as Purchase)).toBe(fact.price);
    } else if ("egress" in fact && fact.egress !== undefined) {
      expect(card.egress?.tiers).toEqual(fact.egress);
    } else if ("flexible" in fact && fact.flexible !== undefined) {
      const type = card.flexible_types?.[fact.flexible];
      expect(type?.ocpu_hours.tiers).toEqual([[null, fact.ocpu]]);
      expect(type?.memory_gb_hours.tiers).toEqual([[null, fact.gb]]);
    } else {
      const price = card.services[fact.service ?? ""]?.[fact.meter ?? ""];
      expect(price?.tiers).toEqual(fact.tiers);
      expect(price?.free).toBe(fact.free);
    }
  });

  test("are two hundred", () => {
    expect(sample).toHaveLength(200);
  });
});

describe("the headline figures of the collected facts", () => {
  test.each([
    ["aws/ap-northeast-1", "aws_lambda", "provisioned_idle.x86_64", 0.0000053835],
    ["aws/ap-northeast-1", "aws_lambda", "provisioned_compute.x86_64", 0.0000125615],
    ["aws/us-east-1", "aws_lambda", "provisioned_idle.x86_64", 0.0000041667],
    ["aws/us-east-1", "aws_lambda", "provisioned_compute.x86_64", 0.0000097222],
    ["aws/ap-northeast-1", "aws_ebs", "gp3_storage", 0.096],
    ["aws/us-east-1", "aws_ebs", "gp3_storage", 0.08],
    ["aws/ap-northeast-1", "aws_vpc", "nat_gateway_hours", 0.062],
    ["aws/ap-northeast-1", "aws_vpc", "nat_gateway_data", 0.062],
    ["aws/us-east-1", "aws_vpc", "nat_gateway_hours", 0.045],
    ["aws/us-east-1", "aws_vpc", "nat_gateway_data", 0.045],
    ["aws/ap-northeast-1", "aws_load_balancer", "alb_hours", 0.0243],
    ["aws/us-east-1", "aws_load_balancer", "alb_hours", 0.0225],
    ["aws/us-east-1", "aws_load_balancer", "lcu_hours", 0.008],
    ["aws/ap-northeast-1", "aws_vpc", "public_ipv4", 0.005],
    ["aws/us-east-1", "aws_vpc", "public_ipv4", 0.005],
    ["aws/us-east-1", "aws_lambda_managed_instances", "management_fee", 0.15],
    ["aws/us-east-1", "aws_lambda_managed_instances", "requests", 0.0000002],
    ["google/asia-northeast1", "gcp_cloudrun", "idle_vcpu", 0.0000025],
  ])("%s: %s %s costs %d", (key, service, meter, unitPrice) => {
    expect(cardOf(key).services[service]?.[meter]?.tiers).toEqual([[null, unitPrice]]);
  });

  test("of reserved, committed and spot machines", () => {
    expect(decoded("aws/ap-northeast-1").priceOf("t3.micro", "commitment_1y")).toBe(0.0086);
    expect(decoded("aws/ap-northeast-1").priceOf("m7g.large", "commitment_1y")).toBe(0.0698);
    expect(decoded("google/asia-northeast1").priceOf("n1-standard-1", "commitment_3y")).toBe(
      0.02742,
    );
    expect(decoded("google/asia-northeast1").priceOf("n1-standard-1", "spot")).toBe(0.020254);
    expect(decoded("google/us-central1").priceOf("e2-micro", "on_demand")).toBe(0.008376);
    expect(openRateCard(cardOf("google/us-central1")).machine("n1-standard-1")?.sustainedUse).toBe(
      0.7,
    );
  });

  test("Cloud Run's allowance is worth the same discount in the dearer regions", () => {
    const { vcpu } = cardOf("google/europe-west2").services["gcp_cloudrun"] ?? {};
    expect((vcpu?.free ?? 0) * (vcpu?.tiers[0]?.[1] ?? 0)).toBeCloseTo(180_000 * 0.000024, 9);
    expect(vcpu?.note).toContain("discount");
  });

  // As https://cloud.google.com/functions/pricing-1stgen lists 100 ms, in tier 1 and in tier 2.
  test.each([
    ["us-central1", 128, 0.2, 2.31e-7],
    ["europe-west2", 512, 0.8, 9.25e-7],
    ["asia-northeast1", 4096, 4.8, 5.8e-6],
    ["europe-west3", 128, 0.2, 3.24e-7],
    ["asia-northeast3", 128, 0.2, 3.24e-7],
  ])(
    "100 ms of a function of the 1st generation in %s with %d MB cost the listed price",
    (...row) => {
      const [region, memoryMb, ghz, listed] = row;
      const { compute, cpu } = cardOf(`google/${region}`).services["gcp_functions_gen1"] ?? {};
      const [gbSecond, ghzSecond] = [compute, cpu].map((price) => price?.tiers[0]?.[1] ?? 0);
      const tenth = ((memoryMb / 1024) * (gbSecond ?? 0) + ghz * (ghzSecond ?? 0)) / 10;
      expect(tenth).toBeCloseTo(listed, 9);
    },
  );

  test("the 1st generation's allowance is worth the same discount in the dearer regions", () => {
    const { compute, cpu } = cardOf("google/europe-west3").services["gcp_functions_gen1"] ?? {};
    expect((compute?.free ?? 0) * (compute?.tiers[0]?.[1] ?? 0)).toBeCloseTo(1, 9);
    expect((cpu?.free ?? 0) * (cpu?.tiers[0]?.[1] ?? 0)).toBeCloseTo(2, 9);
    expect(cpu?.note).toContain("discount");
  });

  test("regions where Lambda or egress were not collected have none", () => {
    for (const key of ["aws/ap-southeast-7", "aws/mx-central-1"]) {
      expect(cardOf(key).services["aws_lambda"]).toBeUndefined();
      expect(cardOf(key).egress).toBeUndefined();
    }
  });
});

describe("the strict schema", () => {
  test("accepts a card as it is", () => {
    expect(accepts((card) => card)).toBe(true);
  });

  test("rejects an unknown key at every level", () => {
    expect(accepts((card) => ({ ...card, extra: 1 }))).toBe(false);
    expect(acceptsEgress({ extra: 1 })).toBe(false);
    expect(acceptsTable(() => ({ extra: 1 }))).toBe(false);
  });

  test("rejects columns of unequal length", () => {
    expect(acceptsTable(({ vcpu }) => ({ vcpu: vcpu.slice(1) }))).toBe(false);
    expect(acceptsTable(({ memory_mb }) => ({ memory_mb: [...memory_mb, 1] }))).toBe(false);
    expect(acceptsColumn(() => ({ unit_prices: [1] }))).toBe(false);
  });

  test("rejects rows that are outside the table or out of order", () => {
    expect(acceptsTable(() => ({ arm64: ["nothing.*"] }))).toBe(false);
    expect(
      acceptsColumn(({ exceptions: [first] = [] }) => ({
        exceptions: [{ ...first, rows: [[2, 1]] }],
      })),
    ).toBe(false);
    expect(acceptsColumn(({ exceptions: [first] = [] }) => ({ exceptions: [first, first] }))).toBe(
      false,
    );
    expect(
      acceptsColumn(({ exceptions: [first] = [] }) => ({
        exceptions: [{ ...first, rows: [[0, 836]] }],
      })),
    ).toBe(false);
    expect(acceptsTable(() => ({ baseline: [[836, 0.1]] }))).toBe(false);
    expect(acceptsTable(() => ({ storage_gb: [[-1, 20]] }))).toBe(false);
  });

  test("rejects a baseline outside (0, 1]", () => {
    expect(acceptsTable(() => ({ baseline: [[0, 0]] }))).toBe(false);
    expect(acceptsTable(() => ({ baseline: [[0, 1.1]] }))).toBe(false);
    expect(acceptsTable(() => ({ baseline: [[0, 1]] }))).toBe(true);
  });

  test("rejects a name twice, a vCPU count of 0 and a negative or infinite price", () => {
    expect(
      acceptsTable(({ families }) => ({ families: { ...families, "t3.*": "nano nano micro" } })),
    ).toBe(false);
    expect(acceptsTable(({ vcpu }) => ({ vcpu: [0, ...vcpu.slice(1)] }))).toBe(false);
    for (const wrong of [-1, Infinity, "1"]) {
      expect(
        acceptsColumn(({ unit_prices: [, ...prices] }) => ({ unit_prices: [wrong, ...prices] })),
      ).toBe(false);
    }
  });

  test("rejects a price in proportion to nothing, and a type that is not sold at all", () => {
    const { length } = decoded("aws/ap-northeast-1").names;
    expect(
      acceptsColumn(({ unit_prices: prices }) => ({ unit_prices: prices.with(length - 1, "~") })),
    ).toBe(false);
    expect(
      acceptsTable(({ prices }) => ({
        prices: Object.fromEntries(
          Object.entries(prices).map(([purchase, column]) => [
            purchase,
            { ...column, unit_prices: column.unit_prices.with(length - 1, null) },
          ]),
        ),
      })),
    ).toBe(false);
  });

  test("rejects tiers that do not ascend to an open last one", () => {
    const rejected = [
      [],
      [[10, 1]],
      [
        [null, 1],
        [null, 1],
      ],
      [
        [10, 2],
        [10, 1],
        [null, 1],
      ],
    ];
    for (const tiers of rejected) expect(acceptsEgress({ tiers })).toBe(false);
  });

  test("rejects a source that is not listed, and a listed one that nothing names", () => {
    expect(acceptsEgress({ source: "hearsay" })).toBe(false);
    const unused = { title: "Unused", url: "https://example.com/", date: "2024-01-01" };
    expect(accepts((card) => ({ ...card, sources: { ...card.sources, unused } }))).toBe(false);
  });

  test("rejects an as_of that is not the newest date of the sources", () => {
    expect(accepts((card) => ({ ...card, as_of: "2024-08-09" }))).toBe(false);
    expect(accepts((card) => ({ ...card, as_of: "2030-01-01" }))).toBe(false);
  });

  test("rejects a derived price that does not say how", () => {
    expect(acceptsEgress({ confidence: "derived", note: "Half of the list price." })).toBe(true);
    expect(acceptsEgress({ confidence: "derived", note: undefined })).toBe(false);
  });
});

describe("machine types", () => {
  test.each(["aws/ap-northeast-1", "aws/us-east-1"])(
    "%s: Graviton families, those with a g after the generation, are arm64",
    (key) => {
      const graviton = decoded(key).names.filter((name) => /^(?:a1|[a-z]+\d+g)/u.test(name));
      expect(arm64Of(key)).toEqual(graviton);
    },
  );

  test.each(["azure/japaneast", "azure/eastus"])(
    "%s: sizes with a p after the vCPUs are arm64, and those with a Grace CPU",
    (key) => {
      const named = decoded(key).names.filter((name) =>
        /^Standard_[A-Z]+\d+[a-oq-z]*p|_GB200_/u.test(name),
      );
      expect(arm64Of(key)).toEqual(named);
    },
  );

  test.each(["google/asia-northeast1", "google/us-east4"])(
    "%s: the Tau T2A, C4A and N4A series are arm64",
    (key) => {
      const named = decoded(key).names.filter((name) => /^(?:t2a|c4a|n4a)-/u.test(name));
      expect(arm64Of(key)).toEqual(named);
    },
  );

  test.each([
    ["aws/ap-northeast-1", /^t\d/u, 29],
    ["aws/us-east-1", /^t\d/u, 29],
    ["azure/japaneast", /^Standard_B/u, 41],
    ["azure/eastus", /^Standard_B/u, 41],
    ["google/asia-northeast1", /^(?:e2-(?:micro|small|medium)|f1-micro|g1-small)$/u, 5],
    ["google/us-east4", /^(?:e2-(?:micro|small|medium)|f1-micro|g1-small)$/u, 5],
    ["oci/ap-tokyo-1", /Micro$/u, 1],
    ["oci/us-ashburn-1", /Micro$/u, 1],
    ["sakura/tk1", /^never$/u, 0],
  ] as const)(
    "%s: every burstable type has a baseline, and no other has",
    (key, burstable, count) => {
      const { names, baseline } = decoded(key);
      const withBaseline = baseline.map(([row]) => names[row]);
      expect(withBaseline).toEqual(names.filter((name) => burstable.test(name)));
      expect(withBaseline).toHaveLength(count);
    },
  );

  test.each([
    ["aws/ap-northeast-1", "t1.micro", 1, 0.1],
    ["aws/ap-northeast-1", "t2.xlarge", 4, 0.225],
    ["aws/ap-northeast-1", "t2.2xlarge", 8, 0.17],
    ["aws/ap-northeast-1", "t3.nano", 2, 0.05],
    ["aws/ap-northeast-1", "t3a.large", 2, 0.3],
    ["aws/us-east-1", "t4g.small", 2, 0.2],
    ["aws/us-east-1", "t4g.2xlarge", 8, 0.4],
    ["google/asia-northeast1", "e2-micro", 2, 0.125],
    ["google/asia-northeast1", "e2-small", 2, 0.25],
    ["google/us-east4", "e2-medium", 2, 0.5],
    ["google/us-east4", "f1-micro", 1, 0.2],
    ["google/us-east4", "g1-small", 1, 0.5],
    ["azure/japaneast", "Standard_B1ls", 1, 0.05],
    ["azure/japaneast", "Standard_B2s", 2, 0.2],
    ["azure/japaneast", "Standard_B2ms", 2, 0.3],
    ["azure/eastus", "Standard_B8ms", 8, 0.16875],
    ["azure/eastus", "Standard_B2ts_v2", 2, 0.2],
    ["azure/eastus", "Standard_B4als_v2", 4, 0.3],
    ["azure/eastus", "Standard_B16ps_v2", 16, 0.4],
    ["oci/ap-tokyo-1", "VM.Standard.E2.1.Micro", 2, 0.125],
  ] as const)("%s: %s shows %d vCPU and sustains %d of each", (key, name, vcpu, share) => {
    const { names, vcpu: vcpus, baseline } = decoded(key);
    const row = names.indexOf(name);
    expect(vcpus[row]).toBe(vcpu);
    expect(new Map(baseline).get(row)).toBe(share);
  });

  test.each([
    // EC2, https://aws.amazon.com/ec2/pricing/on-demand/
    ["aws/ap-northeast-1", "t1.micro", 1, 627, 0.026],
    ["aws/ap-northeast-1", "t2.micro", 1, 1024, 0.0152],
    ["aws/ap-northeast-1", "t3.nano", 2, 512, 0.0068],
    ["aws/ap-northeast-1", "t3.micro", 2, 1024, 0.0136],
    ["aws/ap-northeast-1", "t3.small", 2, 2048, 0.0272],
    ["aws/ap-northeast-1", "t3.medium", 2, 4096, 0.0544],
    ["aws/ap-northeast-1", "t3a.medium", 2, 4096, 0.049],
    ["aws/ap-northeast-1", "t4g.micro", 2, 1024, 0.0108],
    ["aws/ap-northeast-1", "t4g.small", 2, 2048, 0.0216],
    ["aws/ap-northeast-1", "t4g.medium", 2, 4096, 0.0432],
    ["aws/ap-northeast-1", "m5.large", 2, 8192, 0.124],
    ["aws/ap-northeast-1", "m7g.large", 2, 8192, 0.1054],
    ["aws/ap-northeast-1", "m7i.large", 2, 8192, 0.1302],
    ["aws/ap-northeast-1", "m8g.large", 2, 8192, 0.11594],
    ["aws/ap-northeast-1", "m8i.large", 2, 8192, 0.13671],
    ["aws/ap-northeast-1", "c5.large", 2, 4096, 0.107],
    ["aws/ap-northeast-1", "c5.xlarge", 4, 8192, 0.214],
    ["aws/ap-northeast-1", "c7g.large", 2, 4096, 0.091],
    ["aws/ap-northeast-1", "c8i-flex.large", 2, 4096, 0.11207],
    ["aws/ap-northeast-1", "r7i.2xlarge", 8, 65_536, 0.6384],
    ["aws/ap-northeast-1", "g4dn.xlarge", 4, 16_384, 0.71],
    ["aws/us-east-1", "t3.micro", 2, 1024, 0.0104],
    ["aws/us-east-1", "t3.medium", 2, 4096, 0.0416],
    ["aws/us-east-1", "t4g.micro", 2, 1024, 0.0084],
    ["aws/us-east-1", "t4g.small", 2, 2048, 0.0168],
    ["aws/us-east-1", "t4g.medium", 2, 4096, 0.0336],
    ["aws/us-east-1", "m5.large", 2, 8192, 0.096],
    ["aws/us-east-1", "m7g.large", 2, 8192, 0.0816],
    ["aws/us-east-1", "m7i.large", 2, 8192, 0.1008],
    ["aws/us-east-1", "m8g.large", 2, 8192, 0.08976],
    ["aws/us-east-1", "m8i.large", 2, 8192, 0.10584],
    ["aws/us-east-1", "c5.large", 2, 4096, 0.085],
    ["aws/us-east-1", "c7g.large", 2, 4096, 0.0725],
    ["aws/us-east-1", "r5.large", 2, 16_384, 0.126],
    ["aws/us-east-1", "p5.48xlarge", 192, 2_097_152, 55.04],
    // Compute Engine, https://cloud.google.com/compute/vm-instance-pricing
    ["google/asia-northeast1", "e2-micro", 2, 1024, 0.010746],
    ["google/asia-northeast1", "e2-small", 2, 2048, 0.021491],
    ["google/asia-northeast1", "e2-medium", 2, 4096, 0.042983],
    ["google/asia-northeast1", "e2-standard-2", 2, 8192, 0.085966],
    ["google/asia-northeast1", "f1-micro", 1, 614, 0.0092],
    ["google/asia-northeast1", "n1-standard-1", 1, 3840, 0.060939],
    ["google/asia-northeast1", "n2-standard-2", 2, 8192, 0.124588],
    ["google/asia-northeast1", "c4a-standard-1", 1, 4096, 0.057661],
    ["google/us-east4", "e2-micro", 2, 1024, 0.009434],
    ["google/us-east4", "e2-standard-4", 4, 16_384, 0.150942],
    ["google/us-east4", "n2-standard-2", 2, 8192, 0.109378],
    ["google/us-east4", "t2d-standard-1", 1, 4096, 0.04758],
    // Azure, https://azure.microsoft.com/pricing/details/virtual-machines/linux/
    ["azure/japaneast", "Standard_B1ls", 1, 512, 0.0068],
    ["azure/japaneast", "Standard_B1s", 1, 1024, 0.0136],
    ["azure/japaneast", "Standard_B1ms", 1, 2048, 0.0272],
    ["azure/japaneast", "Standard_B2s", 2, 4096, 0.0544],
    ["azure/japaneast", "Standard_B2ats_v2", 2, 1024, 0.0123],
    ["azure/japaneast", "Standard_D2as_v5", 2, 8192, 0.112],
    ["azure/japaneast", "Standard_D2ps_v5", 2, 8192, 0.099],
    ["azure/japaneast", "Standard_D3", 4, 14_336, 0.442],
    ["azure/japaneast", "Standard_F2s_v2", 2, 4096, 0.107],
    ["azure/eastus", "Standard_B1s", 1, 1024, 0.0104],
    ["azure/eastus", "Standard_B2pts_v2", 2, 1024, 0.0084],
    ["azure/eastus", "Standard_D2s_v5", 2, 8192, 0.096],
    ["azure/eastus", "Standard_D4s_v3", 4, 16_384, 0.192],
    // OCI and Sakura
    ["oci/ap-tokyo-1", "VM.Standard.E2.1.Micro", 2, 1024, 0],
    ["sakura/tk1", "1core_1gb", 1, 1024, 1595],
    ["sakura/tk1", "2core_2gb", 2, 2048, 3190],
    ["sakura/tk1", "2core_4gb", 2, 4096, 4180],
    ["sakura/tk1", "4core_8gb", 4, 8192, 7370],
    ["sakura/tk1", "6core_12gb", 6, 12_288, 11_560],
  ] as const)("%s: %s has %d vCPU and %d MB and costs %d", (key, name, vcpu, memoryMb, price) => {
    const { names, vcpu: vcpus, memory_mb: sizes, priceOf } = decoded(key);
    const row = names.indexOf(name);
    expect(vcpus[row]).toBe(vcpu);
    expect(sizes[row]).toBe(memoryMb);
    expect(priceOf(name, "on_demand")).toBe(price);
  });

  test("AWS prices that were computed from another size of the family say so", () => {
    expect(provenanceOf("aws/ap-northeast-1", "m8g.xlarge").confidence).toBe("derived");
    expect(provenanceOf("aws/ap-northeast-1", "m8g.large").confidence).toBe("medium");
    expect(provenanceOf("aws/ap-northeast-1", "m7g.large").confidence).toBe("high");
  });

  test("metal sizes from the list that mixes in dedicated prices are of low confidence", () => {
    expect(provenanceOf("aws/us-east-1", "m8gb.metal-24xl").confidence).toBe("low");
    expect(provenanceOf("aws/us-east-1", "m8gb.24xlarge").confidence).toBe("high");
  });

  test("Azure sizes found only in the list with Windows prices are of medium confidence", () => {
    expect(provenanceOf("azure/japaneast", "Standard_A1").confidence).toBe("medium");
    expect(provenanceOf("azure/japaneast", "Standard_B1s").confidence).toBe("high");
  });

  test("Sakura's plans are unverified and come with a disk", () => {
    const { confidence, note } = provenanceOf("sakura/tk1", "2core_2gb");
    expect(confidence).toBe("low");
    expect(note).toContain("Unverified");
    expect(decoded("sakura/tk1").storage_gb).toEqual([
      [0, 20],
      [1, 20],
      [2, 20],
      [3, 40],
      [4, 60],
    ]);
  });
});

describe("OCI flexible shapes", () => {
  test.each([
    ["VM.Standard.E3.Flex", 0.025, 0.0015, 2, "x86_64", 16],
    ["VM.Standard.E4.Flex", 0.025, 0.0015, 2, "x86_64", 16],
    ["VM.Standard.E5.Flex", 0.03, 0.002, 2, "x86_64", 16],
    ["VM.Standard.E6.Flex", 0.03, 0.002, 2, "x86_64", 16],
    ["VM.Standard3.Flex", 0.04, 0.0015, 2, "x86_64", 16],
    ["VM.Standard.A1.Flex", 0.01, 0.0015, 1, "arm64", 6],
    ["VM.Standard.A2.Flex", 0.014, 0.002, 2, "arm64", 16],
  ] as const)(
    "%s costs %d an OCPU-hour and %d a GB-hour everywhere",
    (shape, ocpu, gb, ...rest) => {
      for (const key of ["oci/ap-tokyo-1", "oci/us-ashburn-1"]) {
        const type = cardOf(key).flexible_types?.[shape];
        expect(type?.ocpu_hours.tiers).toEqual([[null, ocpu]]);
        expect(type?.memory_gb_hours.tiers).toEqual([[null, gb]]);
        expect([type?.vcpu_per_ocpu, type?.architecture, type?.default_memory_gb]).toEqual(rest);
      }
    },
  );

  test("only A1 has an allowance: 3,000 OCPU-hours and 18,000 GB-hours", () => {
    const free = Object.entries(cardOf("oci/ap-tokyo-1").flexible_types ?? {}).flatMap(
      ([shape, type]) =>
        type.ocpu_hours.free === undefined
          ? []
          : [[shape, type.ocpu_hours.free, type.memory_gb_hours.free]],
    );
    expect(free).toEqual([["VM.Standard.A1.Flex", 3000, 18_000]]);
  });

  test("A1's allowance is said to be that of those who pay, and what Always Free has beside it", () => {
    const type = cardOf("oci/ap-tokyo-1").flexible_types?.["VM.Standard.A1.Flex"];
    for (const price of [type?.ocpu_hours, type?.memory_gb_hours]) {
      expect(price).toMatchObject({ confidence: "medium" });
      expect(price?.note).toMatch(
        /paid tenancy .* Always Free .* 1,500 OCPU-hours and 9,000 GB-hours/u,
      );
    }
  });

  test("E6, on which sources disagree, is of low confidence", () => {
    const type = cardOf("oci/ap-tokyo-1").flexible_types?.["VM.Standard.E6.Flex"];
    expect(type?.ocpu_hours.confidence).toBe("low");
    expect(type?.ocpu_hours.note).toContain("disagree");
  });
});

describe("function services", () => {
  const X86_TIERS = [
    [6_000_000_000, 0.0000166667],
    [15_000_000_000, 0.000015],
    [null, 0.0000133334],
  ];
  const ARM64_TIERS = [
    [7_500_000_000, 0.0000133334],
    [18_750_000_000, 0.0000120001],
    [null, 0.0000106667],
  ];

  test.each([
    ["aws/ap-northeast-1", "aws_lambda", "requests", "request", 1_000_000, [[null, 0.0000002]]],
    ["aws/ap-northeast-1", "aws_lambda", "compute.x86_64", "GB-second", 400_000, X86_TIERS],
    ["aws/ap-northeast-1", "aws_lambda", "compute.arm64", "GB-second", 400_000, ARM64_TIERS],
    [
      "aws/ap-northeast-1",
      "aws_lambda",
      "ephemeral_storage",
      "GB-second",
      undefined,
      [[null, 0.000000037]],
    ],
    ["aws/us-east-1", "aws_lambda", "requests", "request", 1_000_000, [[null, 0.0000002]]],
    ["aws/us-east-1", "aws_lambda", "compute.x86_64", "GB-second", 400_000, X86_TIERS],
    ["aws/us-east-1", "aws_lambda", "compute.arm64", "GB-second", 400_000, ARM64_TIERS],
    [
      "aws/us-east-1",
      "aws_lambda",
      "ephemeral_storage",
      "GB-second",
      undefined,
      [[null, 0.0000000309]],
    ],
    ...["google/asia-northeast1", "google/us-east4"].flatMap((key) =>
      ["gcp_cloudrun", "gcp_functions"].flatMap((service) => [
        [key, service, "requests", "request", 2_000_000, [[null, 0.0000004]]] as const,
        [key, service, "vcpu", "vCPU-second", 180_000, [[null, 0.000024]]] as const,
        [key, service, "memory", "GiB-second", 360_000, [[null, 0.0000025]]] as const,
      ]),
    ),
    ...["azure/japaneast", "azure/eastus"].flatMap((key) => [
      [key, "azure_functions", "requests", "request", 1_000_000, [[null, 0.0000002]]] as const,
      [key, "azure_functions", "compute", "GB-second", 400_000, [[null, 0.000016]]] as const,
      [key, "azure_functions_flex", "requests", "request", 250_000, [[null, 0.0000004]]] as const,
      [key, "azure_functions_flex", "compute", "GB-second", 100_000, [[null, 0.000026]]] as const,
    ]),
    ...["oci/ap-tokyo-1", "oci/us-ashburn-1"].flatMap((key) => [
      [key, "oci_functions", "requests", "request", 2_000_000, [[null, 0.0000002]]] as const,
      [key, "oci_functions", "compute", "GB-second", 400_000, [[null, 0.00001417]]] as const,
    ]),
    ["cloudflare/global", "cloudflare_workers", "subscription", "month", undefined, [[null, 5]]],
    [
      "cloudflare/global",
      "cloudflare_workers",
      "requests",
      "request",
      10_000_000,
      [[null, 0.0000003]],
    ],
    [
      "cloudflare/global",
      "cloudflare_workers",
      "cpu",
      "CPU-millisecond",
      30_000_000,
      [[null, 0.00000002]],
    ],
  ] as const)("%s: %s %s is priced by the %s", (key, service, meter, unit, free, tiers) => {
    const price = cardOf(key).services[service]?.[meter];
    expect(price?.unit).toBe(unit);
    expect(price?.free).toBe(free);
    expect(price?.tiers).toEqual(tiers);
  });

  test("Azure's function prices in Japan are those of East US, and trusted less", () => {
    const { azure_functions, azure_functions_flex } = cardOf("azure/japaneast").services;
    const prices = [azure_functions, azure_functions_flex].flatMap((meters) => [
      meters?.["requests"],
      meters?.["compute"],
    ]);
    expect(prices.map((price) => price?.confidence)).toEqual(["medium", "low", "low", "low"]);
    for (const price of prices) expect(price?.note).toContain("East US");
  });
});

describe("egress", () => {
  test.each([
    [
      "aws/ap-northeast-1",
      100,
      [
        [10_240, 0.114],
        [51_200, 0.089],
        [153_600, 0.086],
        [null, 0.084],
      ],
      "high",
    ],
    [
      "aws/us-east-1",
      100,
      [
        [10_240, 0.09],
        [51_200, 0.085],
        [153_600, 0.07],
        [null, 0.05],
      ],
      "high",
    ],
    [
      "google/asia-northeast1",
      undefined,
      [
        [1024, 0.12],
        [10_240, 0.11],
        [null, 0.085],
      ],
      "medium",
    ],
    [
      "google/us-east4",
      1,
      [
        [1024, 0.12],
        [10_240, 0.11],
        [null, 0.08],
      ],
      "high",
    ],
    // https://aws.amazon.com/ec2/pricing/on-demand/: 100 GB are free, "except China and GovCloud".
    [
      "aws/us-gov-west-1",
      undefined,
      [
        [10_240, 0.155],
        [51_200, 0.115],
        [153_600, 0.09],
        [null, 0.065],
      ],
      "high",
    ],
    [
      "azure/japaneast",
      100,
      [
        [10_240, 0.12],
        [51_200, 0.085],
        [153_600, 0.082],
        [null, 0.08],
      ],
      "low",
    ],
    [
      "azure/eastus",
      100,
      [
        [10_240, 0.087],
        [51_200, 0.083],
        [153_600, 0.07],
        [null, 0.05],
      ],
      "medium",
    ],
    ["oci/ap-tokyo-1", 10_240, [[null, 0.025]], "high"],
    ["oci/us-ashburn-1", 10_240, [[null, 0.0085]], "high"],
    ["sakura/tk1", undefined, [[null, 0]], "medium"],
    ["cloudflare/global", undefined, [[null, 0]], "high"],
  ] as const)(
    "from %s costs what was collected, after the allowance",
    (key, free, tiers, confidence) => {
      const { egress } = cardOf(key);
      expect(egress).toMatchObject({ unit: "GB", tiers, confidence });
      expect(egress?.free).toBe(free);
    },
  );

  test.each(["google/us-central1", "google/asia-northeast1", "google/australia-southeast1"])(
    "of functions of Google's 1st generation costs the same from %s as anywhere",
    (key) => {
      expect(cardOf(key).services["gcp_functions_gen1"]?.["egress"]).toMatchObject({
        unit: "GB",
        free: 5,
        tiers: [[null, 0.12]],
        confidence: "medium",
      });
    },
  );

  // https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/: 1 TB free, then the next 9 TB.
  test("of Lambda@Edge is CloudFront's", () => {
    const { egress } = cardOf("aws/us-east-1").services["aws_lambda_edge"] ?? {};
    expect(egress?.free).toBe(1024);
    expect(egress?.tiers.slice(0, 3)).toEqual([
      [9 * 1024, 0.085],
      [49 * 1024, 0.08],
      [149 * 1024, 0.06],
    ]);
  });
});

describe("plainDecimal()", () => {
  test.each([
    [0, "0"],
    [2e-7, "0.0000002"],
    [3.09e-8, "0.0000000309"],
    [1.66667e-5, "0.0000166667"],
    [-1.5e-9, "-0.0000000015"],
    [0.010746, "0.010746"],
    [15e9, "15000000000"],
    [1.25e21, "1250000000000000000000"],
    [1e21, "1000000000000000000000"],
  ])("writes %d as %s", (value, text) => {
    expect(plainDecimal(value)).toBe(text);
    expect(Number(plainDecimal(value))).toBe(value);
  });

  test("refuses what JSON cannot hold", () => {
    expect(() => plainDecimal(Number.NaN)).toThrow("not a finite number");
  });
});

describe("compareNaturally()", () => {
  test("counts the numbers in names as numbers", () => {
    const names = ["n2-standard-16", "n2-standard-4", "n2d-standard-2", "n10", "n2"];
    expect(names.toSorted(compareNaturally)).toEqual([
      "n2",
      "n2-standard-4",
      "n2-standard-16",
      "n2d-standard-2",
      "n10",
    ]);
  });
});

function writtenKeys(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .flatMap((provider) =>
      readdirSync(new URL(`${provider}/`, FOLDER)).map(
        (file) => `${provider}/${file.replace(/\.json$/u, "")}`,
      ),
    )
    .toSorted();
}

function textOf(key: string): string {
  return readFileSync(new URL(`${key}.json`, FOLDER), "utf8");
}

function cardOf(key: string): RateCardFile {
  const card = cards.get(key);
  if (card === undefined) throw new Error(`no card ${key}`);
  return card;
}

function gzipBytes(key: string): number {
  return gzipSync(textOf(key), { level: 9 }).length;
}

/** The machine types of a card, names and prices written out. */
function decoded(key: string) {
  const file = cardOf(key).machine_types;
  if (file === undefined) throw new Error(`no machine types in ${key}`);
  const table = new MachineTable(file);
  return {
    ...file,
    size: table.size,
    names: table.names,
    purchases: table.purchases,
    pricesOf: (purchase: Purchase) => table.names.map((_, row) => table.unitPrice(row, purchase)),
    priceOf: (name: string, purchase: Purchase) => {
      const row = table.row(name);
      return row === undefined ? undefined : table.unitPrice(row, purchase);
    },
  };
}

function tokyo(): MachineTypesFile {
  const table = cardOf("aws/ap-northeast-1").machine_types;
  if (table === undefined) throw new Error("no machine types in Tokyo");
  return table;
}

/** Whether the schema accepts the card of Tokyo with a change. */
function accepts(change: (card: RateCardFile) => unknown): boolean {
  return RateCardFileSchema.safeParse(change(cardOf("aws/ap-northeast-1"))).success;
}

function acceptsTable(change: (table: MachineTypesFile) => object): boolean {
  const table = tokyo();
  return accepts((card) => ({ ...card, machine_types: { ...table, ...change(table) } }));
}

function acceptsColumn(
  change: (column: NonNullable<MachineTypesFile["prices"]["on_demand"]>) => object,
): boolean {
  const column = tokyo().prices.on_demand;
  if (column === undefined) throw new Error("nothing is sold on demand in Tokyo");
  return acceptsTable(({ prices }) => ({
    prices: { ...prices, on_demand: { ...column, ...change(column) } },
  }));
}

function acceptsEgress(egress: object): boolean {
  return accepts((card) => ({ ...card, egress: { ...card.egress, ...egress } }));
}

function arm64Of(key: string): string[] {
  const card = openRateCard(cardOf(key));
  return decoded(key).names.filter((name) => card.machine(name)?.architecture === "arm64");
}

function provenanceOf(key: string, name: string): OriginFile {
  const table = new MachineTable(cardOf(key).machine_types ?? tokyo());
  return table.origin(table.row(name) ?? -1, "on_demand");
}

/** What a card sells for nothing. */
function zeroPrices(key: string): string[] {
  const { services, egress, machine_types: table, flexible_types: flexible } = cardOf(key);
  const prices: [string, PriceFile][] = [
    ...(egress === undefined ? [] : [["egress", egress] as [string, PriceFile]]),
    ...Object.entries(services).flatMap(([service, meters]) =>
      Object.entries(meters).map(([meter, price]): [string, PriceFile] => [
        `${service} ${meter}`,
        price,
      ]),
    ),
    ...Object.entries(flexible ?? {}).flatMap(([shape, type]): [string, PriceFile][] => [
      [`${shape} OCPU`, type.ocpu_hours],
      [`${shape} memory`, type.memory_gb_hours],
    ]),
  ];
  const free = prices.filter(([, { tiers }]) => tiers.some(([, unitPrice]) => unitPrice === 0));
  const { names, purchases, pricesOf } =
    table === undefined ? { names: [], purchases: [], pricesOf: () => [] } : decoded(key);
  const freeMachines = purchases.flatMap((purchase: Purchase) => {
    const sold = pricesOf(purchase);
    return names.filter((_, row) => sold[row] === 0);
  });
  return [...free.map(([name]) => name), ...freeMachines].map((name) => `${key} ${name}`);
}
