import type { Answer } from "./respond.ts";

/** A strong entity tag of a body: the same for the same bytes, on every platform. */
export async function entityTag(body: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  const bytes = [...new Uint8Array(digest)].slice(0, TAG_BYTES);
  return `"${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** As many bytes of the digest as no two bodies will share. */
const TAG_BYTES = 16;

/** `304` without a body where the client has what the answer is, by the answer's own tag. */
export function unlessUnchanged(request: Request, answer: Answer): Answer {
  const tag = answer.headers["etag"];
  const known = request.headers.get("if-none-match");
  if (tag === undefined || known === null || answer.status !== 200) return answer;
  if (request.method !== "GET" && request.method !== "HEAD") return answer;
  const isKnown =
    known.trim() === "*" ||
    known.split(",").some((candidate) => candidate.trim().replace(/^W\//u, "") === tag);
  if (!isKnown) return answer;
  const { "content-type": _, ...headers } = answer.headers;
  return { status: 304, headers, body: "" };
}
