import type { Crossings } from "./crossings.ts";
import type { Side } from "./crossing.ts";
import { signOfDifference } from "./rounding.ts";
import { costAt, type CostCurve } from "./curve.ts";

/** Loads between which no two curves change places but where they alternate. */
export interface Interval {
  readonly curves: readonly CostCurve[];
  /** The crossings of every two curves, in the order of the curves. */
  readonly pairs: readonly Crossings[];
  readonly from: number;
  readonly to: number;
}

/** Those of the curves that carry a load, in their order; where none does, all of them. */
export function candidatesUpTo(
  load: number,
  everyCurve: readonly number[],
  carriesUpTo?: readonly number[],
): readonly number[] {
  if (carriesUpTo === undefined) return everyCurve;
  const carrying = everyCurve.filter((index) => (carriesUpTo[index] ?? Infinity) >= load);
  return carrying.length > 0 ? carrying : everyCurve;
}

/** The cheapest of these curves, at least one, in an interval; of those that cost the same, the first. */
export function cheapestCurve(candidates: readonly number[], interval: Interval): number {
  let [cheapest = 0] = candidates;
  for (const candidate of candidates) {
    // The cheapest so far is never the later one.
    if (candidate > cheapest && cheaperOf(cheapest, candidate, interval) === "second") {
      cheapest = candidate;
    }
  }
  return cheapest;
}

/**
 * Whether one that stands before the cheapest is the cheaper of the two. Where several curves cross in one
 * point, every two of them do so a rounding apart, and until all have done so there may be no cheapest:
 * the next change decides, whichever two it is between.
 */
export function isBeatenByOne(
  cheapest: number,
  candidates: readonly number[],
  interval: Interval,
): boolean {
  for (const candidate of candidates) {
    if (candidate >= cheapest) return false;
    if (cheaperOf(candidate, cheapest, interval) === "first") return true;
  }
  return false;
}

/**
 * The order of two curves holds throughout; of two that alternate, or have no order, the cost in the middle
 * decides. Costs alone would not do: of two fleets that grow at the same load, one may do so a rounding
 * earlier.
 */
function cheaperOf(first: number, second: number, interval: Interval): Side {
  const { curves, pairs, from, to } = interval;
  const pair = pairs[pairIndex(curves.length, first, second)];
  const known =
    pair === undefined || alternatesIn(pair, from, to) ? undefined : cheaperAfter(pair, from);
  return known ?? cheaperInMiddle(first, second, interval);
}

/** Where the pair of two curves stands among those of so many. */
function pairIndex(curves: number, first: number, second: number): number {
  return first * curves - (first * (first + 1)) / 2 + (second - first - 1);
}

/** Of two that cost the same, the first. */
function cheaperInMiddle(first: number, second: number, interval: Interval): Side {
  const difference = signOfDifference(
    costInMiddle(second, interval),
    costInMiddle(first, interval),
  );
  return difference < 0 ? "second" : "first";
}

function costInMiddle(index: number, { curves, from, to }: Interval): number {
  const curve = curves[index];
  return curve === undefined ? Infinity : costAt(curve, from + (to - from) / 2);
}

/** Whether two curves alternate anywhere between two loads. */
export function alternatesIn({ alternations }: Crossings, from: number, to: number): boolean {
  for (const zone of alternations) if (zone.from < to && zone.to > from) return true;
  return false;
}

/** Which of two curves never costs more from a load to the next change between them; none if both cost the same. */
function cheaperAfter({ orders, points }: Crossings, load: number): Side | undefined {
  let from = 0;
  let cheaper: Side | undefined;
  for (const order of orders) if (order.from <= load) ({ from, cheaper } = order);
  for (const { requestsPerMonth, cheaperAbove } of points) {
    if (requestsPerMonth > load) break;
    if (requestsPerMonth >= from) cheaper = cheaperAbove;
  }
  return cheaper;
}
