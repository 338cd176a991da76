import type { ReadRateCard } from "../../shared/catalog/card-store.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { ReadStarterCards } from "./card-shelf.ts";

/** Name of the file with the cut-down cards of the default question, beside the providers' folders. */
const STARTER_CARDS = "starter.json";

/** Reads rate cards from below an address: the place that the script itself came from. */
export function fetchRateCards(base: URL): ReadRateCard {
  return async ({ provider, region }) =>
    (await fetchJson(new URL(`${provider}/${region}.json`, base))) as RateCardFile;
}

/** Reads the cut-down cards of the default question from below the same address. */
export function fetchStarterCards(base: URL): ReadStarterCards {
  return async () => (await fetchJson(new URL(STARTER_CARDS, base))) as RateCardFile[];
}

async function fetchJson(url: URL): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}`);
  return response.json();
}
