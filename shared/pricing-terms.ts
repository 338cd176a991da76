import { convert } from "./currency.ts";
import { mapUnitPrices, withoutFreeAllowance, type Price } from "./engine/price.ts";
import type { CustomPrice } from "./catalog/custom-prices.ts";
import type { ServiceId } from "./catalog/providers.ts";
import type { SideCosts } from "./side-costs/side-costs.ts";
import type { Currency } from "./units.ts";

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
  /** Machines without the discount that Google gives for running all month: the plain list price. */
  readonly ignoresSustainedUse?: boolean;
  /** Memory and execution time are the only limits of functions, as the calculator, v1, has it. */
  readonly limitsMemoryAndTimeAlone?: boolean;
  /** Prices of the caller's own, instead of listed ones. */
  readonly customPrices?: readonly CustomPrice[];
  /** What is counted around the functions and machines; nothing unless given. */
  readonly sideCosts?: SideCosts;
}

/** A price in the answer's currency, with its free allowance or without. */
export function inTerms(price: Price, includeFree: boolean, terms: PricingTerms): Price {
  const converted = inCurrency(price, terms);
  return includeFree ? converted : withoutFreeAllowance(converted);
}

function inCurrency(price: Price, { currency, exchangeRate }: PricingTerms): Price {
  if (price.currency === currency) return price;
  const converted = mapUnitPrices(price, (unitPrice) =>
    convert(unitPrice, price.currency, currency, exchangeRate),
  );
  return { ...converted, currency };
}
