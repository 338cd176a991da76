import type { LineItem } from "./engine/bill.ts";
import type { Provenance } from "./engine/price.ts";

/** Why a price should be looked at twice. */
export type PriceFlag = "old" | "low_confidence";

/** Days after which a price counts as old: list prices are changed about once a year. */
export const OLD_AFTER_DAYS = 400;
const MS_PER_DAY = 86_400_000;

/** What is to be said of a price on the day `today`, `YYYY-MM-DD`; nothing of one the caller gave. */
export function priceFlags(provenance: Provenance | null, today: string): PriceFlag[] {
  if (provenance === null) return [];
  const flags: PriceFlag[] = [];
  if (provenance.date < oldBefore(today)) flags.push("old");
  if (provenance.confidence === "low") flags.push("low_confidence");
  return flags;
}

let newest = { today: "", oldBefore: "" };

/** The day before which a price is old on `today`, kept: every line of every bill is held against it. */
function oldBefore(today: string): string {
  if (newest.today !== today) {
    const day = new Date(Date.parse(today) - OLD_AFTER_DAYS * MS_PER_DAY);
    newest = { today, oldBefore: day.toISOString().slice(0, today.length) };
  }
  return newest.oldBefore;
}

/** What is to be said of any price that a bill really used. */
export function flagsOf(lineItems: readonly LineItem[], today: string): PriceFlag[] {
  const flags = new Set<PriceFlag>();
  for (const { quantity, provenance } of lineItems) {
    if (quantity > 0) for (const flag of priceFlags(provenance, today)) flags.add(flag);
  }
  return [...flags].toSorted();
}

/** Days from one day to a later one, both `YYYY-MM-DD`. */
export function ageInDays(day: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / MS_PER_DAY);
}
