import { alternatesIn, candidatesUpTo, cheapestCurve, isBeatenByOne } from "./cheapest-curve.ts";
import type { CostCurve } from "./curve.ts";
import { crossingsListed, crossPaths, type CurvePair } from "./crossings.ts";
import { Path } from "./path.ts";
import type { Crossing } from "./crossing.ts";
import type { LoadRange } from "./load-range.ts";
import { inOrderOfLoad } from "./in-order-of-load.ts";

/** An interval of loads in which one curve is the cheapest of all. */
export interface Regime {
  readonly from: number;
  readonly to: number;
  /** Index of the cheapest curve. */
  readonly cheapest: number;
  /** In this interval fleets overtake each other more often than is listed; `cheapest` holds in its middle. */
  readonly alternating: boolean;
}

/** Three curves that meet in one point do so in three computed loads this close together. */
const MERGED_WITHIN = 1e-12;

/**
 * The crossings of every two curves, in the order of the curves. `most`: crossings of a stretch that
 * are listed of all pairs together; what goes beyond is summed up as alternating.
 */
export function crossEachPair(
  curves: readonly CostCurve[],
  range: LoadRange,
  most?: number,
): CurvePair[] {
  const pairs: CurvePair[] = [];
  const limit = crossingsListed(curves.length, most);
  const paths = curves.map((curve, index) => new Path(curve, range, index));
  for (const first of paths) {
    for (let index = first.index + 1; index < paths.length; index += 1) {
      const second = paths[index];
      if (second !== undefined) pairs.push(crossPaths(first, second, range, limit));
    }
  }
  return pairs;
}

/** What a caller of `regimesOf` may know of the curves. */
export interface RegimeOptions {
  /** The changes of all pairs, put in order already. */
  readonly changes?: readonly Change[];
  /**
   * The greatest load that is carried at each curve's cost, where there is one. Beyond it the curve is
   * passed over, but where no curve carries the load all of them are compared.
   */
  readonly carriesUpTo?: readonly number[];
}

/**
 * Who is cheapest where: intervals that cover the range without gap, from the crossings of every
 * two of its curves. Of curves that cost the same, the first is named.
 */
export function regimesOf(
  curves: readonly CostCurve[],
  pairs: readonly CurvePair[],
  range: LoadRange,
  { changes: crossed = changesInOrder(pairs), carriesUpTo: ends }: RegimeOptions = {},
): Regime[] {
  if (curves.length === 0 || range.min >= range.max) return [];
  // Without one that ends within the range, all of them are candidates everywhere.
  const carriesUpTo = ends?.some((at) => at < range.max) === true ? ends : undefined;
  const changes = carriesUpTo === undefined ? crossed : withEnds(crossed, carriesUpTo, range);
  const everyCurve = curves.map((_, index) => index);
  const alternatingPairs = pairs.filter(({ alternations }) => alternations.length > 0);
  const regimes: { from: number; to: number; cheapest: number; alternating: boolean }[] = [];
  let from = range.min;
  let cheapest = 0;
  let isOpen = true;
  for (let index = 0; index <= changes.length; index += 1) {
    const bound = changes[index];
    const to = bound === undefined ? range.max : bound.at;
    const isSliver = to - from <= MERGED_WITHIN * to;
    if (isSliver && (to < range.max || regimes.length > 0)) {
      from = to;
      isOpen ||= bound !== undefined && concerns(bound, cheapest);
      continue;
    }
    if (isOpen) {
      const interval = { curves, pairs, from, to };
      const candidates = candidatesUpTo(to, everyCurve, carriesUpTo);
      cheapest = cheapestCurve(candidates, interval);
      isOpen = isBeatenByOne(cheapest, candidates, interval);
    }
    let alternating = false;
    for (const pair of alternatingPairs) {
      alternating ||= involves(pair, cheapest) && alternatesIn(pair, from, to);
    }
    const last = regimes.at(-1);
    if (last !== undefined && last.cheapest === cheapest && last.alternating === alternating) {
      last.to = to;
    } else {
      regimes.push({ from: last?.to ?? range.min, to, cheapest, alternating });
    }
    from = to;
    isOpen ||= bound !== undefined && concerns(bound, cheapest);
  }
  const last = regimes.at(-1);
  if (last !== undefined) last.to = range.max;
  return regimes;
}

/** A load at which two curves change places; without a `point`, an end of an alternation. */
export interface Change {
  readonly at: number;
  readonly pair: CurvePair;
  readonly point: Crossing | null;
}

/** Where two others change places, or another no longer carries, the cheapest stays what it is. */
function concerns({ pair, ended }: Bound, cheapest: number): boolean {
  return pair === null ? ended === cheapest : involves(pair, cheapest);
}

function involves({ first, second }: CurvePair, curve: number): boolean {
  return first === curve || second === curve;
}

/** A load at which another curve may be the cheapest: two change places or, without a pair, one no longer carries. */
interface Bound {
  readonly at: number;
  readonly pair: CurvePair | null;
  /** The curve that no longer carries. */
  readonly ended?: number;
}

/** The changes with the loads up to which curves carry among them; at the same load, after them. */
function withEnds(
  changes: readonly Change[],
  carriesUpTo: readonly number[],
  { min, max }: LoadRange,
): readonly Bound[] {
  const bounds: Bound[] = [...changes];
  carriesUpTo.forEach((at, ended) => {
    if (at > min && at < max) bounds.push({ at, pair: null, ended });
  });
  return inOrderOfLoad(bounds);
}

/** The changes of all pairs by load; at the same load, in the order of the pairs. */
export function changesInOrder(pairs: readonly CurvePair[]): Change[] {
  const changes: Change[] = [];
  for (const pair of pairs) {
    for (const point of pair.points) changes.push({ at: point.requestsPerMonth, pair, point });
    for (const { from, to } of pair.alternations) {
      changes.push({ at: from, pair, point: null }, { at: to, pair, point: null });
    }
  }
  return inOrderOfLoad(changes);
}
