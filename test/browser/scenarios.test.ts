import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults, field, openPage, sentence } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Runs on a page with the scenarios open, which must end without errors. */
async function onScenarios(
  run: (page: Page, list: Locator) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
): Promise<void> {
  const { page, faults, close } = await openPage(browser, `${served.url}/`, {
    seen: [],
    ...options,
  });
  try {
    await openScenarios(page);
    await run(page, page.locator("cost-scenarios"));
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}

async function openScenarios(page: Page): Promise<void> {
  await page.locator("cost-tools button[aria-expanded]").last().click();
  await page.locator("cost-scenarios table").waitFor();
}

/** Sets the executions and saves the result under a name. */
async function save(page: Page, name: string, executions: string): Promise<void> {
  await field(page, "Executions").fill(executions);
  await expect.poll(() => sentence(page).innerText()).toContain(`At ${executions} requests`);
  await page.getByRole("textbox", { name: "Name of the scenario" }).fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(`Saved: ${name}`).waitFor();
}

function rowOf(list: Locator, name: string): Locator {
  return list.getByRole("row", { name: new RegExp(`^${name}`, "u") });
}

describe("scenarios", () => {
  test("stand side by side with what is set now, with the figures that each has alone", () =>
    onScenarios(async (page, list) => {
      await save(page, "Busy", "100,000,000");
      const alone = await page.locator("cost-summary .answer button").allInnerTexts();
      await save(page, "Quiet", "1,000,000");
      await expect.poll(() => rowOf(list, "Busy").innerText()).toContain("100,000,000");
      const busy = await rowOf(list, "Busy").innerText();
      for (const cost of alone) expect(busy).toContain(cost);
      expect(await rowOf(list, "As it is set now").innerText()).toContain("1,000,000");
      expect(await list.getByRole("row").count()).toBe(4);
    }));

  test("are there after a reload, are opened, renamed, deleted and brought back", () =>
    onScenarios(async (page, list) => {
      await save(page, "Busy", "100,000,000");
      await field(page, "Executions").fill("1,000");
      await page.reload();
      await page.locator("cost-summary .answer p").waitFor();
      await openScenarios(page);
      await list.getByRole("button", { name: "Open Busy" }).click();
      await expect.poll(() => sentence(page).innerText()).toContain("At 100,000,000 requests");
      await list.getByRole("button", { name: "Rename Busy" }).click();
      await list.getByRole("textbox", { name: "Rename Busy" }).fill("Very busy");
      await list.getByRole("textbox", { name: "Rename Busy" }).press("Enter");
      await rowOf(list, "Very busy").waitFor();
      await list.getByRole("button", { name: "Delete Very busy" }).click();
      await expect.poll(() => rowOf(list, "Very busy").count()).toBe(0);
      await list.getByRole("button", { name: "Undo" }).click();
      await rowOf(list, "Very busy").waitFor();
    }));

  test("are laid over the chart, and taken off it", () =>
    onScenarios(async (page, list) => {
      await save(page, "Busy", "100,000,000");
      const box = list.getByRole("checkbox", { name: "Show Busy in the chart" });
      await box.check();
      const chart = page.locator("cost-chart");
      await expect.poll(() => chart.locator("table").innerText()).toContain("Busy");
      await box.uncheck();
      await expect.poll(() => chart.locator("table").innerText()).not.toContain("Busy");
    }));

  test("that were looked at lately are listed with what they were", () =>
    onScenarios(async (page, list) => {
      await field(page, "Memory").fill("1024");
      await expect.poll(() => page.url()).toContain("memory=1024");
      await page.goto(`${served.url}/`);
      await page.locator("cost-summary .answer p").waitFor();
      await openScenarios(page);
      await list.getByRole("button", { name: "Tokyo, 1 GB, 120 ms, 2.63M a month" }).click();
      await expect.poll(() => field(page, "Memory").inputValue()).toBe("1,024");
    }));

  test("of another page of the same browser appear at once", () =>
    onScenarios(async (page, list) => {
      const other = await page.context().newPage();
      await other.goto(`${served.url}/`);
      await openScenarios(other);
      await other.getByRole("textbox", { name: "Name of the scenario" }).fill("From there");
      await other.getByRole("button", { name: "Save", exact: true }).click();
      await rowOf(list, "From there").waitFor();
      expect(await list.getByRole("row").count()).toBe(3);
    }));

  test("last as long as the page where storage is blocked, which says so", async () => {
    const context = await browser.newContext({ locale: "en-US" });
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await page.goto(`${served.url}/`);
    await page.locator("cost-summary .answer p").waitFor();
    await openScenarios(page);
    await page.getByText("This browser keeps nothing for this page").waitFor();
    await save(page, "Busy", "100,000,000");
    expect(await rowOf(page.locator("cost-scenarios"), "Busy").count()).toBe(1);
    await context.close();
  });

  test("are for the page alone: an element on a page of others has none", () =>
    onScenarios(async (page) => {
      const simulator = page.locator("cost-simulator");
      await simulator.evaluate((element) => element.removeAttribute("scenarios"));
      await expect
        .poll(() => page.locator("cost-tools button[aria-expanded]").allInnerTexts())
        .toHaveLength(1);
      expect(await page.locator("cost-scenarios").count()).toBe(0);
    }));
});

describe.each([
  ["en-US", 1280, "light"],
  ["ja-JP", 320, "dark"],
] as const)("in %s at %d pixels", (locale, width, colorScheme) => {
  test("everything is named, in place and readable", () =>
    onScenarios(
      async (page, list) => {
        await list.getByRole("textbox").fill("夜間 batch");
        await list.getByRole("button").first().click();
        await list.getByRole("checkbox").check();
        await list.locator(".actions button").nth(1).click();
        await list.locator(".rename input").waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
      { locale, colorScheme, viewport: { width, height: 800 } },
    ));
});
