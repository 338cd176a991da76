import type { AnswerRecord, Platform } from "../platform.ts";
import type { Deprecation } from "./deprecation.ts";
import type { Incoming } from "./incoming.ts";

/** A request and what becomes known of it on its way. */
export interface Exchange {
  readonly startedMs: number;
  readonly requestId: string;
  readonly traceId: string;
  readonly traceResponse: string;
  route: string;
  cache: AnswerRecord["cache"];
  isLimited: boolean;
  /** Whether the route is going to end. */
  deprecated: Deprecation | undefined;
  /** How the client stands with its quota. */
  quotaHeaders: Readonly<Record<string, string>> | null;
}

/** An id that may be repeated in headers and logs as it is. */
const REQUEST_ID = /^[\w.:/+=-]{1,128}$/u;
const TRACE_PARENT =
  /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-([\da-f]{2})(?:-|$)/u;
/** Not sampled: nobody has asked for it to be kept. */
const NOT_SAMPLED = "00";
/** The last hexadecimal digits of a new id. */
const SPAN_START = 16;

/**
 * Opens an exchange. The request's id and trace are the caller's where it sends good ones
 * (https://www.w3.org/TR/trace-context/), else new.
 */
export function openExchange(request: Incoming, platform: Platform): Exchange {
  const ownId = platform.newId();
  const digits = ownId.replaceAll("-", "");
  const given = request.header("x-request-id");
  const parent = request.header("traceparent");
  const trace = parent === null ? null : TRACE_PARENT.exec(parent);
  const traceId = trace?.[1] ?? digits;
  return {
    startedMs: platform.elapsedMs(),
    requestId: given !== null && REQUEST_ID.test(given) ? given : ownId,
    traceId,
    traceResponse: `00-${traceId}-${digits.slice(SPAN_START)}-${trace?.[2] ?? NOT_SAMPLED}`,
    route: "none",
    cache: "none",
    isLimited: false,
    deprecated: undefined,
    quotaHeaders: null,
  };
}

/** What is noted of an exchange when its answer is there. */
export function recordOf(
  { requestId, traceId, route, cache, isLimited }: Exchange,
  method: string,
  status: number,
  durationMs: number,
): AnswerRecord {
  return {
    requestId,
    traceId,
    method: knownMethod(method),
    route,
    status,
    durationMs,
    cache,
    isLimited,
  };
}

const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "POST",
  "HEAD",
  "OPTIONS",
  "PUT",
  "DELETE",
  "PATCH",
]);

/** Methods that somebody makes up count as one, so that the measures have bounds. */
function knownMethod(method: string): string {
  return METHODS.has(method) ? method : "OTHER";
}
