import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { openEveryGroup, openPage, sentence } from "./_page.ts";

let served: Runtime;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

async function onPage(run: (page: Page) => Promise<void>): Promise<void> {
  const { page, faults, close } = await openPage(browser, `${served.url}/`);
  try {
    await run(page);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}

/** What has the focus: where it is in the elements' trees, what it is called, and how that is seen. */
interface Stop {
  readonly path: string;
  readonly name: string;
  readonly isMarked: boolean;
  readonly isInView: boolean;
}

function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    let element = document.activeElement;
    const path: string[] = [];
    while (element?.shadowRoot?.activeElement) {
      path.push(element.localName);
      element = element.shadowRoot.activeElement;
    }
    if (element === null || element === document.body) return null;
    // A field shows it on the box around its text and unit, a switch on its label.
    const isOutlined = (shown: Element | null): boolean => {
      if (shown === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      path: [...path, element.localName].join(" "),
      name: (element.ariaLabel ?? element.textContent ?? "").trim().replaceAll(/\s+/gu, " "),
      isMarked: [element, element.parentElement].some(isOutlined),
      isInView: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    };
  });
}

/** Goes on by Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    passed.push(stop?.name.slice(0, 40) ?? "");
    if (typeof name === "string" ? stop?.name === name : name.test(stop?.name ?? "")) return;
  }
  throw new Error(`${String(name)} was not among ${passed.join(" | ")}`);
}

describe("by keyboard alone", () => {
  test("a visit from an example to a bill, a link and another workload", () =>
    onPage(async (page) => {
      await tabTo(page, "Image processing");
      await page.keyboard.press("Enter");
      await expect.poll(() => sentence(page).innerText()).not.toContain("2,628,000");
      const images = await sentence(page).innerText();

      await tabTo(page, "What else would change the answer");
      await page.keyboard.press("Enter");
      await page.locator("cost-flips table").waitFor();

      await tabTo(page, "Share & export");
      await page.keyboard.press("Enter");
      await page.locator("cost-share pre").first().waitFor();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator("cost-share").count()).toBe(0);

      await page.locator("decision-map [aria-busy=false]").waitFor();
      await tabTo(page, /^Decision map/u);
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Shift+ArrowUp");
      await page.keyboard.press("Enter");
      await expect.poll(() => sentence(page).innerText()).not.toBe(images);
      await page.keyboard.press("Control+z");
      await expect.poll(() => sentence(page).innerText()).toBe(images);

      await tabTo(page, /^AWS Lambda arm64/u);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Formula/u);
      await page.keyboard.press("Enter");
      await page.locator("cost-bill .source dl").first().waitFor();
    }));

  test("every stop on the way through the page, with all groups open, is marked and in view", () =>
    onPage(async (page) => {
      await openEveryGroup(page);
      await page.evaluate(() => {
        scrollTo(0, 0);
        (document.activeElement as HTMLElement | null)?.blur();
      });
      const stops: Stop[] = [];
      for (;;) {
        await page.keyboard.press("Tab");
        const stop = await focused(page);
        if (stop === null || stops.length > 400) break;
        stops.push(stop);
      }
      expect(stops.length).toBeGreaterThan(120);
      expect(stops.length).toBeLessThan(400);
      expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect(stops.filter(({ isInView }) => !isInView)).toEqual([]);
      const parts = new Set(stops.map(({ path }) => path.split(" ")[1]));
      for (const part of [
        "cost-form",
        "cost-summary",
        "cost-chart",
        "decision-map",
        "cost-tools",
      ]) {
        expect(parts).toContain(part);
      }
    }));
});
