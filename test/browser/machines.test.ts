import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFaults, field, openGroup } from "./_page.ts";
import { servedPages } from "./_served.ts";

const onPage = servedPages({ seen: [] });

async function openList(page: Page): Promise<Locator> {
  await openGroup(page, "Machines");
  await page.getByRole("button", { name: "All types…" }).click();
  const list = page.getByRole("dialog", { name: "Machine types" });
  await allListed(list);
  return list;
}

/** Waits until the types of all providers are there. */
async function allListed(list: Locator): Promise<void> {
  await list.locator("tbody tr").first().waitFor();
  await expect
    .poll(() => list.getByRole("status").innerText())
    .toMatch(/^(?:[\d,]+ of [\d,]+ types|[\d,]+ 種類中 [\d,]+ 種類)$/u);
}

const names = (list: Locator) => list.locator("tbody th").allInnerTexts();
const ranked = (page: Page) => page.locator("cost-summary li.row");

describe("all machine types", () => {
  test("are searched, and one is added and taken out again", () =>
    onPage(async (page) => {
      const list = await openList(page);
      await list.getByRole("searchbox", { name: "Search" }).fill("t3.medium");
      await list.getByRole("button", { name: "Add Amazon EC2 t3.medium" }).click();
      await list.getByRole("button", { name: "Added: Amazon EC2 t3.medium" }).waitFor();
      await list.getByRole("button", { name: "Close" }).click();
      await page.locator("cost-summary").getByText("t3.medium").waitFor();
      await page.getByRole("button", { name: "Remove Amazon EC2 t3.medium" }).click();
      await expect.poll(() => page.locator("cost-summary").getByText("t3.medium").count()).toBe(0);
    }));

  test("are filtered", () =>
    onPage(async (page) => {
      const list = await openList(page);
      await list.getByRole("combobox", { name: "Provider" }).selectOption("aws_ec2");
      await list.getByRole("combobox", { name: "vCPUs, at least" }).selectOption("4");
      await list.getByRole("combobox", { name: "GB, at least" }).selectOption("16");
      await list.getByRole("checkbox", { name: "arm64 only" }).check();
      await list.getByRole("checkbox", { name: "Without burstable" }).check();
      const specs = () =>
        list
          .locator("tbody tr")
          .evaluateAll((rows) =>
            rows.map((row) =>
              [...row.querySelectorAll("td")].slice(0, 2).map((cell) => cell.innerText),
            ),
          );
      await expect
        .poll(async () => (await specs()).every(([vcpu]) => Number(vcpu) >= 4))
        .toBe(true);
      expect((await specs()).every(([, memory]) => Number.parseFloat(memory ?? "") >= 16)).toBe(
        true,
      );
      const left = (await names(list)).join(" ");
      expect(left).not.toContain("burstable");
      expect(left).not.toMatch(/Azure|OCI/u);
      await list.getByRole("searchbox").fill("no such type");
      await expect.poll(() => list.getByRole("status").innerText()).toMatch(/^0 of/u);
    }));

  test("are sorted by what its columns say", () =>
    onPage(async (page) => {
      const list = await openList(page);
      const costs = async () =>
        (await list.locator("tbody td:nth-child(6)").allInnerTexts()).map((text) =>
          Number(text.replaceAll(/[$,]/gu, "")),
        );
      const header = list.getByRole("columnheader", { name: "A month" });
      expect(await header.getAttribute("aria-sort")).toBe("ascending");
      const cheapest = await costs();
      expect(cheapest).toEqual(cheapest.toSorted((a, b) => a - b));
      await header.getByRole("button").click();
      await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
      const dearest = await costs();
      expect(dearest).toEqual(dearest.toSorted((a, b) => b - a));
      expect(dearest[0]).toBeGreaterThan(cheapest.at(-1) ?? 0);
    }));

  test("include a size of a flexible shape that is typed", () =>
    onPage(async (page) => {
      const list = await openList(page);
      await list.getByRole("searchbox").fill("VM.Standard.E4.Flex_3_7");
      await list.getByRole("button", { name: "Add OCI Compute VM.Standard.E4.Flex_3_7" }).click();
      await list.press("Escape");
      await expect
        .poll(() => page.locator("cost-summary").getByText("VM.Standard.E4.Flex_3_7").count())
        .toBe(1);
    }));

  test("are found, added and left by keyboard alone, and the focus comes back", () =>
    onPage(async (page) => {
      await openGroup(page, "Machines");
      const opener = page.getByRole("button", { name: "All types…" });
      await opener.focus();
      await opener.press("Enter");
      await allListed(page.getByRole("dialog"));
      await page.keyboard.type("c7g.large");
      const add = page.getByRole("button", { name: "Add Amazon EC2 c7g.large" });
      await add.focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await page.locator("cost-summary").getByText("c7g.large").waitFor();
      expect(
        await opener.evaluate(
          (button) => (button.getRootNode() as ShadowRoot).activeElement === button,
        ),
      ).toBe(true);
    }));

  test("have no accessibility faults, on a phone in Japanese too", async () => {
    await onPage(async (page) => {
      await openList(page);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
    await onPage(
      async (page) => {
        await openGroup(page, "仮想マシン");
        await page.getByRole("button", { name: "すべてのタイプ…" }).click();
        const list = page.getByRole("dialog", { name: "マシンタイプ" });
        await allListed(list);
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await list
          .locator(".inside")
          .evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(overflow).toBe(0);
      },
      { locale: "ja-JP", colorScheme: "dark", viewport: { width: 320, height: 700 } },
    );
  });
});

describe("suggestions", () => {
  test("are added one by one or all at once, and go when the workload changes", () =>
    onPage(async (page) => {
      await openGroup(page, "Machines");
      await page.getByRole("button", { name: "Suggest for me" }).click();
      const picker = page.locator("cost-machine-picker");
      await picker.getByRole("heading", { name: "Cheapest that carry the load" }).waitFor();
      const before = await ranked(page).count();
      await picker.getByRole("button", { name: /^Add Amazon EC2/u }).click();
      await expect.poll(() => ranked(page).count()).toBe(before + 1);
      await picker.getByRole("button", { name: "Add all" }).click();
      await expect.poll(() => ranked(page).count()).toBeGreaterThan(before + 3);
      expect(await picker.getByRole("button", { name: /^Added: /u }).count()).toBe(5);
      await field(page, "Memory").fill("1024");
      await expect
        .poll(() => picker.getByRole("heading", { name: "Cheapest that carry the load" }).count())
        .toBe(0);
    }));
});

describe("how a machine is paid for", () => {
  test("is chosen for each machine, from the ways in which it is sold", () =>
    onPage(
      async (page) => {
        await openGroup(page, "Machines");
        const purchase = page.getByRole("combobox", {
          name: "How Amazon EC2 t4g.small is paid for",
        });
        await expect.poll(() => purchase.locator("option").count()).toBeGreaterThan(1);
        await purchase.selectOption("commitment_3y");
        await page
          .locator("cost-breakdown")
          .getByText("Amazon EC2 t4g.small (3-year commitment)")
          .waitFor();
        const sakura = page.getByRole("combobox", { name: /Sakura Cloud/u });
        expect(await sakura.locator("option").allInnerTexts()).toEqual([
          expect.stringContaining("on demand"),
        ]);
      },
      { seen: ["cost-breakdown"] },
    ));
});
