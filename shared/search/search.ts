import type { Catalog } from "../catalog/catalog.ts";
import type { FoundOffer } from "./found-offer.ts";
import { keysToSearch, type SearchQuestion } from "./question.ts";
import { Ranking } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";
import { shortlist } from "./shortlist.ts";

export interface SearchAnswer {
  /** The cheapest first. */
  readonly found: readonly FoundOffer[];
  /** Offers that were looked at, and how many of them carry the load in the allowed number. */
  readonly considered: number;
  readonly carrying: number;
  /** Cards that were looked at: every region of every provider that the filters leave. */
  readonly regions: number;
  /** Offers that were priced exactly: what the search took goes by them. */
  readonly priced: number;
}

/** Offers kept beyond those asked for: what is charged around machines may change their order. */
const SPARE = 30;
const GROWTH = 8;

/**
 * The cheapest offers of the whole catalog that carry a workload. Every offer is costed from the
 * index; of those that can be among the cheapest the cards are loaded, and they are priced exactly.
 */
export async function search(
  question: SearchQuestion,
  index: SearchIndex,
  catalog: Catalog,
): Promise<SearchAnswer> {
  const keys = keysToSearch(question.filters, catalog.index);
  let priced = 0;
  for (let length = question.filters.limit + SPARE; ; length *= GROWTH) {
    const list = shortlist(question, index, keys, length);
    const ranking = new Ranking(question, list);
    for (let needed = ranking.needs(); needed.length > 0; needed = ranking.needs()) {
      // oxlint-disable-next-line no-await-in-loop -- what is needed next depends on what was found
      await catalog.load(needed);
      ranking.price(catalog);
    }
    priced += ranking.priced;
    if (ranking.isTooShort) continue;
    const { considered, carrying } = list;
    return { found: ranking.found, considered, carrying, regions: keys.length, priced };
  }
}
