import type { CardKey, LoadedCards } from "./catalog/catalog.ts";
import type { Offer } from "./offer.ts";
import { cardKeyOf } from "./price-offer.ts";
import { namingOffer } from "./price-offers.ts";

/** The rate cards that a question needs, each once. A `PricingError` names the offer at fault. */
export function cardsFor(
  offers: readonly Offer[],
  catalog: Pick<LoadedCards, "resolveRegion">,
): CardKey[] {
  const keys = new Map<string, CardKey>();
  for (const [index, offer] of offers.entries()) {
    try {
      const key = cardKeyOf(offer, catalog);
      keys.set(`${key.provider}/${key.region}`, key);
    } catch (error) {
      throw namingOffer(error, index);
    }
  }
  return [...keys.values()];
}
