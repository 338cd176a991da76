import type { PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import type { ReadStarterCards } from "./card-shelf.ts";
import { fetchCatalog, fetchStarterCards } from "./rate-cards.ts";
import { SITE } from "./site.ts";

const RATE_CARDS = new URL("rate-cards/", SITE);

/** What a simulation takes its prices from: where the script came from. */
export function sitePrices(): [CatalogReader<PlacesFile>, ReadStarterCards] {
  return [fetchCatalog(RATE_CARDS), fetchStarterCards(RATE_CARDS)];
}

/** Loads what simulations of the site begin with: one that is made then answers at once. */
export async function loadStart(): Promise<void> {
  await fetchStarterCards(RATE_CARDS)();
}
