import type { RateCard } from "./catalog/card.ts";
import { naming } from "./engine/errors.ts";
import { sumOfUsages, usageOfShare } from "./engine/request-usage.ts";
import type { MeteredCharge } from "./engine/usage.ts";
import { checkLimits, checkMemoryAndTime } from "./metering/check-limits.ts";
import { METERING_RULES } from "./metering/index.ts";
import type { MeteringRule, MeterUsage } from "./metering/rule.ts";
import type { FunctionOffer } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { isSamePrice, withOwnOptions } from "./several-functions.ts";
import type { RequestDemand } from "./request-demand.ts";
import type { FunctionOfWorkload, Workload } from "./workload.ts";

/**
 * The meters that bill a workload on a function service, in the meters' units a month: of each
 * function of the workload with its own options, what is billed at the same price in one, so that
 * they share allowances and tiers. What a function uses without requests (instances kept ready, a
 * snapshot) each has for itself.
 *
 * Throws a `PricingError` for a workload beyond the service's limits, an option that it does not have
 * and a price that is not known. Limits are those at the workload's load; at higher loads instances
 * kept ready serve what they can, and the rest is on demand.
 */
export function functionCharges(
  workload: Workload,
  offer: FunctionOffer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  return chargesOf(functionUsages(workload, offer, terms), workload, offer, terms, card);
}

/** What a workload uses of a service's meters, wherever that is; throws as `functionCharges` does. */
export function functionUsages(
  workload: Workload,
  offer: FunctionOffer,
  terms: PricingTerms,
): readonly MeterUsage[] {
  const rule = METERING_RULES[offer.service];
  const { functions } = workload;
  const usages =
    functions === undefined
      ? usageOf(workload, offer, workload, terms, rule)
      : functions.flatMap((function_, index) =>
          naming(["functions", index], () => usageOf(function_, offer, workload, terms, rule)),
        );
  return summed(usages);
}

/** The charges of what `functionUsages` found, by the prices of a card. */
export function chargesOf(
  usages: readonly MeterUsage[],
  { functions }: Workload,
  offer: FunctionOffer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const rule: MeteringRule = METERING_RULES[offer.service];
  return usages.map((used) => {
    const { meter, usage } = used;
    const service = used.pricedAs ?? rule.pricedAs ?? offer.service;
    const listed = card.price(service, used.price ?? meter);
    const charge = { meter, usage, price: inTerms(listed, terms.includeFreeTier, terms) };
    return functions === undefined ? charge : withPart(charge, used, usages);
  });
}

/** Usage of one function by requests of the whole workload. */
function usageOf(
  function_: Partial<FunctionOfWorkload> & RequestDemand,
  wholeOffer: FunctionOffer,
  { requestsPerMonth }: Workload,
  { limitsMemoryAndTimeAlone }: PricingTerms,
  rule: MeteringRule,
): readonly MeterUsage[] {
  const { share, options } = function_;
  const offer = withOwnOptions(wholeOffer, options);
  const limited = {
    demand: function_,
    offer,
    requestsPerMonth: share === undefined ? requestsPerMonth : share * requestsPerMonth,
  };
  if (limitsMemoryAndTimeAlone === true) checkMemoryAndTime(limited, rule);
  else checkLimits(limited, rule);
  const usages = rule.usage(function_, offer);
  if (share === undefined) return usages;
  return usages.map((used) => ({ ...used, usage: usageOfShare(used.usage, share) }));
}

/** What is billed at the same price is one quantity. */
function summed(usages: readonly MeterUsage[]): MeterUsage[] {
  const totals: MeterUsage[] = [];
  for (const used of usages) {
    const total = totals.find((other) => isSamePrice(other, used));
    if (total === undefined) totals.push(used);
    else if (used.perAccount !== true) {
      const usage = sumOfUsages([total.usage, used.usage]);
      totals[totals.indexOf(total)] = { ...total, usage };
    }
  }
  return totals;
}

/** A charge of one of several functions; an allowance for several charges is divided as they use it. */
function withPart(
  charge: MeteredCharge,
  { usage, allowance }: MeterUsage,
  usages: readonly MeterUsage[],
): MeteredCharge {
  if (allowance === undefined) return charge;
  const { price } = charge;
  let all = 0;
  for (const other of usages) if (other.allowance === allowance) all += other.usage.perRequest;
  const part = all === 0 ? 1 : usage.perRequest / all;
  return { ...charge, price: { ...price, free: price.free * part }, sharedFree: price.free };
}
