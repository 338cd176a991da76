import type { LoadedCards } from "./catalog/catalog.ts";
import { withCustomCatalog } from "./catalog/custom-prices.ts";
import { DRIVER_DEFINITIONS, type DrivenQuestion } from "./drivers/driver.ts";
import type { Driver } from "./drivers/driver-names.ts";
import { driverRegimes, type DriverRange } from "./drivers/driver-regimes.ts";
import { monthlyTotal } from "./engine/bill.ts";
import { PricingError } from "./engine/errors.ts";
import { crossEachPair, regimesOf } from "./engine/regimes.ts";
import type { Offer } from "./offer.ts";
import { cardKeyOf, priceOffer } from "./price-offer.ts";
import type { PricedOffer } from "./simulate.ts";

/** An input that is known as a range only. */
export type UncertainInput = Driver | "requests";
export type UncertainRanges = { readonly [input in UncertainInput]?: DriverRange | undefined };

/** What an offer costs at least and at most; `null` where it cannot be bought at some corner. */
export interface CostRange {
  readonly least: number | null;
  readonly most: number | null;
}

/** How much of a range each offer wins, 0–1, with all other inputs as they are. */
export interface WinningShares {
  readonly input: UncertainInput;
  readonly shares: readonly number[];
}

/**
 * The range of each offer's costs over all corners of the inputs' ranges: costs rise or fall with each
 * input throughout, so no inner point costs less or more.
 */
export function costRanges(
  question: DrivenQuestion,
  offers: readonly Offer[],
  ranges: UncertainRanges,
  listed: LoadedCards,
): CostRange[] {
  const catalog = withCustomCatalog(listed, question.terms.customPrices ?? [], null);
  const corners = cornersOf(question, ranges);
  return offers.map((offer) => {
    const card = catalog.card(cardKeyOf(offer, catalog));
    const costs = corners.map(({ workload, terms }) => {
      try {
        const { charges, fleet } = priceOffer(workload, offer, terms, card);
        if (offer.kind === "machine" && fleet === null) return null;
        return monthlyTotal(charges, workload.requestsPerMonth, fleet);
      } catch (error) {
        if (error instanceof PricingError) return null;
        throw error;
      }
    });
    const known = costs.flatMap((cost) => cost ?? []);
    const isBought = known.length === costs.length;
    return {
      least: known.length > 0 ? Math.min(...known) : null,
      most: isBought ? Math.max(...known) : null,
    };
  });
}

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
  const bought = priced.flatMap(({ curve }, index) => (curve === null ? [] : [{ curve, index }]));
  const curves = bought.map(({ curve }) => curve);
  return regimesOf(curves, crossEachPair(curves, range), range).map((regime) => ({
    ...regime,
    cheapest: bought[regime.cheapest]?.index ?? null,
  }));
}

function rangesIn(ranges: UncertainRanges): [UncertainInput, DriverRange][] {
  return (Object.entries(ranges) as [UncertainInput, DriverRange | undefined][]).flatMap(
    ([input, range]): [UncertainInput, DriverRange][] =>
      range === undefined || range.min === range.max ? [] : [[input, range]],
  );
}
