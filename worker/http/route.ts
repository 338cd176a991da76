import type * as z from "zod/mini";
import type { Answer } from "./respond.ts";
import type { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";

/** What a route may use besides its input. */
export interface RouteContext {
  readonly catalog: LazyCatalog;
  readonly now: () => Date;
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
  readonly handle: (input: z.core.output<Input>, context: RouteContext) => Promise<Answer> | Answer;
}

/** Declares an endpoint; a POST is also reachable as GET with the same names in the query string. */
export function defineRoute<Input extends Schema>(route: Route<Input>): Route {
  // `app.ts` parses the input with this route's own schema before it calls `handle`.
  return route;
}
