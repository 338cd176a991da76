import type { Platform } from "../platform.ts";
import type { CorsHeaders } from "./cors.ts";
import { deprecationHeaders } from "./deprecation.ts";
import type { Exchange } from "./exchange.ts";
import { apiHeaders, TRANSPORT_SECURITY } from "./headers.ts";
import type { Incoming } from "./incoming.ts";
import { byteLength, type Answer } from "./respond.ts";

/** An answer as it is sent. */
export interface CompleteAnswer {
  readonly status: number;
  /** Names and values in turns: a third of the work of an object of twelve, and what Node sends. */
  readonly fields: readonly string[];
  readonly body: Answer["body"];
}

/** Gives an answer the headers that all answers have, and takes its body where only they are wanted. */
export type Complete = (
  answer: Answer,
  request: Incoming,
  exchange: Exchange,
  durationMs: number,
) => CompleteAnswer;

/** Answers of the API; files bring their own security and CORS headers. */
export function completeApiAnswer({ config }: Platform, cors: CorsHeaders): Complete {
  const overHttp = Object.entries(apiHeaders(config, false)).flat();
  const overHttps = Object.entries(apiHeaders(config, true)).flat();
  return (answer, request, exchange, durationMs) => {
    const fields = [...(request.scheme === "https" ? overHttps : overHttp)];
    const { [POLICY]: ownPolicy } = answer.headers;
    if (ownPolicy !== undefined) replacePolicy(fields, ownPolicy);
    const allowed = cors(request);
    const { vary } = answer.headers;
    for (const name in allowed) {
      const isJoined = name === "vary" && vary !== undefined;
      fields.push(name, isJoined ? `${vary}, ${allowed[name] ?? ""}` : (allowed[name] ?? ""));
    }
    for (const name in answer.headers) {
      if (name === POLICY || (name === "vary" && allowed["vary"] !== undefined)) continue;
      fields.push(name, answer.headers[name] ?? "");
    }
    if (exchange.deprecated !== undefined) {
      fields.push(...Object.entries(deprecationHeaders(exchange.deprecated)).flat());
    }
    for (const name in exchange.quotaHeaders) fields.push(name, exchange.quotaHeaders[name] ?? "");
    return finished(answer, fields, request, exchange, durationMs);
  };
}

const POLICY = "content-security-policy";

/** A picture may have a style, which other answers may not: two policies would forbid it together. */
function replacePolicy(fields: string[], policy: string): void {
  const place = fields.indexOf(POLICY);
  if (place !== -1) fields[place + 1] = policy;
}

/** A file of the page. */
export function completeFile({ config }: Platform): Complete {
  const overHttps = config.SECURE_HEADERS ? Object.entries(TRANSPORT_SECURITY).flat() : [];
  return (answer, request, exchange, durationMs) => {
    const fields = [
      ...Object.entries(answer.headers).flat(),
      ...(request.scheme === "https" ? overHttps : []),
    ];
    return finished(answer, fields, request, exchange, durationMs);
  };
}

function finished(
  { status, headers, body }: Answer,
  fields: string[],
  request: Incoming,
  { requestId, traceResponse, cache }: Exchange,
  durationMs: number,
): CompleteAnswer {
  const app = `app;dur=${durationMs.toFixed(1)}`;
  fields.push(
    "x-request-id",
    requestId,
    "traceresponse",
    traceResponse,
    "server-timing",
    cache === "none" ? app : `cache;desc=${cache}, ${app}`,
  );
  if (request.method !== "HEAD") return { status, fields, body };
  // An answer without its body says how long the body is, as the answer to a GET does.
  if (body.length > 0 && headers["content-length"] === undefined) {
    fields.push("content-length", String(byteLength(body)));
  }
  return { status, fields, body: "" };
}
