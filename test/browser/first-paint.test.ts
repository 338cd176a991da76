import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../web/messages/en.ts";
import { ja } from "../../web/messages/ja.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults } from "./_page.ts";

/** The page's script, which brings the elements and the engine to life. */
const MAIN_SCRIPT = "**/assets/index-*.js";
const LINK = "#v=1&requests=300000000&memory=1024";
const LANGUAGES = [
  ["en-US", "en", en.verdicts.function],
  ["ja-JP", "ja", ja.verdicts.function],
] as const;

let served: Runtime;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

interface HeldPage {
  readonly page: Page;
  readonly requests: readonly string[];
  /** Lets the page's script come. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/** A page whose script is on its way until it is let through. */
async function openHeld(
  locale: string,
  { fragment = "", width = 390 }: { fragment?: string; width?: number } = {},
): Promise<HeldPage> {
  const context = await browser.newContext({
    locale,
    viewport: { width, height: 844 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.route(MAIN_SCRIPT, async (route) => {
    await released;
    await route.continue();
  });
  await page.addInitScript(() => {
    const paints: unknown[] = [];
    const shifts: number[] = [];
    Object.assign(globalThis, { paints, shifts });
    new PerformanceObserver((list) => paints.push(...list.getEntries())).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
    new PerformanceObserver((list) => {
      shifts.push(...list.getEntries().map((entry) => (entry as { value?: number }).value ?? 0));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${served.url}/${fragment}`, { waitUntil: "commit" });
  return { page, requests, release, close: () => context.close() };
}

const summary = (page: Page) => page.locator("cost-summary");
const shownVerdict = (page: Page, verdict: string) =>
  page.locator("cost-summary .verdict", { hasText: verdict });
const isAlive = (page: Page) =>
  page.evaluate(() => customElements.get("cost-simulator") !== undefined);
const measured = <Value>(page: Page, name: string) =>
  page.evaluate((key) => (globalThis as unknown as Record<string, unknown>)[key] as Value, name);

describe.each(LANGUAGES)("the default answer, in %s", (locale, language, verdict) => {
  test("is on the screen with the page alone, before anything else is asked for", async () => {
    const { page, requests, close } = await openHeld(locale);
    await shownVerdict(page, verdict).waitFor();
    await expect.poll(() => requests.some((path) => path.includes("/index-"))).toBe(true);
    const askedForBefore = await page.evaluate(() => {
      const painted =
        performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity;
      const resources = performance.getEntriesByType("resource");
      return resources.filter(({ startTime }) => startTime < painted).map(({ name }) => name);
    });
    expect(askedForBefore).toEqual([]);
    await expect
      .poll(() => page.locator("link[rel=manifest]").getAttribute("href"))
      .toBe("/manifest.webmanifest");
    expect(await isAlive(page)).toBe(false);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator("cost-simulator").count()).toBe(1);
    await close();
  });

  test.each([390, 1280])(
    "is what the elements show then, which take over without a move, %d pixels wide",
    async (width) => {
      const { page, release, close } = await openHeld(locale, { width });
      await shownVerdict(page, verdict).waitFor();
      await expect.poll(() => measured<unknown[]>(page, "paints")).toHaveLength(1);
      const before = await summary(page).innerText();
      const box = await summary(page).boundingBox();
      const header = await page.locator("header").innerText();
      release();
      await page.locator("cost-form").waitFor();
      expect(await summary(page).innerText()).toBe(before);
      expect(await summary(page).boundingBox()).toEqual(box);
      expect(await page.locator("header").innerText()).toBe(header);
      // What comes in its place is no larger: the largest paint stays the first.
      expect(await measured<unknown[]>(page, "paints")).toHaveLength(1);
      expect(await measured<number[]>(page, "shifts")).toEqual([]);
      await close();
    },
  );

  test("has no fault that axe finds before the page's script is there", async () => {
    const { page, close } = await openHeld(locale);
    await shownVerdict(page, verdict).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  });

  test("stays while prices are on their way, and while they do not come", async () => {
    const { page, release, close } = await openHeld(locale);
    let hasAsked = false;
    const { promise: failed, resolve: fail } = Promise.withResolvers<void>();
    await page.route("**/rate-cards/**", async (route) => {
      hasAsked = true;
      await failed;
      await route.abort();
    });
    release();
    await expect.poll(() => hasAsked).toBe(true);
    expect(await shownVerdict(page, verdict).isVisible()).toBe(true);
    fail();
    await page.locator("cost-summary .notice button").waitFor();
    await close();
  });
});

describe("what is pressed before the page's script is there", () => {
  test("is done when it is, and keeps the focus", async () => {
    const { page, release, close } = await openHeld("en-US");
    const chips = page.locator("cost-examples button");
    await chips.nth(0).click();
    await chips.nth(1).click();
    expect(await isAlive(page)).toBe(false);
    release();
    await expect.poll(() => chips.nth(1).getAttribute("aria-pressed")).toBe("true");
    expect(await chips.nth(0).getAttribute("aria-pressed")).toBe("false");
    expect(await chips.nth(1).evaluate((chip) => chip.matches(":focus"))).toBe(true);
    await close();
  });

  test("can be the other language", async () => {
    const { page, release, close } = await openHeld("en-US");
    // The page comes in both languages, of which its first script shows one.
    await page.getByText("日本語").filter({ visible: true }).click();
    release();
    await shownVerdict(page, ja.verdicts.function).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    await close();
  });
});

describe("the page's script", () => {
  test("writes no first number, which takes long: a worker has done so while it was on its way", async () => {
    const { page, requests, release, close } = await openHeld("en-US");
    await expect.poll(() => requests).toContainEqual(expect.stringContaining("/first-number-"));
    release();
    await page.locator("cost-form:defined").waitFor();
    await close();
  });

  test("brings the simulator to life part by part, so that a press between them waits for one only", async () => {
    const { page, release, close } = await openHeld("en-US");
    await page.addInitScript(() => {
      const defined: [string, number][] = [];
      let tasks = 0;
      const yields = scheduler.yield.bind(scheduler);
      scheduler.yield = () => {
        tasks += 1;
        return yields();
      };
      const define = customElements.define.bind(customElements);
      customElements.define = (tag, ...more) => {
        defined.push([tag, tasks]);
        define(tag, ...more);
      };
      Object.assign(globalThis, { defined });
    });
    release();
    await page.reload();
    await page.locator("cost-form:defined").waitFor();
    const defined = await measured<[string, number][]>(page, "defined");
    const parts = ["cost-simulator", "cost-summary", "cost-examples", "cost-tools", "cost-form"];
    const tasks = parts.map((part) => new Map(defined).get(part));
    expect(new Set(tasks).size).toBe(parts.length);
    expect(tasks).not.toContain(undefined);
    await close();
  });

  test("does what is pressed in a part that is not alive yet, when it is", async () => {
    const { page, release, close } = await openHeld("en-US");
    const { promise: nextPart, resolve: goOn } = Promise.withResolvers<void>();
    await page.exposeFunction("nextPart", () => nextPart);
    await page.addInitScript(() => {
      scheduler.yield = () =>
        (globalThis as unknown as { nextPart: () => Promise<void> }).nextPart();
    });
    release();
    await page.reload();
    await expect.poll(() => isAlive(page)).toBe(true);
    const chip = page.locator("cost-examples button").first();
    await chip.click();
    expect(await page.locator("cost-examples:defined").count()).toBe(0);
    goOn();
    await expect.poll(() => chip.getAttribute("aria-pressed")).toBe("true");
    expect(await chip.evaluate((element) => element.matches(":focus"))).toBe(true);
    await close();
  });
});

test("a policy that does not allow the page's script leaves a sentence, and no empty page", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const sentence = page.getByText("its server to let its own script run");
  await page.goto(served.url);
  await page.locator("main").waitFor();
  expect(await sentence.isVisible()).toBe(false);
  await page.route(`${served.url}/`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "default-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await page.reload();
  await sentence.waitFor();
  expect(await page.locator("main").isVisible()).toBe(false);
  await context.close();
});

test("a link is not answered by the answer to another question", async () => {
  const { page, release, close } = await openHeld("en-US", { fragment: LINK });
  await page.getByRole("heading", { name: "Functions or machines?" }).waitFor();
  expect(await shownVerdict(page, LANGUAGES[0][2]).isVisible()).toBe(false);
  release();
  await page.getByText("At 300,000,000 requests a month").waitFor();
  await close();
});
