import { LazyCatalog } from "../shared/catalog/lazy-catalog.ts";
import { ExchangeRates } from "./exchange-rates.ts";
import { negotiate } from "./http/accept.ts";
import { jsonBody, queryBody } from "./http/body.ts";
import { completeApiAnswer, completeFile, type CompleteAnswer } from "./http/complete.ts";
import { entityTag, unlessUnchanged } from "./http/conditional.ts";
import { corsHeaders, preflightHeaders } from "./http/cors.ts";
import { openExchange, recordOf, type Exchange } from "./http/exchange.ts";
import { KeptAnswers } from "./http/kept-answers.ts";
import type { Incoming } from "./http/incoming.ts";
import { parsedInput } from "./http/parsed-input.ts";
import { HttpProblem, problemAnswer } from "./http/problem.ts";
import { rateLimit } from "./http/rate-limit.ts";
import type { Answer } from "./http/respond.ts";
import { offersOf, type Route, type RouteContext } from "./http/route.ts";
import { createRouteFinder, type PathParameters } from "./http/router.ts";
import { checkHost, pathOf, queryOf, TARGET_LENGTH_MAX } from "./http/target.ts";
import type { Platform } from "./platform.ts";
import { ignoresAccept } from "./routes/calculator/calculator.ts";
import { ROUTES } from "./routes/index.ts";

/** Answers a request; never throws. */
export type App = (request: Incoming) => Promise<CompleteAnswer>;

/** `YYYY-MM-DD` of a time in ISO 8601. */
const DAY_LENGTH = 10;
const MS_PER_DAY = 86_400_000;

/** Paths that are never files of the page. */
const API_PATH = /^\/(?:api|health)(?:\/|$)/u;
/** Asked by balancers, often and without HTTPS: neither counted nor redirected. */
const HEALTH = "/health";

/** The whole application but for the platform. */
export function createApp(platform: Platform, served: readonly Route[] = ROUTES): App {
  const { config, report } = platform;
  const routes = createRouteFinder(served);
  const rates = new ExchangeRates(platform);
  const context: RouteContext = {
    catalog: new LazyCatalog(platform.catalog),
    searchIndex: readOnce(platform.searchIndex),
    readCard: platform.catalog.card,
    now: platform.now,
    today: dayOf(platform.now),
    exchangeRate: (index) => rates.newest(index),
    condition: platform.condition,
    elapsedMs: platform.elapsedMs,
    logError: (error, route) => report.failed(error, { method: "", route }),
  };
  const kept = new KeptAnswers(platform, context);
  const takeQuota = rateLimit(platform);
  const cors = corsHeaders(config.CORS_ORIGINS);
  const completeApi = completeApiAnswer(platform, cors);
  const completeOther = completeFile(platform);

  return async (request) => {
    const exchange = openExchange(request, platform);
    let path = "/";
    let answer: Answer;
    let isFile = false;
    try {
      path = pathOf(shortTarget(request));
      const moved = movedToHttps(request, path);
      if (moved !== null) answer = moved;
      else if (API_PATH.test(path)) answer = await apiAnswer(request, path, exchange);
      else {
        answer = await fileAnswer(request, path, exchange);
        isFile = true;
      }
    } catch (error) {
      answer = problemAnswer(error, path);
      if (answer.status >= 500) report.failed(error, { method: request.method, ...exchange });
    }
    const durationMs = platform.elapsedMs() - exchange.startedMs;
    report.answered(recordOf(exchange, request.method, answer.status, durationMs));
    return (isFile ? completeOther : completeApi)(answer, request, exchange, durationMs);
  };

  async function fileAnswer(request: Incoming, path: string, exchange: Exchange): Promise<Answer> {
    if (request.method === "OPTIONS") {
      return { status: 204, headers: { allow: allowHeader(["GET"]) }, body: "" };
    }
    if (!isReading(request.method)) throw methodNotAllowed(["GET"]);
    const file = await platform.file(path, request);
    if (file === null) throw notFound(path);
    exchange.route = "file";
    return unlessUnchanged(request, file);
  }

  async function apiAnswer(request: Incoming, path: string, exchange: Exchange): Promise<Answer> {
    const { method } = request;
    const wanted = isReading(method) ? "GET" : method;
    const match = routes.known(wanted, path) ?? (await routes.find(wanted, path));
    if (match?.route !== undefined) {
      exchange.route = match.route.path;
      exchange.deprecated = match.route.deprecated;
    }
    if (method === "OPTIONS" && match?.methods !== undefined) {
      const allow = allowHeader(match.methods);
      return {
        status: 204,
        headers: { allow, ...preflightHeaders(cors(request), allow) },
        body: "",
      };
    }
    if (takeQuota !== null && path !== HEALTH) await takeQuota(request, exchange);
    if (match === undefined) throw notFound(path);
    if (match.route === undefined) throw methodNotAllowed(match.methods);
    const reading = rates.readIfDue();
    if (reading !== null) await reading;
    return wanted === "POST"
      ? byPost(match.route, request, exchange)
      : byGet(match.route, match.parameters, request, exchange);
  }

  async function byPost(route: Route, request: Incoming, exchange: Exchange): Promise<Answer> {
    const mediaType = mediaTypeOf(route, request);
    const input = parsedInput(route, await jsonBody(request, route.bodyBytesMax));
    await takeQuotaOf(route, input, request, exchange);
    const answer = route.handle(input, context, mediaType);
    // Most answers are there at once; waiting for them would cost each a turn of the queue.
    return asAnswerToPost(varied(route, answer instanceof Promise ? await answer : answer));
  }

  async function byGet(
    route: Route,
    parameters: PathParameters,
    request: Incoming,
    exchange: Exchange,
  ): Promise<Answer> {
    const mediaType = mediaTypeOf(route, request);
    const asked = queryOf(request.target);
    // `/health?ready=` asks by the name alone.
    const filled = route.path === HEALTH ? asked : withoutBlanks(asked);
    const query = { ...queryBody(new URLSearchParams(filled)), ...parameters };
    const input = parsedInput(route, query);
    await takeQuotaOf(route, input, request, exchange);
    const answer = await kept.answer({ route, input, mediaType }, request, exchange, () =>
      route.handle(input, context, mediaType),
    );
    return unlessUnchanged(request, varied(route, answer));
  }

  /** Counts what an answer takes beyond one request. */
  async function takeQuotaOf(
    { quotaOf }: Route,
    input: unknown,
    request: Incoming,
    exchange: Exchange,
  ): Promise<void> {
    const more = quotaOf === undefined ? 0 : quotaOf(input) - 1;
    if (more > 0) await takeQuota?.(request, exchange, more);
  }

  function movedToHttps(request: Incoming, path: string): Answer | null {
    if (!config.SECURE_HEADERS || !request.isProxied || request.scheme === "https") return null;
    const host = request.header("host");
    if (path === HEALTH || host === null) return null;
    checkHost(host);
    return { status: 308, headers: { location: `https://${host}${request.target}` }, body: "" };
  }
}

/** The day by a clock, worked out anew when it changes: every price of every answer asks for it. */
function dayOf(now: () => Date): () => string {
  let day = "";
  let untilMs = -Infinity;
  let fromMs = Infinity;
  return () => {
    const time = now();
    const ms = time.getTime();
    if (ms >= untilMs || ms < fromMs) {
      day = time.toISOString().slice(0, DAY_LENGTH);
      fromMs = Date.parse(day);
      untilMs = fromMs + MS_PER_DAY;
    }
    return day;
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

/** A form sends what was left blank, too: `provider=`. */
function withoutBlanks(query: string): string {
  return query
    .split("&")
    .filter((pair) => pair.indexOf("=") !== pair.length - 1)
    .join("&");
}

function mediaTypeOf(route: Route, request: Incoming): string {
  const offers = offersOf(route);
  const mediaType = negotiate(request.header("accept"), offers);
  if (mediaType !== null) return mediaType;
  if (ignoresAccept(route)) return offers[0];
  throw new HttpProblem("not-acceptable", `this can be had as ${offers.join(", ")}`);
}

/** Caches are told what an answer depends on, where that is more than its URL. */
function varied(route: Route, answer: Answer): Answer {
  if (offersOf(route).length === 1) return answer;
  return { ...answer, headers: { ...answer.headers, vary: "accept" } };
}

/** Longest answer to a POST that is tagged: there the tag costs next to nothing. */
const TAGGED_LENGTH_MAX = 4096;

/** Only the asker may keep what a POST is answered, and must ask again. */
function asAnswerToPost({ status, headers, body }: Answer): Answer {
  const tag =
    typeof body === "string" && body.length <= TAGGED_LENGTH_MAX ? { etag: entityTag(body) } : {};
  return { status, headers: { "cache-control": "private, no-cache", ...tag, ...headers }, body };
}

function shortTarget({ target }: Incoming): string {
  if (target.length <= TARGET_LENGTH_MAX) return target;
  throw new HttpProblem(
    "target-too-long",
    `the path and query must have at most ${TARGET_LENGTH_MAX} characters; POST takes longer questions`,
  );
}

function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function notFound(path: string): HttpProblem {
  return new HttpProblem("not-found", `there is nothing at ${path}`);
}

function methodNotAllowed(methods: readonly string[]): HttpProblem {
  const allow = allowHeader(methods);
  return new HttpProblem("method-not-allowed", `allowed: ${allow}`, { headers: { allow } });
}

function allowHeader(methods: readonly string[]): string {
  return [...methods, "HEAD", "OPTIONS"].join(", ");
}
