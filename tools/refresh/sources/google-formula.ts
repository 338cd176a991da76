import type { Purchase } from "../../../shared/catalog/purchase.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import type { MachineRow } from "../../rate-cards/machine-rows.ts";
import { roundTo } from "./source-format.ts";

/**
 * Series whose machines cost what their vCPUs and memory cost, and nothing else: no accelerator and
 * no local disk. https://cloud.google.com/compute/vm-instance-pricing
 */
const SUMS = new Set(
  "c2 c2d c3 c3d c4 c4a c4d c4n e2 h3 m1 m3 n1 n2 n2d n4 n4a n4d t2a t2d".split(" "),
);
/** Types of those series that come with local disks, which are charged besides. */
const WITH_DISKS = /lssd/u;

/** Digits of the list's prices by the hour. */
const DIGITS = 6;
/** What rounding can make of a sum of two products, memory being cut to whole MB besides. */
const roundingOf = (memory: number) => 1.5e-6 + memory / MB_PER_GB;

/** What a vCPU and a GiB cost an hour. */
export interface Rates {
  readonly core: number;
  readonly memory: number;
}

/** The series that a type's price is made up by; `null` for types that cost more than their parts. */
export function seriesOf(name: string): string | null {
  const [series = ""] = name.split("-");
  return SUMS.has(series) && !WITH_DISKS.test(name) ? series : null;
}

/** vCPUs that are charged: of shared-core types only what they sustain. */
function chargedVcpu({ vcpu, baseline = 1 }: MachineRow): number {
  return vcpu * baseline;
}

function memoryGb({ memoryMb }: MachineRow): number {
  return memoryMb / MB_PER_GB;
}

/**
 * Whether some rates give the prices that these types have in the card. Only then does the series'
 * price follow from its parts.
 */
export function followsFromParts(rows: readonly MachineRow[], purchase: Purchase): boolean {
  const priced = rows.flatMap((row) => {
    const price = row.prices[purchase]?.unitPrice;
    return price === undefined ? [] : [{ vcpu: chargedVcpu(row), gb: memoryGb(row), price }];
  });
  const sum = (valueOf: (row: (typeof priced)[number]) => number) =>
    priced.reduce((total, row) => total + valueOf(row), 0);
  const [vv, vg, gg] = [
    sum(({ vcpu }) => vcpu * vcpu),
    sum(({ vcpu, gb }) => vcpu * gb),
    sum(({ gb }) => gb * gb),
  ];
  const [vp, gp] = [sum(({ vcpu, price }) => vcpu * price), sum(({ gb, price }) => gb * price)];
  const determinant = vv * gg - vg * vg;
  // With as much memory for each vCPU in all types, one rate stands for both.
  const proportional = determinant <= 1e-9 * vv * gg;
  const core = proportional ? vp / vv : (vp * gg - gp * vg) / determinant;
  const memory = proportional ? 0 : (gp * vv - vp * vg) / determinant;
  return (
    priced.length > 0 &&
    priced.every(
      ({ vcpu, gb, price }) => Math.abs(vcpu * core + gb * memory - price) <= roundingOf(memory),
    )
  );
}

/** A type's price by the hour. One that differs from the card's by rounding alone is the card's. */
export function priceByParts(row: MachineRow, purchase: Purchase, rates: Rates): number {
  const sum = chargedVcpu(row) * rates.core + memoryGb(row) * rates.memory;
  const known = row.prices[purchase]?.unitPrice;
  const isSame = known !== undefined && Math.abs(sum - known) <= roundingOf(rates.memory);
  return isSame ? known : roundTo(DIGITS, sum);
}

/**
 * The rates to go on with where the list has several, under two names of a region: those nearest to
 * the card's present prices.
 */
export function nearestRates(
  rows: readonly MachineRow[],
  purchase: Purchase,
  cores: readonly number[],
  memories: readonly number[],
): Rates | null {
  const distance = (rates: Rates) =>
    rows.reduce((total, row) => {
      const known = row.prices[purchase]?.unitPrice;
      if (known === undefined) return total;
      return total + Math.abs(priceByParts(row, purchase, rates) - known);
    }, 0);
  const choices = cores.flatMap((core) => memories.map((memory) => ({ core, memory })));
  return choices.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
