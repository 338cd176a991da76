import type * as CustomPrices from "../../shared/catalog/custom-prices.ts";

let whole: typeof CustomPrices | null = null;

/** In the place of `shared/catalog/custom-prices.ts`: the cards stay as listed until it is loaded. */
export const withCustomCatalog: typeof CustomPrices.withCustomCatalog = (catalog, prices, origin) =>
  whole === null ? catalog : whole.withCustomCatalog(catalog, prices, origin);

/** The same for one card. */
export const withCustomPrices: typeof CustomPrices.withCustomPrices = (card, prices, origin) =>
  whole === null ? card : whole.withCustomPrices(card, prices, origin);

/** Takes the module for which this one stands. */
export function takeCustomPrices(prices: typeof CustomPrices): void {
  whole = prices;
}
