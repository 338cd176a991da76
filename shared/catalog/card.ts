import type { Price, Provenance } from "../engine/price.ts";
import { HOURS_PER_MONTH, MB_PER_GB, type Currency } from "../units.ts";
import type { Machine } from "./machine.ts";
import type { ProviderId } from "./providers.ts";
import type {
  Confidence,
  FlexibleTypeFile,
  MachineTypesFile,
  PriceFile,
  RateCardFile,
} from "./rate-card.ts";

/** A rate card opened for look-ups. */
export interface RateCard {
  readonly provider: ProviderId;
  readonly region: string;
  readonly currency: Currency;
  /** Data sent to the internet, in GB. */
  readonly egress: Price;
  /** Names of all machine types; of flexible ones, the shape without a size. */
  readonly machineNames: readonly string[];
  /** Names of a service's prices: its meters, some with a variant behind a dot. */
  meterNames(service: string): readonly string[];
  /** The price of a service's meter. A card that lacks it is broken: a plain error. */
  price(service: string, meter: string): Price;
  /** The machine type of that exact name, or of a flexible shape with its size: `shape_ocpu_memoryGb`. */
  machine(name: string): Machine | undefined;
}

/** Opened machine types that a card keeps. */
const MACHINES_KEPT = 2000;

/** Opens a checked rate card file: prices and rows are turned into objects when they are asked for. */
export function openRateCard(file: RateCardFile): RateCard {
  if (file.schema !== 1) throw new Error(`rate card of an unknown schema: ${String(file.schema)}`);
  const prices = new Map<string, Map<string, Price>>(
    Object.keys(file.services).map((service) => [service, new Map<string, Price>()]),
  );
  const machines = new Map<string, Machine>();
  const table = file.machine_types;
  const rows = table === undefined ? undefined : new MachineRows(file, table);
  const flexible = file.flexible_types ?? {};
  const egress = openPrice(file, file.egress);

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
    egress,
    machineNames: [...(table?.names ?? []), ...Object.keys(flexible)],
    meterNames: (service) => Object.keys(file.services[service] ?? {}),
    price(service, meter) {
      const known = prices.get(service)?.get(meter);
      if (known !== undefined) return known;
      const found = file.services[service]?.[meter];
      if (found === undefined) {
        throw new Error(`${file.provider}/${file.region} lacks ${service}/${meter}`);
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

/** The machine table with its sparse columns indexed. */
class MachineRows {
  private readonly rowByName: ReadonlyMap<string, number>;
  private readonly arm64: ReadonlySet<number>;
  private readonly baseline: ReadonlyMap<number, number>;
  private readonly storageGb: ReadonlyMap<number, number>;
  private readonly soldAtMost: ReadonlyMap<number, number>;
  private readonly provenance = new Map<number, Provenance>();
  private readonly standard: Provenance;
  private readonly table: MachineTypesFile;

  constructor(file: RateCardFile, table: MachineTypesFile) {
    this.table = table;
    this.rowByName = new Map(table.names.map((name, row) => [name, row]));
    this.arm64 = new Set(table.arm64);
    this.baseline = new Map(table.baseline);
    this.storageGb = new Map(table.storage_gb);
    this.soldAtMost = new Map(table.sold_at_most);
    this.standard = provenanceOf(file, table);
    for (const exception of table.exceptions ?? []) {
      const provenance = provenanceOf(file, exception);
      for (const row of exception.rows) this.provenance.set(row, provenance);
    }
  }

  machine(name: string): Machine | undefined {
    const { table } = this;
    const row = this.rowByName.get(name);
    if (row === undefined) return undefined;
    const unitPrice = table.prices.on_demand[row];
    const vcpu = table.vcpu[row];
    const memoryMb = table.memory_mb[row];
    if (unitPrice === undefined || vcpu === undefined || memoryMb === undefined) {
      throw new Error(`the columns of the machine types end before ${name}`);
    }
    const monthly = table.per === "month";
    const storageGb = this.storageGb.get(row);
    const soldAtMost = this.soldAtMost.get(row);
    return {
      name,
      vcpu,
      memoryMb,
      architecture: this.arm64.has(row) ? "arm64" : "x86_64",
      baseline: this.baseline.get(row) ?? 1,
      ...(storageGb === undefined ? {} : { storageGb }),
      ...(soldAtMost === undefined ? {} : { soldAtMost }),
      charges: [
        {
          meter: monthly ? "instance_months" : "instance_hours",
          usage: { perMachine: monthly ? 1 : HOURS_PER_MONTH },
          price: {
            unit: monthly ? "instance-month" : "instance-hour",
            free: 0,
            tiers: [{ upTo: Infinity, unitPrice }],
            provenance: this.provenance.get(row) ?? this.standard,
          },
        },
      ],
    };
  }
}

/** `VM.Standard.E4.Flex_2_16` is the shape `VM.Standard.E4.Flex` with 2 OCPUs and 16 GB. */
function splitFlexibleName(name: string): { shape: string; ocpu?: number; memoryGb?: number } {
  const match = /^(.+)_(\d{1,4}(?:\.\d+)?)_(\d{1,5}(?:\.\d+)?)$/u.exec(name);
  if (match?.[1] === undefined) return { shape: name };
  return { shape: match[1], ocpu: Number(match[2]), memoryGb: Number(match[3]) };
}

function flexibleMachine(
  file: RateCardFile,
  name: string,
  type: FlexibleTypeFile,
  ocpu = type.default_ocpu,
  memoryGb = type.default_memory_gb,
): Machine | undefined {
  if (ocpu < type.ocpu[0] || ocpu > type.ocpu[1]) return undefined;
  if (memoryGb < type.memory_gb[0] || memoryGb > type.memory_gb[1]) return undefined;
  return {
    name,
    vcpu: ocpu * type.vcpu_per_ocpu,
    memoryMb: memoryGb * MB_PER_GB,
    architecture: type.architecture,
    baseline: 1,
    charges: [
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
  };
}

function openPrice(file: RateCardFile, price: PriceFile): Price {
  return {
    unit: price.unit,
    free: price.free ?? 0,
    tiers: price.tiers.map(([upTo, unitPrice]) => ({ upTo: upTo ?? Infinity, unitPrice })),
    provenance: provenanceOf(file, price),
  };
}

function provenanceOf(
  file: RateCardFile,
  from: { readonly source: string; readonly confidence: Confidence; readonly note?: string },
): Provenance {
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
  };
}
