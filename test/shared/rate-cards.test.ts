import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { PLACES } from "../../shared/catalog/places.ts";
import { PROVIDERS } from "../../shared/catalog/providers.ts";
import type { MachineTypesFile, PriceFile, RateCardFile } from "../../shared/catalog/rate-card.ts";
import { RateCardFileSchema } from "../../shared/schema/rate-card.ts";
import { formatCard, plainDecimal } from "../../tools/rate-cards/format-card.ts";
import { compareNaturally } from "../../tools/rate-cards/natural-order.ts";

const FOLDER = new URL("../../shared/rate-cards/", import.meta.url);
const GZIP_BYTES_MAX = 15 * 1024;

const ROWS: Readonly<Record<string, number>> = {
  "aws/ap-northeast-1": 836,
  "aws/us-east-1": 1367,
  "azure/eastus": 1405,
  "azure/japaneast": 1288,
  "cloudflare/global": 0,
  "google/asia-northeast1": 458,
  "google/us-east4": 489,
  "oci/ap-tokyo-1": 1,
  "oci/us-ashburn-1": 1,
  "sakura/tk1": 5,
};
const KEYS = Object.keys(ROWS);
const MACHINE_KEYS = KEYS.filter((key) => key !== "cloudflare/global");

const cards = new Map(KEYS.map((key) => [key, RateCardFileSchema.parse(JSON.parse(textOf(key)))]));

describe("rate cards", () => {
  test("there is a card for every region of every place, and no other", () => {
    const wanted = PLACES.flatMap(({ regions }) =>
      PROVIDERS.map((provider) => `${provider}/${regions[provider]}`),
    );
    expect(writtenKeys()).toEqual([...new Set(wanted)].toSorted());
    expect(writtenKeys()).toEqual(KEYS);
  });

  test.each(KEYS)("%s stands in the file of its provider and region", (key) => {
    expect(`${cardOf(key).provider}/${cardOf(key).region}`).toBe(key);
  });

  test.each(KEYS)("%s lists as many machine types as were collected", (key) => {
    expect(cardOf(key).machine_types?.names.length ?? 0).toBe(ROWS[key]);
  });

  test.each(KEYS)("%s is a download of at most 15 KB", (key) => {
    expect(gzipSync(textOf(key), { level: 9 }).length).toBeLessThanOrEqual(GZIP_BYTES_MAX);
  });

  test.each(KEYS)("%s is written as the importer writes it", (key) => {
    expect(textOf(key)).toBe(formatCard(cardOf(key)));
  });

  test.each(KEYS)("%s writes its numbers in plain decimals", (key) => {
    expect(textOf(key)).not.toMatch(/\d[eE][-+]?\d+\s*[,\]}]/u);
  });

  test.each(MACHINE_KEYS)("%s sells machines with whole memory sizes", (key) => {
    expect(tableOf(key).memory_mb.filter((mb) => !Number.isInteger(mb))).toEqual([]);
  });

  test("nothing is free but OCI's micro machine and the egress of Sakura and Cloudflare", () => {
    expect(KEYS.flatMap(zeroPrices)).toEqual([
      "cloudflare/global egress",
      "oci/ap-tokyo-1 VM.Standard.E2.1.Micro",
      "oci/us-ashburn-1 VM.Standard.E2.1.Micro",
      "sakura/tk1 egress",
    ]);
  });

  test("only Sakura is priced in yen, and by the month", () => {
    const inYen = KEYS.filter((key) => cardOf(key).currency === "JPY");
    const byMonth = MACHINE_KEYS.filter((key) => tableOf(key).per === "month");
    expect(inYen).toEqual(["sakura/tk1"]);
    expect(byMonth).toEqual(["sakura/tk1"]);
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
    expect(acceptsTable(() => ({ prices: { on_demand: [1] } }))).toBe(false);
  });

  test("rejects rows that are outside the table or out of order", () => {
    expect(acceptsTable(({ names }) => ({ arm64: [names.length] }))).toBe(false);
    expect(acceptsTable(() => ({ arm64: [2, 1] }))).toBe(false);
    expect(acceptsTable(() => ({ baseline: [[836, 0.1]] }))).toBe(false);
    expect(acceptsTable(() => ({ storage_gb: [[-1, 20]] }))).toBe(false);
  });

  test("rejects a baseline outside (0, 1]", () => {
    expect(acceptsTable(() => ({ baseline: [[0, 0]] }))).toBe(false);
    expect(acceptsTable(() => ({ baseline: [[0, 1.1]] }))).toBe(false);
    expect(acceptsTable(() => ({ baseline: [[0, 1]] }))).toBe(true);
  });

  test("rejects a name twice, a vCPU count of 0 and a negative or infinite price", () => {
    expect(acceptsTable(({ names }) => ({ names: [names[1], ...names.slice(1)] }))).toBe(false);
    expect(acceptsTable(({ vcpu }) => ({ vcpu: [0, ...vcpu.slice(1)] }))).toBe(false);
    const prices = tableOf("aws/ap-northeast-1").prices.on_demand.slice(1);
    expect(acceptsTable(() => ({ prices: { on_demand: [-1, ...prices] } }))).toBe(false);
    expect(acceptsTable(() => ({ prices: { on_demand: [Infinity, ...prices] } }))).toBe(false);
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
      const graviton = tableOf(key).names.filter((name) => /^(?:a1|[a-z]+\d+g)/u.test(name));
      expect(arm64Of(key)).toEqual(graviton);
    },
  );

  test.each(["azure/japaneast", "azure/eastus"])(
    "%s: sizes with a p after the vCPUs are arm64, and those with a Grace CPU",
    (key) => {
      const named = tableOf(key).names.filter((name) =>
        /^Standard_[A-Z]+\d+[a-oq-z]*p|_GB200_/u.test(name),
      );
      expect(arm64Of(key)).toEqual(named);
    },
  );

  test.each(["google/asia-northeast1", "google/us-east4"])(
    "%s: the Tau T2A, C4A and N4A series are arm64",
    (key) => {
      const named = tableOf(key).names.filter((name) => /^(?:t2a|c4a|n4a)-/u.test(name));
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
      const { names, baseline } = tableOf(key);
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
    const { names, vcpu: vcpus, baseline } = tableOf(key);
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
    const table = tableOf(key);
    const row = table.names.indexOf(name);
    expect(table.vcpu[row]).toBe(vcpu);
    expect(table.memory_mb[row]).toBe(memoryMb);
    expect(table.prices.on_demand[row]).toBe(price);
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
    const { confidence, note, storage_gb } = tableOf("sakura/tk1");
    expect(confidence).toBe("low");
    expect(note).toContain("Unverified");
    expect(storage_gb).toEqual([
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

  test("a card has no meter but those", () => {
    expect(metersOf("aws/us-east-1")).toHaveLength(4);
    expect(metersOf("google/us-east4")).toHaveLength(6);
    expect(metersOf("azure/eastus")).toHaveLength(4);
    expect(metersOf("oci/us-ashburn-1")).toHaveLength(2);
    expect(metersOf("sakura/tk1")).toEqual([]);
    expect(metersOf("cloudflare/global")).toHaveLength(3);
  });

  test("Azure's function prices in Japan are those of East US, and trusted less", () => {
    const { azure_functions, azure_functions_flex } = cardOf("azure/japaneast").services;
    const prices = [azure_functions, azure_functions_flex].flatMap((meters) =>
      Object.values(meters ?? {}),
    );
    expect(prices.map(({ confidence }) => confidence)).toEqual(["medium", "low", "low", "low"]);
    for (const { note } of prices) expect(note).toContain("East US");
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
      expect(egress.free).toBe(free);
    },
  );
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

function tableOf(key: string): MachineTypesFile {
  const table = cardOf(key).machine_types;
  if (table === undefined) throw new Error(`no machine types in ${key}`);
  return table;
}

/** Whether the schema accepts the card of Tokyo with a change. */
function accepts(change: (card: RateCardFile) => unknown): boolean {
  return RateCardFileSchema.safeParse(change(cardOf("aws/ap-northeast-1"))).success;
}

function acceptsTable(change: (table: MachineTypesFile) => object): boolean {
  const table = tableOf("aws/ap-northeast-1");
  return accepts((card) => ({ ...card, machine_types: { ...table, ...change(table) } }));
}

function acceptsEgress(egress: object): boolean {
  return accepts((card) => ({ ...card, egress: { ...card.egress, ...egress } }));
}

function metersOf(key: string): string[] {
  return Object.entries(cardOf(key).services).flatMap(([service, prices]) =>
    Object.keys(prices).map((meter) => `${service} ${meter}`),
  );
}

function arm64Of(key: string): (string | undefined)[] {
  const { names, arm64 } = tableOf(key);
  return arm64.map((row) => names[row]);
}

function provenanceOf(key: string, name: string): Pick<PriceFile, "source" | "confidence"> {
  const table = tableOf(key);
  const row = table.names.indexOf(name);
  return table.exceptions?.find(({ rows }) => rows.includes(row)) ?? table;
}

/** What a card sells for nothing. */
function zeroPrices(key: string): string[] {
  const { services, egress, machine_types, flexible_types } = cardOf(key);
  const prices: [string, PriceFile][] = [
    ["egress", egress],
    ...Object.entries(services).flatMap(([service, meters]) =>
      Object.entries(meters).map(([meter, price]): [string, PriceFile] => [
        `${service} ${meter}`,
        price,
      ]),
    ),
    ...Object.entries(flexible_types ?? {}).flatMap(([shape, type]): [string, PriceFile][] => [
      [`${shape} OCPU`, type.ocpu_hours],
      [`${shape} memory`, type.memory_gb_hours],
    ]),
  ];
  const free = prices.filter(([, { tiers }]) => tiers.some(([, unitPrice]) => unitPrice === 0));
  const freeMachines = (machine_types?.names ?? []).filter(
    (_, row) => machine_types?.prices.on_demand[row] === 0,
  );
  return [...free.map(([name]) => name), ...freeMachines].map((name) => `${key} ${name}`);
}
