import type { LoadedCards } from "../catalog/catalog.ts";
import type { Offer } from "../offer.ts";
import { DRIVER_DEFINITIONS, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { driverRegimes, type DriverRange } from "./driver-regimes.ts";

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
 * that the question has no single value of is left out.
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
  range?: DriverRange,
): DriverFlips {
  const regimes = driverRegimes(question, offers, driver, catalog, range) ?? [];
  // At a bound the regime below it still holds: steps are taken right after.
  const here = regimes.findIndex(({ to }) => value <= to);
  const now = regimes[here]?.cheapest;
  const below = regimes
    .slice(0, Math.max(0, here))
    .findLast(({ cheapest }) => cheapest !== null && cheapest !== now);
  const above = regimes
    .slice(here + 1)
    .find(({ cheapest }) => cheapest !== null && cheapest !== now);
  const isKnown = here !== -1;
  return {
    driver,
    value,
    below: isKnown && below ? flip(below.to, below.cheapest) : null,
    above: isKnown && above ? flip(above.from, above.cheapest) : null,
  };
}

function flip(value: number, cheapest: number | null): Flip | null {
  return cheapest === null ? null : { value, cheapest };
}
