import type { LineItem } from "./engine/bill.ts";

/** Whether a price that a bill really used was not confirmed: `low_confidence` of `price-flags.ts`, alone. */
export function restsOnLowConfidence(lineItems: readonly LineItem[]): boolean {
  return lineItems.some(
    ({ quantity, provenance }) => quantity > 0 && provenance?.confidence === "low",
  );
}
