import type { LoadedCards } from "./catalog/catalog.ts";
import { withCustomCatalog } from "./catalog/custom-prices.ts";
import { carriedRegimes, type CarriedRegime, type CarryingCurve } from "./cheapest-by-load.ts";
import type { DrivenQuestion } from "./drivers/driver.ts";
import { withMeanDuration } from "./duration-distribution.ts";
import type { LoadRange } from "./engine/load-range.ts";
import { buildCurve } from "./engine/build-curve.ts";
import { costAt } from "./engine/curve.ts";
import { ifPriced } from "./engine/errors.ts";
import type { Offer } from "./offer.ts";
import { cardKeyOf, priceOffer } from "./price-offer.ts";

/** Who is cheapest at one execution time, over requests. */
export interface MapColumn {
  readonly durationMs: number;
  /** `cheapest` is the index of the offer; `null` where none can be bought. */
  readonly regimes: readonly CarriedRegime[];
}

/** A map shows colours: where fleets take turns more often than that, it says so. */
const CROSSINGS_LISTED = 500;

/**
 * The decision map, requests by execution time: at each execution time the exact regimes over
 * requests, so that its boundaries are exact in every column. A fixed number of machines takes part as
 * far as it carries; where nothing carries the load, nobody is the cheapest, or the cheapest of all, as
 * in a comparison. A distribution of durations keeps its form. `durationsMs` are above 0, `range` is in
 * requests a month. Throws a `PricingError` for a region or a machine type that does not exist.
 */
export function decisionMap(
  question: DrivenQuestion,
  offers: readonly Offer[],
  durationsMs: readonly number[],
  range: LoadRange,
  listed: LoadedCards,
  whereNoneCarries: "nobody" | "cheapestOfAll" = "cheapestOfAll",
): MapColumn[] {
  const priced = pricingOf(question, offers, listed);
  return durationsMs.map((durationMs) => {
    const bought = priced(durationMs).flatMap((curve, index) =>
      curve === null ? [] : [{ ...curve, index }],
    );
    const regimes =
      bought.length === 0
        ? [{ from: range.min, to: range.max, cheapest: null, alternating: false }]
        : carriedRegimes(bought, range, whereNoneCarries, CROSSINGS_LISTED).map((regime) => ({
            ...regime,
            cheapest: bought[regime.cheapest ?? -1]?.index ?? null,
          }));
    return { durationMs, regimes };
  });
}

/** What each offer costs at one place of the map; `null` where it cannot be bought or carries less. */
export function costsOnMap(
  question: DrivenQuestion,
  offers: readonly Offer[],
  {
    durationMs,
    requestsPerMonth,
  }: { readonly durationMs: number; readonly requestsPerMonth: number },
  listed: LoadedCards,
): (number | null)[] {
  return pricingOf(
    question,
    offers,
    listed,
  )(durationMs).map((curve) =>
    curve === null || curve.upTo < requestsPerMonth ? null : costAt(curve.curve, requestsPerMonth),
  );
}

/** The curves of the offers at an execution time. */
function pricingOf(
  { workload, terms }: DrivenQuestion,
  offers: readonly Offer[],
  listed: LoadedCards,
): (durationMs: number) => (CarryingCurve | null)[] {
  const catalog = withCustomCatalog(listed, terms.customPrices ?? [], null);
  return (durationMs) => {
    const there = withMeanDuration(workload, durationMs);
    return offers.map((offer) =>
      ifPriced(() => {
        const card = catalog.card(cardKeyOf(offer, catalog));
        const pricing = priceOffer(there, offer, terms, card);
        const { charges, fleet, requestsPerMachine } = pricing;
        if (offer.kind === "machine" && fleet === null) return null;
        const isFixed = offer.kind === "machine" && offer.sizing.kind === "fixed";
        const upTo = isFixed ? (fleet?.minimumMachines ?? 0) * (requestsPerMachine ?? 0) : Infinity;
        return { curve: buildCurve(charges, fleet), upTo };
      }),
    );
  };
}
