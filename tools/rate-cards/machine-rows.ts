import { inProportion, IN_PROPORTION, MachineTable } from "../../shared/catalog/machine-table.ts";
import { PURCHASES, type Purchase } from "../../shared/catalog/purchase.ts";
import type {
  MachineTypesFile,
  OriginFile,
  PriceColumnFile,
  RowRange,
} from "../../shared/catalog/rate-card.ts";
import type { UsageCaps } from "../../shared/catalog/usage-caps.ts";

/** A price of a machine type, and where it is from. */
export interface RowPrice {
  readonly unitPrice: number;
  readonly from: OriginFile;
}

/** One machine type before it becomes a row of the columns. */
export interface MachineRow {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly arm64?: boolean;
  readonly baseline?: number;
  readonly storageGb?: number;
  readonly soldAtMost?: number;
  readonly sustainedUse?: number;
  readonly usageCaps?: UsageCaps;
  readonly prices: { readonly [purchase in Purchase]?: RowPrice };
}

/** How a provider's names are made up. */
export interface Naming {
  /** The family's pattern and the size: `t4g.micro` is `t4g.*` and `micro`. */
  readonly familyOf: (name: string) => readonly [pattern: string, size: string];
  /** Orders names of the same family, the smaller size first. */
  readonly compareSizes: (a: string, b: string) => number;
  readonly compareFamilies: (a: string, b: string) => number;
}

/** Digits after the point that are tried for prices in proportion; the shortest column wins. */
const DECIMALS_TRIED = [2, 3, 4, 5, 6, 7];

/** Turns rows into the columns of a card; the same rows in any order give the same columns. */
export function machineTypes(
  rows: readonly MachineRow[],
  per: MachineTypesFile["per"],
  naming: Naming,
): MachineTypesFile {
  const families = groupByFamily(rows, naming);
  const sorted = families.flatMap((family) => family.rows);
  const sparse = (valueOf: (row: MachineRow) => number | undefined) =>
    sorted.flatMap((row, index) => {
      const value = valueOf(row);
      return value === undefined ? [] : [[index, value] as const];
    });
  const storage = sparse(({ storageGb }) => storageGb);
  const limited = sparse(({ soldAtMost }) => soldAtMost);
  const sustained = inRuns(sorted.map(({ sustainedUse }) => sustainedUse));
  const capped = capsInRuns(sorted);
  return {
    per,
    families: Object.fromEntries(families.map(({ pattern, sizes }) => [pattern, sizes.join(" ")])),
    vcpu: sorted.map(({ vcpu }) => vcpu),
    memory_mb: sorted.map(({ memoryMb }) => memoryMb),
    arm64: families.filter((family) => family.arm64).map(({ pattern }) => pattern),
    baseline: sparse(({ baseline }) => baseline),
    ...(storage.length === 0 ? {} : { storage_gb: storage }),
    ...(limited.length === 0 ? {} : { sold_at_most: limited }),
    ...(sustained.length === 0 ? {} : { sustained_use: sustained }),
    ...(capped.length === 0 ? {} : { usage_caps: capped }),
    prices: pricesOf(families),
  };
}

/** The rows of a table: the inverse of `machineTypes`. */
export function rowsOf(file: MachineTypesFile): MachineRow[] {
  const table = new MachineTable(file);
  return table.names.map((name, row) => {
    const { vcpu, memoryMb, arm64, baseline, storageGb, soldAtMost, sustainedUse, usageCaps } =
      table.specs(row);
    const prices = PURCHASES.flatMap((purchase) => {
      const unitPrice = table.unitPrice(row, purchase);
      if (unitPrice === null) return [];
      return [[purchase, { unitPrice, from: originOnly(table.origin(row, purchase)) }] as const];
    });
    return {
      name,
      vcpu,
      memoryMb,
      ...(arm64 ? { arm64 } : {}),
      ...(file.baseline.some(([index]) => index === row) ? { baseline } : {}),
      ...(storageGb === undefined ? {} : { storageGb }),
      ...(soldAtMost === undefined ? {} : { soldAtMost }),
      ...(sustainedUse === 1 ? {} : { sustainedUse }),
      ...(usageCaps === undefined ? {} : { usageCaps }),
      prices: Object.fromEntries(prices),
    };
  });
}

/** Neighbouring rows with the same caps. */
function capsInRuns(rows: readonly MachineRow[]): NonNullable<MachineTypesFile["usage_caps"]> {
  const runs: [first: number, last: number, hoursPerDay: number, daysPerMonth: number][] = [];
  for (const [row, { usageCaps }] of rows.entries()) {
    if (usageCaps === undefined) continue;
    const { hoursPerDay, daysPerMonth } = usageCaps;
    const last = runs.at(-1);
    const isSame = last?.[1] === row - 1 && last[2] === hoursPerDay && last[3] === daysPerMonth;
    if (isSame) last[1] = row;
    else runs.push([row, row, hoursPerDay, daysPerMonth]);
  }
  return runs;
}

interface Family {
  readonly pattern: string;
  readonly sizes: readonly string[];
  readonly rows: readonly MachineRow[];
  readonly arm64: boolean;
}

function groupByFamily(rows: readonly MachineRow[], naming: Naming): Family[] {
  const byPattern = new Map<string, MachineRow[]>();
  for (const row of rows) {
    const [pattern] = naming.familyOf(row.name);
    const members = byPattern.get(pattern);
    if (members === undefined) byPattern.set(pattern, [row]);
    else members.push(row);
  }
  return [...byPattern]
    .toSorted(([a], [b]) => naming.compareFamilies(a, b))
    .map(([pattern, members]) => {
      const sorted = members.toSorted((a, b) => naming.compareSizes(a.name, b.name));
      const arm64 = sorted[0]?.arm64 ?? false;
      if (sorted.some((row) => (row.arm64 ?? false) !== arm64)) {
        throw new Error(`${pattern} has types of two architectures`);
      }
      return {
        pattern,
        sizes: sorted.map(({ name }) => naming.familyOf(name)[1]),
        rows: sorted,
        arm64,
      };
    });
}

function pricesOf(families: readonly Family[]): MachineTypesFile["prices"] {
  const rows = families.flatMap((family) => family.rows);
  const columns = PURCHASES.flatMap((purchase) => {
    if (!rows.some(({ prices }) => prices[purchase] !== undefined)) return [];
    return [[purchase, columnOf(families, rows, purchase)] as const];
  });
  return Object.fromEntries(columns);
}

function columnOf(
  families: readonly Family[],
  rows: readonly MachineRow[],
  purchase: Purchase,
): PriceColumnFile {
  const { standard, exceptions } = originsOf(rows.map(({ prices }) => prices[purchase]?.from));
  const encodings = DECIMALS_TRIED.map((decimals) => ({
    decimals,
    unit_prices: families.flatMap((family) => encode(family.rows, purchase, decimals)),
  }));
  const shortest = encodings.reduce((best, encoding) =>
    writtenOut(encoding.unit_prices) < writtenOut(best.unit_prices) ? encoding : best,
  );
  return {
    ...standard,
    ...shortest,
    ...(exceptions.length === 0 ? {} : { exceptions }),
  };
}

function encode(
  rows: readonly MachineRow[],
  purchase: Purchase,
  decimals: number,
): (number | null | typeof IN_PROPORTION)[] {
  let reference: { price: number; vcpu: number } | null = null;
  const entries: (number | null | typeof IN_PROPORTION)[] = [];
  for (const { vcpu, prices } of rows.toReversed()) {
    const price = prices[purchase]?.unitPrice ?? null;
    if (price === null) {
      entries.unshift(null);
    } else if (
      reference !== null &&
      inProportion(reference.price, vcpu, reference.vcpu, decimals) === price
    ) {
      entries.unshift(IN_PROPORTION);
    } else {
      entries.unshift(price);
      reference = { price, vcpu };
    }
  }
  return entries;
}

function writtenOut(entries: PriceColumnFile["unit_prices"]): number {
  return entries.filter((entry) => typeof entry === "number").length;
}

/** The origin of most rows, and the rows of each other one. */
function originsOf(origins: readonly (OriginFile | undefined)[]): {
  standard: OriginFile;
  exceptions: NonNullable<PriceColumnFile["exceptions"]>;
} {
  const byText = new Map<string, { origin: OriginFile; rows: number[] }>();
  for (const [row, origin] of origins.entries()) {
    if (origin === undefined) continue;
    const text = JSON.stringify([origin.source, origin.confidence, origin.note]);
    const known = byText.get(text);
    if (known === undefined) byText.set(text, { origin, rows: [row] });
    else known.rows.push(row);
  }
  const sorted = [...byText.values()].toSorted((a, b) => b.rows.length - a.rows.length);
  const [most, ...others] = sorted;
  if (most === undefined) throw new Error("a column of prices has no origin");
  return {
    standard: originOnly(most.origin),
    exceptions: others
      .toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
      .map(({ origin, rows }) => ({ ...originOnly(origin), rows: rangesOf(rows) })),
  };
}

function originOnly({ source, confidence, note }: OriginFile): OriginFile {
  return { source, confidence, ...(note === undefined ? {} : { note }) };
}

/** Ascending rows as ranges. */
function rangesOf(rows: readonly number[]): RowRange[] {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === row) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}

function inRuns(values: readonly (number | undefined)[]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (const [row, value] of values.entries()) {
    if (value === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === row && last[2] === value) last[1] = row;
    else runs.push([row, row, value]);
  }
  return runs;
}
