import { chargesAround } from "../charges-around.ts";
import type { RateCard } from "../catalog/card.ts";
import { withCustomPrices } from "../catalog/custom-prices.ts";
import type { CardKey } from "../catalog/catalog.ts";
import type { ServiceId } from "../catalog/providers.ts";
import { monthlyTotal } from "../engine/monthly-total.ts";
import { ifPriced } from "../engine/errors.ts";
import { anyOffer } from "./candidates.ts";
import { BELOW } from "./fleet-need.ts";
import { once } from "./once.ts";
import type { SearchQuestion } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

/** The card of the index that a region has its prices from, with the caller's own in them. */
export type IndexedCard = (key: CardKey) => RateCard;

export function indexedCards({ terms }: SearchQuestion, index: SearchIndex): IndexedCard {
  const { customPrices = [] } = terms;
  if (customPrices.length === 0) return index.card;
  // They may be for one region only.
  return (key) => withCustomPrices({ ...index.card(key), region: key.region }, customPrices, null);
}

/** What an offer of a service costs besides itself, at least; `null` where it cannot be bought. */
export type CostAround = (card: RateCard, service: ServiceId) => number | null;

/**
 * The egress of a function or of the fewest machines, and what is charged around them: more machines only
 * add to it. Computed once for each card and service.
 */
export function costsAround(question: SearchQuestion): CostAround {
  const { workload, terms, filters } = question;
  const { minimumMachines } = filters;
  const fewest = { requestsPerMachine: Infinity, minimumMachines };
  const costsIn = once((card: RateCard) =>
    once((service: ServiceId) =>
      atLeast(() => {
        const charges = chargesAround(workload, anyOffer(question, service), terms, card);
        return monthlyTotal(charges, workload.requestsPerMonth, fewest);
      }),
    ),
  );
  return (card, service) => costsIn(card)(service);
}

/** A cost, a rounding less; `null` for what cannot be bought. */
export function atLeast(cost: () => number): number | null {
  return ifPriced(() => cost() * BELOW);
}
