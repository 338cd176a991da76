import { createHash } from "node:crypto";

const SCRIPT_IN_PAGE = /<script>([^<]*)<\/script>/u;

/**
 * The source by which a policy allows the script that is written into the page, and it alone: `'sha256-…'`
 * (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
 *
 * @param html the built page
 * @throws Error if there is no such script
 */
export function firstViewScriptSource(html: string): string {
  const code = SCRIPT_IN_PAGE.exec(html)?.[1];
  if (code === undefined) throw new Error("the page has no script written into it");
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}
