import type { RegionSummary } from "./catalog-index.ts";
import type { RateCardFile } from "./rate-card.ts";

/** What there is of a region. */
export function summaryOf(card: RateCardFile): RegionSummary {
  const table = card.machine_types;
  const flexible = Object.keys(card.flexible_types ?? {}).length;
  let prices = (card.egress === undefined ? 0 : 1) + 2 * flexible;
  for (const { unit_prices: entries } of Object.values(table?.prices ?? {})) {
    prices += entries.filter((entry) => entry !== null).length;
  }
  for (const meters of Object.values(card.services)) prices += Object.keys(meters).length;
  return {
    as_of: card.as_of,
    oldest: Object.values(card.sources)
      .map(({ date }) => date)
      .reduce((a, b) => (a < b ? a : b)),
    machine_types: (table?.vcpu.length ?? 0) + flexible,
    prices,
    services: Object.keys(card.services).toSorted(),
  };
}
