import type { Catalog } from "../../shared/catalog/catalog.ts";
import { idlePrices, type CustomPrice } from "../../shared/catalog/custom-prices.ts";
import type { LoadRange } from "../../shared/engine/load-range.ts";
import type { Offer } from "../../shared/offer.ts";
import type { ComparedBody } from "../../shared/schema/compare.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate, type Comparison, type SimulationInput } from "../../shared/simulate.ts";
import { invalidFields } from "../http/problem.ts";
import type { RouteContext } from "../http/route.ts";
import { toOffer } from "./offer-input.ts";
import { pricesUsed, type PricesUsed } from "../../shared/mapping/prices-used.ts";
import { toTerms } from "./terms-input.ts";
import { toWorkload } from "./workload-input.ts";

/** A question with its answer, and the catalog with its cards loaded. */
export interface Compared {
  readonly input: SimulationInput;
  readonly offers: readonly Offer[];
  readonly comparison: Comparison;
  readonly catalog: Catalog;
}

/**
 * Compares the offers of a checked body and answers with what `run` makes of it. Where none of them
 * can be bought for the workload, the first's reason is the error.
 */
export function withCompared<T>(
  body: ComparedBody & { readonly range?: LoadRange | undefined },
  { catalog, exchangeRate }: RouteContext,
  run: (compared: Compared) => T,
): T | Promise<T> {
  const workload = toWorkload(body.workload);
  const offers = body.offers.map(toOffer);
  return catalog.with(
    (opened) => cardsFor(offers, opened),
    (opened) => {
      const terms = toTerms(body, exchangeRate(opened.index).rate);
      refuseIdlePrices(terms.customPrices ?? [], opened, offers);
      const range = body.range ?? { min: 0, max: workload.requestsPerMonth };
      const input: SimulationInput = { workload, offers, range, terms };
      const comparison = simulate(input, opened);
      const [first, ...others] = comparison.offers;
      if (first?.unavailable && others.every(({ unavailable }) => unavailable !== null)) {
        throw first.unavailable;
      }
      return run({ input, offers, comparison, catalog: opened });
    },
  );
}

/** Refuses prices of one's own that stand for no price of the cards that are compared. */
function refuseIdlePrices(
  prices: readonly CustomPrice[],
  catalog: Catalog,
  offers: readonly Offer[],
): void {
  if (prices.length === 0) return;
  const errors = idlePrices(prices, cardsFor(offers, catalog).map(catalog.card)).map((index) => ({
    path: `custom_prices.${index}`,
    message: `custom_prices.${index} stands for no price of what is compared`,
  }));
  if (errors.length === 0) return;
  throw invalidFields(errors);
}

/** What is to be said of the prices that a comparison's bills rest on. */
export function pricesUsedBy({ offers }: Comparison, { today }: RouteContext): PricesUsed {
  return pricesUsed(
    offers.flatMap(({ lineItems }) => lineItems),
    today(),
  );
}
