import type { Incoming } from "./incoming.ts";
import type { Answer } from "./respond.ts";

/** Two odd multipliers and starting values of cyrb53, a public-domain hash of 53 bits. */
const FIRST_MULTIPLIER = 2_654_435_761;
const SECOND_MULTIPLIER = 1_597_334_677;
const FIRST_START = 0xde_ad_be_ef;
const SECOND_START = 0x41_c6_ce_57;

/**
 * A strong entity tag of a body: the same for the same text, on every platform. It only has to tell
 * two versions of one answer apart, so a fast hash will do, and nothing waits for a digest.
 */
export function entityTag(body: string): string {
  let first = FIRST_START;
  let second = SECOND_START;
  for (let index = 0; index < body.length; index += 1) {
    const code = body.charCodeAt(index);
    first = Math.imul(first ^ code, FIRST_MULTIPLIER);
    second = Math.imul(second ^ code, SECOND_MULTIPLIER);
  }
  first =
    Math.imul(first ^ (first >>> 16), 2_246_822_507) ^
    Math.imul(second ^ (second >>> 13), 3_266_489_909);
  second =
    Math.imul(second ^ (second >>> 16), 2_246_822_507) ^
    Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return `"${(second >>> 0).toString(36)}${(first >>> 0).toString(36)}-${body.length.toString(36)}"`;
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
