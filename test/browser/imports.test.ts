import { describe, expect, test } from "vitest";
import { accessibilityFaults, field, openGroup, sentence } from "./_page.ts";
import { servedPages } from "./_served.ts";

const onPage = servedPages({ seen: [] });

const REPORTS = Array.from(
  { length: 40 },
  (_, index) =>
    `REPORT RequestId: ${index} Duration: ${100 + index}.00 ms Billed Duration: 1 ms Memory Size: 1024 MB Max Memory Used: ${200 + index} MB${index % 10 === 0 ? " Init Duration: 300.00 ms" : ""}`,
).join("\n");

describe("pasted measurements", () => {
  test("are shown before they are used, fill in the inputs, and are taken back by one undo", () =>
    onPage(async (page) => {
      const before = await sentence(page).innerText();
      await page.getByRole("button", { name: "Paste measurements…" }).click();
      const dialog = page.getByRole("dialog", { name: "Paste measurements" });
      const apply = dialog.getByRole("button", { name: "Use these values" });
      expect(await apply.isDisabled()).toBe(true);
      await dialog.getByRole("textbox", { name: "Paste here" }).fill(`START\n${REPORTS}`);
      await dialog.getByText("40 REPORT lines read.").waitFor();
      await dialog.getByText("Lines not used: 1 (1)").waitFor();
      const row = (name: string) => dialog.getByRole("row", { name: new RegExp(`^${name}`, "u") });
      expect(await row("Memory 512").innerText()).toMatch(/1,024 MB$/u);
      expect(await row("Cold starts").innerText()).toMatch(/0%\s+10%$/u);
      expect(await row("Distribution").innerText()).toMatch(/p50 119 ms, p95 137 ms, p99 139 ms$/u);
      expect(await sentence(page).innerText()).toBe(before);
      await apply.click();
      await expect.poll(() => field(page, "Memory").inputValue()).toBe("1,024");
      expect(await field(page, "Execution time").inputValue()).toBe("119.5");
      await page.getByText("A measured distribution of times is used.").waitFor();
      await openGroup(page, "Functions");
      await expect
        .poll(() => field(page, "Share of requests that start an instance").inputValue())
        .toBe("0.1");
      await openGroup(page, "Machines");
      await expect.poll(() => field(page, "Memory per request in flight").inputValue()).toBe("239");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => sentence(page).innerText()).toBe(before);
      expect(await field(page, "Memory").inputValue()).toBe("512");
    }));

  test("of a distribution give way to a time that is typed", () =>
    onPage(async (page) => {
      await page.getByRole("button", { name: "Paste measurements…" }).click();
      await page.getByRole("textbox", { name: "Paste here" }).fill(REPORTS);
      await page.getByRole("button", { name: "Use these values" }).click();
      const note = page.getByText("A measured distribution of times is used.");
      await note.waitFor();
      await field(page, "Execution time").fill("0.5s");
      await expect.poll(() => note.count()).toBe(0);
      expect(await sentence(page).innerText()).toMatch(/^At 2,628,000/u);
    }));

  test("of power tuning leave the choice of the size", () =>
    onPage(async (page) => {
      await page.getByRole("button", { name: "Paste measurements…" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill(
        JSON.stringify({
          power: 512,
          duration: 150,
          cost: 1,
          stats: [
            { value: 512, averageDuration: 150, averagePrice: 1 },
            { value: 1024, averageDuration: 80, averagePrice: 2 },
          ],
        }),
      );
      await dialog.getByRole("combobox", { name: "Memory size" }).selectOption({ index: 1 });
      await dialog.getByRole("button", { name: "Use these values" }).click();
      await expect.poll(() => field(page, "Memory").inputValue()).toBe("1,024");
      expect(await field(page, "Execution time").inputValue()).toBe("80");
    }));

  test("that say nothing cannot be used, and the dialog is left by Escape", () =>
    onPage(async (page) => {
      const opener = page.getByRole("button", { name: "Paste measurements…" });
      await opener.click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill("good morning");
      await dialog.getByText("Nothing was recognised.").waitFor();
      expect(await dialog.getByRole("button", { name: "Use these values" }).isDisabled()).toBe(
        true,
      );
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("cost-import").count()).toBe(0);
    }));

  test("are read from a file", () =>
    onPage(async (page) => {
      await page.getByRole("button", { name: "Paste measurements…" }).click();
      await page.locator("cost-import input[type=file]").setInputFiles({
        name: "log.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("duration=20 ms\nduration=40 ms"),
      });
      await page.getByRole("button", { name: "Use these values" }).click();
      await expect.poll(() => field(page, "Execution time").inputValue()).toBe("30");
    }));
});

describe("hourly counts", () => {
  const day = Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 100 : 1000)).join("\n");

  test("set the profile and the executions", () =>
    onPage(async (page) => {
      await openGroup(page, "When requests come");
      await page.getByRole("button", { name: "Import hourly counts…" }).click();
      const dialog = page.getByRole("dialog", { name: "Import hourly counts" });
      await dialog.getByRole("textbox").fill(day);
      await dialog.getByText("Counts of 24 hours were read.").waitFor();
      await dialog.getByRole("button", { name: "Use these values" }).click();
      await expect
        .poll(() => field(page, "Executions").inputValue())
        .toBe(new Intl.NumberFormat("en-US").format(Math.round((16_800 / 24) * 730)));
      const bars = page.getByRole("slider", { name: /^\d+:00 to/u });
      expect(await bars.first().getAttribute("aria-valuenow")).toBe("10");
      expect(await bars.nth(8).getAttribute("aria-valuenow")).toBe("100");
    }));

  test("name the line that has no count", () =>
    onPage(async (page) => {
      await openGroup(page, "When requests come");
      await page.getByRole("button", { name: "Import hourly counts…" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill(`${day}\nlots`);
      await dialog.getByText("Line 25: “lots” has no count.").waitFor();
      expect(await dialog.getByRole("button", { name: "Use these values" }).isDisabled()).toBe(
        true,
      );
    }));
});

describe("the dialogs in Japanese on a phone", () => {
  test("are complete, fit, and have no accessibility faults", () =>
    onPage(
      async (page) => {
        await openGroup(page, "ワークロード");
        await page.getByRole("button", { name: "実測値を貼り付ける…" }).click();
        const dialog = page.getByRole("dialog", { name: "実測値を貼り付ける" });
        await dialog.getByRole("textbox", { name: "ここに貼り付け" }).fill(REPORTS);
        await dialog.getByText("REPORT 行を 40 件読み取りました。").waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await dialog
          .locator(".inside")
          .evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(overflow).toBe(0);
      },
      { locale: "ja-JP", colorScheme: "dark", viewport: { width: 320, height: 700 } },
    ));
});
