import {
  costAt,
  type CostCurve,
  type FleetCurve,
  type LinearPiece,
} from "../../shared/engine/curve.ts";
import { machinesAt } from "../../shared/engine/usage.ts";

/** The part of the plane that is drawn; both axes are logarithmic. */
export interface ChartView {
  readonly minRequests: number;
  readonly maxRequests: number;
  readonly minCost: number;
  readonly maxCost: number;
}

/** Columns as uPlot takes them: loads, then each curve's costs. */
export type ChartColumns = readonly [readonly number[], ...(readonly number[])[]];

/** Nothing has no place on a logarithmic axis: it is drawn so far below it that a line to it is upright. */
export const DRAWN_FOR_ZERO = 1e-9;

/** On logarithmic axes a straight line bends: so many points make it smooth. */
const POINTS_PER_DECADE = 32;
/** From this many machines on, one more is not seen on a logarithmic axis. */
const STEPS_DRAWN = 60;
const DECADE = 10;
const DECADES_BELOW_MACHINES = 10;
const LEAST_COST = 0.01;
const NEVER_CHEAP_DECADES = 1e-6;

/** Axes that hold every curve: from a decade below what the machines cost at least, or the load costs. */
export function viewOf(
  curves: readonly CostCurve[],
  minRequests: number,
  maxRequests: number,
): ChartView {
  let maxCost = 0;
  let leastFleetCost = Infinity;
  for (const curve of curves) {
    maxCost = Math.max(maxCost, costAt(curve, maxRequests));
    const start = costAt(curve, minRequests);
    if (start > 0) leastFleetCost = Math.min(leastFleetCost, start);
  }
  const top = decadeAbove(Math.max(maxCost, DECADE));
  const bottom =
    leastFleetCost === Infinity
      ? top * NEVER_CHEAP_DECADES
      : decadeBelow(leastFleetCost / DECADES_BELOW_MACHINES);
  return { minRequests, maxRequests, minCost: Math.max(LEAST_COST, bottom), maxCost: top };
}

/**
 * Exact costs at enough loads to draw every curve: evenly spread ones, every kink, both sides of
 * every fleet step, where a curve enters the view, and the `marked` loads.
 */
export function chartColumns(
  curves: readonly CostCurve[],
  view: ChartView,
  marked: readonly number[],
): ChartColumns {
  const { minRequests, maxRequests, minCost } = view;
  const loads = new Set<number>([minRequests, maxRequests]);
  const add = (load: number) => {
    if (load >= minRequests && load <= maxRequests) loads.add(load);
  };
  const spread = spreadLoads(minRequests, maxRequests);
  for (const load of [...spread, ...marked]) add(load);
  for (const { pieces, fleets } of curves) {
    for (const { from } of pieces) add(from);
    if (fleets.length === 0) addEntries(pieces, minCost, add);
    for (const fleet of fleets) addSteps(fleet, spread, view, add);
  }
  const sorted = [...loads].sort((a, b) => a - b);
  return [
    sorted,
    ...curves.map((curve) =>
      sorted.map((load) => {
        const cost = costAt(curve, load);
        return cost > 0 ? cost : DRAWN_FOR_ZERO;
      }),
    ),
  ];
}

function spreadLoads(minRequests: number, maxRequests: number): number[] {
  const loads: number[] = [];
  const decades = Math.log10(maxRequests / minRequests);
  const points = Math.ceil(decades * POINTS_PER_DECADE);
  for (let index = 0; index <= points; index += 1) {
    loads.push(minRequests * DECADE ** ((decades * index) / points));
  }
  return loads;
}

/** Where a continuous curve first reaches the bottom of the view. */
function addEntries(
  pieces: readonly LinearPiece[],
  minCost: number,
  add: (load: number) => void,
): void {
  for (const [index, { from, cost, slope }] of pieces.entries()) {
    if (slope <= 0 || cost >= minCost) continue;
    const entry = from + (minCost - cost) / slope;
    if (entry <= (pieces[index + 1]?.from ?? Infinity)) add(entry);
  }
}

/** Steps one by one while they are seen, then the step at or above each evenly spread load. */
function addSteps(
  fleet: FleetCurve,
  spread: readonly number[],
  { minRequests, maxRequests }: ChartView,
  add: (load: number) => void,
): void {
  const { requestsPerMachine } = fleet;
  if (requestsPerMachine === Infinity) return;
  const addStep = (machines: number) => {
    add(machines * requestsPerMachine);
    add(nextUp(machines * requestsPerMachine));
  };
  const first = machinesAt(fleet, minRequests);
  for (let machines = first; machines < first + STEPS_DRAWN; machines += 1) {
    if (machines * requestsPerMachine > maxRequests) return;
    addStep(machines);
  }
  for (const load of spread) {
    const machines = machinesAt(fleet, load);
    if (machines >= first + STEPS_DRAWN) addStep(machines);
  }
}

/** The next larger double of a positive number: the other side of a step. */
export function nextUp(value: number): number {
  const float = new Float64Array([value]);
  const bits = new BigInt64Array(float.buffer);
  bits[0] = (bits[0] ?? 0n) + 1n;
  return float[0] ?? value;
}

function decadeBelow(value: number): number {
  return DECADE ** Math.floor(Math.log10(value));
}

function decadeAbove(value: number): number {
  return DECADE ** Math.ceil(Math.log10(value));
}
