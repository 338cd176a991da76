import type { LoadedCards } from "../catalog/catalog.ts";
import { isApart } from "../engine/rounding.ts";
import type { Offer } from "../offer.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { mayDivide } from "./divided-allowance.ts";
import { cheapestBilled, offersAlong, type OfferAlong } from "./offer-along.ts";
import { driverRegimes } from "./driver-regimes.ts";
import { nearestTurns } from "./nearest-turns.ts";
import type { DriverRegime } from "./regimes-in-part.ts";
import type { AxisTurn } from "./turn-in-part.ts";

/** A value at which another offer becomes the cheapest. */
export interface Flip {
  readonly value: number;
  /** Index of the offer that is cheapest beyond it. */
  readonly cheapest: number;
}

/** How far a driver would have to change for the answer to change. */
export interface DriverFlips {
  readonly driver: Driver;
  /** What it is now. */
  readonly value: number;
  /** The nearest turn with less of it, and with more; `null` where there is none in its range. */
  readonly below: Flip | null;
  readonly above: Flip | null;
}

/**
 * What would have to change, one driver at a time, for another offer to be the cheapest. A driver
 * that the question cannot be looked at along is left out.
 */
export function flipsOf(
  question: DrivenQuestion,
  offers: readonly Offer[],
  drivers: readonly Driver[],
  catalog: LoadedCards,
): DriverFlips[] {
  return drivers.flatMap((driver) => {
    const value = DRIVER_DEFINITIONS[driver].read(question);
    return value === null ? [] : [flips(question, offers, driver, value, catalog)];
  });
}

function flips(
  question: DrivenQuestion,
  offers: readonly Offer[],
  driver: Driver,
  value: number,
  catalog: LoadedCards,
): DriverFlips {
  if (mayDivide(question, driver)) {
    const along = offersAlong(question, offers, driver, catalog, { from: value, to: value });
    const regimes = driverRegimes(question, offers, driver, catalog) ?? [];
    return { driver, value, ...flipsAmong(regimes, value, along) };
  }
  const turns = nearestTurns(question, offers, driver, value, catalog);
  const flip = (turn: AxisTurn | null): Flip | null =>
    turn && { value: toAxis(turn.at, driver, question.terms), cheapest: turn.cheapest };
  // Along one over the value, more of it is less of the driver.
  const isReversed = toAxis(2, driver, question.terms) < toAxis(1, driver, question.terms);
  const [below, above] = isReversed ? [turns.above, turns.below] : [turns.below, turns.above];
  return { driver, value, below: flip(below), above: flip(above) };
}

/** The nearest regimes on both sides of a value that have another cheapest offer than there. */
function flipsAmong(
  regimes: readonly DriverRegime[],
  value: number,
  along: readonly OfferAlong[],
): Pick<DriverFlips, "below" | "above"> {
  // Rounding may have a bound that is there on either side.
  const around = regimes.filter(({ from, to }) => !isApart(value, from) && !isApart(to, value));
  const [first = NOWHERE] = around;
  // To which of those that meet there a bound belongs is read off bills.
  const billed = cheapestBilled(along, value, first.cheapest);
  const now = around.find(({ cheapest }) => cheapest === billed) ?? first;
  const flipsAt = (end: "from" | "to") =>
    regimes.flatMap((one): Flip[] => {
      const { cheapest } = one;
      return cheapest === null || cheapest === now.cheapest ? [] : [{ value: one[end], cheapest }];
    });
  return {
    below: flipsAt("to").findLast((flip) => flip.value <= now.from) ?? null,
    above: flipsAt("from").find((flip) => flip.value >= now.to) ?? null,
  };
}

/** Beyond all regimes. */
const NOWHERE = { from: -Infinity, to: Infinity, cheapest: null };
