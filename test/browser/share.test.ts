import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults, field, openPage, sentence, type OpenedPage } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Runs on a page with “Share & export” open, which must end without errors. */
async function onShare(
  run: (page: Page, opened: OpenedPage) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
): Promise<void> {
  const opened = await openPage(browser, `${served.url}/`, { seen: [], ...options });
  try {
    await opened.page.locator("cost-tools button[aria-expanded]").first().click();
    await opened.page.locator("cost-share pre").first().waitFor();
    await run(opened.page, opened);
    expect(opened.faults).toEqual([]);
  } finally {
    await opened.close();
  }
}

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** Copies one of the texts, and reads the clipboard. */
async function copied(page: Page, what: string): Promise<string> {
  await page.getByRole("button", { name: "Copy", exact: true, description: what }).click();
  await expect.poll(() => page.locator("cost-share .told").innerText()).toContain(what);
  return page.evaluate(() => navigator.clipboard.readText());
}

async function downloaded(page: Page, what: string): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download: ${what}` }).click();
  const download = await downloading;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

/** The costs in the ranking, from the cheapest. */
function shownCosts(page: Page): Promise<string[]> {
  return page.locator("cost-summary li.row .cost").allInnerTexts();
}

const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

describe("what is copied", () => {
  test("the link opens the same answer elsewhere", () =>
    onShare(async (page) => {
      await field(page, "Memory").fill("1024");
      await expect.poll(() => page.locator("cost-share pre").first().innerText()).toContain("1024");
      const link = await copied(page, "Link");
      expect(link).toBe(`${served.url}/#v=1&memory=1024`);
      const costs = await shownCosts(page);
      const other = await openPage(browser, `${served.url}/`, { seen: [] });
      await other.page.goto(link);
      await other.page.reload();
      await expect.poll(() => shownCosts(other.page)).toEqual(costs);
      await other.close();
    }, CLIPBOARD));

  test("the API call answers with the figures of the page", () =>
    onShare(async (page) => {
      await field(page, "Executions").fill("40,000,000");
      await expect.poll(() => sentence(page).innerText()).toMatch(/^At 40,000,000/u);
      const command = await copied(page, "API call");
      const [, url = "", body = ""] =
        /^curl -s (\S+) [^']*'[^']+' \\\s+-d '([^']+)'$/su.exec(command) ?? [];
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      expect(response.status).toBe(200);
      const { data } = (await response.json()) as { data: CompareAnswer };
      const costs = data.offers
        .map(({ monthly_cost: cost }) => cost ?? 0)
        .toSorted((a, b) => a - b);
      expect(costs.map((cost) => DOLLARS.format(cost))).toEqual(await shownCosts(page));
    }, CLIPBOARD));

  test("the Markdown tables hold the ranking as it is shown", () =>
    onShare(async (page) => {
      const text = await copied(page, "Markdown");
      expect(text).toContain(`[Open in the simulator](${served.url}/#v=1)`);
      expect(text).toContain("| Offer | Cost a month |");
      for (const cost of await shownCosts(page)) expect(text).toContain(` ${cost} |`);
    }, CLIPBOARD));

  test("the element has the inputs in its attributes, and all of them where there are more", () =>
    onShare(async (page) => {
      const plain = await copied(page, "Embed");
      expect(plain).toContain(
        `<script type="module" src="${served.url}/embed/cost-simulator.js"></script>`,
      );
      expect(plain).toContain('memory-mb="512"');
      await page.getByRole("radio", { name: "JPY" }).check();
      // The address follows what is set; another is opened after it has.
      await expect.poll(() => page.url()).toContain("JPY");
      await page.goto(`${served.url}/#v=1&sizing=fixed`);
      await page.reload();
      await page.locator("cost-tools button[aria-expanded]").first().click();
      const full = await copied(page, "Embed");
      expect(full).toContain('state="v=1&amp;sizing=fixed"');
    }, CLIPBOARD));

  test("what is opened stands below both buttons, which stay where they are", () =>
    onShare(async (page) => {
      const buttons = page.locator("cost-tools button[aria-expanded]");
      const tops = () =>
        buttons.evaluateAll((all) => all.map((button) => button.getBoundingClientRect().top));
      const [first = 0, second = 0] = await tops();
      expect(second).toBe(first);
      await buttons.last().click();
      await page.locator("cost-scenarios table").waitFor();
      expect(await page.locator("cost-share").count()).toBe(0);
      const [, bottom = 0] = await buttons.evaluateAll((all) =>
        all.map((button) => button.getBoundingClientRect().bottom),
      );
      const panel = await page.locator("cost-scenarios").boundingBox();
      expect(panel?.y).toBeGreaterThan(bottom);
      await buttons.last().click();
      await expect.poll(() => page.locator("cost-scenarios").count()).toBe(0);
    }));

  test("without a clipboard the old way is taken", () =>
    onShare(async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        const texts: string[] = [];
        Object.assign(globalThis, { texts });
        document.addEventListener("copy", () => {
          const { activeElement } = document;
          if (activeElement instanceof HTMLTextAreaElement) texts.push(activeElement.value);
        });
      });
      await page.getByRole("button", { name: "Copy", exact: true, description: "Link" }).click();
      await page.getByText("Copied: Link").waitFor();
      const texts = await page.evaluate(() => (globalThis as unknown as { texts: string[] }).texts);
      expect(texts).toEqual([`${served.url}/#v=1`]);
      expect(await page.locator("textarea").count()).toBe(0);
    }));

  test("where nothing can be copied it says so", () =>
    onShare(async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
      });
      await page.getByRole("button", { name: "Copy", exact: true, description: "Link" }).click();
      await page.getByText("The browser does not allow copying here.").waitFor();
      expect(await page.getByRole("button", { name: "Copied" }).count()).toBe(0);
    }));
});

describe("what is saved", () => {
  test("a CSV with every line of every bill", () =>
    onShare(async (page) => {
      const { name, text } = await downloaded(page, "CSV, every bill");
      expect(name).toBe("cost_comparison_bills.csv");
      const [header = "", ...rows] = text.split("\n");
      expect(header.startsWith("offer,kind,provider,region,monthly_cost,")).toBe(true);
      expect(rows.length).toBeGreaterThan(14);
      const costs = rows.map((row) => DOLLARS.format(Number(row.split(",")[4])));
      expect([...new Set(costs)].toSorted()).toEqual(
        [...new Set(await shownCosts(page))].toSorted(),
      );
    }));

  test("the old CSV in the API's columns", () =>
    onShare(async (page) => {
      const { name, text } = await downloaded(page, "CSV, Lambda against machines");
      expect(name).toBe("cost_comparison_with_egress.csv");
      const [header, ...rows] = text.trim().split("\n");
      expect(header).toBe(
        "provider,instance_type,lambda_execution_cost_usd,lambda_egress_cost_usd,lambda_total_cost_usd,vm_fixed_cost_usd,vm_egress_cost_usd,vm_total_cost_usd",
      );
      expect(rows.length).toBe(5);
      expect(rows[0]).toMatch(/^aws_ec2,t4g\.small(?:,\d+\.\d{4}){6}$/u);
    }));

  test("JSON with the question and what the API answers to it", () =>
    onShare(async (page) => {
      const { name, text } = await downloaded(page, "JSON");
      expect(name).toBe("cost_comparison.json");
      const { request, answer } = JSON.parse(text) as { request: object; answer: CompareAnswer };
      const response = await served.fetch("/api/v1/compare", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
      });
      expect(answer).toEqual(((await response.json()) as { data: CompareAnswer }).data);
      await page.getByText("Saved: cost_comparison.json").waitFor();
    }));
});

describe("the figures of the answer", () => {
  test.each(["cost-summary .answer button", "cost-summary li.row .cost"])(
    "open their bill: %s",
    (selector) =>
      onShare(async (page) => {
        const cost = page.locator(selector).first();
        const amount = await cost.innerText();
        await cost.click();
        const bill = page.locator("cost-breakdown details[open]");
        await bill.locator("cost-bill table").waitFor();
        expect(await bill.locator("summary .cost").innerText()).toBe(amount);
        expect(await bill.locator("tfoot td").innerText()).toBe(amount);
        const focused = await page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot) element = element.shadowRoot.activeElement;
          return element?.tagName;
        });
        expect(focused).toBe("SUMMARY");
      }),
  );
});

describe.each([
  ["en-US", 1280, "light"],
  ["ja-JP", 320, "dark"],
] as const)("in %s at %d pixels", (locale, width, colorScheme) => {
  test("everything is named, in place and readable", () =>
    onShare(
      async (page) => {
        expect(await accessibilityFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
      { locale, colorScheme, viewport: { width, height: 800 } },
    ));
});
