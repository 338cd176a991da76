import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { FlexibleShape, RateCard } from "../../../shared/catalog/card.ts";
import type { Catalog } from "../../../shared/catalog/catalog.ts";
import { containerSizes } from "../../../shared/catalog/container-machines.ts";
import { withCustomCatalog, type CustomPrice } from "../../../shared/catalog/custom-prices.ts";
import { findMachine } from "../../../shared/catalog/find-machine.ts";
import { LazyCatalog } from "../../../shared/catalog/lazy-catalog.ts";
import type { Machine } from "../../../shared/catalog/machine.ts";
import {
  FUNCTION_SERVICES,
  type FunctionServiceId,
  type MachineServiceId,
  type ProviderId,
} from "../../../shared/catalog/providers.ts";
import { PricingError } from "../../../shared/engine/errors.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import type { MeteringRule } from "../../../shared/metering/rule.ts";
import type { MachineOffer, Offer } from "../../../shared/offer.ts";
import {
  byCost,
  isSameElsewhere,
  monthlyCostOf,
  type FoundOffer,
} from "../../../shared/search/found-offer.ts";
import { flexibleSizes, type FlexibleSize } from "../../../shared/search/flexible-sizes.ts";
import {
  keysToSearch,
  type SearchFilters,
  type SearchQuestion,
} from "../../../shared/search/question.ts";
import type { SearchIndex } from "../../../shared/search/search-index.ts";
import { search } from "../../../shared/search/search.ts";
import type { SideCosts } from "../../../shared/side-costs/side-costs.ts";
import { capacityDemandOf } from "../../../shared/workload.ts";
import { diskPlatform } from "../../../worker/disk-platform.ts";

let index: SearchIndex;
let catalog: Catalog;
beforeAll(async () => {
  index = await diskPlatform.searchIndex();
  catalog = await new LazyCatalog(diskPlatform.catalog).open();
});

const SERVICES = {
  aws: "aws_ec2",
  google: "google_cloud",
  azure: "azure",
  oci: "oci",
  sakura: "sakura_cloud",
  fly: "fly_machines",
} as const;

const CONTAINERS: { readonly [provider in ProviderId]?: readonly MachineServiceId[] } = {
  aws: ["aws_fargate"],
  google: ["gcp_cloudrun_instances"],
  cloudflare: ["cloudflare_container_instances"],
};

/** Every offer of the cards that a question leaves, priced one by one from the whole cards. */
async function exhaustive(question: SearchQuestion): Promise<FoundOffer[]> {
  const { filters, terms } = question;
  const keys = keysToSearch(filters, catalog.index);
  await catalog.load(keys);
  const cards = withCustomCatalog(catalog, terms.customPrices ?? [], null);
  const found: FoundOffer[] = [];
  for (const key of keys) {
    const card = cards.card(key);
    const price = (offer: Offer) => {
      const priced = monthlyCostOf(question, key, offer, card);
      if (priced !== null) found.push(priced);
    };
    for (const [service, provider] of Object.entries(FUNCTION_SERVICES)) {
      if (provider !== key.provider || filters.kinds?.includes("function") === false) continue;
      const rule: MeteringRule = METERING_RULES[service as FunctionServiceId];
      const meters = card.meterNames(rule.pricedAs ?? service);
      for (const architecture of ["x86_64", "arm64"] as const) {
        const isArm64 = ["aws_lambda", "aws_fargate_task"].includes(service);
        const isSold = meters.length > 0 && (architecture === "x86_64" || isArm64);
        if (!isSold || filters.architectures?.includes(architecture) === false) continue;
        price({
          kind: "function",
          service: service as FunctionServiceId,
          region: key.region,
          architecture,
        });
      }
    }
    if (filters.kinds?.includes("machine") === false) continue;
    for (const [service, name] of machinesOf(card, key.provider, question)) {
      const machine = soldMachine(card, service, name);
      if (machine === undefined) continue;
      if (filters.architectures?.includes(machine.architecture) === false) continue;
      if (machine.vcpu < filters.leastVcpu || machine.memoryMb < filters.leastMemoryMb) continue;
      if (filters.excludesBurstable && machine.baseline < 1) continue;
      for (const purchase of filters.purchases ?? (["on_demand"] as const)) {
        if (machine.charges[purchase] === undefined) continue;
        const sizing = { kind: filters.sizing, minimumMachines: filters.minimumMachines };
        const offer: MachineOffer = {
          kind: "machine",
          service,
          region: key.region,
          instanceType: name,
          purchase,
          sizing,
        };
        price(offer);
      }
    }
  }
  const ranked: FoundOffer[] = [];
  for (const offer of found.toSorted(byCost)) {
    const isAlone = ranked.every((other) => !isSameElsewhere(other, offer));
    if (isAlone) ranked.push(offer);
    if (ranked.length === filters.limit) break;
  }
  return ranked;
}

/** Services and names of what a card may rent out. */
function machinesOf(
  card: RateCard,
  provider: ProviderId,
  question: SearchQuestion,
): (readonly [MachineServiceId, string])[] {
  const names = card.machineNames.flatMap((name) => {
    const shape = card.flexibleShape(name);
    if (shape === undefined) return [name];
    return sizesOf(shape, question).map(({ ocpu, memoryGb }) => `${name}_${ocpu}_${memoryGb}`);
  });
  return [
    ...(provider === "cloudflare" ? [] : names.map((name) => [SERVICES[provider], name] as const)),
    ...(CONTAINERS[provider] ?? []).flatMap((service) =>
      containerSizes(service).map(({ name }) => [service, name] as const),
    ),
  ];
}

/** `undefined` for a service that the region does not have. */
function soldMachine(card: RateCard, service: MachineServiceId, name: string): Machine | undefined {
  try {
    return findMachine(card, service, name);
  } catch (error) {
    if (error instanceof PricingError) return undefined;
    throw error;
  }
}

/** The sizes that a search looks at; that the cheapest is among them has tests of its own. */
function sizesOf(
  shape: FlexibleShape,
  { workload, filters, terms }: SearchQuestion,
): FlexibleSize[] {
  const { leastVcpu, leastMemoryMb, minimumMachines, mostMachines, sizing } = filters;
  return flexibleSizes(
    {
      ...shape,
      ocpu: [Math.max(shape.ocpu[0], leastVcpu / shape.vcpuPerOcpu), shape.ocpu[1]],
      memoryGb: [Math.max(shape.memoryGb[0], leastMemoryMb / 1024), shape.memoryGb[1]],
    },
    {
      demand: capacityDemandOf(workload),
      peakRequestsPerSecond: (workload.requestsPerMonth / 2_628_000) * workload.peakToAverage,
      minimumMachines,
      mostMachines,
      countsMachines:
        terms.sideCosts !== undefined ||
        (sizing === "autoscaled" && workload.hourlyWeights !== undefined),
    },
  );
}

/** Everything that can be charged around an offer. */
const EVERYTHING = {
  frontDoor: "http_api",
  loadBalancer: true,
  publicIpv4: true,
  diskGb: 50,
  natGateway: true,
  logs: true,
  operations: { functionHours: 1, machineHours: 5, usdPerHour: 40 },
} satisfies SideCosts;

/** Ten million requests that little is needed for, on machines of any kind. */
const SMALL: SearchQuestion = {
  workload: {
    requestsPerMonth: 1e7,
    durationMs: 100,
    memoryMb: 128,
    cpuMs: 1,
    memoryPerRequestMb: 16,
    egressPerRequestKb: 0,
    internetTransferRatio: 100,
    peakToAverage: 3,
    targetUtilisation: 0.7,
    memoryReserveMb: 128,
  },
  filters: {
    kinds: ["machine"],
    sizing: "peak",
    minimumMachines: 1,
    mostMachines: 1_000_000,
    leastVcpu: 0,
    leastMemoryMb: 0,
    excludesBurstable: false,
    limit: 2,
  },
  terms: {
    includeFreeTier: true,
    includeEgressFreeTier: true,
    customEgressRates: {},
    currency: "USD",
    exchangeRate: 150,
  },
};

async function cheapestMachines(filters: Partial<SearchFilters>): Promise<string[]> {
  const question = { ...SMALL, filters: { ...SMALL.filters, ...filters } };
  const { found } = await search(question, index, catalog);
  return found.map(({ offer }) =>
    offer.kind === "machine" ? `${offer.service} ${offer.instanceType}` : offer.service,
  );
}

/** Other regions that a search names, each of which has been asked what it costs there. */
async function elsewhere(question: SearchQuestion): Promise<string[]> {
  const { found } = await search(question, index, catalog);
  await catalog.load(keysToSearch(question.filters, catalog.index));
  const cards = withCustomCatalog(catalog, question.terms.customPrices ?? [], null);
  return found.flatMap(({ provider, offer, monthlyCost, alsoIn }) =>
    alsoIn.map((region) => {
      const there = { ...offer, region };
      const priced = monthlyCostOf(
        question,
        { provider, region },
        there,
        cards.card({ provider, region }),
      );
      expect(priced?.monthlyCost).toBeCloseTo(monthlyCost, 6);
      return region;
    }),
  );
}

const customPrices = fc.oneof(
  fc.constant<readonly CustomPrice[]>([]),
  fc.constant<readonly CustomPrice[]>([
    { provider: "aws", instanceType: "m*", change: { discountPercent: 60 } },
    { provider: "google", purchase: "spot", change: { discountPercent: 15 } },
  ]),
  fc.constant<readonly CustomPrice[]>([
    {
      provider: "azure",
      instanceType: "Standard_D2*",
      change: { unitPrice: 0.002, currency: "USD" },
    },
    { provider: "aws", service: "aws_lambda", change: { discountPercent: 90 } },
    { provider: "oci", meter: "ocpu_hours", change: { unitPrice: 0.001, currency: "USD" } },
  ]),
);

const questions: fc.Arbitrary<SearchQuestion> = fc
  .record({
    exponent: fc.double({ min: 0, max: 10, noNaN: true }),
    durationMs: fc.integer({ min: 1, max: 5000 }),
    memoryMb: fc.integer({ min: 128, max: 10_240 }),
    cpuShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    egressPerRequestKb: fc.constantFrom(0, 0, 4, 300),
    peakToAverage: fc.constantFrom(1, 3, 10),
    regions: fc.constantFrom(
      ["ap-northeast-1"],
      ["eastus", "eu-west-1"],
      ["ca-west-1"],
      ["me-central2"],
    ),
    purchases: fc.constantFrom(
      undefined,
      ["on_demand", "spot"] as const,
      ["commitment_3y"] as const,
    ),
    architectures: fc.constantFrom(undefined, ["arm64"] as const),
    kinds: fc.constantFrom(undefined, ["machine"] as const, ["function"] as const),
    sizing: fc.constantFrom("peak", "autoscaled"),
    mostMachines: fc.constantFrom(1, 20, 1000),
    leastMemoryMb: fc.constantFrom(0, 8192),
    excludesBurstable: fc.boolean(),
    limit: fc.constantFrom(1, 5, 40),
    currency: fc.constantFrom("USD", "JPY"),
    sideCosts: fc.constantFrom<SideCosts | undefined>(undefined, { publicIpv4: true }, EVERYTHING),
    minimumMachines: fc.constantFrom(1, 1, 3),
    hourly: fc.boolean(),
    customPrices,
  })
  .map((drawn) => ({
    workload: {
      requestsPerMonth: Math.round(10 ** drawn.exponent),
      durationMs: drawn.durationMs,
      memoryMb: drawn.memoryMb,
      cpuMs: drawn.durationMs * drawn.cpuShare,
      memoryPerRequestMb: null,
      egressPerRequestKb: drawn.egressPerRequestKb,
      internetTransferRatio: 100,
      peakToAverage: drawn.peakToAverage,
      targetUtilisation: 0.7,
      memoryReserveMb: 256,
      ...(drawn.hourly
        ? { hourlyWeights: Array.from({ length: 24 }, (_, hour) => Math.abs(12 - hour)) }
        : {}),
    },
    filters: {
      regions: drawn.regions,
      purchases: drawn.purchases,
      architectures: drawn.architectures,
      kinds: drawn.kinds,
      sizing: drawn.sizing,
      minimumMachines: drawn.minimumMachines,
      mostMachines: drawn.mostMachines,
      leastVcpu: 0,
      leastMemoryMb: drawn.leastMemoryMb,
      excludesBurstable: drawn.excludesBurstable,
      limit: drawn.limit,
    },
    terms: {
      includeFreeTier: true,
      includeEgressFreeTier: true,
      customEgressRates: {},
      currency: drawn.currency,
      exchangeRate: 150,
      customPrices: drawn.customPrices,
      ...(drawn.sideCosts === undefined ? {} : { sideCosts: drawn.sideCosts }),
    },
  }));

/** Machines of little use that each have a large disk, on OCI's Arm. */
const WITH_LARGE_DISKS: SearchQuestion = {
  workload: {
    ...SMALL.workload,
    requestsPerMonth: 33_136_638,
    durationMs: 400,
    cpuMs: 348,
    peakToAverage: 10,
    targetUtilisation: 0.05,
  },
  filters: {
    ...SMALL.filters,
    providers: ["oci"],
    regions: ["us-ashburn-1"],
    architectures: ["arm64"],
    limit: 1,
  },
  terms: { ...SMALL.terms, sideCosts: { diskGb: 2000 } },
};

test("takes fewer and larger machines where something is charged for each of them", async () => {
  const question = WITH_LARGE_DISKS;
  const { found } = await search(question, index, catalog);
  const key = { provider: "oci", region: "us-ashburn-1" } as const;
  const card = catalog.card(key);
  const costs = card.flexibleShapes.flatMap((name) => {
    const shape = card.flexibleShape(name);
    if (shape?.architecture !== "arm64") return [];
    return Array.from({ length: shape.ocpu[1] }, (_, above) => {
      const ocpu = above + 1;
      const offer: MachineOffer = {
        kind: "machine",
        service: "oci",
        region: key.region,
        instanceType: `${name}_${ocpu}_${Math.max(ocpu, shape.memoryGb[0])}`,
        purchase: "on_demand",
        sizing: { kind: "peak", minimumMachines: 1 },
      };
      return monthlyCostOf(question, key, offer, card)?.monthlyCost ?? Infinity;
    });
  });
  expect(costs.length).toBeGreaterThan(50);
  expect(found[0]?.monthlyCost).toBeLessThanOrEqual(Math.min(...costs) * (1 + 1e-9));
});

test("counts no offer as carrying the load where what it sends cannot be bought", async () => {
  const region = "ap-southeast-7";
  const { workload, filters, terms } = SMALL;
  const asked = (egressPerRequestKb: number) =>
    search(
      {
        workload: { ...workload, egressPerRequestKb },
        filters: { ...filters, providers: ["aws"], regions: [region] },
        terms,
      },
      index,
      catalog,
    );
  const [without, sending] = await Promise.all([asked(0), asked(300)]);
  expect(sending.considered).toBe(without.considered);
  expect(without.carrying).toBeGreaterThan(50);
  expect(sending.carrying).toBe(0);
});

describe("the search", () => {
  test("finds what pricing every offer one by one finds", async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const [answer, wanted] = [
          await search(question, index, catalog),
          await exhaustive(question),
        ];
        const costs = (offers: readonly FoundOffer[]) =>
          offers.map(({ monthlyCost }) => monthlyCost);
        expect(answer.found).toHaveLength(wanted.length);
        for (const [place, cost] of costs(answer.found).entries()) {
          expect(cost).toBeCloseTo(costs(wanted)[place] ?? Number.NaN, 6);
        }
        expect(answer.considered).toBeGreaterThanOrEqual(answer.carrying);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });

  test("finds containers that run all month where they are the cheapest", async () => {
    const found = await cheapestMachines({
      excludesBurstable: true,
      providers: ["aws"],
      regions: ["us-east-1"],
    });
    expect(found).toEqual(["aws_fargate 0.25_0.5_arm64", "aws_fargate 0.25_1_arm64"]);
    // Without prices for Arm, those for x86 are found.
    const tokyo = { providers: ["aws"], regions: ["ap-northeast-1"] } as const;
    expect(await cheapestMachines({ ...tokyo, excludesBurstable: true })).toEqual([
      "aws_fargate 0.25_0.5",
      "aws_fargate 0.25_1",
    ]);
    const large = await cheapestMachines({ providers: ["google"], leastVcpu: 8, leastMemoryMb: 1 });
    expect(large.every((name) => name.startsWith("google_cloud "))).toBe(true);
    const bought = await cheapestMachines({
      providers: ["cloudflare"],
      purchases: ["commitment_1y"],
    });
    expect(bought).toEqual([]);
    expect(await cheapestMachines({ providers: ["cloudflare"] })).toEqual([
      "cloudflare_container_instances lite",
      "cloudflare_container_instances basic",
    ]);
  });

  test("knows functions by their own egress where their other prices are another service's", async () => {
    const question: SearchQuestion = {
      ...SMALL,
      workload: {
        ...SMALL.workload,
        requestsPerMonth: 1e9,
        memoryMb: 512,
        egressPerRequestKb: 100_000,
      },
      filters: {
        ...SMALL.filters,
        kinds: ["function"],
        providers: ["aws", "cloudflare"],
        regions: ["us-east-1"],
        limit: 1,
      },
    };
    const { found } = await search(question, index, catalog);
    expect(found.map(({ offer }) => offer.service)).toEqual(["aws_lambda_edge"]);
  });

  test("names other regions only where an offer costs the same, whatever prices of one's own leave", async () => {
    const machines: SearchQuestion = {
      ...SMALL,
      filters: {
        ...SMALL.filters,
        providers: ["aws"],
        regions: ["us-east-1", "us-east-2", "ap-northeast-1"],
        minimumMachines: 2,
        limit: 40,
      },
    };
    const functions: SearchQuestion = {
      ...SMALL,
      filters: { ...SMALL.filters, kinds: ["function"], providers: ["oci"], limit: 1 },
      terms: { ...SMALL.terms, sideCosts: { operations: EVERYTHING.operations } },
    };
    const free = (region: string, hours: number) =>
      ({ provider: "aws", region, change: { discountPercent: 0, free: hours } }) as const;
    const differing = [free("us-east-1", 730), free("us-east-2", 1460)];
    const ofRegions = { ...SMALL.terms, customPrices: differing };
    expect(await elsewhere({ ...machines, terms: ofRegions })).toEqual([]);
    const everywhere = [{ provider: "aws", change: { discountPercent: 0, free: 730 } }] as const;
    const terms = { ...SMALL.terms, customPrices: everywhere };
    expect(await elsewhere({ ...machines, terms })).not.toEqual([]);
    expect(await elsewhere(functions)).not.toEqual([]);
  });

  test("looks at every price of the catalog and at every function", async () => {
    const { file } = catalog.index;
    const question: SearchQuestion = {
      ...SMALL,
      filters: {
        ...SMALL.filters,
        purchases: [
          "on_demand",
          "commitment_1y",
          "commitment_3y",
          "convertible_1y",
          "convertible_3y",
          "spot",
        ],
        limit: 1,
      },
    };
    const { considered, regions } = await search(question, index, catalog);
    const summaries = Object.values(file.providers).flatMap((own) => Object.values(own));
    expect(regions).toBe(summaries.length);
    const ofOci = Object.keys(file.providers.oci).map(
      (region) => ({ provider: "oci", region }) as const,
    );
    const meters = ofOci.filter((key) => index.card(key).flexibleShapes.length > 0).length;
    const { prices } = index.machines;
    const packed = Object.values(prices).reduce((sum, { monthly }) => sum + monthly.length, 0);
    expect(packed).toBeGreaterThan(250_000);
    expect(considered).toBeGreaterThanOrEqual(packed + meters);
    const byFunction = await search(
      { ...question, filters: { ...question.filters, kinds: ["function"], purchases: undefined } },
      index,
      catalog,
    );
    expect(byFunction.considered).toBeGreaterThan(350);
  });
});
