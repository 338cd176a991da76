import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CostChangeEvent } from "../../web/elements/cost-change-event.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import {
  accessibilityFaults,
  field,
  openEveryGroup,
  openGroup,
  openPage,
  PARTS_BELOW,
  sentence,
  type OpenedPage,
} from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Runs on a fresh page, which must end without errors, policy violations and foreign requests. */
async function onPage(
  run: (page: Page, opened: OpenedPage) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
): Promise<void> {
  const opened = await openPage(browser, `${served.url}/`, { seen: [], ...options });
  try {
    await run(opened.page, opened);
    expect(opened.faults).toEqual([]);
  } finally {
    await opened.close();
  }
}

describe("the page", () => {
  test("opens with an answer to a sensible question", () =>
    onPage(
      async (page) => {
        const text = await sentence(page).innerText();
        expect(text).toMatch(/^At 2,628,000 requests a month/u);
        expect(text).toMatch(/Functions stay cheaper|Machines stay cheaper/u);
        expect(await page.locator("cost-summary li.row").count()).toBe(7);
        await page.locator("cost-breakdown").scrollIntoViewIfNeeded();
        await expect.poll(() => page.locator("cost-breakdown [part=bill]").count()).toBe(7);
        const crossing = await page.locator("break-even-table tbody").count();
        const never = await page.locator("break-even-table li").count();
        expect(crossing).toBeGreaterThan(0);
        expect(crossing + never).toBe(10);
      },
      { seen: ["break-even-table", "cost-breakdown"] },
    ));

  test.each([390, 1280])("draws all bars to one scale, %d pixels wide", (width) =>
    onPage(
      async (page) => {
        if (width < 600) await openGroup(page, "Workload");
        await field(page, "Executions").fill("900,000,000");
        await expect.poll(() => sentence(page).innerText()).toMatch(/^At 900,000,000/u);
        const tracks = await page
          .locator("cost-summary .row .bar")
          .evaluateAll((bars) => bars.map((bar) => Math.round(bar.getBoundingClientRect().width)));
        expect(tracks.length).toBeGreaterThan(3);
        expect(new Set(tracks).size).toBe(1);
      },
      { viewport: { width, height: 900 } },
    ),
  );

  test("does not move what is already shown", () =>
    onPage(
      async (page) => {
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              new PerformanceObserver((list) => {
                let sum = 0;
                for (const entry of list.getEntries()) {
                  sum += (entry as PerformanceEntry & { value: number }).value;
                }
                resolve(sum);
              }).observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
            }),
        );
        expect(shift).toBeLessThan(0.02);
      },
      { seen: PARTS_BELOW },
    ));

  test("answers while the visitor types", () =>
    onPage(async (page) => {
      await field(page, "Executions").fill("100,000,000");
      await expect.poll(() => sentence(page).innerText()).toMatch(/^At 100,000,000 requests/u);
      await page.getByRole("radio", { name: "per second" }).check();
      await field(page, "Executions").fill("2");
      await expect.poll(() => sentence(page).innerText()).toMatch(/^At 5,256,000 requests/u);
    }));

  test("takes a preset", () =>
    onPage(async (page) => {
      const before = await page.locator("cost-summary .cost").allInnerTexts();
      await page.getByRole("button", { name: "4 GB", exact: true }).click();
      await expect.poll(() => field(page, "Memory").inputValue()).toBe("4,096");
      expect(await page.locator("cost-summary .cost").allInnerTexts()).not.toEqual(before);
    }));

  test("says what is wrong beside the field and keeps the last valid answer", () =>
    onPage(async (page) => {
      const before = await sentence(page).innerText();
      const memory = field(page, "Memory");
      await memory.fill("64");
      await page.getByText("Memory must be at least 128.").waitFor();
      expect(await memory.getAttribute("aria-invalid")).toBe("true");
      expect(await memory.getAttribute("aria-describedby")).toContain("problem");
      await page.getByText("The figures are those of the last valid input").waitFor();
      expect(await sentence(page).innerText()).toBe(before);
      await memory.fill("640");
      await expect.poll(() => memory.getAttribute("aria-invalid")).toBeNull();
    }));

  test("shows an offer that cannot run the workload with the reason", () =>
    onPage(async (page) => {
      await field(page, "Execution time").fill("1200000");
      await page
        .locator("cost-summary")
        .getByText("Allows at most 15 min per execution")
        .first()
        .waitFor();
      await field(page, "Execution time").fill("120");
      await field(page, "Memory").fill("1024");
      await page.getByText("Its memory cannot hold one request").waitFor();
      expect(await page.locator("cost-summary li.unavailable").count()).toBe(1);
    }));

  test("prices another place", () =>
    onPage(async (page) => {
      await page.getByRole("combobox", { name: "Place" }).selectOption("n-virginia");
      await page.getByText("No region there, priced in the nearest one: Sakura Cloud").waitFor();
      await expect
        .poll(() => page.locator("cost-simulator").getAttribute("region"))
        .toBe("us-east-1");
    }));

  test("shows yen at the given rate", () =>
    onPage(async (page) => {
      await page.getByRole("radio", { name: "JPY" }).check();
      await expect.poll(() => sentence(page).innerText()).toMatch(/¥/u);
    }));

  test("opens a bill whose lines name their price and its source", () =>
    onPage(
      async (page) => {
        await page.locator("cost-breakdown").scrollIntoViewIfNeeded();
        const bill = page.locator("cost-breakdown details", { hasText: "AWS Lambda arm64" });
        await bill.locator("summary").click();
        const requests = bill.getByRole("row", { name: /^Requests/u });
        await requests.waitFor();
        expect(await requests.innerText()).toContain("1,000,000");
        expect(await bill.getByRole("link").first().getAttribute("href")).toMatch(/^https:/u);
      },
      { seen: ["cost-breakdown"] },
    ));

  test("takes valid attributes of the page around it and ignores others", () =>
    onPage(
      async (page) => {
        const simulator = page.locator("cost-simulator");
        const shown = () => page.locator("cost-summary .cost").allInnerTexts();
        const before = await shown();
        await simulator.evaluate((element) => element.setAttribute("memory-mb", "1024"));
        await expect.poll(() => field(page, "Memory").inputValue()).toBe("1,024");
        await expect.poll(shown).not.toEqual(before);
        const costs = await shown();
        await simulator.evaluate((element) => {
          element.setAttribute("memory-mb", "-5");
          element.setAttribute("execution-time-ms", "soon");
          element.setAttribute("monthly-executions", "1e99");
          element.setAttribute("currency", "EUR");
          element.setAttribute("region", "nowhere");
        });
        await simulator.evaluate((element) => element.setAttribute("memory-mb", "1024"));
        expect(await shown()).toEqual(costs);
        expect(await field(page, "Executions").inputValue()).toBe("2,628,000");
      },
      { seen: PARTS_BELOW },
    ));

  test("tells the page around it of every comparison", () =>
    onPage(async (page) => {
      const told = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            document.addEventListener(
              "cost-change",
              (event: CostChangeEvent) => resolve(event.detail.offers.length),
              { once: true },
            );
          }),
      );
      await field(page, "Memory").fill("256");
      expect(await told).toBe(7);
      expect(await page.locator("cost-simulator").getAttribute("memory-mb")).toBe("256");
    }));
});

describe("without a mouse", () => {
  test("every control is reached and the language is changed", () =>
    onPage(async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => page.locator("cost-simulator").getAttribute("currency")).toBe("JPY");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("ja");
      await expect.poll(() => sentence(page).innerText()).toMatch(/^月間 2,628,000 リクエスト/u);
    }));

  test("the crosshair reads the costs of another load", () =>
    onPage(
      async (page) => {
        const slider = page.locator("cost-chart").getByRole("slider");
        const before = await slider.getAttribute("aria-valuetext");
        await slider.focus();
        await slider.press("ArrowRight");
        await expect.poll(() => slider.getAttribute("aria-valuetext")).not.toBe(before);
        expect(await page.locator("cost-chart caption").innerText()).not.toContain("2,628,000");
      },
      { seen: ["cost-chart"] },
    ));
});

describe("with a mouse", () => {
  test("the crosshair follows the pointer and goes back", () =>
    onPage(
      async (page) => {
        const caption = page.locator("cost-chart caption");
        await page.locator("cost-chart .u-over").hover({ position: { x: 500, y: 100 } });
        await expect.poll(() => caption.innerText()).not.toContain("2,628,000");
        await page.locator("cost-summary h2").last().hover();
        await expect.poll(() => caption.innerText()).toContain("2,628,000");
      },
      { seen: ["cost-chart"] },
    ));
});

describe("in Japanese", () => {
  test("every text is Japanese", () =>
    onPage(
      async (page) => {
        expect(await page.title()).toBe("サーバーレスか、仮想マシンか");
        expect(await sentence(page).innerText()).toMatch(/割安です/u);
        await field(page, "メモリ").fill("64");
        await page.getByText("メモリは 128 以上で指定してください。").waitFor();
      },
      { locale: "ja-JP" },
    ));
});

describe.each([
  ["English, light", { locale: "en-US", colorScheme: "light" }],
  ["Japanese, dark", { locale: "ja-JP", colorScheme: "dark" }],
  [
    "English, dark, on a phone",
    { locale: "en-US", colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ],
] as const)("in %s", (_name, options) => {
  test("axe finds nothing, with every group and bill open", () =>
    onPage(
      async (page) => {
        await openEveryGroup(page);
        await page.locator("cost-breakdown").scrollIntoViewIfNeeded();
        await page.locator("cost-breakdown details").last().waitFor();
        for (const details of await page.locator("cost-breakdown details").all()) {
          await details.evaluate((element: HTMLDetailsElement) => {
            element.open = true;
          });
        }
        await page.locator("cost-bill table").last().waitFor();
        await field(page, options.locale === "ja-JP" ? "メモリ" : "Memory").fill("64");
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      { ...options, seen: PARTS_BELOW },
    ));
});

describe.each([320, 390, 768])("at a width of %d pixels", (width) => {
  test.each(["en-US", "ja-JP"])("nothing needs sideways scrolling in %s", (locale) =>
    onPage(
      async (page) => {
        await openEveryGroup(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
      { locale, viewport: { width, height: 800 }, seen: PARTS_BELOW },
    ),
  );

  test.each(["en-US", "ja-JP"])("no table of amounts hides any of them in %s", (locale) =>
    onPage(
      async (page) => {
        for (const bill of await page.locator("cost-breakdown details").all()) {
          await bill.evaluate((details: HTMLDetailsElement) => (details.open = true));
        }
        await page.locator("cost-bill table").last().waitFor();
        const hidden = await page
          .locator(":is(break-even-table, bill-bars, cost-bill) .scroll, cost-projection .scroll")
          .evaluateAll((all) =>
            all
              .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
              .map(({ ariaLabel, scrollWidth }) => `${ariaLabel}: ${scrollWidth}`),
          );
        expect(hidden).toEqual([]);
      },
      { locale, viewport: { width, height: 800 }, seen: PARTS_BELOW },
    ),
  );
});
