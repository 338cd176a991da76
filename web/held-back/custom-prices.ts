import type {
  withCustomCatalog as wholeCatalog,
  withCustomPrices as wholeCard,
} from "../../shared/catalog/custom-prices.ts";

/** What changes cards. */
interface CardChanges {
  readonly withCustomCatalog: typeof wholeCatalog;
  readonly withCustomPrices: typeof wholeCard;
}

let loaded: CardChanges | null = null;

/** In the place of `shared/catalog/custom-prices.ts`: the cards stay as listed until it is loaded. */
export const withCustomCatalog: typeof wholeCatalog = (catalog, prices, origin) =>
  loaded === null ? catalog : loaded.withCustomCatalog(catalog, prices, origin);

/** The same for one card. */
export const withCustomPrices: typeof wholeCard = (card, prices, origin) =>
  loaded === null ? card : loaded.withCustomPrices(card, prices, origin);

/** Takes what these stand for out of the rest. */
export function take(rest: CardChanges): void {
  loaded = rest;
}
