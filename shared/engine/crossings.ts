import { crossStretch, isApart } from "./cross-stretch.ts";
import { indexAt, type CostCurve } from "./curve.ts";
import { SignTracker } from "./sign-tracker.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";

/** One of two curves that are compared. */
export type Side = "first" | "second";

/** A load at which the cheaper of two curves changes. */
export interface Crossing {
  readonly requestsPerMonth: number;
  /** Monthly cost there; at a step, of the curve that is the cheaper above it. */
  readonly monthlyCost: number;
  /** `equal`: both cost the same here. `step`: a fleet grows right after this load and overtakes. */
  readonly kind: "equal" | "step";
  /** Which of the two is cheaper just below and just above. */
  readonly cheaperBelow: Side;
  readonly cheaperAbove: Side;
}

/** An interval in which two curves alternate more often than `limit` times: not all is listed. */
export interface Alternation {
  readonly from: number;
  readonly to: number;
}

/** From this load to the next crossing or alternation, this curve never costs more than the other. */
export interface Order {
  readonly from: number;
  readonly cheaper: Side;
}

export interface Crossings {
  /** The order where the range begins and after each alternation; none if both always cost the same. */
  readonly orders: readonly Order[];
  readonly points: readonly Crossing[];
  readonly alternations: readonly Alternation[];
}

export interface LoadRange {
  readonly min: number;
  readonly max: number;
}

/** Crossings listed in one stretch before it is summed up as an alternation. */
export const CROSSINGS_LISTED = 1000;

/** A curve with its stretches in a range, which serve every pair that the curve is in. */
export interface Path {
  readonly curve: CostCurve;
  readonly stretches: readonly Stretch[];
}

/** A curve made ready to be compared with others in a range. */
export function pathOf(curve: CostCurve, range: LoadRange): Path {
  return { curve, stretches: stretchesOf(curve, range.max) };
}

/** Every load in the range at which one curve stops being the cheaper of the two. */
export function crossings(
  first: CostCurve,
  second: CostCurve,
  range: LoadRange,
  limit = CROSSINGS_LISTED,
): Crossings {
  return crossPaths(pathOf(first, range), pathOf(second, range), range, limit);
}

/**
 * Every load in the range at which one curve stops being the cheaper of the two, in ascending
 * order. On a stretch of both curves each stays between two parallel lines; where those of one are
 * over those of the other nothing can cross, and only elsewhere are single fleet steps looked at.
 * Two curves that run together count as crossing where they part, and only if the order has
 * changed.
 */
export function crossPaths(
  first: Path,
  second: Path,
  { min, max }: LoadRange,
  limit = CROSSINGS_LISTED,
): Crossings {
  const tracker = new SignTracker(first.curve, second.curve, min);
  const alternations: Alternation[] = [];
  if (areSameFleets(first.curve, second.curve)) return { orders: [], points: [], alternations };
  let firstIndex = indexAt(first.stretches, min);
  let secondIndex = indexAt(second.stretches, min);
  let from = min;
  while (from < max) {
    const firstStretch = first.stretches[firstIndex];
    const secondStretch = second.stretches[secondIndex];
    if (firstStretch === undefined || secondStretch === undefined) break;
    const firstEnd = first.stretches[firstIndex + 1]?.from ?? Infinity;
    const secondEnd = second.stretches[secondIndex + 1]?.from ?? Infinity;
    const to = Math.min(firstEnd, secondEnd, max);
    if (isApart(from, to)) {
      const left = crossStretch(tracker, firstStretch, secondStretch, from, to, limit);
      if (left !== null) alternations.push(left);
    }
    if (firstEnd === to) firstIndex += 1;
    if (secondEnd === to) secondIndex += 1;
    from = to;
  }
  return { orders: tracker.orders, points: tracker.points, alternations };
}

/**
 * Whether two curves of several fleets are the same, number by number. Of a single fleet one period
 * shows it; several may have none in common.
 */
function areSameFleets(first: CostCurve, second: CostCurve): boolean {
  return first.fleets.length > 1 && JSON.stringify(first) === JSON.stringify(second);
}
