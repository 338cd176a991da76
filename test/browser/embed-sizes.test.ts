import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { hostSite, openHostPage, type HostSite } from "./_host-page.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const KB = 1024;

/** Scripts that an element loads before anything is opened or scrolled to, texts included. */
const BUDGETS_KB = {
  "cost-simulator": 44.5,
  "cost-chart": 23.5,
  "decision-map": 32,
  "break-even-table": 25.5,
  "cost-breakdown": 25,
} as const;

/**
 * Scripts after which an element shows its answer, and what of the answer is looked for. It then loads
 * what it does not need for that: for `cost-change` what compares all offers, and what draws a map.
 */
const FIRST_ANSWERS = [
  { tag: "cost-breakdown", budgetKb: 18, figure: ".cost" },
  { tag: "break-even-table", budgetKb: 22.5, figure: "td strong" },
  { tag: "decision-map", budgetKb: 19, figure: ".reading" },
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

  const open = (tag: string) => {
    site.show({
      head: `<script type="module" src="${runtime.url}/embed/${tag}.js"></script>
        <style>.below { height: 300vh }</style>
        <script>addEventListener("cost-change", () => { document.title = "answered"; });</script>`,
      // What is drawn when it is seen stands below what is seen.
      body:
        tag === "cost-chart" ? `<div class="below"></div><${tag}></${tag}>` : `<${tag}></${tag}>`,
    });
    return openHostPage(browser, "about:blank", runtime.url, {
      locale: "ja-JP",
      viewport: { width: 375, height: 667 },
    });
  };

  test.each(Object.entries(BUDGETS_KB))("<%s>: at most %d KB, gzip", async (tag, budgetKb) => {
    const { page, requests, close } = await open(tag);
    await page.goto(site.url);
    await expect.poll(() => page.title()).toBe("answered");
    await page.waitForLoadState("networkidle");
    const { count, totalKb } = sizeOf(requests);
    console.log(`<${tag}>: ${totalKb.toFixed(1)} KB in ${count} scripts`);
    expect(count).toBeGreaterThan(2);
    expect(totalKb).toBeLessThanOrEqual(budgetKb);
    await close();
  });

  test.each(FIRST_ANSWERS)(
    "<$tag> shows its answer with at most $budgetKb KB, gzip",
    async ({ tag, budgetKb, figure }) => {
      const { page, requests, close } = await open(tag);
      // What comes after the first answer never comes.
      await page.route(AFTER_THE_ANSWER, () => undefined);
      await page.goto(site.url);
      const shown = page.locator(`${tag} ${figure}`);
      await expect.poll(() => shown.count()).toBeGreaterThan(0);
      expect(await shown.first().innerText()).toMatch(/\d/u);
      const { totalKb } = sizeOf(requests.filter((url) => !AFTER_THE_ANSWER.test(url)));
      console.log(`<${tag}>: ${totalKb.toFixed(1)} KB until its answer is shown`);
      expect(totalKb).toBeLessThanOrEqual(budgetKb);
      expect(await page.title()).not.toBe("answered");
      await close();
    },
  );
});

function sizeOf(requests: readonly string[]): { count: number; totalKb: number } {
  const scripts = requests.filter((url) => url.endsWith(".js"));
  let bytes = 0;
  for (const url of scripts) {
    bytes += gzipSync(readFileSync(DIST + new URL(url).pathname), { level: 9 }).length;
  }
  return { count: scripts.length, totalKb: bytes / KB };
}
