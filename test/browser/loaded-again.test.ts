import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { field, openPage, type PartBelow } from "./_page.ts";

const BARS = /\/assets\/bill-bars-[^/]+\.js/u;

let served: Runtime;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** Opens the page where the script of the bars cannot be loaded, and sees the bars. */
async function openWithoutBars() {
  const opened = await openPage(browser, served.url, { seen: [] });
  const { page } = opened;
  await page.route(BARS, (route) => route.abort());
  await see(page, "bill-bars");
  await page.locator("bill-bars .failed").waitFor();
  return opened;
}

function see(page: Page, part: PartBelow): Promise<void> {
  return page.locator(part).evaluate((element) => element.scrollIntoView());
}

/** Scrolls away, until that is noted, and back to the bars. */
async function seeBarsAgain(page: Page): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await see(page, "bill-bars");
}

describe("a part whose script could not be loaded is asked for again", () => {
  test("when it comes into view again", async () => {
    const { page, close } = await openWithoutBars();
    await page.unroute(BARS);
    await seeBarsAgain(page);
    await page.locator("bill-bars[drawn] table").waitFor({ state: "attached" });
    expect(await page.locator("cost-simulator .failed").count()).toBe(0);
    await close();
  });

  test("when there is a network again, with all that draws it", async () => {
    const { page, close } = await openPage(browser, served.url, { seen: [] });
    await page.context().setOffline(true);
    await see(page, "cost-chart");
    await page.locator("cost-chart .failed").waitFor();
    await see(page, "decision-map");
    await page.locator("decision-map .failed").waitFor();
    await page.context().setOffline(false);
    await page.locator("decision-map [aria-busy=false]").waitFor({ state: "attached" });
    await see(page, "cost-chart");
    await page.locator("cost-chart .u-over").waitFor();
    // What else was in view comes in its own time.
    await expect.poll(() => page.locator("cost-simulator .failed").count()).toBe(0);
    await close();
  });

  test("when the simulator is put back into the page", async () => {
    const { page, close } = await openWithoutBars();
    await page.unroute(BARS);
    await page.locator("cost-simulator").evaluate((simulator) => {
      const { parentElement } = simulator;
      simulator.remove();
      parentElement?.append(simulator);
    });
    await see(page, "bill-bars");
    await page.locator("bill-bars[drawn] table").waitFor({ state: "attached" });
    expect(await page.locator("cost-simulator .failed").count()).toBe(0);
    await close();
  });

  test("once each time, and no other part is said to have failed", async () => {
    const { page, requests, close } = await openWithoutBars();
    const asked = () => requests.filter((url) => BARS.test(url)).length;
    await page.waitForLoadState("networkidle");
    expect(asked()).toBe(1);
    const failed = page.waitForEvent("requestfailed");
    await seeBarsAgain(page);
    await failed;
    await page.locator("bill-bars .failed").waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked()).toBe(2);
    expect(await page.locator("cost-simulator .failed").count()).toBe(1);
    await close();
  });
});

test("what a group of the form shows is asked for again when it is opened again", async () => {
  const { page, close } = await openPage(browser, served.url, { seen: [] });
  const group = page.locator("cost-form summary", { hasText: "Egress" });
  await page.context().setOffline(true);
  const failed = page.waitForEvent("requestfailed");
  await group.click();
  await failed;
  await page.context().setOffline(false);
  await group.click();
  await group.click();
  await expect.poll(() => field(page, "Egress per request").isVisible()).toBe(true);
  await close();
});
