import type { LoadedCards } from "../catalog/catalog.ts";
import { costAt, type CostCurve } from "../engine/curve.ts";
import { extremesOf } from "../engine/curve-extremes.ts";
import type { Offer } from "../offer.ts";
import type { DrivenInput, DrivenOffer, Piece } from "./driver-curve.ts";
import {
  axisOf,
  boughtIn,
  fieldRange,
  partsOf,
  piecesOf,
  type DriverRange,
} from "./driver-parts.ts";
import { regimesIn, type DriverRegime } from "./regimes-in-part.ts";
import { cheapestBilled, OfferAlong, offersAlong } from "./offer-along.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";

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
  if (DRIVER_DEFINITIONS[driver].read(question) === null) return null;
  const whole = axisOf(range, driver, question);
  const along = offersAlong(question, offers, driver, listed, whole);
  const regimes: DriverRegime[] = [];
  for (const piece of piecesOf(along, whole)) {
    const driven = along.map((offer) => offer.in(piece));
    for (const part of partsOf(driven, piece)) regimes.push(...regimesIn(boughtIn(driven, part)));
  }
  regimes.unshift(...aloneAt(whole.from, along, regimes[0]));
  regimes.push(...aloneAt(whole.to, along, regimes.at(-1)));
  const values = regimes.map(({ from, to, ...regime }): DriverRegime => {
    const [start, end] = [from, to].map((x) => toAxis(x, driver, question.terms));
    return { ...regime, from: Math.min(start ?? 0, end ?? 0), to: Math.max(start ?? 0, end ?? 0) };
  });
  // By their middles: an end alone begins where the one beside it does.
  return merged(values.toSorted((a, b) => a.from + a.to - (b.from + b.to)));
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
    const { from, to } = piece;
    for (const curve of curvesBetween(driven, piece)) {
      const extremes = extremesOf(curve, { min: from, max: to });
      least = Math.min(least ?? Infinity, extremes.least);
      if (most !== null) most = Math.max(most, extremes.most);
    }
  }
  return { least, most };
}

/** Those of its curves between which the cost of an offer is: the more of an allowance is used, the more it is. */
function curvesBetween({ curve, divided }: DrivenOffer, { from, to }: Piece): CostCurve[] {
  if (divided === undefined) return [curve];
  return [from, to].map((at) => divided.curveFor(costAt(divided.used, at)));
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
