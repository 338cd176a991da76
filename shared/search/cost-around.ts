import type { RateCard } from "../catalog/card.ts";
import { withCustomPrices } from "../catalog/custom-prices.ts";
import type { CardKey } from "../catalog/catalog.ts";
import type { MachineServiceId } from "../catalog/providers.ts";
import { monthlyTotal } from "../engine/monthly-total.ts";
import { ifPriced } from "../engine/errors.ts";
import { chargesAround } from "../charges-around.ts";
import { machineOffer } from "./candidates.ts";
import { BELOW } from "./fleet-need.ts";
import type { SearchQuestion } from "./question.ts";
import type { SearchIndex } from "./search-index.ts";

/** A card of the index, with the caller's own prices in it. */
export function indexedCard(question: SearchQuestion, index: SearchIndex, key: CardKey): RateCard {
  return withCustomPrices(index.card(key), question.terms.customPrices ?? [], null);
}

/**
 * What the fewest machines of a card cost besides themselves: their egress, and what is charged around
 * them. `null` where they cannot be bought. More machines only add to it.
 */
export function costAround(
  question: SearchQuestion,
  card: RateCard,
  service: MachineServiceId,
): number | null {
  const { workload, terms, filters } = question;
  return atLeast(() => {
    const any = machineOffer(question, card.region, service, "", "on_demand");
    const charges = chargesAround(workload, any, terms, card);
    const { minimumMachines } = filters;
    const fewest = { requestsPerMachine: Infinity, minimumMachines };
    return monthlyTotal(charges, workload.requestsPerMonth, fewest);
  });
}

/** A cost, a rounding less; `null` for what cannot be bought. */
export function atLeast(cost: () => number): number | null {
  return ifPriced(() => cost() * BELOW);
}
