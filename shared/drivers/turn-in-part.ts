import { crossings, crossPaths, type Crossings } from "../engine/crossings.ts";
import { Path } from "../engine/path.ts";
import type { Alternation } from "../engine/crossing.ts";
import type { LoadRange } from "../engine/load-range.ts";
import { isApart } from "../engine/rounding.ts";
import type { CostCurve } from "../engine/curve.ts";
import { crossEachPair, regimesOf, type Regime } from "../engine/regimes.ts";
import type { Part } from "./driver-parts.ts";

/** A value of what is looked along at which another offer becomes the cheapest. */
export interface AxisTurn {
  readonly at: number;
  /** Index of the offer that is cheapest beyond it. */
  readonly cheapest: number;
}

/** The cheapest of a few in one of their regimes in a range. */
export function cheapestOf(
  bought: Part["bought"],
  range: LoadRange,
  choose: (regimes: readonly Regime[]) => Regime | undefined,
): number | null {
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
  if (!isApart(from, to)) return null;
  const isUp = direction === "up";
  const range = { min: from, max: to };
  const current = bought.find(({ index }) => index === now);
  let at = isUp ? from : to;
  let successors = bought;
  if (current !== undefined) {
    // Two fleets that grow at the same value may do so a rounding apart.
    const isBefore = (one: number, other: number) =>
      isUp ? isApart(one, other) : isApart(other, one);
    const path = new Path(current.curve, range);
    at = isUp ? to : from;
    successors = [];
    for (const other of bought) {
      if (other === current) continue;
      const left = firstLeaving(path, other.curve, range, isUp);
      if (left === null || isBefore(at, left)) continue;
      if (!isBefore(left, at)) successors = [...successors, other];
      else [at, successors] = [left, [other]];
    }
  }
  const cheapest = cheapestOf(successors, beyond(range, at, isUp), (regimes) =>
    regimes.at(isUp ? 0 : -1),
  );
  return cheapest === null ? null : { at, cheapest };
}

/** What of a range lies beyond a value, going up or down. */
function beyond({ min, max }: LoadRange, at: number, isUp: boolean): LoadRange {
  return isUp ? { min: at, max } : { min, max: at };
}

/** Crossings listed of each half of an interval in which two alternate too often, and halves looked at. */
const CROSSINGS_OF_A_HALF = 20;
const HALVES_LOOKED_AT = 100;

/**
 * The first value, going up or down, at which the second curve becomes the cheaper; an interval in which
 * they alternate is halved until it is found. Where that takes too many halves it is the end of the
 * nearest in which it may be.
 */
function firstLeaving(
  first: Path,
  second: CostCurve,
  range: LoadRange,
  isUp: boolean,
): number | null {
  let crossed: Crossings = crossPaths(first, new Path(second, range), range);
  let part = range;
  // What is to be looked at, the nearest last.
  const ahead: LoadRange[] = [];
  for (let halves = HALVES_LOOKED_AT; ; halves -= 1) {
    const leaving = leavingIn(crossed, part, isUp);
    if (typeof leaving === "number") return leaving;
    if (leaving !== null) {
      const { from, to } = leaving;
      if (halves <= 0) return isUp ? from : to;
      const middle = from + (to - from) / 2;
      const halved = [
        { min: from, max: middle },
        { min: middle, max: to },
      ];
      ahead.push(beyond(part, isUp ? to : from, isUp), ...(isUp ? halved.toReversed() : halved));
    }
    const next = ahead.pop();
    if (next === undefined) return null;
    part = next;
    crossed = crossings(first.curve, second, part, CROSSINGS_OF_A_HALF);
  }
}

/** Where the second becomes the cheaper, or the whole interval in which they alternate too often to be listed. */
function leavingIn(
  { orders, points, alternations }: Crossings,
  { max }: LoadRange,
  isUp: boolean,
): number | Alternation | null {
  const nearest = isUp ? 0 : -1;
  const zone = alternations.at(nearest);
  const isNearer = (at: number) => zone === undefined || (isUp ? at <= zone.from : at >= zone.to);
  const point = points.filter((one) => isNearer(one.requestsPerMonth)).at(nearest);
  const order = orders.filter(({ from }) => isNearer(from)).at(nearest);
  if (isUp && order?.cheaper === "second") return order.apartFrom;
  if (!isUp && (point?.cheaperAbove ?? order?.cheaper) === "second") return max;
  return point?.requestsPerMonth ?? zone ?? null;
}
