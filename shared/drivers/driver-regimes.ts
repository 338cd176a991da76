import type { LoadedCards } from "../catalog/catalog.ts";
import { extremesOf } from "../engine/curve-extremes.ts";
import { crossEachPair, regimesOf } from "../engine/regimes.ts";
import type { Offer } from "../offer.ts";
import type { DrivenInput, DrivenOffer, Piece } from "./driver-curve.ts";
import { axisOf, fieldRange, partsOf, piecesOf, type DriverRange } from "./driver-parts.ts";
import { cheapestBilled, OfferAlong, offersAlong } from "./offer-along.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";

/**
 * Values of a driver for which one offer is the cheapest of those that can be bought: one value, where that is
 * an end of the range.
 */
export interface DriverRegime {
  readonly from: number;
  readonly to: number;
  /** Index of the offer; `null` where none can be bought. */
  readonly cheapest: number | null;
  /** Here fleets overtake each other more often than is listed; `cheapest` holds in the middle. */
  readonly alternating: boolean;
}

/**
 * Who is cheapest for which value of a driver, at the question's load: the same algebra as over
 * requests, with the driver in their place. `null` where the question cannot be looked at along it.
 */
export function driverRegimes(
  question: DrivenQuestion,
  offers: readonly Offer[],
  driver: Driver,
  listed: LoadedCards,
  range: DriverRange = fieldRange(driver),
): DriverRegime[] | null {
  if (DRIVER_DEFINITIONS[driver].read(question, offers) === null) return null;
  const whole = axisOf(range, driver, question);
  const along = offersAlong(question, offers, driver, listed, whole);
  const regimes: DriverRegime[] = [];
  for (const piece of piecesOf(along, whole)) {
    const driven = along.map((offer) => offer.in(piece));
    for (const part of partsOf(driven, piece)) regimes.push(...regimesIn(driven, part));
  }
  regimes.unshift(...aloneAt(whole.from, along, regimes[0]));
  regimes.push(...aloneAt(whole.to, along, regimes.at(-1)));
  const values = regimes.map(({ from, to, ...regime }): DriverRegime => {
    const [start, end] = [from, to].map((x) => toAxis(x, driver, question.terms));
    return { ...regime, from: Math.min(start ?? 0, end ?? 0), to: Math.max(start ?? 0, end ?? 0) };
  });
  return merged(values.toSorted((a, b) => a.from - b.from || a.to - b.to));
}

/** An end of what is looked along, where that value alone has another cheapest offer than what is beside it. */
function aloneAt(
  at: number,
  along: readonly OfferAlong[],
  beside: DriverRegime | undefined,
): DriverRegime[] {
  if (beside === undefined || beside.alternating) return [];
  const cheapest = cheapestBilled(along, at, beside.cheapest);
  return cheapest === beside.cheapest ? [] : [{ ...beside, from: at, to: at, cheapest }];
}

/** What an offer costs at least and at most. */
export interface CostRange {
  /** `null` where it cannot be bought anywhere. */
  readonly least: number | null;
  /** `null` where it cannot be bought everywhere. */
  readonly most: number | null;
}

/** What an offer costs at least and at most along a driver, whether or not it carries the load. */
export function driverExtremes(input: DrivenInput, range: DriverRange): CostRange {
  let least: number | null = null;
  let most: number | null = -Infinity;
  const along = new OfferAlong(input, axisOf(range, input.driver, input.question));
  for (const piece of along.pieces) {
    const driven = along.in(piece);
    if (driven === null) {
      most = null;
      continue;
    }
    const extremes = extremesOf(driven.curve, { min: piece.from, max: piece.to });
    least = Math.min(least ?? Infinity, extremes.least);
    if (most !== null) most = Math.max(most, extremes.most);
  }
  return { least, most };
}

/** Where fleets take turns more often than that, the regimes say that they alternate. */
const CROSSINGS_LISTED = 2000;

function regimesIn(driven: readonly (DrivenOffer | null)[], { from, to }: Piece): DriverRegime[] {
  const bought = driven.flatMap((offer, index) =>
    offer === null || offer.carriesUpTo < to ? [] : [{ curve: offer.curve, index }],
  );
  if (bought.length === 0) return [{ from, to, cheapest: null, alternating: false }];
  const curves = bought.map(({ curve }) => curve);
  const range = { min: from, max: to };
  return regimesOf(curves, crossEachPair(curves, range, CROSSINGS_LISTED), range).map((regime) => ({
    from: regime.from,
    to: regime.to,
    cheapest: bought[regime.cheapest]?.index ?? null,
    alternating: regime.alternating,
  }));
}

function merged(regimes: readonly DriverRegime[]): DriverRegime[] {
  const all: DriverRegime[] = [];
  for (const regime of regimes) {
    const last = all.at(-1);
    const isSame = last?.cheapest === regime.cheapest && last.alternating === regime.alternating;
    if (isSame) all[all.length - 1] = { ...last, to: regime.to };
    else all.push(regime);
  }
  return all;
}
