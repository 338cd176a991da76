import { Router } from "itty-router/Router";
import { CardStore } from "../shared/catalog/card-store.ts";
import * as z from "zod/mini";
import { jsonBody, queryBody } from "./http/body.ts";
import { HttpProblem, invalidInput, problemAnswer } from "./http/problem.ts";
import type { Answer } from "./http/respond.ts";
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
  const router = createRouter({
    cards: new CardStore(platform.readRateCard),
    now: platform.now,
    logError: (error) => platform.logError(error, { method: "GET", path: "/health" }),
  });

  const respond = ({ status, headers, body }: Answer, withBody: boolean) =>
    new platform.Response(withBody && body !== "" ? body : null, { status, headers });

  return async (request) => {
    const { method } = request;
    const url = new URL(request.url);
    try {
      const isRead = method === "GET" || method === "HEAD";
      if (!API_PATH.test(url.pathname)) {
        if (!isRead) throw methodNotAllowed(["GET"]);
        const file = await platform.asset(request);
        if (file === null) throw notFound(url.pathname);
        return file;
      }
      const routed = {
        method: isRead ? "GET" : method,
        url: request.url,
        query: url.searchParams,
        original: request,
      };
      const answer: Answer | undefined = await router.fetch(routed as unknown as Request);
      if (answer === undefined) throw notFound(url.pathname);
      return respond(answer, method !== "HEAD");
    } catch (error) {
      const answer = problemAnswer(error, url.pathname);
      if (answer.status >= 500) platform.logError(error, { method, path: url.pathname });
      return respond(answer, method !== "HEAD");
    }
  };
}

function notFound(path: string): HttpProblem {
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
      return { status: 204, headers: { allow: allowHeader(methods) }, body: "" };
    });
  }
  return router;
}

/** Issues keep the value at fault, which tells a missing field from a wrong one. */
const REPORT_INPUT = { reportInput: true } as const;

async function answer(
  route: Route,
  request: Request,
  method: "GET" | "POST",
  context: RouteContext,
): Promise<Answer> {
  if (route.input === null) return route.handle(undefined, context);
  const body =
    method === "POST" ? await jsonBody(request) : queryBody(new URL(request.url).searchParams);
  const parsed = z.safeParse(route.input, body, REPORT_INPUT);
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
