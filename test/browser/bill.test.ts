import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults, openPage } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Runs on the bill of an offer, opened from its cost in the ranking. */
async function onBill(
  offer: string,
  run: (bill: Locator, page: Page) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
  link: { readonly fragment: string; readonly cost: string } | null = null,
): Promise<void> {
  const { page, faults, close } = await openPage(browser, `${served.url}/`, {
    seen: [],
    ...options,
  });
  try {
    if (link !== null) {
      await page.goto(`${served.url}/${link.fragment}`);
      await page.locator("cost-summary li", { hasText: link.cost }).waitFor();
    }
    await page.locator("cost-summary li", { hasText: offer }).locator("button.cost").click();
    const bill = page.locator("cost-breakdown details[open] cost-bill");
    await bill.locator("table").waitFor();
    await run(bill, page);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}

/** Opens the formula of a line and says what it has. */
async function formulaOf(bill: Locator, name: string): Promise<string> {
  const summary = bill.locator("summary", { hasText: name });
  await summary.click();
  const formula = bill
    .locator("details.how[open]", {
      has: bill.page().locator("summary", { hasText: name }),
    })
    .locator("dl");
  await formula.waitFor();
  return (await formula.innerText()).replaceAll(/\s+/gu, " ");
}

describe("a line of a bill", () => {
  test("says how its usage follows from the workload, what is free and each tier's price", () =>
    onBill("AWS Lambda arm64", async (bill) => {
      const compute = await formulaOf(bill, "Formula: Compute");
      expect(compute).toContain("2,628,000 requests × 0.12 s billed × 0.5 GB = 157,680 GB-seconds");
      expect(compute).toContain("0.12 s billed: 120 ms, rounded up by 1 ms");
      expect(compute).toContain("400,000 GB-seconds a month are free, of which 157,680 are used.");
      expect(compute).toContain("0 to 7,500,000,000 $0.0000133334");
      expect(compute).toContain("several sources that agree");
      const requests = await formulaOf(bill, "Formula: Requests");
      expect(requests).toContain("all $0.0000002 1,628,000 $0.33");
    }));

  test("follows the inputs while it is open", () =>
    onBill("AWS Lambda arm64", async (bill, page) => {
      expect(await formulaOf(bill, "Formula: Compute")).toContain("× 0.5 GB");
      await page.getByRole("button", { name: "1 GB", exact: true }).click();
      await expect.poll(() => bill.locator("dl").innerText()).toContain("× 1 GB");
    }));

  test("names a price of one's own, and has its formula too", () =>
    onBill(
      "t4g.small",
      async (bill) => {
        await bill.getByText("Source: Own rate").waitFor();
        expect(await formulaOf(bill, "Formula: Machines")).toContain("1 machine × 730 h");
      },
      {},
      { fragment: "#v=1&prices=aws:*:t4g.small:0.01", cost: "$7.30" },
    ));
});

test("a bill that is asked for before its texts have come opens when they have", async () => {
  const page = await browser.newPage({ locale: "en-US", serviceWorkers: "block" });
  try {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    await page.route("**/assets/breakdown-en-*.js", async (route) => {
      ask();
      await released;
      await route.continue();
    });
    await page.goto(served.url);
    await page.locator("cost-form:defined details").first().waitFor();
    const offer = page.locator("cost-summary:defined li", { hasText: "t4g.small" });
    await offer.locator("button.cost").click();
    await asked;
    // The element is there and has been asked; only its texts are missing.
    await page.waitForFunction(() => customElements.get("cost-breakdown") !== undefined);
    release();
    const bill = page.locator("cost-breakdown details[open]");
    await bill.locator("cost-bill table").waitFor();
    expect(await bill.locator("summary .name").first().innerText()).toContain("t4g.small");
  } finally {
    await page.close();
  }
});

test("an open bill stays that of its offer when the ranking changes", () =>
  onBill("t4g.small", async (_bill, page) => {
    const open = page.locator("cost-breakdown details[open] > summary");
    expect(await open.innerText()).toContain("t4g.small");
    await page.getByRole("textbox", { name: "Executions", exact: true }).fill("900,000,000");
    await expect.poll(() => open.innerText()).not.toContain("$15.77");
    expect(await open.innerText()).toContain("t4g.small");
  }));

describe("the bill of machines", () => {
  test("says how many there must be, by each resource", () =>
    onBill("t4g.small", async (bill) => {
      const text = await formulaOf(bill, "How many machines");
      expect(text).toContain("2 vCPU × 20% sustained × 70% that the peak may use");
      expect(text).toContain("= 8.06 requests a second");
      expect(text).toContain("2,048 MB less 256 MB for the system");
      expect(text).toContain("rounded up: 1 machine");
      expect(await bill.locator(".limit").innerText()).toBe("= 8.06 requests a second");
    }));
});

test("all that was assumed is listed, and what of it is as at the start", () =>
  onBill("t4g.small", async (_bill, page) => {
    await page.locator("cost-breakdown summary", { hasText: "Assumptions" }).click();
    const list = page.locator("cost-assumptions");
    const row = (name: string) => list.getByRole("row", { name: new RegExp(`^${name}`, "u") });
    expect(await row("Memory kept for the system").innerText()).toMatch(/256 MB\s+default/u);
    expect(await row("A month").innerText()).toMatch(/730 hours\s+convention/u);
    await page.getByRole("button", { name: "1 GB", exact: true }).click();
    await expect.poll(() => row("Memory\\b(?! [kp])").innerText()).not.toContain("default");
    expect(await accessibilityFaults(page)).toEqual([]);
  }));

describe.each([
  ["en-US", 1280, "light"],
  ["ja-JP", 320, "dark"],
] as const)("in %s at %d pixels", (locale, width, colorScheme) => {
  test("everything that opens is readable and in place", () =>
    onBill(
      "t4g.small",
      async (bill, page) => {
        for (const summary of await bill.locator("summary").all()) await summary.click();
        await bill.locator("dl").last().waitFor();
        if (locale === "ja-JP") {
          await expect
            .poll(() => bill.locator(".scroll").innerText())
            .toContain("2,628,000 リクエスト × 応答 10 KB");
        }
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
        const widths = await bill
          .locator("dl")
          .evaluateAll((lists) => lists.map((list) => list.scrollWidth - list.clientWidth));
        expect(Math.max(...widths)).toBe(0);
      },
      { locale, colorScheme, viewport: { width, height: 800 } },
    ));
});
