import type { AnswerCache } from "../platform.ts";

/** Cloudflare's part of the standard `caches`; other platforms have none. */
declare const caches: { readonly default?: Cache } | undefined;

/** A host that does not exist: keys are addresses there, which nobody can ask for. */
const KEYS = "https://answers.invalid/";

/** Answers in the Cache API of the place where the client is served. */
export function edgeAnswers(): AnswerCache | null {
  const cache = typeof caches === "undefined" ? undefined : caches.default;
  if (cache === undefined) return null;
  return {
    get: async (key) => {
      const kept = await cache.match(await addressOf(key));
      if (kept === undefined) return null;
      const {
        "cf-cache-status": _status,
        age: _age,
        ...headers
      } = Object.fromEntries(kept.headers);
      return { status: 200, headers, body: await kept.text() };
    },
    // The answer's own cache-control says how long.
    put: async (key, { headers, body }) =>
      cache.put(await addressOf(key), new Response(body, { headers })),
  };
}

/** Keys are longer than addresses may be; no two have the same digest. */
async function addressOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const bytes = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return KEYS + bytes.join("");
}
