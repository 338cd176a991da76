import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PUBLISHED_BILLS } from "../../shared/verification/published-bills.ts";
import { PUBLISHED_FIGURES } from "../../shared/verification/published-figures.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults, openPage, openWatched } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const COUNT = PUBLISHED_BILLS.length + PUBLISHED_FIGURES.length;
const AMOUNTS =
  PUBLISHED_BILLS.reduce((sum, { printed }) => sum + Object.keys(printed).length, 0) +
  PUBLISHED_FIGURES.length;

/** Runs on the verification page, which must end without errors and foreign requests. */
async function onVerification(
  run: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const { page, faults, close } = await openWatched(browser, `${served.url}/verify.html`, options);
  try {
    await page.locator("bill-verification .summary .mark-sign").waitFor();
    await run(page);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}

describe("the verification page", () => {
  test("computes every published bill and finds each as it is printed", () =>
    onVerification(async (page) => {
      expect(await page.locator("tbody[id]").count()).toBe(COUNT);
      expect(await page.locator("td .mark-sign.agrees").count()).toBe(AMOUNTS);
      expect(await page.locator(".differs").count()).toBe(0);
      expect(await page.getByRole("status").innerText()).toContain(
        `All ${COUNT} bills and figures come out as printed, with ${AMOUNTS} amounts in all.`,
      );
    }));

  test("shows printed against computed, and links the page that the bill stands on", () =>
    onVerification(async (page) => {
      const bill = page.locator("#aws-lambda-telemetry");
      expect(await bill.getByRole("row", { name: /^Compute/u }).innerText()).toMatch(
        /\$248\.00\s+\$248\.00\s+✓/u,
      );
      expect(await bill.getByRole("link").getAttribute("href")).toBe(
        "https://aws.amazon.com/lambda/pricing/",
      );
      const figure = page.locator("#forerunner-break-even-t3-micro");
      expect(await figure.innerText()).toContain("1,968,123 requests a month");
    }));

  test("says so when the rate cards cannot be loaded, and tries again", async () => {
    const context = await browser.newContext({ locale: "en-US" });
    const page = await context.newPage();
    await page.route("**/rate-cards/**", (route) => route.abort());
    await page.goto(`${served.url}/verify.html`);
    await page.getByText("The rate cards could not be loaded.").waitFor();
    await page.unroute("**/rate-cards/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText(`All ${COUNT} bills`).waitFor();
    expect(await page.locator("tbody[id]").count()).toBe(COUNT);
    await context.close();
  });

  test("speaks Japanese, and changes its language", () =>
    onVerification(
      async (page) => {
        expect(await page.title()).toBe("公開されている料金例の再計算");
        expect(await page.getByRole("status").innerText()).toContain(`料金例と数値 ${COUNT} 件`);
        const words = await page.locator("bill-verification tbody .title th").allInnerTexts();
        expect(words.filter((text) => !/[ぁ-んァ-ヶ一-龠]/u.test(text))).toEqual([]);
        await page.getByRole("radio", { name: "English" }).check();
        await page.getByText(`All ${COUNT} bills`).waitFor();
        expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
      },
      { locale: "ja-JP" },
    ));

  test.each([
    ["light", "en-US", 1280],
    ["dark", "ja-JP", 1280],
    ["light", "ja-JP", 320],
    ["dark", "en-US", 320],
  ] as const)("is sound in %s, %s, at %d pixels", (colorScheme, locale, width) =>
    onVerification(
      async (page) => {
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
      { colorScheme, locale, viewport: { width, height: 800 } },
    ),
  );

  test("is linked from the simulator, and leads back", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, { seen: [] });
    await page.getByRole("link", { name: "Published bills, computed anew" }).click();
    await page.getByText(`All ${COUNT} bills`).waitFor();
    await page.getByRole("link", { name: "To the simulator" }).click();
    await page.locator("cost-summary .answer p").waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    await close();
  });
});
