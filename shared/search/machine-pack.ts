import type { CardKey } from "../catalog/catalog.ts";
import { MachineTable, type MachineSpecs } from "../catalog/machine-table.ts";
import { PURCHASES, type Purchase } from "../catalog/purchase.ts";
import type { RateCardFile } from "../catalog/rate-card.ts";
import { HOURS_PER_MONTH, type Currency } from "../units.ts";

/** Machine types of all cards, each once, as columns. */
export interface PackedTypes {
  readonly names: readonly string[];
  readonly vcpu: Float64Array;
  readonly memoryMb: Float64Array;
  readonly baseline: Float64Array;
  /** How many of it one account can have; `Infinity` without such a limit. */
  readonly soldAtMost: Float64Array;
  /** 1 for arm64. */
  readonly arm64: Uint8Array;
}

/** A card that has machine types. */
export interface PackedCard extends CardKey {
  readonly currency: Currency;
  /** What a price of one's own is for: a machine's hour, or its month. */
  readonly meter: "instance_hours" | "instance_months";
}

/** The prices of all types when they are bought in one way: those of a type together, the cheapest first. */
export interface PackedPrices {
  /** Where the prices of each type begin; one more, where the last ones end. */
  readonly starts: Uint32Array;
  /** The card that each price is from, as an index into the cards. */
  readonly cards: Uint16Array;
  /** What a month costs, in the card's money, the sustained-use discount taken off. */
  readonly monthly: Float64Array;
}

/** The machine prices of the whole catalog in a form that is read and gone through in milliseconds. */
export interface MachinePack {
  readonly types: PackedTypes;
  readonly cards: readonly PackedCard[];
  readonly prices: { readonly [purchase in Purchase]?: PackedPrices };
}

interface Entry {
  readonly card: number;
  readonly monthly: number;
}

/** Packs the machine types of these cards. */
export function packMachines(files: readonly RateCardFile[]): MachinePack {
  const indexes = new Map<string, number>();
  const names: string[] = [];
  const specs: MachineSpecs[] = [];
  const cards: PackedCard[] = [];
  const entries = new Map<Purchase, Entry[][]>();
  for (const { machine_types: file, provider, region, currency } of files) {
    if (file === undefined) continue;
    const isMonthly = file.per === "month";
    const meter = isMonthly ? "instance_months" : "instance_hours";
    const card = cards.push({ provider, region, currency, meter }) - 1;
    const table = new MachineTable(file);
    const { sustainedUse } = table.specColumns();
    const types = table.names.map((name, row) => {
      const own = table.specs(row);
      const key = [name, ...Object.values(own)].join(" ");
      const known = indexes.get(key);
      // A factor of the price is no property of the type: it is in the price already.
      if (known !== undefined) return known;
      indexes.set(key, names.length);
      specs.push(own);
      return names.push(name) - 1;
    });
    for (const purchase of table.purchases) {
      const byType = entries.get(purchase) ?? [];
      entries.set(purchase, byType);
      for (const [row, price] of table.pricesOf(purchase).entries()) {
        const type = types[row];
        if (type === undefined || Number.isNaN(price)) continue;
        const share = purchase === "on_demand" ? (sustainedUse[row] ?? 1) : 1;
        const monthly = price * (isMonthly ? 1 : HOURS_PER_MONTH) * share;
        (byType[type] ??= []).push({ card, monthly });
      }
    }
  }
  return {
    cards,
    types: {
      names,
      vcpu: Float64Array.from(specs, ({ vcpu }) => vcpu),
      memoryMb: Float64Array.from(specs, ({ memoryMb }) => memoryMb),
      baseline: Float64Array.from(specs, ({ baseline }) => baseline),
      soldAtMost: Float64Array.from(specs, ({ soldAtMost }) => soldAtMost ?? Infinity),
      arm64: Uint8Array.from(specs, ({ arm64 }) => (arm64 ? 1 : 0)),
    },
    prices: Object.fromEntries(
      PURCHASES.flatMap((purchase) => {
        const byType = entries.get(purchase);
        return byType === undefined ? [] : [[purchase, packPrices(byType, names.length)]];
      }),
    ),
  };
}

function packPrices(
  byType: readonly (readonly Entry[] | undefined)[],
  types: number,
): PackedPrices {
  const starts = new Uint32Array(types + 1);
  const sorted: Entry[] = [];
  for (let type = 0; type < types; type += 1) {
    const own = (byType[type] ?? []).toSorted((a, b) => a.monthly - b.monthly || a.card - b.card);
    sorted.push(...own);
    starts[type + 1] = sorted.length;
  }
  return {
    starts,
    cards: Uint16Array.from(sorted, ({ card }) => card),
    monthly: Float64Array.from(sorted, ({ monthly }) => monthly),
  };
}

/** Which columns a packed file has, and what is no column. */
export interface PackHeader {
  readonly names: readonly string[];
  readonly cards: readonly PackedCard[];
  /** Prices of each purchase, in the order of the columns. */
  readonly purchases: readonly (readonly [purchase: Purchase, prices: number])[];
}

/** Columns begin at whole multiples of this, as typed arrays ask. */
const ALIGNMENT = 8;

/** A pack as a file of columns, one after the other, and a header that says which they are. */
export function encodeMachinePack({ types, cards, prices }: MachinePack): {
  readonly header: PackHeader;
  readonly columns: Uint8Array;
} {
  const purchases = PURCHASES.flatMap((purchase) => {
    const packed = prices[purchase];
    return packed === undefined ? [] : [[purchase, packed] as const];
  });
  const columns: ArrayBufferView[] = [
    types.vcpu,
    types.memoryMb,
    types.baseline,
    types.soldAtMost,
    types.arm64,
    ...purchases.flatMap(([, packed]) => [packed.starts, packed.cards, packed.monthly]),
  ];
  let size = 0;
  for (const { byteLength } of columns) size += aligned(byteLength);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  const header: PackHeader = {
    names: types.names,
    cards,
    purchases: purchases.map(([purchase, { monthly }]) => [purchase, monthly.length]),
  };
  return { header, columns: bytes };
}

/** The pack of a header and its columns, which are read in place. */
export function decodeMachinePack(
  { names, cards, purchases }: PackHeader,
  bytes: ArrayBuffer,
): MachinePack {
  let at = 0;
  const next = <Column extends ArrayBufferView>(
    kind: new (buffer: ArrayBuffer, offset: number, count: number) => Column,
    count: number,
  ): Column => {
    const column = new kind(bytes, at, count);
    at += aligned(column.byteLength);
    return column;
  };
  const { length } = names;
  return {
    cards,
    types: {
      names,
      vcpu: next(Float64Array, length),
      memoryMb: next(Float64Array, length),
      baseline: next(Float64Array, length),
      soldAtMost: next(Float64Array, length),
      arm64: next(Uint8Array, length),
    },
    prices: Object.fromEntries(
      purchases.map(([purchase, count]) => {
        const starts = next(Uint32Array, length + 1);
        const own = next(Uint16Array, count);
        return [purchase, { starts, cards: own, monthly: next(Float64Array, count) }];
      }),
    ),
  };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
