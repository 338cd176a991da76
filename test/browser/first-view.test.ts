import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { openPage, sentence } from "./_page.ts";

const LINK = "#v=1&requests=300000000&memory=1024";
/** Shifts up to 0.1 count as good. The room of parts is the default answer's; that of a link may need less. */
const MOST_SHIFT = { default: 0.01, link: 0.05 };

let served: Runtime;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** How far parts of the page have moved while it was loaded and scrolled through, as browsers count it. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const shifts: { value: number; hadRecentInput: boolean }[] = [];
    await new Promise<void>((resolve) => {
      new PerformanceObserver((list) => {
        shifts.push(...(list.getEntries() as unknown as typeof shifts));
        resolve();
      }).observe({ type: "layout-shift", buffered: true });
      // Where nothing moved there is nothing to be told.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    return shifts
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .reduce((sum, { value }) => sum + value, 0);
  });
}

describe.each([
  [1280, "en-US"],
  [768, "ja-JP"],
  [375, "ja-JP"],
  [320, "en-US"],
] as const)("at a width of %d pixels, in %s", (width, locale) => {
  test.each([
    ["the default answer", "", MOST_SHIFT.default],
    ["a link's answer", LINK, MOST_SHIFT.link],
  ])("nothing moves while %s is loaded and scrolled through", async (_name, link, most) => {
    const { page, faults, close } = await openPage(browser, `${served.url}/${link}`, {
      locale,
      viewport: { width, height: 800 },
    });
    expect(await shiftOf(page)).toBeLessThan(most);
    expect(faults).toEqual([]);
    await close();
  });
});

test("a link shows its own answer, and none before it", async () => {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    document.addEventListener("cost-change", ({ target }) => {
      const { monthlyExecutions, memoryMb } = target as HTMLElementTagNameMap["cost-simulator"];
      seen.push(`${monthlyExecutions} ${memoryMb}`);
    });
  });
  await page.goto(`${served.url}/${LINK}`);
  await expect.poll(() => sentence(page).innerText()).toContain("At 300,000,000 requests");
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(new Set(seen)).toEqual(new Set(["300000000 1024"]));
  await context.close();
});
