import type { ExchangeRateFile } from "../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../shared/catalog/lazy-catalog.ts";
import type { SearchIndex } from "../shared/search/search-index.ts";

/** Everything in which Cloudflare, Deno and Node differ. Lives as long as the isolate or process. */
export interface Platform {
  /** Makes the platform's answers; Node has a faster class than the standard one. */
  readonly Response: new (
    body: string | null,
    init: { status: number; headers: Readonly<Record<string, string>> },
  ) => Response;
  /** A request's path with its query, `/path?query`. Node knows it without parsing the URL. */
  readonly target: (request: Request) => string;
  /** A file of the built page; `null` when there is none at the request's path. */
  readonly asset: (request: Request) => Promise<Response | null>;
  readonly catalog: CatalogReader;
  /** Reads what a search goes through. */
  readonly searchIndex: () => Promise<SearchIndex>;
  /** The exchange rate that was stored last, where something stores one; `null` when none is there. */
  readonly storedExchangeRate?: () => Promise<ExchangeRateFile | null>;
  readonly now: () => Date;
  /** Notes an error that a client was not told about. */
  readonly logError: (error: unknown, request: { method: string; path: string }) => void;
}
