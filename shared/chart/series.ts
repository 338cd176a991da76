import { costAt, type CostCurve, type FleetCurve, type LinearPiece } from "../engine/curve.ts";
import { machinesAt } from "../engine/usage.ts";
import { valueOn, type Axis } from "./axis.ts";
import type { ChartView } from "./view.ts";

/** Columns as uPlot takes them: loads, then the costs of each line, `null` where it has none. */
export type ChartColumns = readonly [readonly number[], ...(readonly (number | null)[])[]];

/** A line of the chart: the least, at each load, of curves that each hold up to some load. */
export type DrawnCurves = readonly { readonly curve: CostCurve; readonly upTo: number }[];

/** Nothing has no place on a logarithmic axis: it is drawn so far below it that a line to it is upright. */
export const DRAWN_FOR_ZERO = 1e-9;

/** On logarithmic axes a straight line bends: so many points make it smooth. */
const POINTS_PER_DECADE = 32;
const POINTS_LEAST = 240;
/** From so many machines on, one more is not seen. */
const STEPS_DRAWN: Readonly<Record<Axis["scale"], number>> = { log: 60, linear: 240 };

/**
 * Exact costs at enough loads to draw every line: evenly spread ones, every kink, both sides of
 * every fleet step, where a curve enters the view, and the `marked` loads.
 */
export function chartColumns(
  lines: readonly DrawnCurves[],
  view: ChartView,
  marked: readonly number[],
): ChartColumns {
  const { min, max } = view.requests;
  const loads = new Set<number>([min, max]);
  const add = (load: number) => {
    if (load >= min && load <= max) loads.add(load);
  };
  const spread = spreadLoads(view.requests);
  for (const load of [...spread, ...marked]) add(load);
  for (const { curve, upTo } of lines.flat()) {
    const { pieces, fleets } = curve;
    add(upTo);
    for (const { from, jumps } of pieces) {
      add(from);
      if (jumps === true) add(nextUp(from));
    }
    if (fleets.length === 0) addEntries(pieces, view.cost.min, add);
    for (const fleet of fleets) addSteps(fleet, spread, view.requests, add);
  }
  const sorted = [...loads].sort((a, b) => a - b);
  return [sorted, ...lines.map((curves) => sorted.map((load) => leastAt(curves, load)))];
}

function leastAt(curves: DrawnCurves, load: number): number | null {
  let least = Infinity;
  for (const { curve, upTo } of curves) {
    if (load <= upTo) least = Math.min(least, costAt(curve, load));
  }
  if (least === Infinity) return null;
  return least > 0 ? least : DRAWN_FOR_ZERO;
}

/** Loads with equal room between them. */
export function spreadLoads(axis: Axis): number[] {
  const decades = axis.scale === "log" ? Math.log10(axis.max / axis.min) : 0;
  const points = Math.max(POINTS_LEAST, Math.ceil(decades * POINTS_PER_DECADE));
  return Array.from({ length: points + 1 }, (_, index) => valueOn(axis, index / points));
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
  { min, max, scale }: Axis,
  add: (load: number) => void,
): void {
  const { requestsPerMachine } = fleet;
  if (requestsPerMachine === Infinity) return;
  const addStep = (machines: number) => {
    add(machines * requestsPerMachine);
    add(nextUp(machines * requestsPerMachine));
  };
  const first = machinesAt(fleet, min);
  const drawn = STEPS_DRAWN[scale];
  for (let machines = first; machines < first + drawn; machines += 1) {
    if (machines * requestsPerMachine > max) return;
    addStep(machines);
  }
  for (const load of spread) {
    const machines = machinesAt(fleet, load);
    if (machines >= first + drawn) addStep(machines);
  }
}

/** More than half, and less than the whole, of what a double differs by from the next, in parts of it. */
const OVER_HALF_A_STEP = (Number.EPSILON / 2) * (1 + Number.EPSILON);

/** The next larger double of a positive number: the other side of a step. */
export function nextUp(value: number): number {
  return value + value * OVER_HALF_A_STEP;
}
