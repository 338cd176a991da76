import type { CostCurve } from "../../../shared/engine/curve.ts";
import type { LoadRange } from "../../../shared/engine/load-range.ts";

const GRID = 40;

/** Less than any load that can be told from none; doubles get denormal far below. */
const LEAST_LOAD = 1e-6;

/** The next double above a load. */
export function justAbove(load: number): number {
  if (load === 0) return LEAST_LOAD;
  const bits = new BigInt64Array(new Float64Array([load]).buffer);
  bits[0] = (bits[0] ?? 0n) + 1n;
  return new Float64Array(bits.buffer)[0] ?? load;
}

/** The next double below a load. */
export function justBelow(load: number): number {
  if (load === 0) return 0;
  const bits = new BigInt64Array(new Float64Array([load]).buffer);
  bits[0] = (bits[0] ?? 0n) - 1n;
  return new Float64Array(bits.buffer)[0] ?? load;
}

/** Every load in the range at which a curve bends or jumps. */
export function breakpoints(curve: CostCurve, { min, max }: LoadRange): number[] {
  const loads = curve.pieces.map(({ from }) => from);
  for (const { requestsPerMachine, minimumMachines, from, upTo } of curve.fleets) {
    loads.push(from ?? 0, upTo ?? 0);
    const first = Math.max(minimumMachines, Math.floor(min / requestsPerMachine));
    for (let count = first; count * requestsPerMachine <= max; count += 1) {
      loads.push(count * requestsPerMachine);
    }
  }
  return loads.filter((load) => load > min && load < max);
}

/**
 * Steps of two fleets that fall together are doubles apart by rounding alone. What shows in the
 * sliver between them is noise, so claims about two curves are tried this far beside a step.
 */
const BESIDE = 1e-11;

export function beside(load: number): { below: number; above: number } {
  return { below: load * (1 - BESIDE), above: load === 0 ? LEAST_LOAD : load * (1 + BESIDE) };
}

/**
 * Loads to try a claim about these curves at, ascending: an even and a logarithmic grid, and both
 * sides of every bend and step. The range's ends stand for what is just inside them.
 */
export function probes(curves: readonly CostCurve[], range: LoadRange): number[] {
  const { min, max } = range;
  const loads = [beside(min).above, beside(max).below];
  const bends = curves.flatMap((curve) => breakpoints(curve, range));
  for (const load of bends) loads.push(beside(load).below, beside(load).above);
  for (let index = 1; index < GRID; index += 1) {
    loads.push(min + ((max - min) * index) / GRID, min + (max - min) / 1.5 ** index);
  }
  const edges = [...bends, min, max];
  return [...new Set(loads)]
    .filter((load) => load > min && load < max)
    .filter((load) => edges.every((edge) => Math.abs(edge - load) > (BESIDE / 2) * load))
    .sort((a, b) => a - b);
}
