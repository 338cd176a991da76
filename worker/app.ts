import * as z from "zod/mini";
import { LazyCatalog } from "../shared/catalog/lazy-catalog.ts";
import { ExchangeRates } from "./exchange-rates.ts";
import { jsonBody, queryBody } from "./http/body.ts";
import { unlessUnchanged } from "./http/conditional.ts";
import { HttpProblem, invalidInput, problemAnswer } from "./http/problem.ts";
import type { Answer } from "./http/respond.ts";
import type { Route, RouteContext } from "./http/route.ts";
import { createRouteFinder, type PathParameters } from "./http/router.ts";
import type { Platform } from "./platform.ts";
import { ROUTES } from "./routes/index.ts";

/** Answers a request; never throws. */
export type App = (request: Request) => Promise<Response>;

/** `YYYY-MM-DD` of a time in ISO 8601. */
const DAY_LENGTH = 10;

/** Paths that are never files of the page. */
const API_PATH = /^\/(?:api|health)(?:\/|$)/u;

/** The whole application but for the platform. */
export function createApp(platform: Platform): App {
  const routes = createRouteFinder(ROUTES);
  const rates = new ExchangeRates(platform);
  const context: RouteContext = {
    catalog: new LazyCatalog(platform.catalog),
    searchIndex: readOnce(platform.searchIndex),
    readCard: platform.catalog.card,
    now: platform.now,
    today: () => platform.now().toISOString().slice(0, DAY_LENGTH),
    exchangeRate: (index) => rates.newest(index),
    logError: (error) => platform.logError(error, { method: "GET", path: "/health" }),
  };

  const respond = ({ status, headers, body }: Answer, withBody: boolean) =>
    withBody && body !== ""
      ? new platform.Response(body, { status, headers })
      : new platform.Response(null, { status, headers: withLength(headers, body) });

  return async (request) => {
    const { method } = request;
    let path = "/";
    try {
      path = pathOf(platform.target(request));
      const isRead = method === "GET" || method === "HEAD";
      if (!API_PATH.test(path)) {
        if (!isRead) throw methodNotAllowed(["GET"]);
        const file = await platform.asset(request);
        if (file === null) throw notFound(path);
        return file;
      }
      const wanted = isRead ? "GET" : method;
      const match = routes.known(wanted, path) ?? (await routes.find(wanted, path));
      if (match === undefined) throw notFound(path);
      if (match.route === undefined) return respond(otherMethod(method, match.methods), true);
      const reading = rates.readIfDue();
      if (reading !== null) await reading;
      const answer = await run(match.route, match.parameters, wanted, request, context);
      return respond(unlessUnchanged(request, answer), method !== "HEAD");
    } catch (error) {
      const answer = problemAnswer(error, path);
      if (answer.status >= 500) platform.logError(error, { method, path });
      return respond(answer, method !== "HEAD");
    }
  };
}

/** Reads at the first call; a failed reading is tried again at the next one. */
function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  };
}

/** Issues keep the value at fault, which tells a missing field from a wrong one. */
const REPORT_INPUT = { reportInput: true } as const;

async function run(
  route: Route,
  parameters: PathParameters,
  method: string,
  request: Request,
  context: RouteContext,
): Promise<Answer> {
  if (route.input === null) return await route.handle(undefined, context);
  const body =
    method === "POST"
      ? await jsonBody(request)
      : { ...queryBody(new URL(request.url).searchParams), ...parameters };
  const parsed = z.safeParse(route.input, body, REPORT_INPUT);
  if (!parsed.success) throw invalidInput(parsed.error.issues);
  const answer = route.handle(parsed.data, context);
  // Most answers are there at once; waiting for them would cost each a turn of the queue.
  return answer instanceof Promise ? await answer : answer;
}

/** An answer without its body says how long the body is, as the answer to a GET does. */
function withLength(headers: Answer["headers"], body: string): Record<string, string> {
  if (body === "") return { ...headers };
  return { ...headers, "content-length": String(new TextEncoder().encode(body).length) };
}

function pathOf(target: string): string {
  const end = target.indexOf("?");
  return end === -1 ? target : target.slice(0, end);
}

function notFound(path: string): HttpProblem {
  return new HttpProblem("not-found", `there is nothing at ${path}`);
}

function otherMethod(method: string, methods: readonly string[]): Answer {
  if (method !== "OPTIONS") throw methodNotAllowed(methods);
  return { status: 204, headers: { allow: allowHeader(methods) }, body: "" };
}

function methodNotAllowed(methods: readonly string[]): HttpProblem {
  const allow = allowHeader(methods);
  return new HttpProblem("method-not-allowed", `allowed: ${allow}`, { headers: { allow } });
}

function allowHeader(methods: readonly string[]): string {
  return [...methods, "HEAD", "OPTIONS"].join(", ");
}
