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

/** Up from the lower end of a part, or down from the upper one. */
export type Direction = "up" | "down";

/** Where, going in a direction through a part, an offer becomes cheaper first than the one that is now. */
export function turnIn(
  { bought, from, to }: Part,
  now: number | null,
  direction: Direction,
): AxisTurn | null {
  if (bought.length === 0 || from >= to) return null;
  const range = { min: from, max: to };
  const current = bought.find(({ index }) => index === now);
  if (current === undefined) {
    const cheapest = cheapestNear(bought, range, direction);
    return cheapest === null ? null : { at: direction === "up" ? from : to, cheapest };
  }
  const path = new Path(current.curve, range);
  let nearest: number | null = null;
  let successors: Part["bought"] = [];
  for (const other of bought) {
    if (other === current) continue;
    const crossed = crossPaths(path, new Path(other.curve, range), range);
    const at = firstLeaving(crossed, current.curve, other.curve, range, direction);
    if (at === null) continue;
    // Two fleets that grow at the same value may do so a rounding apart.
    const isNearer =
      nearest === null || (direction === "up" ? isApart(at, nearest) : isApart(nearest, at));
    if (isNearer) [nearest, successors] = [at, [other]];
    else if (nearest !== null && !isApart(Math.min(at, nearest), Math.max(at, nearest))) {
      successors = [...successors, other];
    }
  }
  if (nearest === null) return null;
  const cheapest = cheapestNear(successors, beyond(range, nearest, direction), direction);
  return cheapest === null ? null : { at: nearest, cheapest };
}

/** The cheapest of a few where a range begins, in a direction. */
function cheapestNear(
  bought: Part["bought"],
  range: LoadRange,
  direction: Direction,
): number | null {
  return cheapestOf(bought, range, (regimes) => regimes.at(direction === "up" ? 0 : -1));
}

/** What of a range lies beyond a value, in a direction. */
function beyond({ min, max }: LoadRange, at: number, direction: Direction): LoadRange {
  return direction === "up" ? { min: at, max } : { min, max: at };
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
  const isUp = direction === "up";
  const leaving = isUp ? firstLeft(crossed, range) : lastLeft(crossed, range);
  if (leaving === null || typeof leaving === "number") return leaving;
  const { from, to } = leaving;
  const [near, far] = isUp ? [from, to] : [to, from];
  const middle = from + (to - from) / 2;
  const lower = { min: from, max: middle };
  const upper = { min: middle, max: to };
  const [half, otherHalf] = isUp ? [lower, upper] : [upper, lower];
  for (const part of [half, otherHalf, beyond(range, far, direction)]) {
    if (part.min >= part.max) continue;
    if (halves.left === 0 || !isApart(from, to)) return near;
    halves.left -= 1;
    const within = crossings(first, second, part, CROSSINGS_OF_A_HALF);
    const at = firstLeaving(within, first, second, part, direction, halves);
    if (at !== null) return at;
  }
  return null;
}

/** Where the order of two changes, or the whole interval in which it does too often to be listed. */
type Leaving = number | Alternation;

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
