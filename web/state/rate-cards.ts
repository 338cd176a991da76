import type { PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { ReadStarterCards } from "./card-shelf.ts";
import type { StarterCardFile } from "./starter-card.ts";

/** All that the first answer needs, in one file beside the providers' folders. */
const START = "starter.json";

interface StartFile {
  readonly places: PlacesFile;
  /** Cut down to what the default question asks for. */
  readonly cards: readonly StarterCardFile[];
}

/** Reads the catalog from below an address: the place that the script itself came from. */
export function fetchCatalog(base: URL): CatalogReader<PlacesFile> {
  return {
    index: async () => {
      try {
        return (await fetchStart(base)).places;
      } catch {
        // Where prices are of one's own there is no such file.
        return (await fetchJson(new URL("places.json", base))) as PlacesFile;
      }
    },
    card: async ({ provider, region }) =>
      (await fetchJson(new URL(`${provider}/${region}.json`, base))) as RateCardFile,
  };
}

/** Reads the cut-down cards of the default question from below the same address. */
export function fetchStarterCards(base: URL): ReadStarterCards {
  return async () => (await fetchStart(base)).cards;
}

async function fetchStart(base: URL): Promise<StartFile> {
  return (await fetchJson(new URL(START, base))) as StartFile;
}

const asked = new Map<string, Promise<unknown>>();

/** Several elements on a page ask for the same file once; one that did not come is asked for again. */
function fetchJson(url: URL): Promise<unknown> {
  let answer = asked.get(url.href);
  if (answer === undefined) {
    answer = readJson(url);
    asked.set(url.href, answer);
    answer.catch(() => asked.delete(url.href));
  }
  return answer;
}

async function readJson(url: URL): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}`);
  return response.json();
}
