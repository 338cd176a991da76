import type { LoadedCards } from "../catalog/catalog.ts";
import { withCustomCatalog, type CustomPrice } from "../catalog/custom-prices.ts";
import type { CostCurve } from "../engine/curve.ts";
import { ifPriced } from "../engine/errors.ts";
import type { Offer } from "../offer.ts";
import { cardKeyOf, priceOffer } from "../price-offer.ts";
import type { Currency } from "../units.ts";
import { costCarrying } from "./driver-curve.ts";
import type { DriverRange } from "./driver-parts.ts";
import { regimesAt, type DriverRegime } from "./regimes-in-part.ts";
import type { DrivenQuestion } from "./driver.ts";

/** Which price is looked along: what it stands for, in which money. */
export interface DrivenPrice extends Omit<CustomPrice, "change"> {
  readonly currency: Currency;
}

/** Two prices through which a cost's line is drawn, in the money of the price. */
const TRIED = [1, 2] as const;

/**
 * Who is cheapest for which unit price of what `price` names, at the question's load. A single price
 * stands instead of its tiers, so every cost is a straight line in it.
 */
export function priceRegimes(
  question: DrivenQuestion,
  offers: readonly Offer[],
  price: DrivenPrice,
  catalog: LoadedCards,
  range: DriverRange,
): DriverRegime[] {
  const lines = offers.map((offer) => lineOf(question, offer, price, catalog));
  const bought = lines.flatMap((curve, index) => (curve === null ? [] : [{ curve, index }]));
  return regimesAt({ bought, from: range.min, to: range.max });
}

function lineOf(
  { workload, terms }: DrivenQuestion,
  offer: Offer,
  { currency, ...place }: DrivenPrice,
  listed: LoadedCards,
): CostCurve | null {
  const load = workload.requestsPerMonth;
  const costWith = (unitPrice: number): number => {
    const custom = [...(terms.customPrices ?? []), { ...place, change: { unitPrice, currency } }];
    const catalog = withCustomCatalog(listed, custom, null);
    const card = catalog.card(cardKeyOf(offer, catalog));
    return costCarrying(priceOffer(workload, offer, terms, card), offer, load) ?? Number.NaN;
  };
  return ifPriced(() => {
    const [first, second] = TRIED;
    const low = costWith(first);
    const slope = costWith(second) - low;
    // Machines that do not carry the load do so at no price.
    if (Number.isNaN(slope)) return null;
    return { pieces: [{ from: 0, cost: low - slope, slope }], fleets: [] };
  });
}
