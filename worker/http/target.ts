import { HttpProblem } from "./problem.ts";

/** A host name or address, with a port or without. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu;

/**
 * The path and query of a request, from its URL. Some platforms make the URL of whatever the Host
 * header holds, so a header that is no host is refused before it can pass for a path.
 */
export function targetOf(request: Request): string {
  const host = request.headers.get("host");
  if ((host !== null && !HOST.test(host)) || !URL.canParse(request.url)) {
    throw new HttpProblem("invalid-input", "the Host header must be a host name");
  }
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}
