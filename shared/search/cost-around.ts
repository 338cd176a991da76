import type { RateCard } from "../catalog/card.ts";
import { withCustomPrices } from "../catalog/custom-prices.ts";
import type { CardKey } from "../catalog/catalog.ts";
import type { MachineServiceId } from "../catalog/providers.ts";
import { monthlyTotal } from "../engine/bill.ts";
import { PricingError } from "../engine/errors.ts";
import { chargesAround } from "../price-offer.ts";
import type { PricingTerms } from "../pricing-terms.ts";
import { machineOffer } from "./candidates.ts";
import { BELOW } from "./fleet-need.ts";
import type { SearchQuestion } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

/** A card of the index, with the caller's own prices in it. */
export function indexedCard(question: SearchQuestion, index: SearchIndex, key: CardKey): RateCard {
  return withCustomPrices(index.card(key), question.terms.customPrices ?? [], null);
}

/**
 * What every machine of a card costs besides itself at least: its egress. `null` where it cannot be
 * bought. What else is charged around machines only adds.
 */
export function costAround(
  question: SearchQuestion,
  card: RateCard,
  service: MachineServiceId,
): number | null {
  const { workload, terms } = question;
  return atLeast(() => {
    const any = machineOffer(question, card.region, service, "", "on_demand");
    const charges = chargesAround(workload, any, withoutSideCosts(terms), card);
    return monthlyTotal(charges, workload.requestsPerMonth, null);
  });
}

/** A cost, a rounding less; `null` for what cannot be bought. */
export function atLeast(cost: () => number): number | null {
  try {
    return cost() * BELOW;
  } catch (error) {
    if (error instanceof PricingError) return null;
    throw error;
  }
}

/** The terms without what is charged around an offer but for its egress. */
export function withoutSideCosts(terms: PricingTerms): PricingTerms {
  const { sideCosts: _, ...rest } = terms;
  return rest;
}
