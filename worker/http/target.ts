import { HttpProblem } from "./problem.ts";

/** A host name or address, with a port or without. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu;

/** Longest target answered; a question with fifty offers has some eleven thousand characters. */
export const TARGET_LENGTH_MAX = 16_384;

/** Refuses a Host header that is no host, so that it can pass neither for a path nor for a link. */
export function checkHost(host: string | null): void {
  if (host !== null && !HOST.test(host)) {
    throw new HttpProblem("invalid-input", "the Host header must be a host name");
  }
}

/** The path of a target. */
export function pathOf(target: string): string {
  const end = target.indexOf("?");
  return end === -1 ? target : target.slice(0, end);
}

/** The query of a target, without its question mark. */
export function queryOf(target: string): string {
  const start = target.indexOf("?");
  return start === -1 ? "" : target.slice(start + 1);
}
