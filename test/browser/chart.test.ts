import { readFile } from "node:fs/promises";
import { XMLValidator } from "fast-xml-parser";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CostChart } from "../../web/elements/cost-chart.ts";
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

async function onChart(
  run: (page: Page, chart: Locator) => Promise<void>,
  options: Parameters<typeof openPage>[2] = {},
  fragment = "",
): Promise<void> {
  const opened = await openPage(browser, `${served.url}/${fragment}`, {
    seen: ["cost-chart"],
    ...options,
  });
  try {
    await opened.page.locator("cost-chart").scrollIntoViewIfNeeded();
    await run(opened.page, opened.page.locator("cost-chart"));
    expect(opened.faults).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** The first and the last load that the chart's summary names. */
async function loadsSeen(chart: Locator): Promise<string> {
  const summary = await chart.locator(".plot").getAttribute("aria-label");
  return /from (?<from>\S+) to (?<to>\S+) requests/u.exec(summary ?? "")?.[0] ?? "";
}

const ALL = "from 1.64K to 42B requests";

describe("the chart's zoom", () => {
  test("follows the buttons, and a button shows everything again", () =>
    onChart(async (_page, chart) => {
      expect(await loadsSeen(chart)).toBe(ALL);
      await chart.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(() => loadsSeen(chart)).not.toBe(ALL);
      await chart.getByRole("button", { name: "Reset zoom" }).click();
      await expect.poll(() => loadsSeen(chart)).toBe(ALL);
      expect(await chart.getByRole("button", { name: "Reset zoom" }).count()).toBe(0);
    }));

  test("follows keys on the slider", () =>
    onChart(async (page, chart) => {
      const slider = chart.getByRole("slider");
      await slider.focus();
      const pressUntil = async (key: string, isDone: (loads: string) => boolean) => {
        await expect
          .poll(async () => {
            const before = await loadsSeen(chart);
            if (isDone(before)) return true;
            await page.keyboard.press(key);
            return false;
          })
          .toBe(true);
        return loadsSeen(chart);
      };
      const near = await pressUntil("+", (loads) => loads !== ALL);
      await page.keyboard.press("Shift+ArrowRight");
      await expect.poll(() => loadsSeen(chart)).not.toBe(near);
      await page.keyboard.press("-");
      await expect.poll(() => loadsSeen(chart)).toBe(ALL);
      await page.keyboard.press("+");
      await page.keyboard.press("0");
      await expect.poll(() => loadsSeen(chart)).toBe(ALL);
    }));

  test("follows a box that is drawn, and the wheel with Ctrl", () =>
    onChart(async (page, chart) => {
      const surface = chart.locator(".u-over");
      await surface.hover();
      await chart.locator(".tooltip").waitFor();
      const box = await surface.boundingBox();
      if (box === null) throw new Error("the chart is not shown");
      const at = (across: number, down: number) =>
        [box.x + box.width * across, box.y + box.height * down] as const;
      await page.mouse.move(...at(0.4, 0.3));
      await page.mouse.down();
      await page.mouse.move(...at(0.5, 0.5));
      expect(await chart.locator(".selection").isVisible()).toBe(true);
      await page.mouse.move(...at(0.6, 0.7));
      await page.mouse.up();
      await expect.poll(() => loadsSeen(chart)).not.toBe(ALL);
      const drawn = await loadsSeen(chart);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -200);
      await expect.poll(() => loadsSeen(chart)).not.toBe(drawn);
      await page.mouse.wheel(0, 20_000);
      await page.keyboard.up("Control");
      await expect.poll(() => loadsSeen(chart)).toBe(ALL);
    }));

  test("leaves the wheel to the page", () =>
    onChart(async (page, chart) => {
      await chart.locator(".u-over").hover();
      await chart.locator(".tooltip").waitFor();
      const before = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 300);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
      expect(await loadsSeen(chart)).toBe(ALL);
    }));

  test("follows two fingers", () =>
    onChart(
      async (page, chart) => {
        const box = await chart.locator(".u-over").boundingBox();
        if (box === null) throw new Error("the chart is not shown");
        await chart.locator(".u-over").tap();
        await chart.locator(".tooltip").waitFor();
        const touches = await page.context().newCDPSession(page);
        const fingers = (apart: number) =>
          [-1, 1].map((side, id) => ({
            x: box.x + box.width / 2 + (side * apart) / 2,
            y: box.y + box.height / 2,
            id,
          }));
        const send = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
          touches.send("Input.dispatchTouchEvent", {
            type,
            touchPoints: type === "touchEnd" ? [] : fingers(apart),
          });
        await send("touchStart", 60);
        for (const apart of [90, 130, 180]) await send("touchMove", apart);
        await send("touchEnd", 0);
        await expect.poll(() => loadsSeen(chart)).not.toBe(ALL);
        await page.locator("cost-chart h2").tap();
        expect(await chart.locator(".tooltip").count()).toBe(1);
        await page.locator("cost-summary h2").last().tap();
        await expect.poll(() => chart.locator(".tooltip").count()).toBe(0);
      },
      { hasTouch: true, viewport: { width: 390, height: 844 } },
    ));
});

describe("the chart's axes", () => {
  test("become linear, in the link too, and logarithmic again", () =>
    onChart(async (page, chart) => {
      const requests = chart.getByRole("group", { name: "Requests" });
      await requests.getByRole("radio", { name: "Linear" }).check({ force: true });
      await expect.poll(() => loadsSeen(chart)).toMatch(/^from 0 to/u);
      await expect.poll(() => page.evaluate(() => location.hash)).toContain("x=linear");
      await requests.getByRole("radio", { name: "Log" }).check({ force: true });
      await expect.poll(() => loadsSeen(chart)).toBe(ALL);
    }));
});

describe("the chart's pointer", () => {
  test("reads off all costs, the cheapest first, on the side where it is not", () =>
    onChart(async (page, chart) => {
      const surface = chart.locator(".u-over");
      const tooltip = chart.locator(".tooltip");
      for (const [x, side] of [
        [80, "right"],
        [560, "left"],
      ] as const) {
        await surface.hover({ position: { x, y: 120 } });
        await expect.poll(() => tooltip.getAttribute("class")).toContain(side);
        const box = await tooltip.boundingBox();
        const plot = await surface.boundingBox();
        const pointer = (plot?.x ?? 0) + x;
        expect(pointer < (box?.x ?? 0) || pointer > (box?.x ?? 0) + (box?.width ?? 0)).toBe(true);
      }
      const costs = await tooltip.locator("div > span:last-child").allInnerTexts();
      const amounts = costs.map((cost) => Number(cost.replaceAll(/[$,]/gu, "")));
      expect(amounts).toHaveLength(7);
      expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
      await page.locator("cost-summary h2").last().hover();
      await expect.poll(() => tooltip.count()).toBe(0);
    }));
});

describe("the chart's export", () => {
  test("as SVG is a document with every name in it", () =>
    onChart(async (page, chart) => {
      const downloading = page.waitForEvent("download");
      await chart.getByRole("button", { name: "Save as SVG" }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe("cost-by-load.svg");
      const svg = await readFile(await download.path(), "utf8");
      expect(XMLValidator.validate(svg)).toBe(true);
      const names = await chart.locator("tbody th").allInnerTexts();
      expect(names).toHaveLength(7);
      for (const name of names) expect(svg).toContain(name.replace(/\s*uncertain$/u, "").trim());
    }));

  test("as PNG is a picture with every line in it", () =>
    onChart(async (page, chart) => {
      const downloading = page.waitForEvent("download");
      await chart.getByRole("button", { name: "Save as PNG" }).click();
      const png = await readFile(await (await downloading).path());
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1440]);
      const colours = await coloursOf(page, png);
      for (const colour of ["#0068ad", "#c84f00", "#11793c", "#a63d92", "#4a3ab5", "#f2c94c"]) {
        expect(colours, colour).toContain(colour);
      }
    }));
});

describe("the chart", () => {
  test("draws the bands of inputs that are ranges, and says so", () =>
    onChart(
      async (_page, chart) => {
        const note = chart.getByText("Bands show the least and the most");
        await expect.poll(() => note.isVisible()).toBe(true);
      },
      {},
      "#v=1&time-pm=40",
    ));

  test("lays another scenario over, with its costs in the table", () =>
    onChart(async (_page, chart) => {
      await chart.evaluate((element: CostChart) => {
        const comparison = element.simulation?.answer?.comparison;
        if (comparison === undefined) throw new Error("no answer");
        element.overlays = [{ name: "Last year", comparison }];
      });
      await chart.getByText("Last year: cheapest function").waitFor();
      await chart.getByText("Last year: cheapest machine").waitFor();
      expect(await chart.locator("tbody tr").count()).toBe(9);
    }));

  test.each(["light", "dark"] as const)(
    "has no fault of accessibility, zoomed in, %s",
    (colorScheme) =>
      onChart(
        async (page, chart) => {
          await chart.getByRole("button", { name: "Zoom in" }).click();
          await chart.getByRole("button", { name: "Reset zoom" }).waitFor();
          await chart.locator(".u-over").hover();
          await chart.locator(".tooltip").waitFor();
          expect(await accessibilityFaults(page)).toEqual([]);
        },
        { colorScheme },
      ),
  );
});

/** The colours of a picture's pixels, as the browser decodes it. */
function coloursOf(page: Page, png: Buffer): Promise<string[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4) {
      seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    }
    return [...seen].map((colour) => `#${colour.toString(16).padStart(6, "0")}`);
  }, png.toString("base64"));
}
