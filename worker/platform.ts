import type { ExchangeRateFile } from "../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../shared/catalog/lazy-catalog.ts";
import type { SearchIndex } from "../shared/search/search-index.ts";
import type { HttpConfig } from "./config/http-variables.ts";
import type { Incoming } from "./http/incoming.ts";
import type { Answer } from "./http/respond.ts";

/** Everything in which Cloudflare, Deno and Node differ. Lives as long as the isolate or process. */
export interface Platform {
  readonly config: HttpConfig;
  /** A file of the built page; `null` when there is none at the path. */
  readonly file: (path: string, request: Incoming) => Promise<Answer | null>;
  readonly catalog: CatalogReader;
  /** Reads what a search goes through. */
  readonly searchIndex: () => Promise<SearchIndex>;
  /** The exchange rate that was stored last, where something stores one; `null` when none is there. */
  readonly storedExchangeRate?: () => Promise<ExchangeRateFile | null>;
  /** Keeps answers to identical questions; `null` where nothing does. */
  readonly answers: AnswerCache | null;
  /** Counts each client's requests; `null` when nobody is limited. */
  readonly limiter: RateLimiter | null;
  /** Where every answer and every error is noted: the log and the measures. */
  readonly report: Report;
  readonly now: () => Date;
  /** Milliseconds since some time, never going back. */
  readonly elapsedMs: () => number;
  /** A new id that nobody else has: `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
  readonly newId: () => string;
  /** What the platform adds to `/health`, where it has something to say. */
  readonly condition?: () => Condition;
}

/** Answers to identical questions, kept for a while by a key that says the whole question. */
export interface AnswerCache {
  readonly get: (key: string) => Answer | null | Promise<Answer | null>;
  /** Keeps an answer; returns what is still to be done, if anything. */
  readonly put: (key: string, answer: Answer, seconds: number) => Promise<unknown> | null;
}

export interface RateLimiter {
  /** Takes so many requests of a client's quota. */
  readonly take: (client: string, requests: number) => Promise<Quota>;
}

/** How a client stands after a request. */
export interface Quota {
  readonly isExceeded: boolean;
  /** Requests left in the window; `null` where the platform does not say. */
  readonly remaining: number | null;
  /** Seconds until the window is over. */
  readonly resetSeconds: number;
}

/** The window in which a client's requests are counted. */
export const RATE_WINDOW_SECONDS = 60;

export interface Report {
  readonly answered: (record: AnswerRecord) => void;
  /** Notes an error that a client was not told about. */
  readonly failed: (error: unknown, where: ErrorPlace) => void;
}

/** What is noted of a request: nothing by which a person could be known. */
export interface AnswerRecord {
  readonly requestId: string;
  readonly traceId: string;
  readonly method: string;
  /** The route's pattern, never the path that was asked for; `file` and `none` beside them. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  readonly cache: "hit" | "miss" | "none";
  readonly isLimited: boolean;
}

export interface ErrorPlace {
  readonly method: string;
  readonly route: string;
  readonly requestId?: string;
  readonly traceId?: string;
}

export interface Condition {
  /** Whether the process is about to leave: it answers, but should get nothing new. */
  readonly isDraining: boolean;
  /** Whether the shared store answers; `null` without one. */
  readonly isStoreReachable: boolean | null;
}
