import type {
  Confidence,
  PriceFile,
  RateCardFile,
  SourceFile,
} from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import { baselineOf } from "./baselines.ts";
import {
  card,
  entryOf,
  machineTypes,
  perOne,
  repositorySource,
  type MachineRow,
  type Origin,
  type RepositoryFact,
} from "./card-parts.ts";

interface Plan {
  readonly usdPerGbSecond: number;
  readonly usdPerMillionExecutions: number;
  readonly free: { readonly gbSeconds: number; readonly executions: number };
}

export interface AzureFacts {
  readonly _about: { readonly sources: readonly RepositoryFact[] };
  readonly types: Readonly<
    Record<
      string,
      { readonly vcpu?: number; readonly memoryGiB?: number; readonly burstable?: boolean }
    >
  >;
  readonly regions: Readonly<
    Record<string, Readonly<Record<string, { readonly usdPerHour?: number; readonly src?: "k" }>>>
  >;
  readonly functions: {
    readonly consumption: Plan;
    readonly flexConsumption: { readonly onDemand: Plan };
  };
}

type Ladder = readonly (readonly [number | null, number])[];

export interface AzureEgressFacts {
  readonly freeGbPerMonth: number;
  /** Bounds include the free allowance. */
  readonly premiumRouting: {
    readonly northAmerica_europe: Ladder;
    readonly asia_oceania_mea: Ladder;
    readonly southAmerica: Ladder;
  };
}

/** The region whose function prices were read; all others get the same figures. */
const FUNCTIONS_READ_IN = "eastus";
const SAME_AS_READ = "The list price of East US; not read for this region.";

const ONLY_IN_KARPENTER: Origin = {
  source: "vm-karpenter",
  confidence: "medium",
  note: "Only in this source, which holds Windows prices for some other types.",
};

/** The rate card of an Azure region. */
export function azureCard(
  region: string,
  facts: AzureFacts,
  egress: AzureEgressFacts,
): RateCardFile {
  const { consumption, flexConsumption } = facts.functions;
  const read = region === FUNCTIONS_READ_IN;
  return card(
    {
      provider: "azure",
      region,
      currency: "USD",
      services: {
        azure_functions: planPrices(consumption, read, {
          requests: "medium",
          compute: read ? "medium" : "low",
        }),
        azure_functions_flex: planPrices(flexConsumption.onDemand, read, {
          requests: "low",
          compute: read ? "medium" : "low",
        }),
      },
      egress: egressPrice(region, egress),
      machine_types: machineTypes(machineRows(region, facts), "hour", {
        source: "vm",
        confidence: "high",
        note: "Linux, pay as you go.",
      }),
    },
    sources(facts),
  );
}

function planPrices(
  plan: Plan,
  read: boolean,
  confidence: { readonly requests: Confidence; readonly compute: Confidence },
): Record<string, PriceFile> {
  const note = read ? {} : { note: SAME_AS_READ };
  return {
    requests: {
      unit: "request",
      free: plan.free.executions,
      tiers: [[null, perOne(plan.usdPerMillionExecutions, 6)]],
      source: "functions",
      confidence: confidence.requests,
      ...note,
    },
    compute: {
      unit: "GB-second",
      free: plan.free.gbSeconds,
      tiers: [[null, plan.usdPerGbSecond]],
      source: "functions",
      confidence: confidence.compute,
      ...note,
    },
  };
}

function egressPrice(region: string, facts: AzureEgressFacts): PriceFile {
  const free = facts.freeGbPerMonth;
  const ladder = ladderOf(region);
  return {
    unit: "GB",
    free,
    tiers: facts.premiumRouting[ladder].map(([upTo, price]) => [
      upTo === null ? null : upTo - free,
      price,
    ]),
    source: "egress",
    ...(ladder === "northAmerica_europe"
      ? { confidence: "medium", note: "Premium routing." }
      : { confidence: "low", note: "Premium routing. Not confirmed for this part of the world." }),
  };
}

function ladderOf(region: string): keyof AzureEgressFacts["premiumRouting"] {
  if (region.startsWith("brazil") || region.startsWith("chile")) return "southAmerica";
  const northAmericaAndEurope =
    /us\d?$|^(?:canada|mexico|.*europe|uk|france|germany|switzerland|norway|sweden|poland|italy|spain|austria|belgium|denmark)/u;
  return northAmericaAndEurope.test(region) ? "northAmerica_europe" : "asia_oceania_mea";
}

function machineRows(region: string, facts: AzureFacts): MachineRow[] {
  return Object.entries(entryOf(facts.regions, region)).flatMap(([name, { usdPerHour, src }]) => {
    const type = facts.types[name];
    if (type?.vcpu === undefined || type.memoryGiB === undefined) return [];
    if (usdPerHour === undefined) return [];
    const baseline = baselineOf("azure", name);
    if (type.burstable === true && baseline === undefined) throw new Error(`no baseline: ${name}`);
    return {
      name,
      vcpu: type.vcpu,
      memoryMb: Math.floor(type.memoryGiB * MB_PER_GB),
      arm64: isArm64(name),
      baseline,
      price: usdPerHour,
      from: src === "k" ? ONLY_IN_KARPENTER : undefined,
    };
  });
}

/**
 * Azure writes a `p` among the letters after the number of vCPUs of an Arm size. The NVIDIA Grace
 * CPU of the GB sizes is Arm as well, without it.
 * https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 */
function isArm64(name: string): boolean {
  const letters = /^[A-Za-z]+_[A-Z]+\d+(?:-\d+)?([a-z]*)/u.exec(name)?.[1] ?? "";
  return letters.includes("p") || /_GB\d{3}_/u.test(name);
}

function sources({ _about: about }: AzureFacts): Record<string, SourceFile> {
  const [catalog, karpenter] = about.sources;
  if (catalog === undefined || karpenter === undefined) throw new Error("the facts lack sources");
  return {
    vm: repositorySource("Azure Retail Prices, virtual machines", catalog),
    "vm-karpenter": repositorySource("Azure Retail Prices, virtual machines", karpenter),
    functions: {
      title: "Azure Functions prices of East US, as quoted by Modal's pricing guide",
      url: "https://modal.com/blog/azure-function-pricing-guide",
      date: "2025-05-22",
    },
    egress: {
      title: "Azure bandwidth price page (copies of 2026, at the earliest this day)",
      url: "https://azure.microsoft.com/pricing/details/bandwidth/",
      date: "2026-01-01",
    },
  };
}
