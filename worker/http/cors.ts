import type { HttpConfig } from "../config/http-variables.ts";
import type { Incoming } from "./incoming.ts";

/** How long browsers may keep what a preflight said. */
const PREFLIGHT_SECONDS = 7200;
const REQUEST_HEADERS = "content-type, if-none-match, traceparent, tracestate, x-request-id";
const EXPOSED_HEADERS =
  "content-disposition, etag, ratelimit, ratelimit-policy, retry-after, server-timing, traceresponse, x-request-id";

type Headers = Readonly<Record<string, string>>;

/** Nobody but the page's own origin. */
const CLOSED: Headers = {};
const TO_ANYONE: Headers = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": EXPOSED_HEADERS,
};
const NOT_LISTED: Headers = { vary: "origin" };

/** What says which pages may read an answer of the API. */
export type CorsHeaders = (request: Incoming) => Headers;

/**
 * The headers by `CORS_ORIGINS`. Cookies are never allowed: there are none. With a list of origins
 * every answer says that it depends on the origin, so that no cache gives one site another's.
 */
export function corsHeaders(origins: HttpConfig["CORS_ORIGINS"]): CorsHeaders {
  if (origins === "*") return () => TO_ANYONE;
  if (origins.length === 0) return () => CLOSED;
  const byOrigin = new Map(
    origins.map((origin) => [
      origin,
      { ...TO_ANYONE, "access-control-allow-origin": origin, vary: "origin" },
    ]),
  );
  return (request) => byOrigin.get(request.header("origin") ?? "") ?? NOT_LISTED;
}

/** What a preflight is told beyond that, if the origin may read the API at all. */
export function preflightHeaders(allowed: Headers, methods: string): Headers {
  if (allowed["access-control-allow-origin"] === undefined) return CLOSED;
  return {
    "access-control-allow-methods": methods,
    "access-control-allow-headers": REQUEST_HEADERS,
    "access-control-max-age": String(PREFLIGHT_SECONDS),
  };
}
