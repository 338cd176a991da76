import type { OriginFile, PriceFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import firstGeneration from "../first-generation-tiers.json" with { type: "json" };
import { perOne, price } from "./card-parts.ts";

interface RequestRates {
  readonly vcpuSecond: number;
  readonly gibSecond: number;
  readonly idleMinInstanceVcpuSecond: number;
  readonly idleMinInstanceGibSecond: number;
  readonly perMillionRequests: number;
}

interface InstanceRates {
  readonly vcpuSecond: number;
  readonly gibSecond: number;
}

interface Free {
  readonly vcpuSeconds: number;
  readonly gibSeconds: number;
}

export interface CloudRunFacts {
  readonly requestBased: {
    readonly tier1: RequestRates;
    readonly tier2: RequestRates;
    readonly free: Free & { readonly requests: number };
  };
  readonly instanceBased: {
    readonly tier1: InstanceRates;
    readonly tier2: InstanceRates;
    readonly free: Free;
  };
  readonly workerPools: { readonly tier1: InstanceRates };
  readonly firstGenFunctions: {
    readonly perMillionInvocations: number;
    readonly gbSecond: number;
    readonly ghzSecond: number;
  };
  readonly tier1Regions: readonly string[];
  readonly tier2Regions: readonly string[];
  readonly tierListConfidence: string;
}

const AT_TIER_1 = "The allowance is a discount at the prices of tier 1: here it covers less usage.";

/** Cloud Run of a region; `null` where the region's tier is not known. Its functions cost the same. */
export function cloudRunPrices(
  region: string,
  facts: CloudRunFacts,
): Record<string, PriceFile> | null {
  const isTier1 = facts.tier1Regions.includes(region);
  if (!isTier1 && !facts.tier2Regions.includes(region)) return null;
  const tier = isTier1 ? "tier1" : "tier2";
  const request = facts.requestBased[tier];
  const instance = facts.instanceBased[tier];
  const { free } = facts.requestBased;
  const from = {
    source: isTier1 ? "run" : "run-tier-2",
    confidence: isConfirmed(region, facts) ? "high" : "medium",
  } as const;
  const idle: OriginFile = isTier1
    ? from
    : {
        source: "run-tier-2",
        confidence: "derived",
        note: "1.4 times the price of tier 1, as the other prices.",
      };
  const first = facts.requestBased.tier1;
  const firstInstance = facts.instanceBased.tier1;
  const freeVcpu = worth(free.vcpuSeconds, first.vcpuSecond, request.vcpuSecond);
  const freeGib = worth(free.gibSeconds, first.gibSecond, request.gibSecond);
  const ofInstance = facts.instanceBased.free;
  const note = isTier1 ? {} : { note: AT_TIER_1 };
  return {
    requests: price("request", perOne(request.perMillionRequests, 6), {
      free: free.requests,
      ...from,
    }),
    vcpu: price("vCPU-second", request.vcpuSecond, { free: freeVcpu, ...from, ...note }),
    memory: price("GiB-second", request.gibSecond, { free: freeGib, ...from, ...note }),
    idle_vcpu: price("vCPU-second", request.idleMinInstanceVcpuSecond, idle),
    idle_memory: price("GiB-second", request.idleMinInstanceGibSecond, idle),
    instance_vcpu: price("vCPU-second", instance.vcpuSecond, {
      free: worth(ofInstance.vcpuSeconds, firstInstance.vcpuSecond, instance.vcpuSecond),
      ...from,
      ...note,
    }),
    instance_memory: price("GiB-second", instance.gibSecond, {
      free: worth(ofInstance.gibSeconds, firstInstance.gibSecond, instance.gibSecond),
      ...from,
      ...note,
    }),
    ...(isTier1
      ? {
          worker_pool_vcpu: price("vCPU-second", facts.workerPools.tier1.vcpuSecond, from),
          worker_pool_memory: price("GiB-second", facts.workerPools.tier1.gibSecond, from),
        }
      : {}),
  };
}

/** Usage that the allowance covers at a dearer price: it is a discount at the prices of tier 1. */
function worth(quantity: number, tier1Price: number, ownPrice: number): number {
  return ownPrice === tier1Price ? quantity : (quantity * tier1Price) / ownPrice;
}

/** The statement names the confirmed regions first, then the others; `us-west2/3/4` are three of them. */
function isConfirmed(region: string, { tierListConfidence }: CloudRunFacts): boolean {
  const [confirmed = ""] = tierListConfidence.split("Others");
  const names = [
    ...confirmed.matchAll(/[a-z]+-[a-z]+(?:\d+(?:\/\d+)*|\*)|[a-z]+-\*|[a-z]+-[a-z]+\*/gu),
  ];
  return names.some(([name]) => {
    const [first = "", ...numbers] = name.split("/");
    if (first.endsWith("*")) return region.startsWith(first.slice(0, -1));
    return first === region || numbers.some((number) => first.replace(/\d+$/u, number) === region);
  });
}

/**
 * Functions of the 1st generation: the legacy list, whose tiers are not those of Cloud Run. Its allowances
 * of compute time are discounts at the prices of tier 1, too.
 */
export function firstGenerationPrices(
  region: string,
  { firstGenFunctions: facts }: CloudRunFacts,
): Record<string, PriceFile> {
  const { from, gbSecond, ghzSecond } = firstGenerationTier(region, facts);
  const note = gbSecond === facts.gbSecond ? {} : { note: AT_TIER_1 };
  return {
    requests: price("request", perOne(facts.perMillionInvocations, 6), {
      free: FREE_INVOCATIONS,
      ...from,
    }),
    compute: price("GB-second", gbSecond, {
      free: worth(FREE_GB_SECONDS, facts.gbSecond, gbSecond),
      ...from,
      ...note,
    }),
    cpu: price("GHz-second", ghzSecond, {
      free: worth(FREE_GHZ_SECONDS, facts.ghzSecond, ghzSecond),
      ...from,
      ...note,
    }),
    egress: price("GB", EGRESS_USD_PER_GB, {
      free: FREE_EGRESS_GB,
      source: "functions-gen1",
      confidence: "medium",
      note: "A flat rate, wherever the function runs: not the tiers of the region.",
    }),
  };
}

/** What a region's compute time costs; where its tier was not read, as much as in tier 1. */
function firstGenerationTier(
  region: string,
  { gbSecond, ghzSecond }: CloudRunFacts["firstGenFunctions"],
): { from: OriginFile; gbSecond: number; ghzSecond: number } {
  if (firstGeneration.tier_2.includes(region)) {
    return {
      from: { source: "functions-gen1-tiers", confidence: "medium" },
      gbSecond: firstGeneration.usd_per_gb_second_of_tier_2,
      ghzSecond: firstGeneration.usd_per_ghz_second_of_tier_2,
    };
  }
  const source = "functions-gen1";
  const from: OriginFile = firstGeneration.tier_1.includes(region)
    ? { source, confidence: "medium" }
    : {
        source,
        confidence: "low",
        note: "The price of tier 1; that of this region was not read.",
      };
  return { from, gbSecond, ghzSecond };
}

/** Allowances of the 1st generation. https://cloud.google.com/functions/pricing-1stgen */
const FREE_INVOCATIONS = 2_000_000;
const FREE_GB_SECONDS = 400_000;
const FREE_GHZ_SECONDS = 200_000;
const FREE_EGRESS_GB = 5;
/** What the same page charges for a GB beyond them, whatever the region. */
const EGRESS_USD_PER_GB = 0.12;

/** Where Cloud Run's prices were read. */
export function cloudRunSources(): Record<string, SourceFile> {
  return {
    run: {
      title: "Cloud Run price page, regions of tier 1",
      url: "https://cloud.google.com/run/pricing",
      date: "2026-09-28",
    },
    "run-tier-2": {
      title: "Cloud Run prices of tier 2, from infracost's recorded bills",
      url: "https://cloud.google.com/run/pricing",
      date: "2024-07-01",
    },
    "functions-gen1": {
      title: "Cloud Functions price page, 1st generation (at the earliest this day)",
      url: "https://cloud.google.com/functions/pricing-1stgen",
      date: "2024-07-01",
    },
    "functions-gen1-tiers": {
      title: firstGeneration.title,
      url: firstGeneration.source,
      date: firstGeneration.date,
    },
  };
}
