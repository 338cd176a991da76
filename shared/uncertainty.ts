import type { RateCard } from "./catalog/card.ts";
import type { LoadedCards } from "./catalog/catalog.ts";
import { carriesUpTo } from "./carries-up-to.ts";
import { withCustomCatalog } from "./catalog/custom-prices.ts";
import { carriedRegimes } from "./cheapest-by-load.ts";
import { DRIVER_DEFINITIONS, type DrivenQuestion } from "./drivers/driver.ts";
import type { Driver } from "./drivers/driver-names.ts";
import { drivenInput } from "./drivers/driver-curve.ts";
import type { DriverRange } from "./drivers/driver-parts.ts";
import { driverExtremes, driverRegimes, type CostRange } from "./drivers/driver-regimes.ts";
import { extremesOf } from "./engine/curve-extremes.ts";
import type { CostCurve } from "./engine/curve.ts";
import { buildCurve } from "./engine/build-curve.ts";
import { ifPriced } from "./engine/errors.ts";
import type { FunctionOptions, Offer } from "./offer.ts";
import { cardKeyOf, priceOffer } from "./price-offer.ts";
import type { PricedOffer } from "./simulate.ts";

/** An input that is known as a range only. */
export type UncertainInput = Driver | "requests";
export type UncertainRanges = { readonly [input in UncertainInput]?: DriverRange | undefined };

/** How much of a range each offer wins, 0–1, with all other inputs as they are. */
export interface WinningShares {
  readonly input: UncertainInput;
  readonly shares: readonly number[];
}

/** Inputs along which a cost can fall as well as rise: what is kept is idle until it is used. */
const TURNING: ReadonlySet<UncertainInput> = new Set(["requests", "execution_time"]);

/**
 * Of a range no wider than this part of its end the ends are enough: figures along a driver are told apart
 * to a tenth of it (`drivers/driver-curve.ts`).
 */
const NEGLIGIBLE_WIDTH = 1e-8;

/**
 * Whether several functions have instances that are kept: the steps of one may use up what is idle
 * while another's cost more, so that along the execution time the least and the most lie anywhere, and
 * `costRanges` does not find them.
 */
export function usesUpIdle(
  { workload: { functions } }: DrivenQuestion,
  offers: readonly FunctionOptions[],
): boolean {
  if (functions === undefined) return false;
  return [...offers, ...functions.map(({ options }) => options)].some(
    (options) => (options?.minimumInstances ?? 0) > 0,
  );
}

/**
 * What each offer costs at least and at most when every input may be anywhere in its range. Between
 * the corners of the ranges a cost goes one way along every input but those of `TURNING`; along each
 * of these the curve itself is looked at, from corner to corner. Throws a `PricingError` for a region
 * or a price of one's own that does not exist.
 */
export function costRanges(
  question: DrivenQuestion,
  offers: readonly Offer[],
  ranges: UncertainRanges,
  listed: LoadedCards,
): CostRange[] {
  const catalog = withCustomCatalog(listed, question.terms.customPrices ?? [], null);
  const turning = rangesIn(ranges).filter(
    ([input, { min, max }]) => TURNING.has(input) && max - min > NEGLIGIBLE_WIDTH * max,
  );
  return offers.map((offer) => {
    const card = catalog.card(cardKeyOf(offer, catalog));
    const found = turning.flatMap(([input, range]) =>
      cornersOf(question, { ...ranges, [input]: undefined }).map((corner) =>
        input === "requests"
          ? extremesOverRequests(corner, offer, range, card)
          : driverExtremes(drivenInput(corner, "execution_time", offer, card), range),
      ),
    );
    if (turning.length === 0) {
      for (const corner of cornersOf(question, ranges)) {
        const load = corner.workload.requestsPerMonth;
        found.push(extremesOverRequests(corner, offer, { min: load, max: load }, card));
      }
    }
    const least = found.flatMap((range) => range.least ?? []);
    const most = found.flatMap((range) => range.most ?? []);
    return {
      least: least.length > 0 ? Math.min(...least) : null,
      most: most.length === found.length ? Math.max(...most) : null,
    };
  });
}

const NOWHERE: CostRange = { least: null, most: null };

/** The bill over a range of requests, where the offer can be bought. */
function extremesOverRequests(
  question: DrivenQuestion,
  offer: Offer,
  range: DriverRange,
  card: RateCard,
): CostRange {
  const curve = curveOf(question, offer, card);
  return curve === null ? NOWHERE : extremesOf(curve, range);
}

/**
 * Each offer's curves at the corners of the inputs' ranges, of those at which it can be bought: at
 * every load its cost lies between the least and the most of them, unless it is one that falls and
 * rises again within a range (`costRanges`). Requests are what a curve is read off along.
 */
export function cornerCurves(
  question: DrivenQuestion,
  offers: readonly Offer[],
  ranges: UncertainRanges,
  listed: LoadedCards,
): CostCurve[][] {
  const catalog = withCustomCatalog(listed, question.terms.customPrices ?? [], null);
  const corners = cornersOf(question, { ...ranges, requests: undefined });
  return offers.map((offer) => {
    const card = catalog.card(cardKeyOf(offer, catalog));
    return corners.flatMap((corner) => curveOf(corner, offer, card) ?? []);
  });
}

function curveOf(
  { workload, terms }: DrivenQuestion,
  offer: Offer,
  card: RateCard,
): CostCurve | null {
  return ifPriced(() => {
    const { charges, fleet } = priceOffer(workload, offer, terms, card);
    return offer.kind === "machine" && fleet === null ? null : buildCurve(charges, fleet);
  });
}

/** The question with each input at either end of its range, in every way. */
function cornersOf(question: DrivenQuestion, ranges: UncertainRanges): DrivenQuestion[] {
  let corners = [question];
  for (const [input, range] of rangesIn(ranges)) {
    corners = corners.flatMap((corner) =>
      [range.min, range.max].map((value) => withInput(corner, input, value)),
    );
  }
  return corners;
}

function withInput(question: DrivenQuestion, input: UncertainInput, value: number): DrivenQuestion {
  if (input !== "requests") return DRIVER_DEFINITIONS[input].write(question, value);
  return { ...question, workload: { ...question.workload, requestsPerMonth: value } };
}

/** Of each input's range, the share that each offer wins while the others stay as they are. */
export function winningShares(
  question: DrivenQuestion,
  priced: readonly PricedOffer[],
  ranges: UncertainRanges,
  catalog: LoadedCards,
): WinningShares[] {
  const offers = priced.map(({ offer }) => offer);
  return rangesIn(ranges).map(([input, range]) => {
    const regimes =
      input === "requests"
        ? requestRegimes(priced, range)
        : (driverRegimes(question, offers, input, catalog, range) ?? []);
    const shares = offers.map(() => 0);
    for (const { from, to, cheapest } of regimes) {
      if (cheapest === null) continue;
      shares[cheapest] = (shares[cheapest] ?? 0) + (to - from) / (range.max - range.min);
    }
    return { input, shares };
  });
}

function requestRegimes(priced: readonly PricedOffer[], range: DriverRange) {
  const bought = priced.flatMap((offer, index) =>
    offer.curve === null ? [] : [{ curve: offer.curve, upTo: carriesUpTo(offer), index }],
  );
  return carriedRegimes(bought, range, "cheapestOfAll").map((regime) => ({
    ...regime,
    cheapest: bought[regime.cheapest ?? -1]?.index ?? null,
  }));
}

function rangesIn(ranges: UncertainRanges): [UncertainInput, DriverRange][] {
  return (Object.entries(ranges) as [UncertainInput, DriverRange | undefined][]).flatMap(
    ([input, range]): [UncertainInput, DriverRange][] =>
      range === undefined || range.min === range.max ? [] : [[input, range]],
  );
}
