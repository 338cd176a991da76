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

test.each(["no-preference", "reduce"] as const)(
  "while prices are on their way, lines and rows stand for the answer, and it is said once (motion: %s)",
  async (reducedMotion) => {
    const context = await browser.newContext({
      locale: "en-US",
      reducedMotion,
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    const held = Promise.withResolvers<void>();
    await page.route(PRICES, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${served.url}/#v=1&memory=1024`);
    const summary = page.locator("cost-summary:defined");
    await summary.locator("p.waiting i").first().waitFor();
    await summary.locator("li.row i.bar").first().waitFor();
    expect(await summary.getByText("Loading prices…").count()).toBe(1);
    expect(await summary.locator("[aria-live][aria-busy=true]").count()).toBe(0);
    const moving = await summary
      .locator("i")
      .first()
      .evaluate((line) => line.getAnimations().length);
    expect(moving > 0).toBe(reducedMotion === "no-preference");
    held.resolve();
    await summary.locator("button.cost").first().waitFor();
    expect(await summary.locator("i").count()).toBe(0);
    await context.close();
  },
);

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
