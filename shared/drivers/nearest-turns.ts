import type { LoadedCards } from "../catalog/catalog.ts";
import { costAt, type CostCurve } from "../engine/curve.ts";
import { crossPaths, Path, type Crossings, type LoadRange } from "../engine/crossings.ts";
import { crossEachPair, regimesOf, type Regime } from "../engine/regimes.ts";
import { signOfDifference } from "../engine/sign-tracker.ts";
import type { Offer } from "../offer.ts";
import type { Piece } from "./driver-curve.ts";
import { axisOf, fieldRange, partsOf, piecesOf } from "./driver-parts.ts";
import { toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { offersAlong, type OfferAlong } from "./offer-along.ts";

/** A value of what is looked along at which another offer becomes the cheapest. */
export interface AxisTurn {
  readonly at: number;
  /** Index of the offer that is cheapest beyond it. */
  readonly cheapest: number;
}

/** The nearest turns on both sides; `null` where there is none. */
export interface NearestTurns {
  readonly below: AxisTurn | null;
  readonly above: AxisTurn | null;
}

const NO_TURNS: NearestTurns = { below: null, above: null };

/**
 * The nearest turns along what is looked along: the driver's value, or one over it. Offers are crossed
 * with the cheapest alone and only as far as the first turn, so it takes a fraction of what all regimes
 * would. Where none can be bought the answer does not turn.
 */
export function nearestTurns(
  question: DrivenQuestion,
  offers: readonly Offer[],
  driver: Driver,
  value: number,
  listed: LoadedCards,
): NearestTurns {
  const whole = axisOf(fieldRange(driver), driver, question);
  const along = offersAlong(question, offers, driver, listed, whole);
  const pieces = piecesOf(along, whole);
  const at = toAxis(value, driver, question.terms);
  const here = pieces.findIndex(({ to }) => at <= to);
  const piece = pieces[here];
  if (piece === undefined || at < piece.from) return NO_TURNS;
  const parts = partsFor(along, piece);
  const within = parts.findIndex(({ to }) => at <= to);
  const part = parts[within];
  if (part === undefined) return NO_TURNS;
  const isBound = at === part.from || at === part.to;
  const now = isBound ? cheapestAtBound(along, part, at) : cheapestAt(part, at);
  const after = [{ ...part, from: at }, ...parts.slice(within + 1)];
  const before = [{ ...part, to: at }, ...parts.slice(0, within).toReversed()];
  return {
    above: firstOf(after, pieces.slice(here + 1), along, (next) => turnAbove(next, now)),
    below: firstOf(before, pieces.slice(0, here).toReversed(), along, (next) =>
      turnBelow(next, now),
    ),
  };
}

/** Values between which the same offers can be bought, each with one curve. */
interface Part extends Piece {
  readonly bought: readonly { readonly curve: CostCurve; readonly index: number }[];
}

function partsFor(along: readonly OfferAlong[], piece: Piece): Part[] {
  const driven = along.map((offer) => offer.in(piece));
  return partsOf(driven, piece).map(({ from, to }) => ({
    from,
    to,
    bought: driven.flatMap((offer, index) =>
      offer === null || offer.carriesUpTo < to ? [] : [{ curve: offer.curve, index }],
    ),
  }));
}

/** The first turn in these parts and then in those of the pieces beyond, which are priced as they are reached. */
function firstOf(
  parts: readonly Part[],
  beyond: readonly Piece[],
  along: readonly OfferAlong[],
  look: (part: Part) => AxisTurn | null,
): AxisTurn | null {
  for (const part of parts) {
    const turn = look(part);
    if (turn !== null) return turn;
  }
  const isBelow = (beyond[0]?.to ?? Infinity) <= (parts[0]?.from ?? -Infinity);
  for (const piece of beyond) {
    const next = partsFor(along, piece);
    for (const part of isBelow ? next.toReversed() : next) {
      const turn = look(part);
      if (turn !== null) return turn;
    }
  }
  return null;
}

/**
 * Index of the cheapest offer of a part at a value of it; `null` where none can be bought. Of those that
 * cost the same there, one that is the cheapest around it.
 */
function cheapestAt({ bought, from, to }: Part, at: number): number | null {
  let least = Infinity;
  for (const { curve } of bought) least = Math.min(least, costAt(curve, at));
  const tied = bought.filter(({ curve }) => signOfDifference(costAt(curve, at), least) === 0);
  return cheapestOf(tied, { min: from, max: to }, (regimes) => regimes.find((one) => at <= one.to));
}

/** The same where parts meet: to which of them the bound belongs differs from offer to offer. */
function cheapestAtBound(along: readonly OfferAlong[], part: Part, at: number): number | null {
  const costs = along.map((offer) => offer.costAt(at) ?? Infinity);
  const least = Math.min(...costs);
  const isLeast = (index: number) => signOfDifference(costs[index] ?? Infinity, least) === 0;
  const ofPart = cheapestAt(part, at);
  if (least === Infinity || (ofPart !== null && isLeast(ofPart))) return ofPart;
  return costs.findIndex((_, index) => isLeast(index));
}

/** The cheapest of a few in one of their regimes in a range. */
function cheapestOf(
  bought: Part["bought"],
  range: LoadRange,
  choose: (regimes: readonly Regime[]) => Regime | undefined,
): number | null {
  if (bought.length < 2) return bought[0]?.index ?? null;
  const curves = bought.map(({ curve }) => curve);
  const regime = choose(regimesOf(curves, crossEachPair(curves, range), range));
  return bought[regime?.cheapest ?? 0]?.index ?? null;
}

/** Where, going up from the lower end of a part, another offer becomes cheaper first. */
function turnAbove(part: Part, now: number | null): AxisTurn | null {
  const { from, to } = part;
  return turnIn(
    part,
    now,
    { min: from, max: to },
    {
      start: from,
      isNearer: (at, best) => at < best,
      leaves: firstLeft,
      rest: (at) => ({ min: at, max: to }),
      nearestOf: (regimes) => regimes[0],
    },
  );
}

/** Where, going down from the upper end of a part, another offer becomes cheaper first. */
function turnBelow(part: Part, now: number | null): AxisTurn | null {
  const { from, to } = part;
  return turnIn(
    part,
    now,
    { min: from, max: to },
    {
      start: to,
      isNearer: (at, best) => at > best,
      leaves: lastLeft,
      rest: (at) => ({ min: from, max: at }),
      nearestOf: (regimes) => regimes.at(-1),
    },
  );
}

/** A direction to look in. */
interface Direction {
  readonly start: number;
  readonly isNearer: (at: number, best: number) => boolean;
  /** Where the second of two is the cheaper one first, in this direction; `null` where it never is. */
  readonly leaves: (crossed: Crossings, range: LoadRange) => number | null;
  /** What lies beyond a value. */
  readonly rest: (at: number) => LoadRange;
  readonly nearestOf: (regimes: readonly Regime[]) => Regime | undefined;
}

function turnIn(
  { bought }: Part,
  now: number | null,
  range: LoadRange,
  { start, isNearer, leaves, rest, nearestOf }: Direction,
): AxisTurn | null {
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
    const at = leaves(crossPaths(path, new Path(other.curve, range), range), range);
    if (at === null) continue;
    if (nearest === null || isNearer(at, nearest)) [nearest, successors] = [at, [other]];
    else if (at === nearest) successors = [...successors, other];
  }
  if (nearest === null) return null;
  const cheapest = cheapestOf(successors, rest(nearest), nearestOf);
  return cheapest === null ? null : { at: nearest, cheapest };
}

function firstLeft({ orders, points, alternations }: Crossings, { min }: LoadRange): number | null {
  const [order] = orders;
  if (order?.from === min && order.cheaper === "second") return min;
  const point = points.find(({ cheaperAbove }) => cheaperAbove === "second");
  const at = Math.min(point?.requestsPerMonth ?? Infinity, alternations[0]?.from ?? Infinity);
  return at === Infinity ? null : at;
}

function lastLeft({ orders, points, alternations }: Crossings, { max }: LoadRange): number | null {
  const order = orders.at(-1);
  const last = points.at(-1);
  const isPointLater = last !== undefined && last.requestsPerMonth >= (order?.from ?? -Infinity);
  const cheaper = isPointLater ? last.cheaperAbove : order?.cheaper;
  if (cheaper === "second" && alternations.at(-1)?.to !== max) return max;
  const point = points.findLast(({ cheaperBelow }) => cheaperBelow === "second");
  const at = Math.max(point?.requestsPerMonth ?? -Infinity, alternations.at(-1)?.to ?? -Infinity);
  return at === -Infinity ? null : at;
}
