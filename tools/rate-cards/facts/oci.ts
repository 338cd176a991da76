import { BALANCED_UNITS_PER_GB } from "../../../shared/side-costs/side-meters.ts";
import type {
  FlexibleTypeFile,
  PriceFile,
  RateCardFile,
  SourceFile,
} from "../../../shared/catalog/rate-card.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import shapeRanges from "../oci-shapes.json" with { type: "json" };
import { machineTypes, type MachineRow } from "../machine-rows.ts";
import { NAMING } from "../naming.ts";
import { baselineOf, shownVcpuOf } from "./baselines.ts";
import {
  card,
  entryOf,
  perOne,
  price as flatPrice,
  repositorySource,
  type RepositoryFact,
} from "./card-parts.ts";

interface Shape {
  readonly ocpuHour?: number;
  readonly gbHour?: number;
  readonly hour?: number;
  readonly memoryGB?: number;
  readonly arch?: string;
  readonly freeOcpuHoursPerMonth?: number;
  readonly freeGbHoursPerMonth?: number;
  readonly src?: string;
  readonly disagreement?: string;
}

interface Meter {
  /** `[up to, price]` by the list's own unit; the first is the free one. */
  readonly tiers: readonly (readonly [number | null, number])[];
}

export interface OciFacts {
  readonly items: Readonly<Record<string, Meter>>;
  readonly alwaysFree: { readonly blockVolumeGb: number };
  readonly _about: { readonly source: RepositoryFact };
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly functions: {
    readonly executionPer10000GbSeconds: Meter & { readonly freeGbSecondsPerMonth: number };
    readonly invocationsPerMillion: Meter & { readonly freePerMonth: number };
  };
}

export interface OciEgressFacts {
  readonly freeGbPerMonth: number;
  readonly northAmerica_europe_uk: number;
  readonly apac_japan_southAmerica: number;
  readonly middleEast_africa: number;
  readonly source: RepositoryFact;
}

const FREE_MICRO = "VM.Standard.E2.1.Micro";
/** Always-free micro machines of a tenancy. https://docs.oracle.com/iaas/Content/FreeTier/freetier_topic-Always_Free_Resources.htm */
const FREE_MICROS = 2;
const DEFAULT_MEMORY_GB = 16;
const DEFAULT_MEMORY_GB_A1 = 6;

/** The rate card of an OCI region: one price worldwide, except for outbound data. */
export function ociCard(region: string, facts: OciFacts, egress: OciEgressFacts): RateCardFile {
  return card(
    {
      provider: "oci",
      region,
      currency: "USD",
      services: { oci_functions: functionPrices(facts), ...sideServices(facts) },
      egress: {
        unit: "GB",
        free: egress.freeGbPerMonth,
        tiers: [[null, egress[originOf(region)]]],
        source: "list",
        confidence: "high",
      },
      machine_types: machineTypes([freeMicro(facts), ...fixedE2(facts)], "hour", NAMING.oci),
      flexible_types: Object.fromEntries(
        Object.keys(shapeRanges.shapes).map((shape) => [shape, flexibleType(shape, facts)]),
      ),
    },
    sources(facts, egress),
  );
}

function freeMicro({ shapes }: OciFacts): MachineRow {
  const facts = entryOf(shapes, FREE_MICRO);
  const baseline = baselineOf("oci", FREE_MICRO);
  return {
    name: FREE_MICRO,
    vcpu: shownVcpuOf("oci", FREE_MICRO) ?? 1,
    memoryMb: (facts.memoryGB ?? 1) * MB_PER_GB,
    ...(baseline === undefined ? {} : { baseline }),
    soldAtMost: FREE_MICROS,
    prices: {
      on_demand: {
        unitPrice: facts.hour ?? 0,
        from: {
          source: "list",
          confidence: "high",
          note: "Always free, two instances for each tenancy; not sold otherwise.",
        },
      },
    },
  };
}

const E2_OCPUS = [1, 2, 4, 8];
const E2_GB_PER_OCPU = 8;
const E2_VCPU_PER_OCPU = 2;

/** Shapes of a fixed size: the price of an OCPU includes 8 GB. https://docs.oracle.com/iaas/Content/Compute/References/computeshapes.htm */
function fixedE2({ shapes }: OciFacts): MachineRow[] {
  const ocpuHour = entryOf(shapes, "VM.Standard.E2 (fixed)").ocpuHour ?? 0;
  return E2_OCPUS.map((ocpus) => ({
    name: `VM.Standard.E2.${ocpus}`,
    vcpu: ocpus * E2_VCPU_PER_OCPU,
    memoryMb: ocpus * E2_GB_PER_OCPU * MB_PER_GB,
    prices: {
      on_demand: {
        unitPrice: ocpus * ocpuHour,
        from: {
          source: "list",
          confidence: "derived",
          note: "The price of an OCPU, memory included, times its OCPUs.",
        },
      },
    },
  }));
}

function sideServices({ items, alwaysFree }: OciFacts): RateCardFile["services"] {
  const from = { source: "list", confidence: "high" } as const;
  const last = (part: string) => lastPrice(entryOf(items, part));
  const freeOf = (part: string) => entryOf(items, part).tiers[0]?.[0] ?? 0;
  return {
    oci_block_volume: {
      storage: flatPrice("GB-month", last("B91961"), { free: alwaysFree.blockVolumeGb, ...from }),
      performance_units: flatPrice("unit-GB-month", last("B91962"), {
        ...from,
        free: alwaysFree.blockVolumeGb * BALANCED_UNITS_PER_GB,
        confidence: "derived",
        note: "The free volumes are of balanced performance.",
      }),
    },
    oci_load_balancer: {
      base_hours: flatPrice("hour", last("B93030"), { free: freeOf("B93030"), ...from }),
      bandwidth: flatPrice("Mbps-hour", last("B93031"), { free: freeOf("B93031"), ...from }),
    },
    oci_api_gateway: { calls: flatPrice("call", perOne(last("B92072"), 6), from) },
  };
}

function functionPrices({ functions }: OciFacts): Record<string, PriceFile> {
  const { executionPer10000GbSeconds: compute, invocationsPerMillion: requests } = functions;
  return {
    requests: {
      unit: "request",
      free: requests.freePerMonth,
      tiers: [[null, perOne(lastPrice(requests), 6)]],
      source: "list",
      confidence: "high",
    },
    compute: {
      unit: "GB-second",
      free: compute.freeGbSecondsPerMonth,
      tiers: [[null, perOne(lastPrice(compute), 4)]],
      source: "list",
      confidence: "high",
    },
  };
}

function lastPrice({ tiers }: Meter): number {
  const last = tiers.at(-1);
  if (last === undefined) throw new Error("a meter without a price");
  return last[1];
}

function originOf(
  region: string,
): "apac_japan_southAmerica" | "middleEast_africa" | "northAmerica_europe_uk" {
  if (/^(?:ap|sa)-/u.test(region)) return "apac_japan_southAmerica";
  if (/^(?:me|af|il)-/u.test(region)) return "middleEast_africa";
  return "northAmerica_europe_uk";
}

function flexibleType(shape: string, facts: OciFacts): FlexibleTypeFile {
  const range = entryOf<ShapeRange>(shapeRanges.shapes, shape);
  const found = Object.entries(facts.shapes).find(([name]) => name.split(" ")[0] === shape);
  const { ocpuHour, gbHour, ...prices } = found?.[1] ?? {};
  if (ocpuHour === undefined || gbHour === undefined) throw new Error(`no prices for ${shape}`);
  const isFree = prices.freeOcpuHoursPerMonth !== undefined;
  const [leastPerOcpu = 0, mostPerOcpu = Infinity] = shapeRanges.memory_gb_per_ocpu;
  return {
    vcpu_per_ocpu: range.vcpu_per_ocpu,
    architecture: prices.arch === "arm64" ? "arm64" : "x86_64",
    default_ocpu: 1,
    default_memory_gb: isFree ? DEFAULT_MEMORY_GB_A1 : DEFAULT_MEMORY_GB,
    ocpu: [1, range.ocpu_max],
    memory_gb: [1, range.memory_gb_max],
    memory_gb_per_ocpu: [leastPerOcpu, mostPerOcpu],
    ocpu_hours: price("OCPU-hour", ocpuHour, prices.freeOcpuHoursPerMonth, prices),
    memory_gb_hours: price("GB-hour", gbHour, prices.freeGbHoursPerMonth, prices),
  };
}

interface ShapeRange {
  readonly vcpu_per_ocpu: number;
  readonly ocpu_max: number;
  readonly memory_gb_max: number;
}

function price(
  unit: string,
  unitPrice: number,
  free: number | undefined,
  { disagreement, src }: Shape,
): PriceFile {
  const tiers = [[null, unitPrice]] as const;
  if (disagreement !== undefined) {
    return {
      unit,
      tiers,
      source: "list-repeated",
      confidence: "low",
      note: "Sources disagree on the OCPU: 0.030 or 0.035.",
    };
  }
  if (src !== undefined) return { unit, tiers, source: "list-repeated", confidence: "medium" };
  if (free === undefined) return { unit, tiers, source: "list", confidence: "high" };
  return {
    unit,
    free,
    tiers,
    source: "list",
    confidence: "medium",
    note: "What Oracle's price list still gives each paid tenancy in October 2026; its page on Always Free has half, 1,500 OCPU-hours and 9,000 GB-hours, since June.",
  };
}

function sources({ _about: about }: OciFacts, egress: OciEgressFacts): Record<string, SourceFile> {
  if (egress.source.commit !== about.source.commit) {
    throw new Error("prices and outbound data are from different copies of the list");
  }
  return {
    list: repositorySource("Oracle price list (cetools), US dollars", about.source),
    "list-repeated": {
      title:
        "Oracle price list, as repeated in public repositories (undated, at the earliest this day)",
      url: "https://www.oracle.com/cloud/price-list/",
      date: "2025-01-01",
    },
  };
}
