import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../web/format.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { hostSite, openHostPage, type HostSite } from "./_host-page.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const KB = 1024;

/** Scripts that an element loads before anything is opened or scrolled to, with the texts of each language. */
const BUDGETS_KB = {
  "cost-simulator": { en: 43.2, ja: 44.5 },
  "cost-chart": { en: 15, ja: 15 },
  "decision-map": { en: 29.2, ja: 29.5 },
  "break-even-table": { en: 22.7, ja: 23 },
  "cost-breakdown": { en: 22.1, ja: 22.3 },
} as const;

/**
 * Scripts after which an element shows its answer, and what of the answer is looked for. It then loads
 * what it does not need for that: for `cost-change` what compares all offers, and what draws a map.
 */
const FIRST_ANSWERS = [
  { tag: "cost-breakdown", budgetKb: { en: 15.9, ja: 16 }, figure: ".cost" },
  { tag: "break-even-table", budgetKb: { en: 19.8, ja: 20 }, figure: "td strong" },
  { tag: "decision-map", budgetKb: { en: 16.8, ja: 17 }, figure: ".reading" },
] as const;
const AFTER_THE_ANSWER = /\/(?:comparing|drawn-map)-[^/]+\.js$/u;

describe("scripts that a page of others loads for one element", () => {
  let runtime: Runtime;
  let browser: Browser;
  let site: HostSite;
  beforeAll(async () => {
    [runtime, browser, site] = await Promise.all([nodeServer(), launchBrowser(), hostSite()]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

  const open = (tag: string, language: Language) => {
    site.show({
      head: `<script type="module" src="${runtime.url}/embed/${tag}.js"></script>
        <style>.below { height: 300vh }</style>
        <script>addEventListener("cost-change", () => { document.title = "answered"; });</script>`,
      // What is drawn when it is seen stands below what is seen.
      body: `${tag === "cost-chart" ? `<div class="below"></div>` : ""}<${tag} lang="${language}"></${tag}>`,
    });
    return openHostPage(browser, "about:blank", runtime.url, {
      viewport: { width: 375, height: 667 },
    });
  };

  test.each(
    inEachLanguage(Object.entries(BUDGETS_KB).map(([tag, budgetKb]) => ({ tag, budgetKb }))),
  )("<$tag lang=$language>: at most $budgetKb KB, gzip", async ({ tag, language, budgetKb }) => {
    const { page, requests, close } = await open(tag, language);
    await page.goto(site.url);
    // A chart that nobody sees compares nothing.
    if (tag !== "cost-chart") await expect.poll(() => page.title()).toBe("answered");
    await page.waitForLoadState("networkidle");
    const { count, totalKb } = sizeOf(requests);
    console.log(`<${tag} lang=${language}>: ${totalKb.toFixed(1)} KB in ${count} scripts`);
    expect(count).toBeGreaterThan(2);
    expect(totalKb).toBeLessThanOrEqual(budgetKb);
    await close();
  });

  test.each(inEachLanguage(FIRST_ANSWERS))(
    "<$tag lang=$language> shows its answer with at most $budgetKb KB, gzip",
    async ({ tag, language, budgetKb, figure }) => {
      const { page, requests, close } = await open(tag, language);
      // What comes after the first answer never comes.
      await page.route(AFTER_THE_ANSWER, () => undefined);
      await page.goto(site.url);
      const shown = page.locator(`${tag} ${figure}`);
      await expect.poll(() => shown.count()).toBeGreaterThan(0);
      expect(await shown.first().innerText()).toMatch(/\d/u);
      const { totalKb } = sizeOf(requests.filter((url) => !AFTER_THE_ANSWER.test(url)));
      console.log(`<${tag} lang=${language}>: ${totalKb.toFixed(1)} KB until its answer is shown`);
      expect(totalKb).toBeLessThanOrEqual(budgetKb);
      expect(await page.title()).not.toBe("answered");
      await close();
    },
  );
});

/** Each thing that is measured, for each language. */
function inEachLanguage<Measured extends { readonly budgetKb: Readonly<Record<Language, number>> }>(
  all: readonly Measured[],
) {
  return all.flatMap((measured) =>
    (["en", "ja"] as const).map((language) => ({
      ...measured,
      language,
      budgetKb: measured.budgetKb[language],
    })),
  );
}

function sizeOf(requests: readonly string[]): { count: number; totalKb: number } {
  const scripts = requests.filter((url) => url.endsWith(".js"));
  let bytes = 0;
  for (const url of scripts) {
    bytes += gzipSync(readFileSync(DIST + new URL(url).pathname), { level: 9 }).length;
  }
  return { count: scripts.length, totalKb: bytes / KB };
}
