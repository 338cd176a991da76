import type { LineItem } from "../engine/bill.ts";
import { oldestProvenance } from "../engine/oldest-price.ts";
import type { Provenance } from "../engine/price.ts";
import { flagsOf, type PriceFlag } from "../price-flags.ts";
import type { Source } from "../schema/answers/prices-used.ts";

/** What every answer says of the prices that it rests on. */
export interface PricesUsed {
  /** The date of the oldest price, `YYYY-MM-DD`; `null` when none of a card was used. */
  readonly prices_as_of: string | null;
  readonly oldest_source: Source | null;
  readonly price_flags: PriceFlag[];
}

/** What is to be said of the prices of these lines; `today`, `YYYY-MM-DD`, tells which are old. */
export function pricesUsed(lines: readonly LineItem[], today: string): PricesUsed {
  const oldest = oldestProvenance(lines);
  return {
    prices_as_of: oldest?.date ?? null,
    oldest_source: oldest && toSource(oldest),
    price_flags: flagsOf(lines, today),
  };
}

/** Where a price is from. */
export function toSource(provenance: Provenance): Source {
  const { source, url, date, confidence, note, discountPercent } = provenance;
  return {
    title: source,
    url,
    date,
    confidence,
    note,
    discount_percent: discountPercent,
  };
}
