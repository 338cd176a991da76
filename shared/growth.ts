import type { LoadRange } from "./engine/load-range.ts";
import { costAt, type CostCurve } from "./engine/curve.ts";

/** How a load grows, and for how long that is looked at. */
export interface Growth {
  readonly requestsPerMonth: number;
  /** Growth from one month to the next: 0.05 is 5 %. */
  readonly monthlyRate: number;
  readonly months: number;
}

/** A month of the projection; the first is month 0, at today's load. */
export interface ProjectedMonth {
  readonly month: number;
  readonly requestsPerMonth: number;
  /** By curve: what the month costs, and all months up to its end. */
  readonly costs: readonly number[];
  readonly cumulated: readonly number[];
}

/** The least and the greatest load of the months looked at. */
export function loadsReached(growth: Growth): LoadRange {
  const reached = loads(growth);
  return { min: Math.min(...reached), max: Math.max(...reached) };
}

/** What each curve costs month by month as the load grows. */
export function project(growth: Growth, curves: readonly CostCurve[]): ProjectedMonth[] {
  const sums = curves.map(() => 0);
  return loads(growth).map((requestsPerMonth, month) => {
    const costs = curves.map((curve) => costAt(curve, requestsPerMonth));
    for (const [index, cost] of costs.entries()) sums[index] = (sums[index] ?? 0) + cost;
    return { month, requestsPerMonth, costs, cumulated: [...sums] };
  });
}

/** One multiplication a month: the same digits everywhere, which powers do not have. */
function loads({ requestsPerMonth, monthlyRate, months }: Growth): number[] {
  const all: number[] = [];
  let load = requestsPerMonth;
  for (let month = 0; month < months; month += 1) {
    all.push(load);
    load *= 1 + monthlyRate;
  }
  return all;
}

/**
 * The first month whose load has reached a number of requests, from below when it grows and from
 * above when it shrinks; `null` when it is there already, or not within the months looked at.
 */
export function monthReaching(growth: Growth, reached: number): number | null {
  const isGrowing = growth.monthlyRate > 0;
  const month = loads(growth).findIndex((load) => (isGrowing ? load >= reached : load <= reached));
  return month > 0 ? month : null;
}

/**
 * The first month at whose end what was saved by changing from one curve to another has paid for a
 * one-off cost; `null` when that does not happen within the months looked at.
 */
export function paybackMonth(
  months: readonly ProjectedMonth[],
  from: number,
  to: number,
  oneOffCost: number,
): number | null {
  const paid = months.find(
    ({ cumulated }) => (cumulated[from] ?? 0) - (cumulated[to] ?? 0) >= oneOffCost,
  );
  return paid?.month ?? null;
}
