/** What the endpoints of the calculator, v1, have in common: how its inputs become the engine's. */
import type { RateCard } from "../../../shared/catalog/card.ts";
import type { LoadedCards } from "../../../shared/catalog/catalog.ts";
import type { MachineServiceId } from "../../../shared/catalog/providers.ts";
import { billAt, type LineItem } from "../../../shared/engine/bill.ts";
import { PricingError } from "../../../shared/engine/errors.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../../shared/offer.ts";
import {
  cardKeyOf,
  priceOffer,
  type CustomEgressRates,
  type OfferPricing,
  type PricingTerms,
} from "../../../shared/price-offer.ts";
import { MS_PER_SECOND, secondsToMs } from "../../../shared/units.ts";
import { WHOLE_MACHINES, type Workload } from "../../../shared/workload.ts";

export const CALCULATOR_PATH = "/api/v1/calculator";

/** Whether a route answers whatever its client accepts, as the old calculator did: what it got it goes on getting. */
export function ignoresAccept({ path }: { readonly path: string }): boolean {
  return path.startsWith(CALCULATOR_PATH);
}

/** The fields of a workload that the calculator knows. */
interface CalculatorWorkload {
  readonly memory_mb: number;
  readonly execution_time_seconds: number;
  readonly monthly_executions: number;
  readonly egress_per_request_kb: number;
  readonly internet_transfer_ratio: number;
}

/** A workload for machines whose number is fixed: what a machine can carry is not asked. */
export function toWorkload(body: CalculatorWorkload): Workload {
  return {
    requestsPerMonth: body.monthly_executions,
    durationMs: secondsToMs(body.execution_time_seconds),
    memoryMb: body.memory_mb,
    egressPerRequestKb: body.egress_per_request_kb,
    internetTransferRatio: body.internet_transfer_ratio,
    ...WHOLE_MACHINES,
  };
}

/** Terms in US dollars. */
export function toTerms(body: {
  readonly include_free_tier?: boolean;
  readonly include_egress_free_tier: boolean;
  readonly custom_egress_rates?: CustomEgressRates | undefined;
  readonly exchange_rate?: number;
}): PricingTerms {
  return {
    includeFreeTier: body.include_free_tier ?? true,
    includeEgressFreeTier: body.include_egress_free_tier,
    customEgressRates: body.custom_egress_rates ?? {},
    currency: "USD",
    exchangeRate: body.exchange_rate ?? 1,
    // The calculator has always shown list prices.
    ignoresSustainedUse: true,
    limitsMemoryAndTimeAlone: true,
  };
}

/** AWS Lambda as the calculator knows it. */
export function lambdaOffer(body: {
  readonly region: string;
  readonly architecture: FunctionOffer["architecture"];
}): FunctionOffer {
  return {
    kind: "function",
    service: "aws_lambda",
    region: body.region,
    architecture: body.architecture,
  };
}

/** One machine, whatever the load. */
export function machineOffer(body: {
  readonly provider: MachineServiceId;
  readonly instance_type: string;
  readonly region: string;
}): MachineOffer {
  return {
    kind: "machine",
    service: body.provider,
    region: body.region,
    instanceType: body.instance_type,
    purchase: "on_demand",
    sizing: { kind: "fixed", machines: 1 },
  };
}

/** The calculator names always-free machines by this ending; all others are at list price. */
export function isAlwaysFree(instanceType: string): boolean {
  return instanceType.endsWith("_Free");
}

/** The terms under which the calculator prices a machine. */
export function machineTerms(offer: MachineOffer, terms: PricingTerms): PricingTerms {
  return { ...terms, includeFreeTier: isAlwaysFree(offer.instanceType) };
}

/** An offer's meters, from its card, which must be loaded. */
export function calculatorPricing(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  catalog: LoadedCards,
): { pricing: OfferPricing; card: RateCard } {
  const card = catalog.card(cardKeyOf(offer, catalog));
  try {
    return { pricing: priceOffer(workload, offer, terms, card), card };
  } catch (error) {
    throw error instanceof PricingError ? inSeconds(error) : error;
  }
}

/** The calculator asks for seconds, so it names its limits in seconds. */
function inSeconds(error: PricingError): PricingError {
  const { value, limit } = error.params;
  if (error.path[0] !== "durationMs" || typeof value !== "number" || typeof limit !== "number") {
    return error;
  }
  return new PricingError(error.code, ["execution_time_seconds"], {
    ...error.params,
    value: value / MS_PER_SECOND,
    limit: limit / MS_PER_SECOND,
    unit: "s",
  });
}

/** The bill of a priced offer at the workload's load. */
export function billOf({ charges, fleet }: OfferPricing, workload: Workload): LineItem[] {
  return billAt(charges, workload.requestsPerMonth, fleet);
}

/** The amount of one meter's line; 0 when the bill has none. */
export function amountOf(lines: readonly LineItem[], meter: string): number {
  return lines.find((line) => line.meter === meter)?.amount ?? 0;
}

/** The quantity of one meter's line; 0 when the bill has none. */
export function quantityOf(lines: readonly LineItem[], meter: string): number {
  return lines.find((line) => line.meter === meter)?.quantity ?? 0;
}
