import type { Incoming } from "./incoming.ts";
import { HttpProblem } from "./problem.ts";

/** Largest body read, unless a route has its own limit. */
export const BODY_BYTES_MAX = 64 * 1024;
/** Deepest nesting read; the deepest valid body has four levels. */
const JSON_DEPTH_MAX = 16;

/** The JSON body of a request, read no further than the limit. */
export async function jsonBody(
  request: Incoming,
  bytesMax: number = BODY_BYTES_MAX,
): Promise<unknown> {
  const type = request.header("content-type") ?? "";
  if (!isJson(type)) {
    throw new HttpProblem(
      "unsupported-media-type",
      `the body must be application/json, not ${type === "" ? "unnamed" : "another type"}`,
      { headers: { accept: "application/json" } },
    );
  }
  const encoding = request.header("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") {
    // A few bytes could become gigabytes; bodies this small gain nothing by it.
    throw new HttpProblem("unsupported-media-type", "the body must not be compressed", {
      headers: { "accept-encoding": "identity" },
    });
  }
  const declared = request.header("content-length");
  if (declared !== null && Number(declared) > bytesMax) throw tooLarge(bytesMax);
  return parseJson(await request.text(bytesMax), "the body");
}

/** A query string as a body: a value that begins like a list or an object is read as JSON. */
export function queryBody(search: URLSearchParams): Record<string, unknown> {
  const body: [string, unknown][] = [];
  for (const [name, value] of search) {
    const nested = value.startsWith("{") || value.startsWith("[");
    body.push([name, nested ? parseJson(value, name) : value]);
  }
  return Object.fromEntries(body);
}

function isJson(contentType: string): boolean {
  if (contentType === "application/json") return true;
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return type === "application/json" || /^application\/[\w.-]+\+json$/u.test(type);
}

/** The problem of a body over the limit. */
export function tooLarge(bytesMax: number): HttpProblem {
  return new HttpProblem("body-too-large", `the body must be at most ${bytesMax} bytes`);
}

/** The problem of a body whose sender went away: no error of the server. */
export function unreadable(): HttpProblem {
  return new HttpProblem("malformed-json", "the body could not be read to its end");
}

function parseJson(text: string, what: string): unknown {
  if (isTooDeep(text)) {
    throw new HttpProblem(
      "invalid-input",
      `${what} must not nest deeper than ${JSON_DEPTH_MAX} levels`,
      { errors: [{ path: pathOf(what), message: `nests deeper than ${JSON_DEPTH_MAX} levels` }] },
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem("malformed-json", `${what} is not well-formed JSON`, {
      errors: [{ path: pathOf(what), message: "is not well-formed JSON" }],
    });
  }
}

function pathOf(what: string): string {
  return what === "the body" ? "" : what;
}

const QUOTE = 34;
const BACKSLASH = 92;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (isOpening(code)) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return true;
    } else if (isClosing(code)) depth -= 1;
  }
  return false;
}

/** `[` or `{`. */
function isOpening(code: number): boolean {
  return code === 91 || code === 123;
}

/** `]` or `}`. */
function isClosing(code: number): boolean {
  return code === 93 || code === 125;
}
