import { Router } from "itty-router/Router";
import { CardStore } from "../shared/catalog/card-store.ts";
import * as z from "zod/mini";
import { jsonBody, queryBody } from "./http/body.ts";
import { HttpProblem, invalidInput, problemResponse } from "./http/problem.ts";
import type { Route, RouteContext } from "./http/route.ts";
import type { Platform } from "./platform.ts";
import { ROUTES } from "./routes/index.ts";

/** Answers a request; never throws. */
export type App = (request: Request) => Promise<Response>;

/** What the router reads of a request; the request itself goes along untouched. */
interface RoutedRequest {
  readonly method: string;
  readonly url: string;
  readonly original: Request;
}

/** Paths that are never files of the page. */
const API_PATH = /^\/(?:api|health)(?:\/|$)/u;

/** The whole application but for the platform. */
export function createApp(platform: Platform): App {
  const cards = new CardStore(platform.readRateCard);
  const router = createRouter({
    cards,
    now: platform.now,
    logError: (error) => platform.logError(error, { method: "GET", path: "/health" }),
  });

  return async (request) => {
    const { method } = request;
    const { pathname: path } = new URL(request.url);
    try {
      const reads = method === "GET" || method === "HEAD";
      if (!API_PATH.test(path)) {
        if (!reads) throw methodNotAllowed(["GET"]);
        return await platform.asset(request);
      }
      const routed: RoutedRequest = {
        method: method === "HEAD" ? "GET" : method,
        url: request.url,
        original: request,
      };
      const response: Response | undefined = await router.fetch(routed as unknown as Request);
      if (response === undefined) throw notFound(path);
      return method === "HEAD" ? new Response(null, response) : response;
    } catch (error) {
      const response = problemResponse(error, path);
      if (response.status >= 500) platform.logError(error, { method, path });
      return response;
    }
  };
}

/** The problem of a path that leads nowhere. */
export function notFound(path: string): HttpProblem {
  return new HttpProblem("not-found", `there is nothing at ${path}`);
}

function createRouter(context: RouteContext) {
  const router = Router<RoutedRequest>();
  const methodsByPath = new Map<string, string[]>();
  for (const route of ROUTES) {
    router.get(route.path, (request) => answer(route, request.original, "GET", context));
    const methods = methodsByPath.get(route.path) ?? ["GET"];
    if (route.method === "POST") {
      router.post(route.path, (request) => answer(route, request.original, "POST", context));
      methods.push("POST");
    }
    methodsByPath.set(route.path, methods);
  }
  for (const [path, methods] of methodsByPath) {
    router.all(path, (request) => {
      if (request.method !== "OPTIONS") throw methodNotAllowed(methods);
      return new Response(null, { status: 204, headers: { allow: allowHeader(methods) } });
    });
  }
  return router;
}

async function answer(
  route: Route,
  request: Request,
  method: "GET" | "POST",
  context: RouteContext,
): Promise<Response> {
  if (route.input === null) return route.handle(undefined, context);
  const body =
    method === "POST" ? await jsonBody(request) : queryBody(new URL(request.url).searchParams);
  const parsed = z.safeParse(route.input, body, { reportInput: true });
  if (!parsed.success) throw invalidInput(parsed.error.issues);
  return route.handle(parsed.data, context);
}

function methodNotAllowed(methods: readonly string[]): HttpProblem {
  return new HttpProblem("method-not-allowed", `allowed: ${allowHeader(methods)}`, {
    headers: { allow: allowHeader(methods) },
  });
}

function allowHeader(methods: readonly string[]): string {
  return [...methods, "HEAD", "OPTIONS"].join(", ");
}
