import type { Crossing, Alternation, Order } from "./crossing.ts";
import type { LoadRange } from "./load-range.ts";
import { Path } from "./path.ts";
import { crossLines, crossStretch } from "./cross-stretch.ts";
import { NOTHING, type CostCurve } from "./curve.ts";
import { SignTracker } from "./sign-tracker.ts";
import { isApart } from "./rounding.ts";
import type { Stretch } from "./stretches.ts";

export interface Crossings {
  /** The order where the range begins and after each alternation; none if both always cost the same. */
  readonly orders: readonly Order[];
  readonly points: readonly Crossing[];
  readonly alternations: readonly Alternation[];
}

/** The crossings of two of several curves. */
export interface CurvePair extends Crossings {
  /** The places of the two among the curves. */
  readonly first: number;
  readonly second: number;
}

/** Crossings listed in one stretch before it is summed up as an alternation. */
export const CROSSINGS_LISTED = 1000;

/**
 * Crossings listed in a stretch of all pairs together, so that neither the work nor the answer
 * grows with the square of the curves; each pair has its share, but never less than the floor.
 */
const CROSSINGS_OF_ALL_PAIRS = 20_000;
const CROSSINGS_OF_A_PAIR = 20;

/** How many crossings of a stretch are listed of a pair, of so many curves; `most` of all pairs together. */
export function crossingsListed(curves: number, most = CROSSINGS_OF_ALL_PAIRS): number {
  const pairs = (curves * (curves - 1)) / 2;
  return Math.min(CROSSINGS_LISTED, Math.max(CROSSINGS_OF_A_PAIR, Math.floor(most / pairs)));
}

/** Every load in the range at which one curve stops being the cheaper of the two. */
export function crossings(
  first: CostCurve,
  second: CostCurve,
  range: LoadRange,
  limit = CROSSINGS_LISTED,
): Crossings {
  const found = crossPaths(new Path(first, range), new Path(second, range), range, limit);
  const { orders, points, alternations } = found;
  return { orders, points, alternations };
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
): CurvePair {
  const tracker = new SignTracker(first, second, min);
  if (areSameFleets(first.curve, second.curve)) return tracker;
  let firstIndex = first.start;
  let secondIndex = second.start;
  let firstEnd = endOf(first.stretches, firstIndex);
  let secondEnd = endOf(second.stretches, secondIndex);
  let from = min;
  while (from < max) {
    const firstStretch: Stretch = first.stretches[firstIndex] ?? NOTHING;
    const secondStretch: Stretch = second.stretches[secondIndex] ?? NOTHING;
    const to = Math.min(firstEnd, secondEnd, max);
    if (isApart(from, to)) {
      if (firstStretch.rise === undefined && secondStretch.rise === undefined) {
        crossLines(tracker, firstStretch, secondStretch, from, to);
      } else {
        crossStretch(tracker, firstStretch, secondStretch, from, to, limit);
      }
    }
    if (firstEnd === to) {
      firstIndex += 1;
      firstEnd = endOf(first.stretches, firstIndex);
    }
    if (secondEnd === to) {
      secondIndex += 1;
      secondEnd = endOf(second.stretches, secondIndex);
    }
    from = to;
  }
  return tracker;
}

/** Where a stretch ends and the next begins. */
function endOf(stretches: readonly Stretch[], index: number): number {
  return index + 1 < stretches.length ? (stretches[index + 1]?.from ?? Infinity) : Infinity;
}

/**
 * Whether two curves of several fleets are the same, number by number. Of a single fleet one period
 * shows it; several may have none in common.
 */
function areSameFleets(first: CostCurve, second: CostCurve): boolean {
  return first.fleets.length > 1 && JSON.stringify(first) === JSON.stringify(second);
}
