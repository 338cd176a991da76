import type * as z from "zod/mini";
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
  readonly logError: (error: unknown) => void;
}

type Schema = z.core.$ZodType;

/** One endpoint: registered by `app.ts`, documented by `tools/openapi.ts`, walked by the contract tests. */
export interface Route<Input extends Schema = Schema> {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly summary: string;
  readonly input: Input | null;
  /** The schema of the answer; `null` when it is not JSON. */
  readonly answer: Schema | null;
  /** The schema of what stands beside `data`, where something does. */
  readonly beside?: z.core.$ZodObject;
  readonly handle: (input: z.core.output<Input>, context: RouteContext) => Promise<Answer> | Answer;
}

/** Declares an endpoint; a POST is also reachable as GET with the same names in the query string. */
export function defineRoute<Input extends Schema>(route: Route<Input>): Route {
  // `app.ts` parses the input with this route's own schema before it calls `handle`.
  return route;
}
