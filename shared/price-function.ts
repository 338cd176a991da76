import type { RateCard } from "./catalog/card.ts";
import { PricingError } from "./engine/errors.ts";
import type { MeteredCharge, RequestUsage } from "./engine/usage.ts";
import { METERING_RULES } from "./metering/index.ts";
import type { MeteringRule, MeterUsage } from "./metering/rule.ts";
import type { FunctionOffer, FunctionOptionName } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { functionsOf, type Workload } from "./workload.ts";

/** Options that only some services have, and that must not be given to the others. */
const PARTICULAR_OPTIONS: readonly FunctionOptionName[] = [
  "concurrency",
  "minimumInstances",
  "provisioned",
  "snapStart",
  "streamsResponses",
];

/**
 * The meters that bill a workload on a function service. Throws `PricingError` for a workload
 * beyond the service's limits, an option that it does not have and a price that is not known.
 */
export function functionCharges(
  workload: Workload,
  offer: FunctionOffer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const rule: MeteringRule = METERING_RULES[offer.service];
  checkLimits(workload, offer, rule);
  checkOptions(offer, rule);
  const service = rule.pricedAs ?? offer.service;
  return totalUsage(workload, offer, rule).map(({ meter, price, usage }) => ({
    meter,
    usage,
    price: inTerms(card.price(service, price ?? meter), terms.includeFreeTier, terms),
  }));
}

/** Usage of all functions of the workload: what is billed at the same price is one quantity. */
function totalUsage(
  workload: Workload,
  offer: FunctionOffer,
  rule: MeteringRule,
): readonly MeterUsage[] {
  if (workload.functions === undefined) return rule.usage(workload, offer);
  const totals = new Map<string, { meter: string; price: string; usage: RequestUsage }>();
  for (const demand of functionsOf(workload)) {
    const { share = 1 } = demand;
    for (const { meter, price = meter, usage } of rule.usage(demand, offer)) {
      const key = `${meter}/${price}`;
      const before = totals.get(key)?.usage ?? { fixed: 0, perRequest: 0 };
      totals.set(key, {
        meter,
        price,
        usage: {
          fixed: before.fixed + share * usage.fixed,
          perRequest: before.perRequest + share * usage.perRequest,
        },
      });
    }
  }
  return [...totals.values()];
}

function checkLimits(workload: Workload, offer: FunctionOffer, { limits }: MeteringRule): void {
  for (const demand of functionsOf(workload)) {
    let longestMs = demand.durationMs;
    if (demand.durations !== undefined) {
      for (const { durationMs } of demand.durations) longestMs = Math.max(longestMs, durationMs);
    }
    if (demand.memoryMb > limits.memoryMb) {
      throw overLimit("memoryMb", offer, demand.memoryMb, limits.memoryMb, "MB");
    }
    if (longestMs > limits.durationMs) {
      throw overLimit("durationMs", offer, longestMs, limits.durationMs, "ms");
    }
  }
}

function checkOptions(offer: FunctionOffer, rule: MeteringRule): void {
  if (offer.architecture === "arm64" && rule.hasArchitectures !== true) {
    throw new PricingError("option_not_offered", ["architecture"], {
      option: offer.architecture,
      service: offer.service,
      allowed: ["x86_64"],
    });
  }
  for (const option of PARTICULAR_OPTIONS) {
    if (offer[option] === undefined || rule.options.includes(option)) continue;
    throw new PricingError("option_not_offered", [option], {
      option,
      service: offer.service,
      allowed: rule.options,
    });
  }
}

function overLimit(
  field: "memoryMb" | "durationMs",
  { service }: FunctionOffer,
  value: number,
  limit: number,
  unit: string,
): PricingError {
  return new PricingError("over_service_limit", [field], { service, value, limit, unit });
}
