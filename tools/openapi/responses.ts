import type { Route } from "../../worker/http/route.ts";
import { ignoresAccept } from "../../worker/routes/calculator/calculator.ts";
import type { Method } from "./operation-id.ts";
import { referenceTo, type JsonSchema } from "./schemas.ts";

/** The problems that any operation can answer, by the name of their response. */
const PROBLEMS = {
  BadRequest: {
    kind: "invalid-input",
    status: 400,
    title: "Invalid input",
    description:
      "The input is not valid, or not well-formed JSON; `errors` names each field and what is allowed.",
    detail: "memory_mb must be at least 128",
    errors: [{ path: "memory_mb", message: "memory_mb must be at least 128" }],
  },
  NotFound: {
    kind: "not-found",
    status: 404,
    title: "Not found",
    description: "There is nothing of this name; the nearest names are in the detail.",
    detail: 'there is no provider "awz"; the nearest names are aws, azure, oci',
  },
  NotAcceptable: {
    kind: "not-acceptable",
    status: 406,
    title: "Not acceptable",
    description: "`Accept` takes none of the types that this can be had in.",
    detail: "this can be had as application/json",
  },
  BodyTooLarge: {
    kind: "body-too-large",
    status: 413,
    title: "Body too large",
    description: "The body is larger than this operation reads.",
    detail: "the body must be at most 65536 bytes",
  },
  TargetTooLong: {
    kind: "target-too-long",
    status: 414,
    title: "Target too long",
    description: "The path and query are too long; POST takes longer questions.",
    detail: "the path and query must have at most 16384 characters; POST takes longer questions",
  },
  UnsupportedMediaType: {
    kind: "unsupported-media-type",
    status: 415,
    title: "Unsupported media type",
    description: "The body is not `application/json`, or is compressed.",
    detail: "the body must be application/json, not unnamed",
  },
  TooManyRequests: {
    kind: "too-many-requests",
    status: 429,
    title: "Too many requests",
    description: "The client's quota is used up.",
    detail: "at most 1000 requests a minute; try again in 12 seconds",
  },
  HeadersTooLarge: {
    kind: "headers-too-large",
    status: 431,
    title: "Headers too large",
    description: "The headers are more or larger than the server reads.",
    detail: "at most 100 headers",
  },
  InternalError: {
    kind: "internal-error",
    status: 500,
    title: "Internal error",
    description: "The server could not answer.",
    detail: "The server could not answer; this is not your mistake.",
  },
  TooSlow: {
    kind: "too-slow",
    status: 503,
    title: "Too slow",
    description: "The answer took longer than the server allows, or the server is about to leave.",
    detail: "the answer took too long",
  },
} as const;
type ProblemName = keyof typeof PROBLEMS;

/** What can go wrong with an operation, by status. */
export function problemResponses(route: Route, method: Method): Record<string, JsonSchema> {
  const names: ProblemName[] = ["HeadersTooLarge", "InternalError"];
  if (!ignoresAccept(route)) names.push("NotAcceptable");
  if (route.input !== null) names.push("BadRequest");
  if (route.path.includes(":")) names.push("NotFound");
  if (method === "get") names.push("TargetTooLong");
  else names.push("BodyTooLarge", "UnsupportedMediaType");
  if (isApi(route)) names.push("TooManyRequests", "TooSlow");
  return Object.fromEntries(
    names
      .map((name) => [PROBLEMS[name].status, { $ref: `#/components/responses/${name}` }] as const)
      .toSorted(([a], [b]) => a - b),
  );
}

/** The problems as components of the document. */
export function problemComponents(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([name, problem]) => {
      const { kind, status, title, description, detail } = problem;
      const example = {
        type: `urn:cost-simulator:problem:${kind}`,
        title,
        status,
        detail,
        instance: "/api/v1/compare",
        ...("errors" in problem ? { errors: problem.errors } : {}),
        success: false,
        error: detail,
      };
      const content = {
        "application/problem+json": { schema: referenceTo("Problem"), example },
      };
      const headers = status === 429 ? { "Retry-After": headerReference("RetryAfter") } : {};
      return [name, { description, headers: { ...headers, ...COMMON_HEADERS }, content }] as const;
    }),
  );
}

/** Headers of answers, as components. */
export const HEADER_COMPONENTS: Readonly<Record<string, JsonSchema>> = {
  RequestId: {
    description: "The request's id: the one that came in `X-Request-Id`, or a new one.",
    schema: { type: "string" },
  },
  CacheControl: {
    description: "How long the answer may be kept.",
    schema: { type: "string" },
  },
  EntityTag: {
    description: "A strong tag of the answer, for `If-None-Match`.",
    schema: { type: "string" },
  },
  RateLimit: {
    description: "How many requests are left, and for how many seconds.",
    schema: { type: "string" },
  },
  RetryAfter: { description: "Seconds to wait.", schema: { type: "integer", minimum: 1 } },
};

const COMMON_HEADERS = { "X-Request-Id": headerReference("RequestId") };

/** The headers of a good answer. */
export function answerHeaders(route: Route): Record<string, JsonSchema> {
  return {
    ...COMMON_HEADERS,
    "Cache-Control": headerReference("CacheControl"),
    ...(route.keepSeconds === 0 ? {} : { ETag: headerReference("EntityTag") }),
    ...(isApi(route) ? { RateLimit: headerReference("RateLimit") } : {}),
  };
}

/** The answer to a client that has the newest already. */
export const NOT_MODIFIED: JsonSchema = {
  description: "What `If-None-Match` names is what the answer would be.",
};

function headerReference(name: string): JsonSchema {
  return { $ref: `#/components/headers/${name}` };
}

function isApi({ path }: Route): boolean {
  return path.startsWith("/api/");
}
