import { isDeepStrictEqual } from "node:util";
import type { PriceFile } from "../../shared/catalog/rate-card.ts";
import type { Change } from "./changes.ts";
import type { ObservedPrice } from "./observation.ts";
import type { Provenance } from "./provenance.ts";

/** A meter's price with what a source says of it. */
export interface MergedPrice {
  readonly price: PriceFile;
  readonly changes: readonly Change[];
  /** The same price, in a newer source. */
  readonly isConfirmed: boolean;
  /** Another price, in an older source. */
  readonly isOutdated: boolean;
}

type Terms = Pick<PriceFile, "unit" | "free" | "tiers">;

/** Takes a source's price of a meter; `what` names it in the list of changes. */
export function mergePrice(
  what: string,
  present: PriceFile | undefined,
  observed: ObservedPrice,
  provenance: Provenance,
): MergedPrice {
  const { unit, tiers, free = present?.free ?? 0, note } = observed;
  const terms: Terms = { unit, ...(free === 0 ? {} : { free }), tiers };
  const merged: PriceFile = { ...terms, ...provenance.origin(note) };
  const taken = { price: merged, isConfirmed: false, isOutdated: false };
  if (present === undefined) {
    const after = tiers[0]?.[1] ?? 0;
    return { ...taken, changes: [{ kind: "price", what, of: "meter", before: null, after }] };
  }
  const changes = compare(what, present, terms);
  if (changes.length > 0) {
    return { ...taken, changes, isOutdated: provenance.isOlderThan(present) };
  }
  return provenance.isNewerThan(present)
    ? { ...taken, changes, isConfirmed: true }
    : { ...taken, price: present, changes };
}

function compare(what: string, before: Terms, after: Terms): Change[] {
  const changes: Change[] = [];
  const [termsBefore, termsAfter] = [termsText(before), termsText(after)];
  if (termsBefore !== termsAfter) {
    changes.push({ kind: "terms", what, before: termsBefore, after: termsAfter });
  }
  const prices = [before, after].map(({ tiers }) => tiers.map(([, price]) => price));
  if (isDeepStrictEqual(prices[0], prices[1])) return changes;
  const [pricesBefore = [], pricesAfter = []] = prices;
  for (let tier = 0; tier < Math.max(pricesBefore.length, pricesAfter.length); tier += 1) {
    const priceBefore = pricesBefore[tier] ?? null;
    const priceAfter = pricesAfter[tier] ?? null;
    if (priceBefore === priceAfter) continue;
    changes.push({
      kind: "price",
      what: tier === 0 ? what : `${what}, tier ${tier + 1}`,
      of: "meter",
      before: priceBefore,
      after: priceAfter,
    });
  }
  return changes;
}

function termsText({ unit, free = 0, tiers }: Terms): string {
  const bounds = tiers.map(([upTo]) => upTo ?? "∞").join(", ");
  return `per ${unit}, ${free} free, tiers up to ${bounds}`;
}
