import {
  crossings,
  crossPaths,
  Path,
  type Alternation,
  type Crossings,
  type LoadRange,
} from "../engine/crossings.ts";
import type { CostCurve } from "../engine/curve.ts";
import { crossEachPair, regimesOf, type Regime } from "../engine/regimes.ts";
import { isApart } from "../engine/sign-tracker.ts";
import type { Piece } from "./driver-curve.ts";

/** A value of what is looked along at which another offer becomes the cheapest. */
export interface AxisTurn {
  readonly at: number;
  /** Index of the offer that is cheapest beyond it. */
  readonly cheapest: number;
}

/** Values between which the same offers can be bought, each with one curve. */
export interface Part extends Piece {
  readonly bought: readonly { readonly curve: CostCurve; readonly index: number }[];
}

/** The cheapest of a few in one of their regimes in a range. */
export function cheapestOf(
  bought: Part["bought"],
  range: LoadRange,
  choose: (regimes: readonly Regime[]) => Regime | undefined,
): number | null {
  if (bought.length < 2) return bought[0]?.index ?? null;
  const curves = bought.map(({ curve }) => curve);
  const regime = choose(regimesOf(curves, crossEachPair(curves, range), range));
  return bought[regime?.cheapest ?? 0]?.index ?? null;
}

/** Where, going up from the lower end of a part, another offer becomes cheaper first than the one that is. */
export function turnAbove({ bought, from, to }: Part, now: number | null): AxisTurn | null {
  return turnIn(
    bought,
    now,
    { min: from, max: to },
    {
      start: from,
      isNearer: (at, best) => at < best,
      leaves: firstLeft,
      rest: (at) => ({ min: at, max: to }),
      inOrder: (parts) => parts,
      nearEnd: ({ from: end }) => end,
      beyond: (interval, { max }) => ({ min: interval.to, max }),
      nearestOf: (regimes) => regimes[0],
    },
  );
}

/** Where, going down from the upper end of a part, another offer becomes cheaper first than the one that is. */
export function turnBelow({ bought, from, to }: Part, now: number | null): AxisTurn | null {
  return turnIn(
    bought,
    now,
    { min: from, max: to },
    {
      start: to,
      isNearer: (at, best) => at > best,
      leaves: lastLeft,
      rest: (at) => ({ min: from, max: at }),
      inOrder: (parts) => parts.toReversed(),
      nearEnd: ({ to: end }) => end,
      beyond: (interval, { min }) => ({ min, max: interval.from }),
      nearestOf: (regimes) => regimes.at(-1),
    },
  );
}

/** A direction to look in. */
interface Direction {
  readonly start: number;
  readonly isNearer: (at: number, best: number) => boolean;
  /** Where the second of two is the cheaper one first, in this direction; `null` where it never is. */
  readonly leaves: (crossed: Crossings, range: LoadRange) => Leaving | null;
  /** What lies beyond a value. */
  readonly rest: (at: number) => LoadRange;
  /** Ascending parts, the nearest first. */
  readonly inOrder: (parts: readonly LoadRange[]) => readonly LoadRange[];
  readonly nearEnd: (interval: Alternation) => number;
  /** What of a range lies beyond an interval of it. */
  readonly beyond: (interval: Alternation, range: LoadRange) => LoadRange;
  readonly nearestOf: (regimes: readonly Regime[]) => Regime | undefined;
}

/** Where the order of two changes, or the whole interval in which it does too often to be listed. */
type Leaving = number | Alternation;

function turnIn(
  bought: Part["bought"],
  now: number | null,
  range: LoadRange,
  direction: Direction,
): AxisTurn | null {
  const { start, isNearer, rest, nearestOf } = direction;
  if (bought.length === 0 || range.min >= range.max) return null;
  const current = bought.find(({ index }) => index === now);
  if (current === undefined) {
    const cheapest = cheapestOf(bought, range, nearestOf);
    return cheapest === null ? null : { at: start, cheapest };
  }
  const path = new Path(current.curve, range);
  let nearest: number | null = null;
  let successors: Part["bought"] = [];
  for (const other of bought) {
    if (other === current) continue;
    const crossed = crossPaths(path, new Path(other.curve, range), range);
    const at = firstLeaving(crossed, current.curve, other.curve, range, direction);
    if (at === null) continue;
    if (nearest === null || isNearer(at, nearest)) [nearest, successors] = [at, [other]];
    else if (at === nearest) successors = [...successors, other];
  }
  if (nearest === null) return null;
  const cheapest = cheapestOf(successors, rest(nearest), nearestOf);
  return cheapest === null ? null : { at: nearest, cheapest };
}

/** Crossings listed of each half of an interval in which two alternate too often, and halves looked at. */
const CROSSINGS_OF_A_HALF = 20;
const HALVES_LOOKED_AT = 100;

/**
 * The first value, in a direction, at which the second curve becomes the cheaper; an interval in which
 * they alternate is halved until it is found. Where that takes too many halves it is the interval's end.
 */
function firstLeaving(
  crossed: Crossings,
  first: CostCurve,
  second: CostCurve,
  range: LoadRange,
  direction: Direction,
  halves = { left: HALVES_LOOKED_AT },
): number | null {
  const leaving = direction.leaves(crossed, range);
  if (leaving === null || typeof leaving === "number") return leaving;
  const { from, to } = leaving;
  const middle = from + (to - from) / 2;
  const parts = direction.inOrder([
    { min: from, max: middle },
    { min: middle, max: to },
  ]);
  for (const part of [...parts, direction.beyond(leaving, range)]) {
    if (part.min >= part.max) continue;
    if (halves.left === 0 || !isApart(from, to)) return direction.nearEnd(leaving);
    halves.left -= 1;
    const within = crossings(first, second, part, CROSSINGS_OF_A_HALF);
    const at = firstLeaving(within, first, second, part, direction, halves);
    if (at !== null) return at;
  }
  return null;
}

function firstLeft(
  { orders, points, alternations }: Crossings,
  { min }: LoadRange,
): Leaving | null {
  const [order] = orders;
  if (order?.from === min && order.cheaper === "second") return min;
  const point = points.find(({ cheaperAbove }) => cheaperAbove === "second");
  const at = point?.requestsPerMonth ?? null;
  const [zone] = alternations;
  return zone !== undefined && zone.from < (at ?? Infinity) ? zone : at;
}

function lastLeft({ orders, points, alternations }: Crossings, { max }: LoadRange): Leaving | null {
  const order = orders.at(-1);
  const last = points.at(-1);
  const zone = alternations.at(-1);
  const isPointLater = last !== undefined && last.requestsPerMonth >= (order?.from ?? -Infinity);
  const cheaper = isPointLater ? last.cheaperAbove : order?.cheaper;
  if (cheaper === "second" && zone?.to !== max) return max;
  const point = points.findLast(({ cheaperBelow }) => cheaperBelow === "second");
  const at = point?.requestsPerMonth ?? null;
  return zone !== undefined && zone.to > (at ?? -Infinity) ? zone : at;
}
