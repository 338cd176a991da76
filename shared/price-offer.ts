import type { RateCard } from "./catalog/card.ts";
import type { CardKey, LoadedCards } from "./catalog/catalog.ts";
import type { Machine } from "./catalog/machine.ts";
import { providerOf } from "./catalog/provider-of.ts";
import { chargesAround } from "./charges-around.ts";
import type { Capacity } from "./engine/capacity.ts";
import type { Fleet } from "./engine/fleet.ts";
import type { MeteredCharge } from "./engine/usage.ts";
import type { Offer } from "./offer.ts";
import { functionCharges } from "./price-function.ts";
import { priceMachine } from "./price-machine.ts";
import type { PricingTerms } from "./pricing-terms.ts";
import type { Workload } from "./workload.ts";

export type { CustomEgressRates, PricingTerms } from "./pricing-terms.ts";

/** An offer's meters with their prices in the answer's currency, and the fleet it runs. */
export interface OfferPricing {
  readonly charges: readonly MeteredCharge[];
  /** `null` for functions, and for machines that cannot hold one request. */
  readonly fleet: Fleet | null;
  readonly machine: Machine | null;
  readonly capacity: Capacity | null;
  /** Requests a month that one machine carries. */
  readonly requestsPerMachine: number | null;
}

/** The rate card that prices an offer; throws `PricingError` for a region that has none. */
export function cardKeyOf(offer: Offer, catalog: Pick<LoadedCards, "resolveRegion">): CardKey {
  const provider = providerOf(offer);
  return { provider, region: catalog.resolveRegion(provider, offer.region) };
}

/**
 * The meters that bill a workload bought by this offer. Throws `PricingError` for a machine type
 * that the region does not have and for a workload beyond the service's limits.
 */
export function priceOffer(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): OfferPricing {
  const around = chargesAround(workload, offer, terms, card);
  if (offer.kind === "function") {
    const charges = functionCharges(workload, offer, terms, card);
    for (const charge of around) charges.push(charge);
    return { charges, fleet: null, machine: null, capacity: null, requestsPerMachine: null };
  }
  const priced = priceMachine(workload, offer, terms, card);
  for (const charge of around) priced.charges.push(charge);
  return priced;
}
