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
  "cost-simulator": 55,
  "cost-chart": 38,
  "decision-map": 51,
  "break-even-table": 40,
  "cost-breakdown": 40,
} as const;

describe("scripts that a page of others loads for one element", () => {
  let runtime: Runtime;
  let browser: Browser;
  let site: HostSite;
  beforeAll(async () => {
    [runtime, browser, site] = await Promise.all([nodeServer(), launchBrowser(), hostSite()]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

  test.each(Object.entries(BUDGETS_KB))("<%s>: at most %d KB, gzip", async (tag, budgetKb) => {
    site.show({
      head: `<script type="module" src="${runtime.url}/embed/${tag}.js"></script>
        <style>.below { height: 300vh }</style>
        <script>addEventListener("cost-change", () => { document.title = "answered"; });</script>`,
      // What is drawn when it is seen stands below what is seen.
      body:
        tag === "cost-chart" ? `<div class="below"></div><${tag}></${tag}>` : `<${tag}></${tag}>`,
    });
    const { page, requests, close } = await openHostPage(browser, site.url, runtime.url, {
      locale: "ja-JP",
      viewport: { width: 375, height: 667 },
    });
    await expect.poll(() => page.title()).toBe("answered");
    await page.waitForLoadState("networkidle");
    const scripts = requests.filter((url) => url.endsWith(".js"));
    const sizes = scripts.map((url) => {
      const path = new URL(url).pathname;
      return gzipSync(readFileSync(DIST + path), { level: 9 }).length;
    });
    const totalKb = sizes.reduce((sum, size) => sum + size, 0) / KB;
    console.log(`<${tag}>: ${totalKb.toFixed(1)} KB in ${scripts.length} scripts`);
    expect(scripts.length).toBeGreaterThan(2);
    expect(totalKb).toBeLessThanOrEqual(budgetKb);
    await close();
  });
});
