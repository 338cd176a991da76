import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { startAuditedBrowser, type AuditedBrowser, type LighthouseResult } from "./_chromium.ts";

/** Scores that do not depend on how fast this machine is. */
const CATEGORIES = ["accessibility", "best-practices", "seo"];
const SHIFT = "cumulative-layout-shift";

let runtime: Runtime;
let browser: AuditedBrowser;
beforeAll(async () => {
  [runtime, browser] = await Promise.all([nodeServer(), startAuditedBrowser()]);
});
afterAll(() => Promise.all([runtime?.close(), browser?.close()]));

/** What lowers a score, by name. */
function shortcomings({ categories, audits }: LighthouseResult): string[] {
  const lowered = CATEGORIES.filter((category) => categories[category]?.score !== 1);
  if (lowered.length === 0) return [];
  const failed = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0,
  );
  return [...lowered, ...failed.map(({ title }) => title)];
}

test.each(["", "verify.html", "elements.html", "docs", "docs/ja"])(
  "Lighthouse gives /%s 100 for all that does not depend on the machine, and sees nothing shift",
  async (path) => {
    const scope = { onlyCategories: CATEGORIES, onlyAudits: [SHIFT] };
    const result = await browser.audit(`${runtime.url}/${path}`, scope);
    expect(shortcomings(result)).toEqual([]);
    expect(result.audits[SHIFT]?.numericValue).toBeLessThan(0.01);
  },
);
