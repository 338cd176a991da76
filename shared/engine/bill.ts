import { tierCharges, type Provenance, type TierCharge } from "./price.ts";
import type { Fleet } from "./fleet.ts";
import { isUsedOnlyBeyond, usageAt, type MeteredCharge } from "./usage.ts";

/** One line of a bill: `quantity − free = billable`, and `amount` is the sum over its tiers. */
export interface LineItem {
  readonly meter: string;
  readonly unit: string;
  readonly quantity: number;
  /** The part of `quantity` that the free allowance covers. */
  readonly free: number;
  readonly billable: number;
  readonly tiers: readonly TierCharge[];
  readonly amount: number;
  /** `null` for a price that the caller gave. */
  readonly provenance: Provenance | null;
}

/** The bill of a month at one load, a line for each meter; what is only used beyond that load has none. */
export function billAt(
  charges: readonly MeteredCharge[],
  requestsPerMonth: number,
  fleet: Fleet | null,
): LineItem[] {
  const lines: LineItem[] = [];
  for (const { meter, usage, price } of charges) {
    if (isUsedOnlyBeyond(usage, requestsPerMonth)) continue;
    const quantity = usageAt(usage, requestsPerMonth, fleet);
    const free = Math.min(quantity, price.free);
    const billable = quantity - free;
    const tiers = tierCharges(price.tiers, billable);
    let amount = 0;
    for (const tier of tiers) amount += tier.amount;
    lines.push({
      meter,
      unit: price.unit,
      quantity,
      free,
      billable,
      tiers,
      amount,
      provenance: price.provenance,
    });
  }
  return lines;
}

/** The sum of a bill's lines. */
export function totalOf(lineItems: readonly LineItem[]): number {
  let total = 0;
  for (const { amount } of lineItems) total += amount;
  return total;
}
