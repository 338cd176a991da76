import type { Currency } from "../units.ts";

/** Where a price came from, when, and how far it can be trusted. */
export interface Provenance {
  readonly source: string;
  readonly url: string;
  /** The day the figure is from, `YYYY-MM-DD`. */
  readonly date: string;
  readonly confidence: "high" | "medium" | "low" | "derived";
  readonly note?: string;
  /** What was taken off the listed price, for one that was negotiated. */
  readonly discountPercent?: number;
}

/** A graduated tier: prices only the usage between the bound before it and its own. */
export interface PriceTier {
  /** Cumulative billable usage a month at which the tier ends; `Infinity` for the last. */
  readonly upTo: number;
  readonly unitPrice: number;
}

/** What a meter costs: usage up to `free` is not billed, the rest climbs the tiers. */
export interface Price {
  readonly unit: string;
  /** The money of the unit prices. */
  readonly currency: Currency;
  /** Usage a month that is not billed. */
  readonly free: number;
  /** Ascending; the last is open. */
  readonly tiers: readonly PriceTier[];
  /** `null` for a price that the caller gave. */
  readonly provenance: Provenance | null;
}

/** The part of one tier's span that was used, and what it costs. */
export interface TierCharge {
  readonly from: number;
  readonly upTo: number;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
}

/**
 * What each tier charges for `billable` units of a month; tiers that are not reached are left out.
 * The free allowance is already off `billable`.
 */
export function tierCharges(tiers: readonly PriceTier[], billable: number): TierCharge[] {
  if (billable <= 0) return [];
  // Nearly always it ends here; a list that begins empty is made anew for its first.
  const charges = [chargeOf(tiers[0] ?? NO_TIER, 0, billable)];
  for (let index = 1; index < tiers.length; index += 1) {
    const from = tiers[index - 1]?.upTo ?? 0;
    if (billable <= from) break;
    charges.push(chargeOf(tiers[index] ?? NO_TIER, from, billable));
  }
  return charges;
}

function chargeOf({ upTo, unitPrice }: PriceTier, from: number, billable: number): TierCharge {
  const quantity = Math.min(billable, upTo) - from;
  return { from, upTo, quantity, unitPrice, amount: quantity * unitPrice };
}

const NO_TIER: PriceTier = { upTo: Infinity, unitPrice: 0 };

/** What `quantity` units of a month cost: the sum of `tierCharges` after the free allowance. */
export function chargeFor(price: Price, quantity: number): number {
  const billable = quantity - price.free;
  let from = 0;
  let amount = 0;
  const { tiers } = price;
  // By index: every curve asks this for every bend, and an iterator is slower.
  for (let index = 0; index < tiers.length && billable > from; index += 1) {
    const { upTo, unitPrice } = tiers[index] ?? NO_TIER;
    amount += (Math.min(billable, upTo) - from) * unitPrice;
    from = upTo;
  }
  return amount;
}

/** The same price with every unit price changed: a discount, say. */
export function mapUnitPrices(price: Price, change: (unitPrice: number) => number): Price {
  const tiers = price.tiers.map(({ upTo, unitPrice }) => ({ upTo, unitPrice: change(unitPrice) }));
  return { ...price, tiers };
}

/** The same price with all usage billed. */
export function withoutFreeAllowance(price: Price): Price {
  return price.free === 0 ? price : { ...price, free: 0 };
}
