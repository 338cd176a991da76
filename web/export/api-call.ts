import type { Body } from "./request-body.ts";

const COMPARE_PATH = "api/v1/compare";

/** A command that asks the API below an address with this body. */
export function curlCommand(base: URL, body: Body): string {
  const json = JSON.stringify(body, null, 2);
  // Within single quotes a shell reads nothing but the end of them.
  const quoted = json.replaceAll("'", String.raw`'\''`);
  return [
    `curl -s ${new URL(COMPARE_PATH, base).href} \\`,
    "  -H 'content-type: application/json' \\",
    `  -d '${quoted}'`,
  ].join("\n");
}
