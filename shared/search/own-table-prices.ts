import { customMachineChange, tiersOf, type PriceChange } from "../catalog/custom-prices.ts";
import type { Purchase } from "../catalog/purchase.ts";
import { convert } from "../currency.ts";
import { HOURS_PER_MONTH, PERCENT } from "../units.ts";
import type { MachinePack, PackedCard, PackedPrices } from "./machine-pack.ts";
import type { SearchQuestion } from "./question.ts";

/** What a sustained-use discount leaves of a price at least. */
const LEAST_SUSTAINED_USE = 0.5;

/** The monthly prices of one way of buying, at least, with the caller's own prices in them. */
export function ownTablePrices(
  { cards, types }: Pick<MachinePack, "cards" | "types">,
  { starts, cards: cardOf, monthly }: PackedPrices,
  purchase: Purchase,
  { terms }: SearchQuestion,
): Float64Array {
  const own = cards.map(({ provider, region }) =>
    (terms.customPrices ?? []).filter(
      (custom) =>
        custom.provider === provider && (custom.region === undefined || custom.region === region),
    ),
  );
  const changed = Float64Array.from(monthly);
  for (const [type, name] of types.names.entries()) {
    for (let entry = starts[type] ?? 0; entry < (starts[type + 1] ?? 0); entry += 1) {
      const place = cardOf[entry] ?? 0;
      const card = cards[place];
      if (card === undefined) continue;
      const here = own[place] ?? [];
      const change = customMachineChange(here, card.provider, name, purchase, card.meter);
      if (change === null) continue;
      changed[entry] = changedPrice(monthly[entry] ?? 0, change, card, terms.exchangeRate);
    }
  }
  return changed;
}

function changedPrice(
  monthly: number,
  change: PriceChange,
  { currency, meter }: PackedCard,
  exchangeRate: number,
): number {
  // How many units are free of charge depends on how many machines there are.
  if (change.free !== undefined && change.free > 0) return 0;
  if ("discountPercent" in change) {
    return monthly * ((PERCENT - change.discountPercent) / PERCENT);
  }
  const units = meter === "instance_months" ? 1 : HOURS_PER_MONTH;
  const least = Math.min(...tiersOf(change).map(({ unitPrice }) => unitPrice));
  const unitPrice = convert(least, change.currency, currency, exchangeRate);
  // Sustained use may take a part off, and is not in what the caller gave.
  return unitPrice * units * LEAST_SUSTAINED_USE;
}
