import type { MeterUsage } from "./metering/rule.ts";
import type { FunctionOffer, OwnOptions } from "./offer.ts";

/** The offer as one function of several has it, by its own options. */
export function withOwnOptions(
  offer: FunctionOffer,
  options: OwnOptions | undefined,
): FunctionOffer {
  return options === undefined ? offer : { ...offer, ...options };
}

/** Whether a usage is billed with another as one quantity. */
export function isSamePrice(total: MeterUsage, used: MeterUsage): boolean {
  const isSame =
    total.meter === used.meter && total.price === used.price && total.pricedAs === used.pricedAs;
  // What one function leaves idle is not used up by another's requests.
  return isSame && total.usage.perRequest >= 0 && used.usage.perRequest >= 0;
}
