import { PricingError } from "../engine/errors.ts";
import type { Price, Provenance } from "../engine/price.ts";
import { HOURS_PER_MONTH, MB_PER_GB, type Currency } from "../units.ts";
import { MachineTable } from "./machine-table.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import type { ProviderId } from "./providers.ts";
import type { Purchase } from "./purchase.ts";
import { sustainedUse } from "./sustained-use.ts";
import {
  RATE_CARD_SCHEMA,
  type Architecture,
  type FlexibleTypeFile,
  type MachineTypesFile,
  type OriginFile,
  type PriceFile,
  type RateCardFile,
} from "./rate-card.ts";

/** A rate card opened for look-ups. */
export interface RateCard {
  readonly provider: ProviderId;
  readonly region: string;
  readonly currency: Currency;
  /** Names of all machine types; of flexible ones, the shape without a size. */
  readonly machineNames: readonly string[];
  /** Names of shapes whose cores and memory the buyer chooses. */
  readonly flexibleShapes: readonly string[];
  /** The sizes that a flexible shape can have; `undefined` for another type. */
  flexibleShape(name: string): FlexibleShape | undefined;
  /** Services that have prices of their own. */
  readonly serviceNames: readonly string[];
  /** Names of a service's prices: its meters, some with a variant behind a dot. */
  meterNames(service: string): readonly string[];
  /** The price of a service's meter; one that the card lacks is a `PricingError`. */
  price(service: string, meter: string): Price;
  /** Data sent to the internet, in GB; `null` where its price is not known. */
  egress(): Price | null;
  /** The card as it was listed, under prices of the caller's own. */
  readonly listed?: RateCard;
  /** The machine type of that exact name, or of a flexible shape with its size: `shape_ocpu_memoryGb`. */
  machine(name: string): Machine | undefined;
}

/** Cores (OCPUs) and GB of memory that the buyer of a shape can choose. */
export interface FlexibleShape {
  readonly vcpuPerOcpu: number;
  readonly architecture: Architecture;
  readonly ocpu: readonly [least: number, most: number];
  readonly memoryGb: readonly [least: number, most: number];
  readonly memoryGbPerOcpu: readonly [least: number, most: number];
  readonly ocpuHours: Price;
  readonly memoryGbHours: Price;
}

/** Opened machine types that a card keeps. */
const MACHINES_KEPT = 2000;

/**
 * Opens a checked rate card file: prices and rows are turned into objects when they are asked for. Throws
 * an `Error` for columns that are not of one length; a price or a row that the card lacks is `null` or a
 * `PricingError` of whoever asks for it.
 */
export function openRateCard(file: RateCardFile): RateCard {
  if (file.schema !== RATE_CARD_SCHEMA) {
    throw new Error(`rate card of an unknown schema: ${String(file.schema)}`);
  }
  // Every comparison asks for them.
  const meterNames = new Map(
    Object.entries(file.services).map(([service, meters]) => [service, Object.keys(meters)]),
  );
  const serviceNames = [...meterNames.keys()];
  const prices = new Map(serviceNames.map((service) => [service, new Map<string, Price>()]));
  const machines = new Map<string, Machine>();
  const rows = file.machine_types && new MachineRows(file, file.machine_types);
  const flexible = file.flexible_types ?? {};
  let machineNames: readonly string[] | null = null;
  const egress = file.egress === undefined ? null : openPrice(file, file.egress);

  const openMachine = (name: string): Machine | undefined => {
    const row = rows?.machine(name);
    if (row !== undefined) return row;
    const { shape, ocpu, memoryGb } = splitFlexibleName(name);
    const type = Object.hasOwn(flexible, shape) ? flexible[shape] : undefined;
    return type && flexibleMachine(file, name, type, ocpu, memoryGb);
  };

  return {
    provider: file.provider,
    region: file.region,
    currency: file.currency,
    flexibleShapes: Object.keys(flexible),
    flexibleShape: (name) => {
      const type = Object.hasOwn(flexible, name) ? flexible[name] : undefined;
      return type && openFlexibleShape(file, type);
    },
    get machineNames() {
      machineNames ??= [...(rows?.table.names ?? []), ...Object.keys(flexible)];
      return machineNames;
    },
    serviceNames,
    meterNames: (service) => meterNames.get(service) ?? [],
    egress: () => egress,
    price(service, meter) {
      const known = prices.get(service)?.get(meter);
      if (known !== undefined) return known;
      const found = file.services[service]?.[meter];
      if (found === undefined) {
        throw new PricingError("no_price", ["region"], { service, meter, region: file.region });
      }
      const price = openPrice(file, found);
      prices.get(service)?.set(meter, price);
      return price;
    },
    machine(name) {
      let machine = machines.get(name);
      if (machine === undefined) {
        machine = openMachine(name);
        if (machine === undefined) return undefined;
        // Sizes of flexible shapes are the caller's to choose: without a bound memory would grow.
        if (machines.size >= MACHINES_KEPT) machines.clear();
        machines.set(name, machine);
      }
      return machine;
    },
  };
}

/** Opens the rows of a machine table; rows of the same origin share its provenance. */
class MachineRows {
  readonly table: MachineTable;
  readonly #file: RateCardFile;
  readonly #per: MachineTypesFile["per"];
  readonly #provenances = new Map<OriginFile, Provenance>();

  constructor(file: RateCardFile, types: MachineTypesFile) {
    this.#file = file;
    this.#per = types.per;
    this.table = new MachineTable(types);
  }

  machine(name: string): Machine | undefined {
    const row = this.table.row(name);
    if (row === undefined) return undefined;
    const { arm64, storageGb, soldAtMost, usageCaps: _, ...specs } = this.table.specs(row);
    return {
      name,
      ...specs,
      architecture: arm64 ? "arm64" : "x86_64",
      ...(storageGb === undefined ? {} : { storageGb }),
      ...(soldAtMost === undefined ? {} : { soldAtMost }),
      charges: this.#charges(row),
    };
  }

  #charges(row: number): Machine["charges"] {
    const charges: { [purchase in Purchase]?: readonly MachineCharge[] } = {};
    for (const purchase of this.table.purchases) {
      const unitPrice = this.table.unitPrice(row, purchase);
      if (unitPrice === null) continue;
      const factor = purchase === "on_demand" ? this.table.specs(row).sustainedUse : 1;
      charges[purchase] = [this.#charge(row, purchase, unitPrice, factor)];
    }
    return charges;
  }

  #charge(
    row: number,
    purchase: Purchase,
    unitPrice: number,
    sustainedUseFactor: number,
  ): MachineCharge {
    const monthly = this.#per === "month";
    const perMachine = monthly ? 1 : HOURS_PER_MONTH;
    const { usageCaps: caps } = this.table.specs(row);
    return {
      ...(caps === undefined ? {} : { caps }),
      meter: monthly ? "instance_months" : "instance_hours",
      usage:
        sustainedUseFactor === 1
          ? { perMachine }
          : { perMachine, partMonth: sustainedUse(sustainedUseFactor) },
      price: {
        unit: monthly ? "instance-month" : "instance-hour",
        currency: this.#file.currency,
        free: 0,
        tiers: [{ upTo: Infinity, unitPrice }],
        provenance: this.#provenance(this.table.origin(row, purchase)),
      },
    };
  }

  #provenance(origin: OriginFile): Provenance {
    let provenance = this.#provenances.get(origin);
    if (provenance === undefined) {
      provenance = provenanceOf(this.#file, origin);
      this.#provenances.set(origin, provenance);
    }
    return provenance;
  }
}

function openFlexibleShape(file: RateCardFile, type: FlexibleTypeFile): FlexibleShape {
  return {
    vcpuPerOcpu: type.vcpu_per_ocpu,
    architecture: type.architecture,
    ocpu: type.ocpu,
    memoryGb: type.memory_gb,
    memoryGbPerOcpu: type.memory_gb_per_ocpu ?? ANY_MEMORY,
    ocpuHours: openPrice(file, type.ocpu_hours),
    memoryGbHours: openPrice(file, type.memory_gb_hours),
  };
}

/** `VM.Standard.E4.Flex_2_16` is the shape `VM.Standard.E4.Flex` with 2 OCPUs and 16 GB. */
function splitFlexibleName(name: string): { shape: string; ocpu?: number; memoryGb?: number } {
  const match = /^(.+)_(\d{1,4}(?:\.\d+)?)_(\d{1,5}(?:\.\d+)?)$/u.exec(name);
  if (match?.[1] === undefined) return { shape: name };
  return { shape: match[1], ocpu: Number(match[2]), memoryGb: Number(match[3]) };
}

const ANY_MEMORY = [0, Infinity] as const;

function flexibleMachine(
  file: RateCardFile,
  name: string,
  type: FlexibleTypeFile,
  ocpu = type.default_ocpu,
  memoryGb = type.default_memory_gb,
): Machine | undefined {
  if (ocpu < type.ocpu[0] || ocpu > type.ocpu[1]) return undefined;
  if (memoryGb < type.memory_gb[0] || memoryGb > type.memory_gb[1]) return undefined;
  const [leastPerOcpu, mostPerOcpu] = type.memory_gb_per_ocpu ?? ANY_MEMORY;
  if (memoryGb < leastPerOcpu * ocpu || memoryGb > mostPerOcpu * ocpu) return undefined;
  return {
    name,
    vcpu: ocpu * type.vcpu_per_ocpu,
    memoryMb: memoryGb * MB_PER_GB,
    architecture: type.architecture,
    baseline: 1,
    sustainedUse: 1,
    charges: {
      on_demand: [
        {
          meter: "ocpu_hours",
          usage: { perMachine: ocpu * HOURS_PER_MONTH },
          price: openPrice(file, type.ocpu_hours),
        },
        {
          meter: "memory_gb_hours",
          usage: { perMachine: memoryGb * HOURS_PER_MONTH },
          price: openPrice(file, type.memory_gb_hours),
        },
      ],
    },
  };
}

function openPrice(file: RateCardFile, price: PriceFile): Price {
  return {
    unit: price.unit,
    currency: file.currency,
    free: price.free ?? 0,
    tiers: price.tiers.map(([upTo, unitPrice]) => ({ upTo: upTo ?? Infinity, unitPrice })),
    provenance: provenanceOf(file, price),
  };
}

function provenanceOf(file: RateCardFile, from: OriginFile): Provenance {
  const source = file.sources[from.source];
  if (source === undefined) {
    throw new Error(`${file.provider}/${file.region} names no source "${from.source}"`);
  }
  return {
    source: source.title,
    url: source.url,
    date: source.date,
    confidence: from.confidence,
    ...(from.note === undefined ? {} : { note: from.note }),
    ...(from.discount_percent === undefined ? {} : { discountPercent: from.discount_percent }),
  };
}
