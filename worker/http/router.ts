import { Router } from "itty-router/Router";
import * as z from "zod/mini";
import { jsonBody, queryBody } from "./body.ts";
import { HttpProblem, invalidInput } from "./problem.ts";
import type { Answer } from "./respond.ts";
import type { Route, RouteContext } from "./route.ts";

/** Finds the route of a path and runs it; `undefined` when there is none. */
type RouteRequest = (request: Request, method: string, path: string) => Promise<Answer | undefined>;

/** What itty-router reads; it writes to it too, so the request itself only goes along. */
interface RoutedRequest {
  readonly method: string;
  readonly url: string;
  readonly original: Request;
}

/** The routes, each POST also by GET, with 405 and OPTIONS for the methods that a path has not. */
export function createRouter(routes: readonly Route[], context: RouteContext): RouteRequest {
  const router = Router<RoutedRequest>();
  for (const route of routes) {
    const methods = route.method === "POST" ? ["GET", "POST"] : ["GET"];
    if (route.method === "POST") {
      router.post(route.path, ({ original }) => run(route, "POST", original, context));
    }
    router.get(route.path, ({ original }) => run(route, "GET", original, context));
    router.all(route.path, ({ method }) => {
      if (method !== "OPTIONS") throw methodNotAllowed(methods);
      return { status: 204, headers: { allow: allowHeader(methods) }, body: "" };
    });
  }
  return (original, method, path) => {
    const routed: RoutedRequest = { method, url: `http://api${path}`, original };
    // itty asks for its own request type, of which it reads only what is here.
    return router.fetch(routed as unknown as Request) as Promise<Answer | undefined>;
  };
}

/** Issues keep the value at fault, which tells a missing field from a wrong one. */
const REPORT_INPUT = { reportInput: true } as const;

async function run(
  route: Route,
  method: "GET" | "POST",
  request: Request,
  context: RouteContext,
): Promise<Answer> {
  if (route.input === null) return await route.handle(undefined, context);
  const body =
    method === "POST" ? await jsonBody(request) : queryBody(new URL(request.url).searchParams);
  const parsed = z.safeParse(route.input, body, REPORT_INPUT);
  if (!parsed.success) throw invalidInput(parsed.error.issues);
  return await route.handle(parsed.data, context);
}

/** The problem of a method that a path does not have. */
export function methodNotAllowed(methods: readonly string[]): HttpProblem {
  const allow = allowHeader(methods);
  return new HttpProblem("method-not-allowed", `allowed: ${allow}`, { headers: { allow } });
}

function allowHeader(methods: readonly string[]): string {
  return [...methods, "HEAD", "OPTIONS"].join(", ");
}
