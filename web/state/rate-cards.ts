import type { ReadRateCard } from "../../shared/catalog/card-store.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";

/** Reads rate cards from below an address: the place that the script itself came from. */
export function fetchRateCards(base: URL): ReadRateCard {
  return async ({ provider, region }) => {
    const response = await fetch(new URL(`${provider}/${region}.json`, base));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    return (await response.json()) as RateCardFile;
  };
}
