import type { PriceFile, RateCardFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import { baselineOf, shownVcpuOf } from "./baselines.ts";
import {
  card,
  entryOf,
  machineTypes,
  perOne,
  repositorySource,
  type MachineRow,
  type RepositoryFact,
} from "./card-parts.ts";

interface CloudRunTier {
  readonly vcpuSecond: number;
  readonly gibSecond: number;
  readonly perMillionRequests: number;
}

export interface GoogleFacts {
  readonly _about: { readonly sources: readonly RepositoryFact[] };
  readonly types: Readonly<
    Record<string, { readonly vcpu?: number; readonly memoryGiB?: number; readonly arch: string }>
  >;
  readonly regions: Readonly<
    Record<string, { readonly types: Readonly<Record<string, { readonly usdPerHour?: number }>> }>
  >;
  readonly cloudRun: {
    readonly requestBased: {
      readonly tier1: CloudRunTier;
      readonly tier2: CloudRunTier;
      readonly free: {
        readonly vcpuSeconds: number;
        readonly gibSeconds: number;
        readonly requests: number;
      };
    };
    readonly tier1Regions: readonly string[];
    readonly tier2Regions: readonly string[];
    readonly tierListConfidence: string;
  };
}

export interface GoogleEgressFacts {
  readonly premiumTier: {
    readonly freeGiBPerMonth: number;
    readonly regions: Readonly<
      Record<string, { readonly worldwide: readonly (readonly [number | null, number])[] }>
    >;
    readonly source: RepositoryFact;
    readonly corrections: Readonly<Record<string, unknown>>;
  };
}

/** Types that are no sizes on sale but examples of custom ones. */
const NO_SIZE = /^custom-/u;

/** The rate card of a Google Cloud region. */
export function googleCard(
  region: string,
  facts: GoogleFacts,
  egress: GoogleEgressFacts,
): RateCardFile {
  const run = cloudRunPrices(region, facts);
  return card(
    {
      provider: "google",
      region,
      currency: "USD",
      services: { gcp_cloudrun: run, gcp_functions: run },
      egress: egressPrice(region, egress),
      machine_types: machineTypes(machineRows(region, facts), "hour", {
        source: "compute",
        confidence: "high",
        note: "List price, before the sustained-use discount that some series have.",
      }),
    },
    sources(facts, egress),
  );
}

/** Cloud Run functions are billed as Cloud Run: one price list for both. */
function cloudRunPrices(region: string, { cloudRun }: GoogleFacts): Record<string, PriceFile> {
  const { tier1, tier2, free } = cloudRun.requestBased;
  const isTier1 = cloudRun.tier1Regions.includes(region);
  if (!isTier1 && !cloudRun.tier2Regions.includes(region)) {
    throw new Error(`no Cloud Run tier is known for ${region}`);
  }
  const tier = isTier1 ? tier1 : tier2;
  // The statement names the confirmed regions first, then the others.
  const [confirmed = ""] = cloudRun.tierListConfidence.split("Others");
  const from = {
    source: isTier1 ? "run" : "run-tier-2",
    confidence: confirmed.includes(region) ? "high" : "medium",
  } as const;
  return {
    requests: {
      unit: "request",
      free: free.requests,
      tiers: [[null, perOne(tier.perMillionRequests, 6)]],
      ...from,
    },
    vcpu: {
      unit: "vCPU-second",
      free: free.vcpuSeconds,
      tiers: [[null, tier.vcpuSecond]],
      ...from,
    },
    memory: {
      unit: "GiB-second",
      free: free.gibSeconds,
      tiers: [[null, tier.gibSecond]],
      ...from,
    },
  };
}

function egressPrice(region: string, { premiumTier }: GoogleEgressFacts): PriceFile {
  const fromNorthAmerica = /^(?:us|northamerica)-/u.test(region);
  return {
    unit: "GB",
    ...(fromNorthAmerica ? { free: premiumTier.freeGiBPerMonth } : {}),
    tiers: entryOf(premiumTier.regions, region).worldwide,
    source: "egress",
    ...(region in premiumTier.corrections
      ? {
          confidence: "medium",
          note: "Premium tier, worldwide except China and Australia. The source lists the first tier below the second; corrected to the ladder of the neighbouring regions.",
        }
      : {
          confidence: "high",
          note: "Premium tier, worldwide except China and Australia.",
        }),
  };
}

function machineRows(region: string, facts: GoogleFacts): MachineRow[] {
  return Object.entries(entryOf(facts.regions, region).types).flatMap(([name, { usdPerHour }]) => {
    const type = facts.types[name];
    const vcpu = shownVcpuOf("google", name) ?? type?.vcpu;
    if (vcpu === undefined || type?.memoryGiB === undefined || usdPerHour === undefined) return [];
    if (NO_SIZE.test(name)) return [];
    return {
      name,
      vcpu,
      memoryMb: Math.floor(type.memoryGiB * MB_PER_GB),
      arm64: type.arch === "arm64",
      baseline: baselineOf("google", name),
      price: usdPerHour,
    };
  });
}

function sources(
  { _about: about }: GoogleFacts,
  egress: GoogleEgressFacts,
): Record<string, SourceFile> {
  const [catalog] = about.sources;
  if (catalog === undefined) throw new Error("the facts lack the source of the machine prices");
  return {
    compute: repositorySource("Google Cloud Billing Catalog, Compute Engine", catalog),
    run: {
      title: "Cloud Run price page, request-based billing, regions of tier 1",
      url: "https://cloud.google.com/run/pricing",
      date: "2026-09-28",
    },
    "run-tier-2": {
      title: "Cloud Run prices of tier 2, from infracost's recorded bills",
      url: "https://cloud.google.com/run/pricing",
      date: "2024-07-01",
    },
    egress: repositorySource("Google Cloud premium tier egress", egress.premiumTier.source),
  };
}
