import { withoutSummaries } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import { PROVIDERS } from "../../shared/catalog/providers.ts";
import { searchIndexOf, type SearchIndex } from "../../shared/search/search-index.ts";
import { headersFor } from "../http/headers.ts";
import type { Platform } from "../platform.ts";
import { CustomCatalogError } from "./checked-file.ts";
import { openCustomCatalog } from "./custom-catalog.ts";

const PAGE_CARD = /^\/rate-cards\/(?:index|places|starter|([a-z]+)\/([\w-]+))\.json$/u;

/**
 * The platform with the prices of a folder (`CATALOG_DIR`), for the API and for the page; itself
 * when none is named. Ends the process with a list of what is wrong with the folder.
 */
export async function withCustomCatalog(
  platform: Platform,
  folder: string | undefined,
): Promise<Platform> {
  if (folder === undefined || folder === "") return platform;
  try {
    const catalog = await openCustomCatalog(folder, platform.catalog);
    return {
      ...platform,
      catalog,
      searchIndex: () => searchIndex(catalog),
      asset: (request) => asset(request, catalog, platform),
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
async function asset(
  request: Request,
  catalog: CatalogReader,
  platform: Platform,
): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const match = PAGE_CARD.exec(pathname);
  if (match === null) return platform.asset(request);
  const [, name, region] = match;
  if (pathname.endsWith("/index.json")) return json(await catalog.index(), pathname);
  if (pathname.endsWith("/places.json")) {
    return json(withoutSummaries(await catalog.index()), pathname);
  }
  const provider = PROVIDERS.find((known) => known === name);
  // The cut-down cards of the start have the built-in prices: without them the page reads whole ones.
  if (provider === undefined || region === undefined) return null;
  const { providers } = await catalog.index();
  if (!Object.hasOwn(providers[provider], region)) return null;
  return json(await catalog.card({ provider, region }), pathname);
}

function json(content: unknown, path: string): Response {
  return new Response(JSON.stringify(content), {
    headers: { ...headersFor(path), "content-type": "application/json" },
  });
}
