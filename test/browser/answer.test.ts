import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFaults, field, sentence } from "./_page.ts";
import { servedPages } from "./_served.ts";

const onPage = servedPages({ seen: [] });

function fact(page: Page, label: string | RegExp) {
  return page.locator("cost-summary .facts > div").filter({ hasText: label }).locator("dd");
}

describe("the examples", () => {
  test("each give an answer of their own, and show which one was taken", () =>
    onPage(async (page) => {
      const chips = page.locator("cost-examples button");
      const sentences = new Set([await sentence(page).innerText()]);
      for (const chip of await chips.all()) {
        const before = await sentence(page).innerText();
        await chip.click();
        await expect.poll(() => sentence(page).innerText()).not.toBe(before);
        expect(await chip.getAttribute("aria-pressed")).toBe("true");
        sentences.add(await sentence(page).innerText());
        expect(await page.locator("cost-summary li.unavailable").count()).toBe(0);
      }
      expect(sentences.size).toBe(6);
      expect(await page.locator("cost-examples [aria-pressed=true]").count()).toBe(1);
      await field(page, "Memory").fill("300");
      await expect.poll(() => page.locator("cost-examples [aria-pressed=true]").count()).toBe(0);
    }));

  test("are taken back by one undo", () =>
    onPage(async (page) => {
      const before = await sentence(page).innerText();
      await page.getByRole("button", { name: "Image processing" }).click();
      await expect.poll(() => field(page, "Memory").inputValue()).toBe("1,536");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => sentence(page).innerText()).toBe(before);
      expect(await field(page, "Memory").inputValue()).toBe("512");
    }));
});

describe("the answer", () => {
  test("says what is saved a month and a year, and where the answer turns next", () =>
    onPage(async (page) => {
      await page.getByRole("button", { name: "Image processing" }).click();
      await expect
        .poll(() => fact(page, "Saved against the cheapest machine").innerText())
        .toMatch(/^\$12\.96 a month \$155\.\d\d a year$/u);
      expect(await fact(page, "With more requests the cheapest changes at").innerText()).toMatch(
        /^1,096,192 to OCI Compute/u,
      );
      expect(await fact(page, "With fewer requests the cheapest changes at").count()).toBe(0);
      await field(page, "Executions").fill("1.1M");
      await expect
        .poll(() => fact(page, "With fewer requests the cheapest changes at").innerText())
        .toMatch(/^1,096,192 to AWS Lambda arm64$/u);
    }));

  test("tells on demand what else would change it, and the change does happen there", () =>
    onPage(async (page) => {
      await page.getByRole("button", { name: "API backend" }).click();
      await page.getByText("What else would change the answer").click();
      const time = page.locator("cost-flips tr").filter({ hasText: "Execution time" });
      const below = await time.locator("td").nth(1).innerText();
      const [, value = "", name] = /^([\d.]+) ms\s+(.+)$/u.exec(below) ?? [];
      expect(name).toBe("AWS Lambda arm64");
      const cheapest = page.locator("cost-summary li.row", { hasText: "Cheapest" });
      expect(await cheapest.innerText()).not.toContain("AWS Lambda");
      await field(page, "Execution time").fill(String(Number(value) - 0.5));
      await expect.poll(() => cheapest.innerText()).toContain("AWS Lambda arm64");
      await expect
        .poll(() => time.locator("td").first().innerText())
        .toBe(`${Number(value) - 0.5} ms`);
      expect(await accessibilityFaults(page)).toEqual([]);
    }));

  test("comes before the inputs on a phone, for the eye and for the keyboard", () =>
    onPage(
      async (page) => {
        const top = (selector: string) =>
          page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
        expect(await top("cost-summary")).toBeLessThan(await top("cost-form"));
        expect(await top("cost-form")).toBeLessThan(await top("cost-chart"));
        const box = await sentence(page).boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(667);
      },
      { viewport: { width: 375, height: 667 } },
    ));

  test("is told in Japanese", () =>
    onPage(
      async (page) => {
        await page.getByRole("button", { name: "画像処理" }).click();
        await expect
          .poll(() => fact(page, "最安の仮想マシンとの差額").innerText())
          .toMatch(/^月 \$12\.96 年 \$155/u);
        await page.getByText("結果が変わるほかの条件").click();
        await page.locator("cost-flips th").filter({ hasText: "実行時間" }).waitFor();
      },
      { locale: "ja-JP" },
    ));
});

describe("the verdict", () => {
  test("says first which is cheaper, and changes with the answer", () =>
    onPage(async (page) => {
      const verdict = page.locator("cost-summary .verdict");
      expect(await verdict.innerText()).toBe("Functions are cheaper");
      await field(page, "Executions").fill("900,000,000");
      await expect.poll(() => verdict.innerText()).toBe("Machines are cheaper");
      await field(page, "Memory").fill("20,000");
      await expect.poll(() => verdict.innerText()).toMatch(/^(?:Only machines|Nothing here) do/u);
    }));

  test("leads a phone's visitor to the workload, which is below", () =>
    onPage(
      async (page) => {
        await page.getByRole("button", { name: "Change the workload" }).click();
        await expect
          .poll(() =>
            page
              .locator(".inputs")
              .evaluate((inputs) => Math.abs(inputs.getBoundingClientRect().top)),
          )
          .toBeLessThan(40);
        await page.keyboard.press("Tab");
        const focused = page.locator("cost-form :focus, cost-form summary:focus");
        expect(await focused.count()).toBeGreaterThan(0);
      },
      { viewport: { width: 390, height: 844 } },
    ));

  test("is not led to where the workload is beside it", () =>
    onPage(async (page) => {
      expect(await page.getByRole("button", { name: "Change the workload" }).count()).toBe(0);
    }));

  test("what else would change it is not cut off on a phone", () =>
    onPage(
      async (page) => {
        await page.getByText("What else would change the answer").click();
        await page.locator("cost-flips td strong").first().waitFor();
        const hidden = await page
          .locator("cost-flips .scroll")
          .evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth);
        expect(hidden).toBeLessThanOrEqual(0);
      },
      { viewport: { width: 390, height: 844 } },
    ));
});
