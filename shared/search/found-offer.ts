import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { billAt, totalOf, type LineItem } from "../engine/bill.ts";
import { ifPriced } from "../engine/errors.ts";
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
  /** Other regions of the provider in which it costs the same. */
  readonly alsoIn: readonly string[];
}

/**
 * Prices an offer exactly, a month in the currency of the terms; `null` for one that cannot be bought for
 * the workload, which the card does not have, or which does not carry it.
 */
export function monthlyCostOf(
  { workload, terms, filters }: SearchQuestion,
  { provider, region }: CardKey,
  offer: Offer,
  card: RateCard,
): FoundOffer | null {
  const load = workload.requestsPerMonth;
  const found = { offer, provider, region, alsoIn: [] };
  return ifPriced(() => {
    const { charges, fleet, requestsPerMachine } = priceOffer(workload, offer, terms, card);
    const lineItems = billAt(charges, load, fleet);
    const monthlyCost = totalOf(lineItems);
    if (offer.kind === "function") return { ...found, monthlyCost, machines: null, lineItems };
    if (fleet === null || requestsPerMachine === null) return null;
    const machines = machinesAt(fleet, load);
    if (machines > filters.mostMachines || machines * requestsPerMachine < load) return null;
    return { ...found, monthlyCost, machines, lineItems };
  });
}

/** By cost, and by what they are called among equals, so that the order of the cards does not show. */
export function byCost(a: FoundOffer, b: FoundOffer): number {
  return a.monthlyCost - b.monthlyCost || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function nameOf(found: FoundOffer): string {
  return `${found.provider}/${found.region}/${variantOf(found)}`;
}

/** What is bought, wherever that is. */
function variantOf({ offer }: FoundOffer): string {
  const variant =
    offer.kind === "machine" ? `${offer.instanceType}/${offer.purchase}` : offer.architecture;
  return `${offer.service}/${variant}`;
}

/** Whether two are the same offer at the same cost, but for their region. */
export function isSameElsewhere(first: FoundOffer, second: FoundOffer): boolean {
  const difference = Math.abs(first.monthlyCost - second.monthlyCost);
  return (
    difference <= SAME_COST * Math.max(first.monthlyCost, second.monthlyCost) &&
    variantOf(first) === variantOf(second)
  );
}

/** Costs that differ by less are rounded differently. */
const SAME_COST = 1e-9;
