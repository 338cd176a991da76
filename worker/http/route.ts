import type * as z from "zod/mini";
import type { Platform } from "../platform.ts";
import type { Deprecation } from "./deprecation.ts";
import type { Answer } from "./respond.ts";
import type { SearchIndex } from "../../shared/search/search-index.ts";
import type { ReadRateCard } from "../../shared/catalog/catalog.ts";
import type { CatalogIndex, ExchangeRateFile } from "../../shared/catalog/catalog-index.ts";
import type { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";

/** What a route may use besides its input. */
export interface RouteContext {
  readonly catalog: LazyCatalog;
  /** What a search goes through; read when it is first asked for, then kept. */
  readonly searchIndex: () => Promise<SearchIndex>;
  /** Reads a card as its file has it. */
  readonly readCard: ReadRateCard;
  readonly now: () => Date;
  /** The day, `YYYY-MM-DD`, by which the age of prices is told. */
  readonly today: () => string;
  /** Yen for a dollar, where a request does not say: the newest that is known. */
  readonly exchangeRate: (index: CatalogIndex) => ExchangeRateFile;
  /** What the platform says of itself, where it has something to say. */
  readonly condition: Platform["condition"];
  readonly elapsedMs: Platform["elapsedMs"];
  readonly logError: (error: unknown, route: string) => void;
}

type Schema = z.core.$ZodType;

/** One endpoint: registered by `app.ts`, documented by `tools/openapi/`, walked by the contract tests. */
export interface Route<Input extends Schema = Schema> {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly input: Input | null;
  /** Media types that it can answer in, the first unless asked; JSON where it does not say. */
  readonly offers?: readonly [string, ...string[]];
  /** How long an answer to GET may be kept: a minute, unless it changes with the catalog or never holds. */
  readonly keepSeconds?: number;
  /** Largest body, in bytes, where it is not the usual one. */
  readonly bodyBytesMax?: number;
  /** How many requests of its client's quota an answer takes, where it is more than one. */
  readonly quotaOf?: (input: z.core.output<Input>) => number;
  /** Where it is going to end, since when and until when. */
  readonly deprecated?: Deprecation | undefined;
  /** `mediaType` is the one of `offers` that the client prefers. */
  readonly handle: (
    input: z.core.output<Input>,
    context: RouteContext,
    mediaType: string,
  ) => Promise<Answer> | Answer;
}

/** The media types that a route can answer in. */
export function offersOf({ offers }: Route): readonly [string, ...string[]] {
  return offers ?? JSON_ONLY;
}

const JSON_ONLY = ["application/json"] as const;

/** How long answers to identical questions may be kept, unless a route says otherwise. */
export const KEEP_SECONDS = 60;

/** The same for what only changes with the catalog. */
export const CATALOG_KEEP_SECONDS = 300;

/** Declares an endpoint; a POST is also reachable as GET with the same names in the query string. */
export function defineRoute<Input extends Schema>(route: Route<Input>): Route {
  // `app.ts` parses the input with this route's own schema before it calls `handle`.
  return route;
}
