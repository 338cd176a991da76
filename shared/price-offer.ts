import type { RateCard } from "./catalog/card.ts";
import type { CardKey } from "./catalog/card-store.ts";
import { findMachine } from "./catalog/find-machine.ts";
import { resolveRegion } from "./catalog/places.ts";
import { FUNCTION_SERVICES, MACHINE_SERVICES, type ServiceId } from "./catalog/providers.ts";
import type { Machine } from "./catalog/machine.ts";
import { capacityOf, type Capacity } from "./engine/capacity.ts";
import { PricingError } from "./engine/errors.ts";
import { scalePrice, withoutFreeAllowance, type Price } from "./engine/price.ts";
import { fleetFor, monthlyCapacity } from "./engine/sizing.ts";
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
    price: inTerms(card.price(offer.service, price ?? meter), terms.includeFreeTier, terms, card),
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
    price: inTerms(price, terms.includeFreeTier, terms, card),
  }));
  charges.push(egressCharge(workload, offer.service, terms, card));
  const capacity = capacityOf(machine, capacityDemandOf(workload));
  const requestsPerMachine = monthlyCapacity(capacity.requestsPerSecond, workload.peakToAverage);
  return {
    charges,
    fleet: fleetFor(offer.sizing, requestsPerMachine),
    machine,
    capacity,
    requestsPerMachine,
  };
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
      ? inTerms(card.egress, terms.includeEgressFreeTier, terms, card)
      : inTerms(atFlatRate(card.egress, customRate), terms.includeEgressFreeTier, terms);
  return { meter: "egress", usage: perRequest(egressGbPerRequest(workload)), price };
}

/** The caller's own rate in USD, with the provider's free allowance. */
function atFlatRate(price: Price, usdPerGb: number): Price {
  return {
    ...price,
    tiers: [{ upTo: Infinity, unitPrice: usdPerGb }],
    provenance: { ...price.provenance, note: "unit price given by the caller" },
  };
}

/** A price in the answer's currency; one without a card is in US dollars. */
function inTerms(price: Price, includeFree: boolean, terms: PricingTerms, card?: RateCard): Price {
  const from = card?.currency ?? "USD";
  const converted = scalePrice(price, conversionFactor(from, terms.currency, terms.exchangeRate));
  return includeFree ? converted : withoutFreeAllowance(converted);
}

/** Units of `to` for one unit of `from`, at so many yen for a US dollar. */
export function conversionFactor(from: Currency, to: Currency, exchangeRate: number): number {
  if (from === to) return 1;
  return from === "USD" ? exchangeRate : 1 / exchangeRate;
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
