import type { CatalogIndexFile, ExchangeRateFile } from "../shared/catalog/catalog-index.ts";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";
import { openSearchIndex, type SearchIndexFile } from "../shared/search/search-index.ts";
import { edgeAnswers } from "./cloudflare/edge-answers.ts";
import { edgeLimiter, type RateLimitBinding } from "./cloudflare/edge-limiter.ts";
import { edgeReport, type AnalyticsBinding } from "./cloudflare/edge-report.ts";
import { HTTP_VARIABLES } from "./config/http-variables.ts";
import { readConfig } from "./config/variable.ts";
import { ECB_DAILY_RATES, yenPerDollar } from "./ecb-rates.ts";
import { createFetch, type Fetch } from "./fetch.ts";
import type { Platform } from "./platform.ts";

/** The bindings of `wrangler.toml`, and its variables by name. */
interface Env {
  readonly ASSETS: { fetch(request: Request | string): Promise<Response> };
  /** Where the cron trigger leaves the exchange rate; without it the catalog's own rate holds. */
  readonly EXCHANGE_RATES?: {
    get(name: string): Promise<string | null>;
    put(name: string, value: string): Promise<void>;
  };
  /** Where the rates are read, instead of at the bank itself. */
  readonly EXCHANGE_RATE_URL?: string;
  /** Counts clients' requests; its quota stands in `wrangler.toml`, beside RATE_LIMIT. */
  readonly RATE_LIMITER?: RateLimitBinding;
  /** Takes the measures of each answer. */
  readonly MEASURES?: AnalyticsBinding;
}

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

/** One for each isolate: its bindings do not change. */
let app: Fetch | undefined;

export default {
  fetch(request: Request, env: Env, context: Context): Promise<Response> {
    app ??= createFetch(edgePlatform(env));
    return app(request, {
      client: request.headers.get("cf-connecting-ip") ?? "",
      defer: (work) => context.waitUntil(work),
    });
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

function edgePlatform(env: Env): Platform {
  const config = readConfig(HTTP_VARIABLES, { ...env });
  return {
    config,
    // Files are served without waking the worker: what comes here is none.
    file: () => Promise.resolve(null),
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
    answers: edgeAnswers(),
    limiter: env.RATE_LIMITER === undefined ? null : edgeLimiter(env.RATE_LIMITER),
    report: edgeReport(config.LOG_LEVEL, env.MEASURES),
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    newId: () => crypto.randomUUID(),
  };
}

/** A file of the catalog, which the build puts among the page's files. */
async function readJson(env: Env, name: string): Promise<unknown> {
  return (await asset(env, `rate-cards/${name}.json`)).json();
}

async function asset(env: Env, path: string): Promise<Response> {
  const response = await env.ASSETS.fetch(`https://assets/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
