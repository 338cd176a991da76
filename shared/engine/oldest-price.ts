import type { LineItem } from "./bill.ts";
import type { Provenance } from "./price.ts";

/** Where the oldest price that a bill really used is from; `null` when it used none of a card. */
export function oldestProvenance(lineItems: readonly LineItem[]): Provenance | null {
  let oldest: Provenance | null = null;
  for (const { quantity, provenance } of lineItems) {
    if (quantity === 0 || provenance === null) continue;
    if (oldest === null || provenance.date < oldest.date) oldest = provenance;
  }
  return oldest;
}

/** The date of the oldest price that a bill really used; `null` when it used none of a card. */
export function oldestPriceDate(lineItems: readonly LineItem[]): string | null {
  return oldestProvenance(lineItems)?.date ?? null;
}
