import { readFile } from "node:fs/promises";
import type { CatalogIndexFile } from "../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../shared/catalog/lazy-catalog.ts";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";

/** The catalog that comes with the application. */
const BUILT_IN = new URL("../shared/rate-cards/", import.meta.url);

/** Reads the catalog of a folder: `index.json` and `<provider>/<region>.json`. */
export function diskCatalog(folder: URL = BUILT_IN): CatalogReader {
  const readJson = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(`${name}.json`, folder), "utf8"));
  return {
    index: async () => (await readJson("index")) as CatalogIndexFile,
    card: async ({ provider, region }) => (await readJson(`${provider}/${region}`)) as RateCardFile,
  };
}
