import type { RateCard } from "./catalog/card.ts";
import type { CardKey } from "./catalog/card-store.ts";
import { findMachine } from "./catalog/find-machine.ts";
import { resolveRegion } from "./catalog/places.ts";
import { FUNCTION_SERVICES, MACHINE_SERVICES, type ServiceId } from "./catalog/providers.ts";
import type { Machine } from "./catalog/machine.ts";
import { capacityOf, type Capacity } from "./engine/capacity.ts";
import { PricingError } from "./engine/errors.ts";
import { mapUnitPrices, withoutFreeAllowance, type Price } from "./engine/price.ts";
import { convert } from "./currency.ts";
import { fleetFor, monthlyCapacity, type Sizing } from "./engine/sizing.ts";
import type { Fleet, MeteredCharge } from "./engine/usage.ts";
import { METERING_RULES } from "./metering/index.ts";
import { perRequest } from "./metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "./offer.ts";
import type { Currency } from "./units.ts";
import { capacityDemandOf, egressGbPerRequest, type Workload } from "./workload.ts";

/** Flat egress rates by service; the others keep their provider's tiers. */
export type CustomEgressRates = { readonly [service in ServiceId]?: number | undefined };

/** What stands beside the workload and the offers: allowances, own rates, and the money of the answer. */
export interface PricingTerms {
  readonly includeFreeTier: boolean;
  readonly includeEgressFreeTier: boolean;
  /** USD per GB, instead of the provider's tiers. */
  readonly customEgressRates: CustomEgressRates;
  readonly currency: Currency;
  /** Yen for one US dollar. */
  readonly exchangeRate: number;
}

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
export function cardKeyOf(offer: Offer): CardKey {
  const provider =
    offer.kind === "function" ? FUNCTION_SERVICES[offer.service] : MACHINE_SERVICES[offer.service];
  return { provider, region: resolveRegion(provider, offer.region) };
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
  return offer.kind === "function"
    ? priceFunction(workload, offer, terms, card)
    : priceMachine(workload, offer, terms, card);
}

function priceFunction(
  workload: Workload,
  offer: FunctionOffer,
  terms: PricingTerms,
  card: RateCard,
): OfferPricing {
  const rule = METERING_RULES[offer.service];
  const { memoryMb, durationMs } = rule.limits;
  if (workload.memoryMb > memoryMb) {
    throw overLimit("memoryMb", offer, workload.memoryMb, memoryMb, "MB");
  }
  if (workload.durationMs > durationMs) {
    throw overLimit("durationMs", offer, workload.durationMs, durationMs, "ms");
  }
  const charges = rule.usage(workload, offer).map(({ meter, price, usage }): MeteredCharge => ({
    meter,
    usage,
    price: inTerms(
      card.price(offer.service, price ?? meter),
      terms.includeFreeTier,
      card.currency,
      terms,
    ),
  }));
  charges.push(egressCharge(workload, offer.service, terms, card));
  return { charges, fleet: null, machine: null, capacity: null, requestsPerMachine: null };
}

function priceMachine(
  workload: Workload,
  offer: MachineOffer,
  terms: PricingTerms,
  card: RateCard,
): OfferPricing {
  const machine = findMachine(card, offer.service, offer.instanceType);
  const charges = machine.charges.map(({ meter, usage, price }): MeteredCharge => ({
    meter,
    usage,
    price: inTerms(price, terms.includeFreeTier, card.currency, terms),
  }));
  charges.push(egressCharge(workload, offer.service, terms, card));
  const capacity = capacityOf(machine, capacityDemandOf(workload));
  const requestsPerMachine = monthlyCapacity(capacity.requestsPerSecond, workload.peakToAverage);
  return {
    charges,
    fleet: fleetFor(sizingOf(offer, machine), requestsPerMachine),
    machine,
    capacity,
    requestsPerMachine,
  };
}

/** A type of which only so many can be had is no fleet that grows. */
function sizingOf({ sizing }: MachineOffer, { soldAtMost }: Machine): Sizing {
  if (soldAtMost === undefined) return sizing;
  const machines = sizing.kind === "fixed" ? sizing.machines : soldAtMost;
  return { kind: "fixed", machines: Math.min(machines, soldAtMost) };
}

function egressCharge(
  workload: Workload,
  service: ServiceId,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge {
  const customRate = terms.customEgressRates[service];
  const price =
    customRate === undefined
      ? inTerms(card.egress, terms.includeEgressFreeTier, card.currency, terms)
      : inTerms(ownPrice(card.egress, customRate), terms.includeEgressFreeTier, "USD", terms);
  return { meter: "egress", usage: perRequest(egressGbPerRequest(workload)), price };
}

/** The caller's own rate in USD, with the provider's free allowance. */
function ownPrice(price: Price, usdPerGb: number): Price {
  return { ...price, tiers: [{ upTo: Infinity, unitPrice: usdPerGb }], provenance: null };
}

/** A price in the answer's currency, with its free allowance or without. */
function inTerms(
  price: Price,
  includeFree: boolean,
  currency: Currency,
  terms: PricingTerms,
): Price {
  const converted = priceInCurrency(price, currency, terms);
  return includeFree ? converted : withoutFreeAllowance(converted);
}

function priceInCurrency(price: Price, from: Currency, terms: PricingTerms): Price {
  const { currency, exchangeRate } = terms;
  if (from === currency) return price;
  return mapUnitPrices(price, (unitPrice) => convert(unitPrice, from, currency, exchangeRate));
}

function overLimit(
  field: "memoryMb" | "durationMs",
  offer: FunctionOffer,
  value: number,
  limit: number,
  unit: string,
): PricingError {
  return new PricingError("over_service_limit", [field], {
    service: offer.service,
    value,
    limit,
    unit,
  });
}
