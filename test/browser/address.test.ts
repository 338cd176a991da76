import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { field, openPage } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const LINK = "#v=1&memory=2048";

describe("the address of the page", () => {
  test("follows what is set, and a link that is opened is taken", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, { seen: [] });
    const hash = () => page.evaluate(() => location.hash);
    await field(page, "Memory").fill("1024");
    await expect.poll(hash).toBe("#v=1&memory=1024");
    await page.evaluate((link) => location.assign(link), LINK);
    await expect.poll(() => field(page, "Memory").inputValue()).toBe("2,048");
    expect(await hash()).toBe(LINK);
    await field(page, "Memory").fill("512");
    await expect.poll(hash).toBe("#v=1");
    await close();
  });

  test("is that of a link which is opened while a change is on its way", async () => {
    const { page, close } = await openPage(browser, `${served.url}/`, { seen: [] });
    await field(page, "Memory").fill("1024");
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#v=1&memory=1024");
    // Both in one task: the link is opened before anything tells of the change, and before `hashchange`.
    await page.evaluate((link) => {
      const radios = document
        .querySelector("cost-simulator")
        ?.shadowRoot?.querySelectorAll<HTMLInputElement>("input[type=radio]");
      const yen = [...(radios ?? [])].find(({ value }) => value === "JPY");
      if (yen === undefined) throw new Error("there is no choice of yen");
      location.assign(link);
      yen.click();
    }, LINK);
    await expect.poll(() => field(page, "Memory").inputValue()).toBe("2,048");
    expect(await page.evaluate(() => location.hash)).toBe(LINK);
    await close();
  });
});
