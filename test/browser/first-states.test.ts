import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults } from "./_page.ts";

let served: Runtime;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const PRICES = "**/rate-cards/**";

/** States of the page without an answer that is worth one, and what each shows. */
const STATES = [
  {
    // The answer to the default question is in the page: a link's waits for prices.
    name: "prices on their way",
    fragment: "#v=1&memory=1024",
    before: (page: Page) => page.route(PRICES, () => undefined),
    shows: { en: "Loading prices…", ja: "料金を読み込んでいます…" },
  },
  {
    name: "prices that do not come",
    before: (page: Page) => page.route(PRICES, (route) => route.abort()),
    shows: { en: "Prices could not be loaded.", ja: "料金を読み込めませんでした。" },
  },
  {
    name: "a workload that nothing runs",
    fragment: "#v=1&memory=20000&time=90000",
    shows: { en: "Nothing here does it", ja: "対応できる比較対象がありません" },
  },
] as const;

describe.each(STATES)("$name", (state) => {
  test.each([
    ["en-US", "light", 1280],
    ["ja-JP", "dark", 390],
  ] as const)("axe finds nothing, %s, %s, %d pixels wide", async (locale, colorScheme, width) => {
    const context = await browser.newContext({
      locale,
      colorScheme,
      viewport: { width, height: 844 },
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    if ("before" in state) await state.before(page);
    await page.goto(`${served.url}/${"fragment" in state ? state.fragment : ""}`);
    await page
      .getByText(state.shows[locale === "en-US" ? "en" : "ja"])
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});

test("prices that did not come are asked for again, and answered", async () => {
  const context = await browser.newContext({ locale: "en-US", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.route(PRICES, (route) => route.abort());
  await page.goto(served.url);
  const retry = page.getByRole("button", { name: "Try again" });
  await retry.waitFor();
  await page.unroute(PRICES);
  await retry.click();
  await page.locator("cost-summary .verdict").waitFor();
  expect(await retry.count()).toBe(0);
  await context.close();
});
