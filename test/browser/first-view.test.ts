import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { openPage, PARTS_BELOW, sentence, type PartBelow } from "./_page.ts";

const LINK = "#v=1&requests=300000000&memory=1024";
const EC2_TYPES = ["t4g", "c7g", "m7g", "r7g"].flatMap((family) =>
  ["medium", "large", "xlarge"].map((size) => `aws_ec2:${family}.${size}`),
);
const MANY_OFFERS = `#v=1&machines=${EC2_TYPES.join(",")}`;
/** How much higher a part may be than its room was: names that take a line more, or less, than usual. */
const MOST_GROWN_PX = 32;
/** Shifts up to 0.1 count as good. */
const MOST_SHIFT = 0.01;

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
    ["the default answer", ""],
    ["a link's answer", LINK],
  ])("nothing moves while %s is loaded and scrolled through", async (_name, link) => {
    const { page, faults, close } = await openPage(browser, `${served.url}/${link}`, {
      locale,
      viewport: { width, height: 800 },
    });
    expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
    expect(faults).toEqual([]);
    await close();
  });
});

/** The prices of a link's answer, and the scripts of what is below it from the last part to the first. */
const PRICES = ["rate-cards/**"];
const PARTS_BACKWARDS = [
  "assets/cost-projection-*.js",
  "assets/define-tables-*.js",
  "assets/bill-bars-*.js",
  "assets/decision-map-*.js",
  "assets/cost-chart-*.js",
];

/** How many times slower than this machine a phone is, where time matters. */
const SLOWER = 4;

/** Has every part come into view, from the first to the last, and painted there. */
async function seeEveryPart(page: Page): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as one scrolls
  for (const part of PARTS_BELOW) await see(page, part);
}

/** Has a part come to the middle of the view, and be painted there. */
function see(page: Page, part: PartBelow): Promise<void> {
  return page.locator(part).evaluate(async (element) => {
    scrollTo(0, element.getBoundingClientRect().top + scrollY - innerHeight / 2);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Waits until parts have come, or are drawn. */
async function wait(page: Page, state: ":defined" | "[drawn]"): Promise<void> {
  await Promise.all(
    PARTS_BELOW.map((part) => page.locator(part + state).waitFor({ state: "attached" })),
  );
}

/** Opens a link, on a slow phone unless told otherwise, where each of `late` comes when it is let through; `asked`: it was asked for. */
async function openLate(
  late: readonly string[],
  {
    width,
    locale,
    link = LINK,
    slower = SLOWER,
  }: {
    readonly width: number;
    readonly locale: string;
    readonly link?: string;
    readonly slower?: number;
  },
) {
  const context = await browser.newContext({
    locale,
    viewport: { width, height: 800 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const held = await Promise.all(
    late.map(async (path) => {
      const asked = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      await page.route(`${served.url}/${path}`, async (route) => {
        asked.resolve();
        await released.promise;
        await route.continue();
      });
      return { path, asked: asked.promise, release: released.resolve };
    }),
  );
  await page.goto(`${served.url}/${link}`);
  await page.locator("cost-simulator:defined cost-summary:defined").waitFor();
  return { page, held, close: () => context.close() };
}

describe.each([
  [1280, "en-US"],
  [375, "ja-JP"],
  [320, "en-US"],
] as const)("on a slow phone, at a width of %d pixels, in %s", (width, locale) => {
  test("nothing moves when the prices of a link come after all was scrolled past", async () => {
    const { page, held, close } = await openLate(PRICES, { width, locale });
    await seeEveryPart(page);
    await wait(page, ":defined");
    await see(page, "cost-chart");
    for (const { release } of held) release();
    await wait(page, "[drawn]");
    await seeEveryPart(page);
    expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
    await close();
  });

  test.each([
    ["a link", LINK],
    ["a link with many offers", MANY_OFFERS],
  ])(
    "nothing moves when parts of %s come after they were scrolled past, the last of them first",
    async (_name, link) => {
      const { page, held, close } = await openLate(PARTS_BACKWARDS, { width, locale, link });
      await page.locator("cost-summary li.row .cost").first().waitFor();
      await seeEveryPart(page);
      await see(page, "break-even-table");
      for (const { path, asked, release } of held) {
        // oxlint-disable no-await-in-loop -- each has come before the next may
        await asked;
        const response = page.waitForResponse(`${served.url}/${path}`);
        release();
        await (await response).finished();
        // oxlint-enable no-await-in-loop
      }
      await wait(page, "[drawn]");
      await seeEveryPart(page);
      expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
      await close();
    },
  );
});

/** Parts whose height goes by the offers, each with a script of its own. */
const BY_OFFERS = [
  { part: "cost-chart", script: "assets/cost-chart-*.js" },
  { part: "decision-map", script: "assets/decision-map-*.js" },
  { part: "bill-bars", script: "assets/bill-bars-*.js" },
  { part: "cost-projection", script: "assets/cost-projection-*.js" },
] as const;

test.each([1280, 768, 375, 320])(
  "parts have room for many offers before they are drawn, at a width of %d pixels",
  async (width) => {
    const { page, held, close } = await openLate(
      BY_OFFERS.map(({ script }) => script),
      { width, locale: "en-US", link: MANY_OFFERS, slower: 1 },
    );
    await page.locator("cost-summary li.row .cost").nth(EC2_TYPES.length).waitFor();
    await seeEveryPart(page);
    const heights = () =>
      Promise.all(
        BY_OFFERS.map(async ({ part }) => (await page.locator(part).boundingBox())?.height ?? 0),
      );
    const rooms = await heights();
    for (const { release } of held) release();
    await wait(page, "[drawn]");
    await page.locator("cost-projection table").first().waitFor({ state: "attached" });
    for (const [index, height] of (await heights()).entries()) {
      expect(height - (rooms[index] ?? 0), BY_OFFERS[index]?.part).toBeLessThan(MOST_GROWN_PX);
    }
    await close();
  },
);

/** Questions whose answers have many break-even points, or none. */
const BY_POINTS = [
  { points: "three points of each of four pairs", link: LINK },
  { points: "no point of many pairs", link: MANY_OFFERS },
] as const;

describe.each([1280, 768, 390, 320])("at a width of %d pixels", (width) => {
  test.each(BY_POINTS)(
    "<break-even-table> has the room of $points before it is drawn, and no more",
    async ({ link }) => {
      const late = await openLate(["assets/define-tables-*.js"], {
        width,
        locale: "en-US",
        link,
        slower: 1,
      });
      const { page, held, close } = late;
      await page.locator("cost-summary li.row .cost").first().waitFor();
      await seeEveryPart(page);
      const table = page.locator("break-even-table");
      const heightOf = async () => (await table.boundingBox())?.height ?? 0;
      const room = await heightOf();
      for (const { release } of held) release();
      await page.locator("break-even-table[drawn]").waitFor({ state: "attached" });
      expect(Math.abs((await heightOf()) - room)).toBeLessThan(MOST_GROWN_PX);
      await close();
    },
  );
});

describe("a part that comes before one above it", () => {
  const options = { width: 1280, locale: "en-US" };

  test("is not seen until that is drawn, which will move it", async () => {
    const { page, held, close } = await openLate(["assets/cost-chart-*.js"], options);
    await page.locator("cost-summary li.row .cost").first().waitFor();
    await seeEveryPart(page);
    const bars = page.locator("bill-bars[drawn]");
    await bars.waitFor({ state: "attached" });
    expect(await bars.isVisible()).toBe(false);
    for (const { release } of held) release();
    await page.locator("cost-chart[drawn]").waitFor();
    expect(await bars.isVisible()).toBe(true);
    await close();
  });

  test("stays seen when that is asked for later, as one scrolls up", async () => {
    const { page, held, close } = await openLate(["assets/bill-bars-*.js"], options);
    await page.locator("cost-summary li.row .cost").first().waitFor();
    const last = page.locator("cost-projection[drawn]");
    await see(page, "cost-projection");
    await last.waitFor();
    await see(page, "bill-bars");
    await Promise.all(held.map(({ asked }) => asked));
    expect(await last.isVisible()).toBe(true);
    await close();
  });

  test("is seen when that does not come", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, { seen: [] });
    await page.route(`${served.url}/assets/cost-chart-*.js`, (route) => route.abort());
    await seeEveryPart(page);
    await page.locator("cost-chart .failed").waitFor();
    await page.locator("bill-bars[drawn]").waitFor({ state: "attached" });
    expect(await page.locator("bill-bars").isVisible()).toBe(true);
    await close();
  });

  test("is seen when it was asked for by name, as a bill is", async () => {
    const { page, close } = await openLate(["assets/cost-chart-*.js"], options);
    await see(page, "cost-chart");
    await page.locator("cost-summary li.row button.cost").first().click();
    const bill = page.locator("cost-breakdown details[open] cost-bill table");
    await bill.waitFor({ state: "attached" });
    expect(await bill.isVisible()).toBe(true);
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
