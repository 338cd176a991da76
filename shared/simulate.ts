import type { LoadedCards } from "./catalog/catalog.ts";
import { carriesUpTo } from "./carries-up-to.ts";
import { oldestPriceDate } from "./engine/oldest-price.ts";
import type { Crossing } from "./engine/crossing.ts";
import { buildCurve } from "./engine/build-curve.ts";
import { signOfDifference } from "./engine/rounding.ts";
import type { CostCurve } from "./engine/curve.ts";
import { changesInOrder, crossEachPair, regimesOf } from "./engine/regimes.ts";
import { priceOffers, type PricedOffer, type SimulationInput } from "./price-offers.ts";
import type { Currency } from "./units.ts";

export type { FleetCapacity, PricedOffer, SimulationInput } from "./price-offers.ts";

/** A break-even point between two offers, named by their ids. */
export interface BreakEvenPoint {
  readonly between: [string, string];
  readonly requestsPerMonth: number;
  readonly monthlyCost: number;
  readonly kind: Crossing["kind"];
  readonly cheaperBelow: string;
  readonly cheaperAbove: string;
}

export interface OfferRegime {
  readonly from: number;
  readonly to: number;
  readonly cheapest: string;
  readonly alternating: boolean;
}

/** An interval in which two offers' fleets overtake each other more often than is listed. */
export interface OfferAlternation {
  readonly between: [string, string];
  readonly from: number;
  readonly to: number;
}

/** A load at which another offer becomes the cheapest. */
export interface Turn {
  readonly requestsPerMonth: number;
  readonly cheapest: string;
}

/** The answer in short. */
export interface Verdict {
  /**
   * The cheapest of those that carry the load or, if none does, of all; `null` when no offer can
   * be bought for the workload.
   */
  readonly cheapest: string | null;
  readonly monthlyCost: number | null;
  /** `false` when none carries the load: each is a fixed number of machines that is too small. */
  readonly carriesLoad: boolean;
  /** The next cheapest of its kind, and what the cheapest saves against it. */
  readonly runnerUp: string | null;
  readonly savings: number | null;
  /** Where the answer changes with fewer and with more requests, within the range. */
  readonly nextBelow: Turn | null;
  readonly nextAbove: Turn | null;
}

export interface Comparison {
  readonly offers: readonly PricedOffer[];
  readonly breakEvenPoints: readonly BreakEvenPoint[];
  readonly alternations: readonly OfferAlternation[];
  readonly regimes: readonly OfferRegime[];
  readonly verdict: Verdict;
  readonly currency: Currency;
  /** Date of the oldest price that the bills use, `YYYY-MM-DD`; `null` when they use none. */
  readonly pricesAsOf: string | null;
}

/**
 * Prices every offer, finds each break-even point between two of them and who is cheapest where.
 * Pure: the cards of all offers are loaded already. An offer that cannot be bought for this
 * workload is answered as unavailable; one that names what does not exist is a `PricingError` with
 * its index in the path.
 */
export function simulate(input: SimulationInput, listed: LoadedCards): Comparison {
  const { workload, terms, range } = input;
  const offers = priceOffers(input, listed, buildCurve);
  const priced = offers.filter(hasCurve);
  const curves = priced.map(({ curve }) => curve);
  const idOf = (index: number): string => priced[index]?.id ?? "";
  const pairs = crossEachPair(curves, range);
  const changes = changesInOrder(pairs);
  const breakEvenPoints: BreakEvenPoint[] = [];
  for (const { pair, point } of changes) {
    if (point === null) continue;
    const first = idOf(pair.first);
    const second = idOf(pair.second);
    const { requestsPerMonth, monthlyCost, kind, cheaperBelow, cheaperAbove } = point;
    breakEvenPoints.push({
      between: [first, second],
      requestsPerMonth,
      monthlyCost,
      kind,
      cheaperBelow: cheaperBelow === "first" ? first : second,
      cheaperAbove: cheaperAbove === "first" ? first : second,
    });
  }
  const alternations: OfferAlternation[] = [];
  for (const pair of pairs) {
    for (const { from, to } of pair.alternations) {
      alternations.push({ between: [idOf(pair.first), idOf(pair.second)], from, to });
    }
  }
  const regimes = regimesOf(curves, pairs, range, {
    changes,
    carriesUpTo: priced.map((offer) => carriesUpTo(offer)),
  }).map(({ from, to, cheapest, alternating }): OfferRegime => ({
    from,
    to,
    cheapest: idOf(cheapest),
    alternating,
  }));
  return {
    offers,
    breakEvenPoints,
    alternations,
    regimes,
    verdict: verdictOf(offers, regimes, workload.requestsPerMonth),
    currency: terms.currency,
    pricesAsOf: oldestDateOf(offers),
  };
}

function hasCurve(offer: PricedOffer): offer is PricedOffer & { readonly curve: CostCurve } {
  return offer.curve !== null;
}

/** The date of the oldest price that one of the bills really used. */
function oldestDateOf(offers: readonly PricedOffer[]): string | null {
  let oldest: string | null = null;
  for (const { lineItems } of offers) {
    const date = oldestPriceDate(lineItems);
    if (date !== null && (oldest === null || date < oldest)) oldest = date;
  }
  return oldest;
}

function verdictOf(
  offers: readonly PricedOffer[],
  regimes: readonly OfferRegime[],
  load: number,
): Verdict {
  const index = regimes.findIndex(({ from, to }) => load >= from && load <= to);
  const [cheapest, runnerUp] = cheapestTwo(offers, regimes[index]?.cheapest);
  const here = regimes[index]?.cheapest === cheapest?.id ? cheapest?.id : undefined;
  const below = regimes.findLast((regime, at) => at < index && regime.cheapest !== here);
  const above = regimes.find((regime, at) => at > index && regime.cheapest !== here);
  return {
    cheapest: cheapest?.id ?? null,
    monthlyCost: cheapest?.monthlyCost ?? null,
    carriesLoad: cheapest !== undefined && carriesLoad(cheapest),
    runnerUp: runnerUp?.id ?? null,
    savings: runnerUp ? (runnerUp.monthlyCost ?? 0) - (cheapest?.monthlyCost ?? 0) : null,
    nextBelow: here && below ? { requestsPerMonth: below.to, cheapest: below.cheapest } : null,
    nextAbove: here && above ? { requestsPerMonth: above.from, cheapest: above.cheapest } : null,
  };
}

/**
 * The cheapest of those that carry the load and then of the others, and the next; of offers that
 * cost the same, the one that the regime of this load names goes first.
 */
function cheapestTwo(
  offers: readonly PricedOffer[],
  namedByRegime: string | undefined,
): readonly (PricedOffer | undefined)[] {
  let first: PricedOffer | undefined;
  let second: PricedOffer | undefined;
  let named: PricedOffer | undefined;
  for (const offer of offers) {
    if (offer.monthlyCost === null) continue;
    if (offer.id === namedByRegime) named = offer;
    if (first === undefined || goesBefore(offer, first)) [first, second] = [offer, first];
    else if (second === undefined || goesBefore(offer, second)) second = offer;
  }
  if (first === undefined) return [];
  if (named === undefined || named === first || !isTie(named, first)) return [first, second];
  return [named, first];
}

function goesBefore(offer: PricedOffer, other: PricedOffer): boolean {
  if (carriesLoad(offer) !== carriesLoad(other)) return carriesLoad(offer);
  return (offer.monthlyCost ?? 0) < (other.monthlyCost ?? 0);
}

function isTie(offer: PricedOffer, other: PricedOffer): boolean {
  return (
    carriesLoad(offer) === carriesLoad(other) &&
    signOfDifference(offer.monthlyCost ?? 0, other.monthlyCost ?? 0) === 0
  );
}

function carriesLoad({ capacity }: PricedOffer): boolean {
  return capacity?.carriesLoad !== false;
}
