import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { openPage, PARTS_BELOW } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const PARTS = ["cost-summary", "cost-form", ...PARTS_BELOW] as const;

/** What a page says, part by part, in and out of sight. */
function said(page: Page): Promise<Record<string, string>> {
  return page.evaluate((parts) => {
    const textOf = (node: Node): string => {
      if (node instanceof HTMLStyleElement) return "";
      const value = node instanceof HTMLInputElement ? ` ${node.value}` : "";
      const inside = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
      const own = node instanceof Text ? ` ${node.data}` : "";
      return own + value + [...inside, ...node.childNodes].map((child) => textOf(child)).join("");
    };
    const root = document.querySelector("cost-simulator")?.shadowRoot;
    return Object.fromEntries(
      parts.map((part) => {
        const element = root?.querySelector(part);
        if (!element) throw new Error(`no ${part}`);
        return [part, textOf(element).replaceAll(/\s+/gu, " ")];
      }),
    );
  }, PARTS);
}

/**
 * Draws a slider of the form, `steps` times within one task, and then, in the same task, clicks what is
 * given: nothing has had the time to follow.
 */
function draw(
  page: Page,
  { field, steps, click }: { field: string; steps: number; click?: string },
): Promise<void> {
  return page.evaluate(
    ([name, count, button]) => {
      const root = document.querySelector("cost-simulator")?.shadowRoot;
      const form = root?.querySelector("cost-form")?.shadowRoot;
      const slider = form
        ?.querySelector(`cost-field[name=${name}]`)
        ?.shadowRoot?.querySelector<HTMLInputElement>("input[type=range]");
      if (!slider) throw new Error(`no slider of ${name}`);
      for (let step = 1; step <= count; step += 1) {
        slider.value = String(Number(slider.max) - 40 + step);
        slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }
      if (button === undefined) return;
      const shared = root?.querySelector("cost-tools")?.shadowRoot?.querySelector("cost-share");
      shared?.shadowRoot?.querySelector<HTMLButtonElement>(button)?.click();
    },
    [field, steps, click] as const,
  );
}

const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);

describe("a slider that is drawn", () => {
  test("leaves every part, in and out of sight, as a page that is opened with its link", async () => {
    const { page, faults, close } = await openPage(browser, `${served.url}/`);
    const before = await said(page);
    await draw(page, { field: "durationMs", steps: 12 });
    await draw(page, { field: "memoryMb", steps: 25 });
    await expect.poll(() => hash(page)).toMatch(/time=\d+/u);
    await expect.poll(() => hash(page)).toMatch(/memory=\d+/u);
    const opened = await openPage(browser, `${served.url}/${await hash(page)}`);
    const expected = await said(opened.page);
    for (const part of PARTS) expect(expected[part]).not.toBe(before[part]);
    // Only the form differs: there is something to undo.
    await expect.poll(() => said(page)).toEqual({ ...expected, "cost-form": expect.any(String) });
    expect(faults).toEqual([]);
    await opened.close();
    await close();
  });

  test("is followed at once by what is seen, and by what is out of sight when it rests", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, { seen: ["cost-breakdown"] });
    const before = await said(page);
    const during = await page.evaluate(async () => {
      const root = document.querySelector("cost-simulator")?.shadowRoot;
      const field = root
        ?.querySelector("cost-form")
        ?.shadowRoot?.querySelector("cost-field[name=memoryMb]");
      const slider = field?.shadowRoot?.querySelector<HTMLInputElement>("input[type=range]");
      const text = (part: string) => root?.querySelector(part)?.shadowRoot?.textContent ?? "";
      const texts = () => [text("cost-summary"), text("cost-breakdown")];
      const first = texts();
      const results: { isSummaryNew: boolean; isBreakdownNew: boolean }[] = [];
      // What is out of sight is known at the end of the frame after it was rendered.
      for (let frame = 0; frame < 2; frame += 1) {
        // oxlint-disable-next-line no-await-in-loop -- a frame after another
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      for (let step = 0; step < 6; step += 1) {
        // oxlint-disable-next-line no-await-in-loop -- a frame after another, as they are drawn
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (!slider) throw new Error("no slider");
        slider.value = String(Number(slider.max) - 20 + step);
        slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        // oxlint-disable-next-line no-await-in-loop -- what follows at once has by then
        await new Promise((resolve) => setTimeout(resolve));
        const [summary, breakdown] = texts();
        results.push({
          isSummaryNew: summary !== first[0],
          isBreakdownNew: breakdown !== first[1],
        });
      }
      return results;
    });
    expect(during).toHaveLength(6);
    expect(during.every(({ isSummaryNew }) => isSummaryNew)).toBe(true);
    expect(during[0]?.isBreakdownNew).toBe(false);
    await expect
      .poll(async () => (await said(page))["cost-breakdown"])
      .not.toBe(before["cost-breakdown"]);
    await close();
  });

  test("has its last value copied, even before anything follows", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, {
      seen: [],
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.locator("cost-tools button").first().click();
    await page.locator("cost-share pre").first().waitFor();
    await draw(page, { field: "memoryMb", steps: 7, click: ".head button[aria-describedby=link]" });
    await expect.poll(() => hash(page)).toMatch(/memory=\d+/u);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).hash).toBe(await hash(page));
    await close();
  });

  test("writes no address for each step", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, { seen: [] });
    await page.evaluate(() => {
      const replaceState = history.replaceState.bind(history);
      Object.assign(globalThis, { written: 0 });
      history.replaceState = (...state) => {
        (globalThis as unknown as { written: number }).written += 1;
        replaceState(...state);
      };
    });
    await draw(page, { field: "memoryMb", steps: 1 });
    await expect.poll(() => hash(page)).toMatch(/memory=\d+/u);
    await draw(page, { field: "memoryMb", steps: 30 });
    const drawn = await hash(page);
    await expect.poll(() => hash(page)).not.toBe(drawn);
    const written = await page.evaluate(
      () => (globalThis as unknown as { written: number }).written,
    );
    expect(written).toBeLessThan(5);
    await close();
  });
});
