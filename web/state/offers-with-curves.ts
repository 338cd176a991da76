import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import type { OfferWithCurve } from "../../shared/cheapest-by-load.ts";
import { buildCurve } from "../../shared/engine/build-curve.ts";
import { priceOffers } from "../../shared/price-offers.ts";
import type { Answer } from "./simulation.ts";

/** Offers of an answer that have a cost at every load, with it; `cards` are those that priced it. */
export function offersWithCurves(
  { isCompared, offers, question }: Answer,
  cards: LoadedCards,
): OfferWithCurve[] {
  const priced = isCompared ? offers : priceOffers(question, cards, buildCurve);
  return priced.filter((offer): offer is OfferWithCurve => offer.curve !== null);
}
