import type { Currency } from "./units.ts";

/** An amount in another currency, at so many yen for a US dollar. */
export function convert(amount: number, from: Currency, to: Currency, yenPerUsd: number): number {
  if (from === to) return amount;
  return from === "USD" ? amount * yenPerUsd : amount / yenPerUsd;
}
