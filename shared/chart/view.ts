import { costAt, type CostCurve } from "../engine/curve.ts";
import type { Comparison } from "../simulate.ts";
import { toRequestsPerMonth } from "../units.ts";
import { positionOn, type Axis, type AxisScale } from "./axis.ts";
import { GUIDE_RATES } from "./guide-rates.ts";

/** The part of the plane of loads and costs that is drawn. */
export interface ChartView {
  readonly requests: Axis;
  readonly cost: Axis;
}

/** How each axis is divided. */
export interface ChartScales {
  readonly requests: AxisScale;
  readonly cost: AxisScale;
}

/** What is looked at: a comparison, the workload's load, and the most that was looked at. */
export interface ChartSubject {
  readonly comparison: Comparison;
  readonly load: number;
  readonly requestsViewed: number;
}

/** The chart begins a little below the first guide line and ends a little above the last. */
const MARGIN = 1.6;
const DECADE = 10;
const DECADES_BELOW_MACHINES = 10;
const LEAST_COST = 0.01;
const NEVER_CHEAP_DECADES = 1e-6;
/** On a linear axis the load stands in the first part of what is seen at first. */
const LINEAR_LOADS_SEEN = 4;
/** A change of the cheapest is still shown beside the load when it is at so many times of it. */
const TURN_SEEN = 60;
const BEYOND_TURN = 1.25;
const LINEAR_HEADROOM = 1.05;

/** Everything there is to see, and what is seen at first: on linear axes only the lower end of it. */
export function viewsOf(
  subject: ChartSubject,
  curves: readonly CostCurve[],
  scales: ChartScales,
): { readonly whole: ChartView; readonly first: ChartView } {
  const [least = 0] = GUIDE_RATES;
  const requests: Axis = {
    min: scales.requests === "log" ? toRequestsPerMonth(least) / MARGIN : 0,
    max: subject.requestsViewed * MARGIN,
    scale: scales.requests,
  };
  const whole = { requests, cost: costAxis(curves, requests, scales.cost) };
  if (scales.requests === "log" && scales.cost === "log") return { whole, first: whole };
  const part = { ...requests, max: Math.min(requests.max, linearEnd(subject, requests.min)) };
  const cost = costAxis(curves, part, scales.cost);
  // What is seen at first is a part of the whole.
  return { whole, first: { requests: part, cost: within(cost, whole.cost) } };
}

/** A part of an axis between two values, no more than there is of it. */
export function within({ min, max }: Pick<Axis, "min" | "max">, whole: Axis): Axis {
  return {
    ...whole,
    min: Math.max(whole.min, Math.min(min, max)),
    max: Math.min(whole.max, Math.max(min, max)),
  };
}

/** Whether a view shows all of another. */
export function isWhole(view: ChartView, whole: ChartView): boolean {
  return (["requests", "cost"] as const).every((name) => {
    const from = positionOn(whole[name], view[name].min);
    const to = positionOn(whole[name], view[name].max);
    return from < 1e-9 && to > 1 - 1e-9;
  });
}

function linearEnd({ comparison, load }: ChartSubject, least: number): number {
  const turns = comparison.regimes
    .slice(1)
    .map(({ from }) => from)
    .filter((from) => from <= load * TURN_SEEN);
  return Math.max(
    load * LINEAR_LOADS_SEEN,
    ...turns.map((turn) => turn * BEYOND_TURN),
    least * DECADE,
    1,
  );
}

/**
 * The costs of all curves on a stretch of loads. A logarithmic axis begins a decade below what the
 * machines cost at least, or the load costs.
 */
function costAxis(curves: readonly CostCurve[], requests: Axis, scale: AxisScale): Axis {
  let most = 0;
  let least = Infinity;
  for (const curve of curves) {
    most = Math.max(most, costAt(curve, requests.max));
    const start = costAt(curve, requests.min);
    if (start > 0) least = Math.min(least, start);
  }
  if (scale === "linear") {
    return { min: 0, max: most > 0 ? most * LINEAR_HEADROOM : 1, scale };
  }
  const top = decadeAbove(Math.max(most, DECADE));
  const bottom =
    least === Infinity ? top * NEVER_CHEAP_DECADES : decadeBelow(least / DECADES_BELOW_MACHINES);
  return { min: Math.max(LEAST_COST, bottom), max: top, scale };
}

function decadeBelow(value: number): number {
  return DECADE ** Math.floor(Math.log10(value));
}

function decadeAbove(value: number): number {
  return DECADE ** Math.ceil(Math.log10(value));
}
