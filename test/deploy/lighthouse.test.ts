import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { audit, type LighthouseResult } from "./_chromium.ts";

/** Scores that do not depend on how fast this machine is. */
const CATEGORIES = ["accessibility", "best-practices", "seo"];
const RUNS = 3;
const LCP = "largest-contentful-paint";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await nodeServer();
});
afterAll(() => runtime?.close());

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
    const [result] = await audit([`${runtime.url}/${path}`]);
    expect(result === undefined ? ["no result"] : shortcomings(result)).toEqual([]);
    expect(result?.audits["cumulative-layout-shift"]?.numericValue).toBeLessThan(0.01);
  },
);

test("the simulator's performance, measured and told", async () => {
  const results = await audit(Array.from({ length: RUNS }, () => `${runtime.url}/`));
  const byPaint = results.toSorted((a, b) => paintOf(a) - paintOf(b));
  const median = byPaint[Math.floor(RUNS / 2)];
  if (median === undefined) throw new Error("no result");
  const score = Math.round((median.categories["performance"]?.score ?? 0) * 100);
  console.log(
    `Lighthouse, slow 4G, a processor four times slower, median of ${RUNS}: performance ${score}, ` +
      `largest contentful paint ${(paintOf(median) / 1000).toFixed(2)} s`,
  );
  // A third of the score is how long this machine computes, so it is told; a busy one paints by then, too.
  expect(score).toBeGreaterThan(0);
  expect(paintOf(median)).toBeLessThan(3000);
});

function paintOf({ audits }: LighthouseResult): number {
  return audits[LCP]?.numericValue ?? Infinity;
}
