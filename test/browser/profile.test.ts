import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openGroup } from "./_page.ts";
import { servedPages } from "./_served.ts";

const onPage = servedPages({ seen: [] });

const hour = (page: Page, from: number, day = "") =>
  page.getByRole("slider", { name: `${day} ${from}:00 to ${from + 1}:00`.trim(), exact: true });
const value = async (page: Page, from: number, day = "") =>
  Number(await hour(page, from, day).getAttribute("aria-valuenow"));

describe("the profile of the hours", () => {
  test("is set by keys, hour by hour", () =>
    onPage(async (page) => {
      await openGroup(page, "When requests come");
      await hour(page, 0).focus();
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => value(page, 0)).toBe(55);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("End");
      await expect.poll(() => value(page, 2)).toBe(100);
      await page.keyboard.press("PageDown");
      await expect.poll(() => value(page, 2)).toBe(80);
      await page.keyboard.press("Home");
      await expect.poll(() => value(page, 2)).toBe(0);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => value(page, 1)).toBe(45);
    }));

  test("is drawn with one stroke", () =>
    onPage(async (page) => {
      await openGroup(page, "When requests come");
      const bars = page.locator("cost-profile .bars");
      await bars.scrollIntoViewIfNeeded();
      const box = await bars.boundingBox();
      if (box === null) throw new Error("the bars are not shown");
      const at = (from: number, percent: number) =>
        [
          box.x + ((from + 0.5) / 24) * box.width,
          box.y + (1 - percent / 100) * box.height,
        ] as const;
      await page.mouse.move(...at(3, 20));
      await page.mouse.down();
      await page.mouse.move(...at(4, 60), { steps: 4 });
      await page.mouse.move(...at(5, 90), { steps: 4 });
      await page.mouse.up();
      await page.mouse.move(...at(9, 10));
      await expect.poll(async () => Math.abs((await value(page, 5)) - 90)).toBeLessThanOrEqual(2);
      expect(Math.abs((await value(page, 4)) - 60)).toBeLessThan(35);
      expect(await value(page, 9)).toBe(50);
    }));

  test("has typical days, and a busiest hour that machines must carry", () =>
    onPage(async (page) => {
      await openGroup(page, "When requests come");
      await page.getByRole("button", { name: "At night" }).click();
      await page.getByText("The busiest hour has 8 times the mean of all.").waitFor();
      await page.getByRole("button", { name: "Even", exact: true }).click();
      await expect
        .poll(() =>
          page.getByRole("button", { name: "Even", exact: true }).getAttribute("aria-pressed"),
        )
        .toBe("true");
    }));

  test("can be of a week, and each day is set for itself", () =>
    onPage(async (page) => {
      await openGroup(page, "When requests come");
      await page.getByRole("radio", { name: "By weekday" }).check();
      await page.getByRole("button", { name: "Office hours" }).click();
      const monday = await value(page, 10, "Mon");
      await page.getByRole("radio", { name: "Sun", exact: true }).check();
      await expect.poll(() => value(page, 10, "Sun")).toBeLessThan(monday / 4);
      await hour(page, 10, "Sun").press("End");
      await expect.poll(() => value(page, 10, "Sun")).toBe(100);
      await page.getByRole("radio", { name: "Mon", exact: true }).check();
      await expect.poll(() => value(page, 10, "Mon")).toBe(monday);
      await page.getByRole("radio", { name: "Every day alike" }).check();
      await expect.poll(() => value(page, 10)).toBe(100);
    }));
});
