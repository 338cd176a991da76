import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { billAt, totalOf, type LineItem } from "../engine/bill.ts";
import { PricingError } from "../engine/errors.ts";
import { machinesAt } from "../engine/usage.ts";
import type { Offer } from "../offer.ts";
import { priceOffer } from "../price-offer.ts";
import type { SearchQuestion } from "./question.ts";

/** An offer that carries the load, with what it costs a month. */
export interface FoundOffer extends CardKey {
  readonly offer: Offer;
  readonly monthlyCost: number;
  /** Machines in the busiest moment; `null` for functions. */
  readonly machines: number | null;
  readonly lineItems: readonly LineItem[];
}

/** Prices an offer exactly; `null` for one that cannot be bought for the workload, or not carry it. */
export function monthlyCostOf(
  { workload, terms, filters }: SearchQuestion,
  { provider, region }: CardKey,
  offer: Offer,
  card: RateCard,
): FoundOffer | null {
  const load = workload.requestsPerMonth;
  const found = { offer, provider, region };
  try {
    const { charges, fleet, requestsPerMachine } = priceOffer(workload, offer, terms, card);
    const lineItems = billAt(charges, load, fleet);
    const monthlyCost = totalOf(lineItems);
    if (offer.kind === "function") return { ...found, monthlyCost, machines: null, lineItems };
    if (fleet === null || requestsPerMachine === null) return null;
    const machines = machinesAt(fleet, load);
    if (machines > filters.mostMachines || machines * requestsPerMachine < load) return null;
    return { ...found, monthlyCost, machines, lineItems };
  } catch (error) {
    if (error instanceof PricingError) return null;
    throw error;
  }
}

/** By cost, and by what they are called among equals, so that the order of the cards does not show. */
export function byCost(a: FoundOffer, b: FoundOffer): number {
  return a.monthlyCost - b.monthlyCost || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function nameOf({ provider, region, offer }: FoundOffer): string {
  const variant =
    offer.kind === "machine" ? `${offer.instanceType}/${offer.purchase}` : offer.architecture;
  return `${provider}/${region}/${offer.service}/${variant}`;
}
