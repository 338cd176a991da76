import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { accessibilityFaults, openPage, PARTS_BELOW, sentence, type PartBelow } from "./_page.ts";

let served: Runtime;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function onPart(
  tag: PartBelow,
  run: (page: Page, part: Locator) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
  fragment = "",
): Promise<void> {
  const opened = await openPage(browser, `${served.url}/${fragment}`, {
    seen: [tag],
    ...options,
  });
  try {
    const part = opened.page.locator(tag);
    await part.scrollIntoViewIfNeeded();
    await run(opened.page, part);
    expect(opened.faults).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** The colours of the map's canvas in a row of points at a height of it. */
function coloursAcross(part: Locator, height: number): Promise<string[]> {
  return part.locator("canvas").evaluate((canvas: HTMLCanvasElement, y) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext("2d", { willReadFrequently: true });
    context?.drawImage(canvas, 0, 0);
    const colours: string[] = [];
    for (let x = 0.15; x < 0.95; x += 0.02) {
      const [red, green, blue] =
        context?.getImageData(canvas.width * x, canvas.height * y, 1, 1).data ?? [];
      colours.push([red, green, blue].join());
    }
    return colours;
  }, height);
}

describe("the decision map", () => {
  test("is coloured by who is cheapest", () =>
    onPart("decision-map", async (_page, map) => {
      await expect.poll(async () => new Set(await coloursAcross(map, 0.8)).size).toBeGreaterThan(2);
      const [left] = await coloursAcross(map, 0.8);
      const right = (await coloursAcross(map, 0.8)).at(-1);
      expect(left).not.toBe(right);
    }));

  test("reads off who is cheapest at the pointer, and by how much", () =>
    onPart("decision-map", async (page, map) => {
      const reading = map.getByRole("status");
      expect(await reading.innerText()).toMatch(/^At 2,628,000 requests a month of 120 ms: AWS/u);
      await map.locator("canvas").hover({ position: { x: 600, y: 100 } });
      await expect.poll(() => reading.innerText()).not.toContain("2,628,000");
      expect(await reading.innerText()).toMatch(
        /is cheapest: \$[\d,.]+ a month; next is .+: \$[\d,.]+, \$[\d,.]+ more$/u,
      );
      await page.locator("cost-summary h2").first().hover();
      await expect.poll(() => reading.innerText()).toContain("2,628,000");
    }));

  test("moves the workload to where it is clicked, which can be undone", () =>
    onPart("decision-map", async (page, map) => {
      await map.locator("canvas").click({ position: { x: 600, y: 200 } });
      await expect.poll(() => sentence(page).innerText()).not.toMatch(/^At 2,628,000/u);
      const simulator = page.locator("cost-simulator");
      const requests = Number(await simulator.getAttribute("monthly-executions"));
      const durationMs = Number(await simulator.getAttribute("execution-time-ms"));
      expect(requests).toBeGreaterThan(100_000_000);
      expect(durationMs).not.toBe(120);
      const shown = await map.getByRole("status").innerText();
      expect(shown).toContain(requests.toLocaleString("en-US"));
      await page.keyboard.press("Control+z");
      await expect.poll(() => sentence(page).innerText()).toMatch(/^At 2,628,000/u);
    }));

  test("is walked with the arrow keys, and Enter moves the workload", () =>
    onPart("decision-map", async (page, map) => {
      await map.getByRole("application").focus();
      const reading = map.getByRole("status");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => reading.innerText()).not.toContain("2,628,000");
      await page.keyboard.press("Escape");
      await expect.poll(() => reading.innerText()).toContain("2,628,000");
      for (let press = 0; press < 8; press += 1) await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Enter");
      await expect.poll(() => sentence(page).innerText()).not.toMatch(/^At 2,628,000/u);
      expect(await page.locator("cost-simulator").getAttribute("execution-time-ms")).toBe("120");
    }));

  test("has its regimes as tables", () =>
    onPart("decision-map", async (_page, map) => {
      for (const details of await map.locator("details").all()) {
        await details.locator("summary").click();
      }
      await expect.poll(() => map.locator("table").count()).toBe(2);
      const first = map.locator("table").first().locator("tbody tr").first();
      expect(await first.innerText()).toMatch(/^AWS Lambda arm64\s+0\s+18.3M$/u);
    }));
});

test.each(["en-US", "ja-JP"])("the decision map cuts no word off in %s", (locale) =>
  onPart(
    "decision-map",
    async (_page, map) => {
      const edge = () =>
        map.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
          const copy = new OffscreenCanvas(1, canvas.height);
          const context = copy.getContext("2d", { willReadFrequently: true });
          context?.drawImage(canvas, 0, 0);
          const pixels = context?.getImageData(0, 0, 1, canvas.height).data ?? [];
          return { height: pixels.length / 4, inked: pixels.some((value) => value > 0) };
        });
      expect((await edge()).height).toBeGreaterThan(100);
      expect((await edge()).inked).toBe(false);
    },
    { locale },
  ),
);

describe("the bill bars", () => {
  test("are as long as their amounts, in the same order as the table", () =>
    onPart(
      "bill-bars",
      async (_page, bars) => {
        const rows = await bars.locator("tbody tr:not([aria-hidden])").all();
        const drawn = await bars.locator("svg.bar").all();
        expect(drawn).toHaveLength(rows.length);
        const totals: number[] = [];
        const widths: number[] = [];
        for (const [index, row] of rows.entries()) {
          const text = await row.locator("td").last().innerText();
          totals.push(Number(text.replaceAll(/[$,]/gu, "")));
          const rects = await drawn[index]?.locator("rect").all();
          let width = 0;
          for (const rect of rects ?? []) {
            width += Number.parseFloat((await rect.getAttribute("width")) ?? "");
          }
          widths.push(width);
        }
        const longest = Math.max(...totals);
        for (const [index, total] of totals.entries()) {
          expect(widths[index]).toBeCloseTo((total / longest) * 100, 1);
        }
      },
      {},
      "#v=1&requests=300000000",
    ));
});

describe("the projection", () => {
  test("offers growth where there is none, and tells what it brings", () =>
    onPart("cost-projection", async (page, projection) => {
      await projection.getByText("stays the cheapest in all months").waitFor();
      await projection.getByRole("button", { name: "Grow 5% a month" }).click();
      await projection.getByText("changes by 5% a month").waitFor();
      await expect.poll(() => page.evaluate(() => location.hash)).toContain("growth=5");
    }));

  test("reads off another month with the keyboard", () =>
    onPart(
      "cost-projection",
      async (page, projection) => {
        const slider = projection.getByRole("slider");
        await slider.focus();
        await page.keyboard.press("Home");
        await expect
          .poll(() => slider.getAttribute("aria-valuetext"))
          .toMatch(/^Month 0, 2,628,000/u);
        await page.keyboard.press("ArrowRight");
        await expect.poll(() => projection.locator("caption").innerText()).toContain("2,890,800");
      },
      {},
      "#v=1&growth=10",
    ));

  test("says when a change has paid", () =>
    onPart(
      "cost-projection",
      async (_page, projection) => {
        const paid = projection.getByText(
          /has paid for the change \(\$500\.00\) by the end of month \d+/u,
        );
        await expect.poll(() => paid.isVisible()).toBe(true);
      },
      {},
      "#v=1&growth=15&one-off=500",
    ));
});

describe.each([
  ["English, light", { locale: "en-US", colorScheme: "light" }],
  ["Japanese, dark", { locale: "ja-JP", colorScheme: "dark" }],
] as const)("in %s", (_name, options) => {
  test("axe finds nothing in any picture", () =>
    onPart(
      "decision-map",
      async (page, map) => {
        for (const details of await map.locator("details").all()) {
          await details.locator("summary").click();
        }
        await expect.poll(() => map.locator("table").count()).toBe(2);
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      { ...options, seen: PARTS_BELOW },
      "#v=1&growth=10&one-off=500&time-pm=20",
    ));
});

test("parts that are not seen are not loaded, and take their room before", async () => {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 1280, height: 700 },
  });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto(`${served.url}/`);
  await page.locator("cost-simulator:defined cost-summary li.row").first().waitFor();
  const names = ["decision-map", "bill-bars", "cost-projection"];
  for (const name of names) {
    expect(
      scripts.filter((url) => url.includes(`/${name}-`)),
      name,
    ).toEqual([]);
    const box = await page.locator(name).boundingBox();
    expect(box?.height, name).toBeGreaterThan(500);
  }
  await page.locator("decision-map").scrollIntoViewIfNeeded();
  await page.locator("decision-map .reading").waitFor();
  expect(scripts.filter((url) => url.includes("/cost-projection-"))).toEqual([]);
  await context.close();
});
