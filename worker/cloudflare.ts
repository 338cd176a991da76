import type { CatalogIndexFile, ExchangeRateFile } from "../shared/catalog/catalog-index.ts";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";
import { openSearchIndex, type SearchIndexFile } from "../shared/search/search-index.ts";
import { createApp, type App } from "./app.ts";
import { ECB_DAILY_RATES, yenPerDollar } from "./ecb-rates.ts";
import { toErrorRecord } from "./error-record.ts";
import { targetOf } from "./http/target.ts";

/** The bindings of `wrangler.toml`. */
interface Env {
  readonly ASSETS: { fetch(request: Request | string): Promise<Response> };
  /** Where the cron trigger leaves the exchange rate; without it the catalog's own rate holds. */
  readonly EXCHANGE_RATES?: {
    get(name: string): Promise<string | null>;
    put(name: string, value: string): Promise<void>;
  };
  /** Where the rates are read, instead of at the bank itself. */
  readonly EXCHANGE_RATE_URL?: string;
}

/** One for each isolate: its bindings do not change. */
let app: App | undefined;

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    app ??= createApp({
      Response,
      target: targetOf,
      asset: async (assetRequest) => {
        const response = await env.ASSETS.fetch(assetRequest);
        return response.status === 404 ? null : response;
      },
      catalog: {
        index: async () => (await readJson(env, "index")) as CatalogIndexFile,
        card: async ({ provider, region }) =>
          (await readJson(env, `${provider}/${region}`)) as RateCardFile,
      },
      searchIndex: async () => {
        const [file, columns] = await Promise.all([
          asset(env, "search/index.json").then((response) => response.json()),
          asset(env, "search/machines.bin").then((response) => response.arrayBuffer()),
        ]);
        return openSearchIndex(file as SearchIndexFile, columns);
      },
      storedExchangeRate: async () => {
        const stored = await env.EXCHANGE_RATES?.get(STORED_RATE);
        return stored ? (JSON.parse(stored) as ExchangeRateFile) : null;
      },
      now: () => new Date(),
      logError: (error, where) => console.error(JSON.stringify(toErrorRecord(error, where))),
    });
    return app(request);
  },

  /** The cron trigger: stores the exchange rate of the day. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const response = await fetch(env.EXCHANGE_RATE_URL ?? ECB_DAILY_RATES);
    if (!response.ok) throw new Error(`exchange rates: ${response.status}`);
    const rate = yenPerDollar(await response.text());
    await env.EXCHANGE_RATES?.put(STORED_RATE, JSON.stringify(rate));
  },
};

/** The name in the store under which the rate stands. */
const STORED_RATE = "JPY";

/** A file of the catalog, which the build puts among the page's files. */
async function readJson(env: Env, name: string): Promise<unknown> {
  return (await asset(env, `rate-cards/${name}.json`)).json();
}

async function asset(env: Env, path: string): Promise<Response> {
  const response = await env.ASSETS.fetch(`https://assets/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
