import type { LoadedCards } from "../catalog/catalog.ts";
import { costAt, type CostCurve } from "../engine/curve.ts";
import { signOfDifference } from "../engine/rounding.ts";
import { machinesAt } from "../engine/usage.ts";
import type { Offer } from "../offer.ts";
import type { Piece } from "./driver-curve.ts";
import { axisOf, boughtIn, fieldRange, partsOf, piecesOf, type Part } from "./driver-parts.ts";
import { toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { cheapestBilled, offersAlong, type OfferAlong } from "./offer-along.ts";
import { cheapestOf, turnIn, type AxisTurn, type Direction } from "./turn-in-part.ts";

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
  // To which of the parts that meet there a bound belongs differs from offer to offer.
  const isBound = [part.from, part.to].some((bound) => Math.abs(at - bound) <= ROUNDING * at);
  const inPart = cheapestAt(part, at);
  const asBilled = isBound || part.bought.some(({ curve }) => growsAt(curve, at));
  const now = asBilled ? cheapestBilled(along, at, inPart) : inPart;
  const beyond = pieces.slice(here + 1);
  const before = pieces.slice(0, here).toReversed();
  const above = [{ ...part, from: at }, ...parts.slice(within + 1)];
  const below = [{ ...part, to: at }, ...parts.slice(0, within).toReversed()];
  return {
    above: firstOf(above, beyond, along, now, "up") ?? turnAtEnd(along, whole.to, now),
    below: firstOf(below, before, along, now, "down") ?? turnAtEnd(along, whole.from, now),
  };
}

/** A bound or a step this near to a value is there: rounding may have it on either side. */
const ROUNDING = 1e-9;

function growsAt({ fleets }: CostCurve, at: number): boolean {
  const [before, after] = [at * (1 - ROUNDING), at * (1 + ROUNDING)];
  return fleets.some((fleet) => machinesAt(fleet, before) < machinesAt(fleet, after));
}

function partsFor(along: readonly OfferAlong[], piece: Piece): Part[] {
  const driven = along.map((offer) => offer.in(piece));
  return partsOf(driven, piece).map((part) => boughtIn(driven, part));
}

/** The first turn in these parts and then in those of the pieces beyond, which are priced as they are reached. */
function firstOf(
  parts: readonly Part[],
  beyond: readonly Piece[],
  along: readonly OfferAlong[],
  now: number | null,
  direction: Direction,
): AxisTurn | null {
  let reached = parts;
  for (let index = 0; ; index += 1) {
    for (const part of reached) {
      const turn = turnIn(part, now, direction);
      if (turn !== null) return turn;
    }
    const piece = beyond[index];
    if (piece === undefined) return null;
    const next = partsFor(along, piece);
    reached = direction === "up" ? next : next.toReversed();
  }
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

/** A turn at an end of all that is looked at, where that value alone has another cheapest offer. */
function turnAtEnd(along: readonly OfferAlong[], at: number, now: number | null): AxisTurn | null {
  const cheapest = cheapestBilled(along, at, now);
  return cheapest === null || cheapest === now ? null : { at, cheapest };
}
