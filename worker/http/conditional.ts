import type { Incoming } from "./incoming.ts";
import type { Answer } from "./respond.ts";

/** Two odd multipliers of cyrb53, a public-domain hash. Its last mixing only spreads bits: texts that differ stay so. */
const FIRST_MULTIPLIER = 2_654_435_761;
const SECOND_MULTIPLIER = 1_597_334_677;

/**
 * A strong entity tag of a body: the same for the same text, on every platform. It only has to tell
 * two versions of one answer apart, so a fast hash will do, and nothing waits for a digest.
 */
export function entityTag(body: string): string {
  let first = body.length;
  let second = first;
  for (let index = 0; index < body.length; index += 1) {
    const code = body.charCodeAt(index);
    first = Math.imul(first ^ code, FIRST_MULTIPLIER);
    second = Math.imul(second ^ code, SECOND_MULTIPLIER);
  }
  return `"${(second >>> 0).toString(36)}-${(first >>> 0).toString(36)}"`;
}

/** `304` without a body where the client has what the answer is, by the answer's own tag. */
export function unlessUnchanged(request: Incoming, answer: Answer): Answer {
  const tag = answer.headers["etag"];
  if (tag === undefined || answer.status !== 200) return answer;
  if (request.method !== "GET" && request.method !== "HEAD") return answer;
  const known = request.header("if-none-match");
  if (known === null || !isAmong(tag, known)) return answer;
  const { "content-type": _type, "content-length": _length, ...headers } = answer.headers;
  return { status: 304, headers, body: "" };
}

/** Whether a tag is in a list of them; a proxy that compresses may have made it a weak one. */
function isAmong(tag: string, list: string): boolean {
  return (
    list.trim() === "*" ||
    list.split(",").some((candidate) => candidate.trim().replace(/^W\//u, "") === tag)
  );
}
