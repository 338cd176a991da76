import type { MachineTypesFile, OriginFile, PriceColumnFile, RowRange } from "./rate-card.ts";
import { PURCHASES, type Purchase } from "./purchase.ts";
import type { UsageCaps } from "./usage-caps.ts";

/** What a machine type has, as one row of a table. */
export interface MachineSpecs {
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly arm64: boolean;
  /** Share of each vCPU that it sustains all month. */
  readonly baseline: number;
  readonly storageGb: number | undefined;
  readonly soldAtMost: number | undefined;
  /** What is left of the on-demand price when it runs all month; 1 without such a discount. */
  readonly sustainedUse: number;
  /** How a part of a month is billed, for a price of a whole one. */
  readonly usageCaps: UsageCaps | undefined;
}

/** The specifications of all rows that a search compares, as columns. */
export interface SpecColumns {
  readonly vcpu: Float64Array;
  readonly memoryMb: Float64Array;
  readonly baseline: Float64Array;
  readonly sustainedUse: Float64Array;
  /** 1 for arm64. */
  readonly arm64: Uint8Array;
}

/** Marks an entry that is in proportion to a larger size of its family. */
export const IN_PROPORTION = "~";

interface Family {
  readonly pattern: string;
  readonly sizes: string;
  readonly first: number;
  readonly count: number;
}

/** The machine types of a rate card, its columns decoded when they are first asked for. */
export class MachineTable {
  /** The ways in which at least one type is sold. */
  readonly purchases: readonly Purchase[];
  readonly size: number;
  readonly #file: MachineTypesFile;
  readonly #families: readonly Family[];
  #allNames: readonly string[] | null = null;
  #rowByName: ReadonlyMap<string, number> | null = null;
  #columns: SpecColumns | null = null;
  readonly #prices = new Map<Purchase, Float64Array>();

  constructor(file: MachineTypesFile) {
    this.#file = file;
    this.#families = familiesOf(file);
    const last = this.#families.at(-1);
    this.size = last === undefined ? 0 : last.first + last.count;
    this.purchases = PURCHASES.filter((purchase) => file.prices[purchase] !== undefined);
    const columns = this.purchases.map((purchase) => file.prices[purchase]?.unit_prices ?? []);
    for (const column of [file.vcpu, file.memory_mb, ...columns]) {
      if (column.length !== this.size) {
        throw new Error(`a column of ${column.length} for ${this.size} machine types`);
      }
    }
  }

  /** The names of all types, by row. */
  get names(): readonly string[] {
    this.#allNames ??= this.#families.flatMap(({ pattern, sizes }) =>
      sizes.split(" ").map((size) => pattern.replace("*", size)),
    );
    return this.#allNames;
  }

  /** The row of the type of that exact name. */
  row(name: string): number | undefined {
    this.#rowByName ??= new Map(this.names.map((known, row) => [known, row]));
    return this.#rowByName.get(name);
  }

  specs(row: number): MachineSpecs {
    const { vcpu, memoryMb, baseline, sustainedUse, arm64 } = this.specColumns();
    const { storage_gb: storageGb, sold_at_most: soldAtMost, usage_caps: caps } = this.#file;
    const cap = caps?.find(([first, last]) => row >= first && row <= last);
    return {
      vcpu: vcpu[row] ?? Number.NaN,
      memoryMb: memoryMb[row] ?? Number.NaN,
      arm64: arm64[row] === 1,
      baseline: baseline[row] ?? 1,
      storageGb: storageGb?.find(([index]) => index === row)?.[1],
      soldAtMost: soldAtMost?.find(([index]) => index === row)?.[1],
      sustainedUse: sustainedUse[row] ?? 1,
      usageCaps: cap && { hoursPerDay: cap[2], daysPerMonth: cap[3] },
    };
  }

  /** The specifications of all rows. */
  specColumns(): SpecColumns {
    if (this.#columns !== null) return this.#columns;
    const { size } = this;
    const file = this.#file;
    const baseline = new Float64Array(size).fill(1);
    for (const [row, share] of file.baseline) baseline[row] = share;
    const sustainedUse = new Float64Array(size).fill(1);
    for (const [first, last, factor] of file.sustained_use ?? []) {
      sustainedUse.fill(factor, first, last + 1);
    }
    const arm64 = new Uint8Array(size);
    const arm64Families = new Set(file.arm64);
    for (const { pattern, first, count } of this.#families) {
      if (arm64Families.has(pattern)) arm64.fill(1, first, first + count);
    }
    this.#columns = {
      vcpu: Float64Array.from(file.vcpu),
      memoryMb: Float64Array.from(file.memory_mb),
      baseline,
      sustainedUse,
      arm64,
    };
    return this.#columns;
  }

  /** The price of a type bought in this way, per the table's unit of time; `null` if it is not sold so. */
  unitPrice(row: number, purchase: Purchase): number | null {
    const price = this.pricesOf(purchase)[row];
    return price === undefined || Number.isNaN(price) ? null : price;
  }

  /** All prices of a purchase, by row; `NaN` for a type that is not sold like this. */
  pricesOf(purchase: Purchase): Float64Array {
    let prices = this.#prices.get(purchase);
    if (prices === undefined) {
      const column = this.#file.prices[purchase];
      prices = column === undefined ? new Float64Array(0) : this.#decode(column);
      this.#prices.set(purchase, prices);
    }
    return prices;
  }

  /** Where that price is from. */
  origin(row: number, purchase: Purchase): OriginFile {
    const column = this.#file.prices[purchase];
    if (column === undefined) throw new Error(`no machine type is sold as ${purchase}`);
    const isIn = ([first, last]: RowRange) => row >= first && row <= last;
    return column.exceptions?.find(({ rows }) => rows.some(isIn)) ?? column;
  }

  #decode({ unit_prices: entries, decimals }: PriceColumnFile): Float64Array {
    const { vcpu } = this.#file;
    const prices = new Float64Array(this.size);
    for (const { first, count } of this.#families) {
      let reference = Number.NaN;
      let referenceVcpu = 1;
      for (let row = first + count - 1; row >= first; row -= 1) {
        const entry = entries[row] ?? null;
        const rowVcpu = vcpu[row] ?? 1;
        if (entry === IN_PROPORTION) {
          if (Number.isNaN(reference)) throw new Error(`no size is larger than ${this.names[row]}`);
          prices[row] = inProportion(reference, rowVcpu, referenceVcpu, decimals);
        } else if (entry === null) {
          prices[row] = Number.NaN;
        } else {
          prices[row] = entry;
          reference = entry;
          referenceVcpu = rowVcpu;
        }
      }
    }
    return prices;
  }
}

const POWERS_OF_TEN = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

/** A price per machine of one size, from that of another size of its family, to so many decimals. */
export function inProportion(
  price: number,
  vcpu: number,
  referenceVcpu: number,
  decimals: number,
): number {
  const scale = POWERS_OF_TEN[decimals] ?? 1;
  return Math.round(((price * vcpu) / referenceVcpu) * scale) / scale;
}

function familiesOf({ families }: MachineTypesFile): Family[] {
  const all: Family[] = [];
  let first = 0;
  for (const pattern of Object.keys(families)) {
    const sizes = families[pattern] ?? "";
    let count = 1;
    for (let at = sizes.indexOf(" "); at !== -1; at = sizes.indexOf(" ", at + 1)) count += 1;
    all.push({ pattern, sizes, first, count });
    first += count;
  }
  return all;
}
