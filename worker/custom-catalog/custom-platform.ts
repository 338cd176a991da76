import { withoutSummaries } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import { PROVIDERS } from "../../shared/catalog/providers.ts";
import { searchIndexOf, type SearchIndex } from "../../shared/search/search-index.ts";
import { entityTag } from "../http/conditional.ts";
import { headerRules, headersFor, type HeaderRule } from "../http/headers.ts";
import type { Incoming } from "../http/incoming.ts";
import { json, type Answer } from "../http/respond.ts";
import type { Platform } from "../platform.ts";
import { CustomCatalogError } from "./checked-file.ts";
import { openCustomCatalog } from "./custom-catalog.ts";

/** The page has an answer in it, computed from the built-in prices; beside it is one without. */
const PAGE = /^\/(?:index(?:\.html)?)?$/u;
const PAGE_WITHOUT_ANSWER = "/unanswered.html";
const PAGE_CARD = /^\/rate-cards\/(?:index|places|starter|([a-z]+)\/([\w-]+))\.json$/u;

/**
 * The platform with the prices of a folder (`CATALOG_DIR`), for the API and for the page; itself
 * when none is named. Ends the process with a list of what is wrong with the folder.
 */
export async function withCustomCatalog(
  platform: Platform,
  folder: string | null,
): Promise<Platform> {
  if (folder === null) return platform;
  try {
    const catalog = await openCustomCatalog(folder, platform.catalog);
    return {
      ...platform,
      catalog,
      searchIndex: () => searchIndex(catalog),
      file: (path, request) => file(path, request, catalog, platform),
    };
  } catch (error) {
    if (!(error instanceof CustomCatalogError)) throw error;
    console.error(`CATALOG_DIR ${folder} cannot be used:\n${error.message}`);
    return process.exit(1);
  }
}

/** What the build made is of the built-in cards: this is of all cards as they are. */
async function searchIndex(catalog: CatalogReader): Promise<SearchIndex> {
  const { providers } = await catalog.index();
  const cards = PROVIDERS.flatMap((provider) =>
    Object.keys(providers[provider]).map((region) => catalog.card({ provider, region })),
  );
  return searchIndexOf(await Promise.all(cards));
}

/** The page reads the same cards as the API. */
async function file(
  path: string,
  request: Incoming,
  catalog: CatalogReader,
  platform: Platform,
): Promise<Answer | null> {
  if (PAGE.test(path)) return platform.file(PAGE_WITHOUT_ANSWER, request);
  const match = PAGE_CARD.exec(path);
  if (match === null) return platform.file(path, request);
  const [, name, region] = match;
  const rules = headerRules(platform.config);
  if (path.endsWith("/index.json")) return card(await catalog.index(), path, rules);
  if (path.endsWith("/places.json")) {
    return card(withoutSummaries(await catalog.index()), path, rules);
  }
  const provider = PROVIDERS.find((known) => known === name);
  // The cut-down cards of the start have the built-in prices: without them the page reads whole ones.
  if (provider === undefined || region === undefined) return null;
  const { providers } = await catalog.index();
  if (!Object.hasOwn(providers[provider], region)) return null;
  return card(await catalog.card({ provider, region }), path, rules);
}

function card(content: unknown, path: string, rules: readonly HeaderRule[]): Answer {
  const answer = json(content, 200, headersFor(path, rules));
  return { ...answer, headers: { ...answer.headers, etag: entityTag(String(answer.body)) } };
}
