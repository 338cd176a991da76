import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Browser, Locator, Page } from "playwright-core";

/** Where the pictures are that the page is held to. */
export const LOOKS = new URL("looks/", import.meta.url);

/** The cards that the pictures are taken with: newer prices are not another look. */
export const CARDS_FILE = new URL("looks/rate-cards.json.gz", import.meta.url);

/** By the age of prices there are marks: it is always the same day. */
const DAY = new Date("2026-11-26T12:00:00Z");

export const THEMES = ["light", "dark"] as const;

/** Of a phone, a tablet and a desk. */
export const WINDOWS = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
] as const;

/** The page shows its own address, in links: it is always the same, whatever port it is served on. */
const SITE = "http://simulator.example";

/** A workload that Lambda cannot run, and that a machine of the default ones cannot hold. */
const HEAVY = "#v=1&memory=20000&time=90000&requests=4000000";

/** A state of the page, and the parts of it that are looked at. */
interface State {
  readonly fragment: string;
  readonly looks: Readonly<Record<string, (page: Page) => Promise<Locator | null>>>;
}

const STATES: readonly State[] = [
  {
    fragment: "",
    looks: {
      answer: atTop,
      form: async (page) => {
        await atTop(page);
        const form = await seen(page, "cost-form", "details.group");
        await opened(form.locator("details.group").first());
        await form.locator("cost-field .presets").first().waitFor();
        return form;
      },
      chart: (page) => seen(page, "cost-chart", ".u-over"),
      map: (page) => seen(page, "decision-map", "[aria-busy=false]"),
      "break-even": (page) => seen(page, "break-even-table", "h2"),
      bars: (page) => seen(page, "bill-bars", "table"),
      bills: async (page) => {
        const bills = await seen(page, "cost-breakdown", "[part=bill]");
        const first = bills.locator("[part=bill]").first();
        await opened(first);
        await first.locator("cost-bill table").waitFor();
        return bills;
      },
      projection: (page) => seen(page, "cost-projection", "table"),
    },
  },
  {
    fragment: HEAVY,
    looks: {
      "not-available": atTop,
      share: async (page) => {
        const tools = page.locator("cost-tools");
        if ((await tools.locator("cost-share").count()) === 0) {
          await tools.locator("button").first().click();
        }
        await tools.locator("cost-share pre").first().waitFor();
        return tools;
      },
    },
  },
];

/** A picture of a part of the page in one window and theme, as PNG. */
export interface Look {
  readonly name: string;
  readonly png: Buffer;
}

/** Every picture that the page is held to, as it looks now. */
export async function* looksOf(
  browser: Browser,
  url: string,
  cards: (path: string) => Promise<string>,
): AsyncGenerator<Look> {
  for (const window of WINDOWS) {
    for (const { fragment, looks } of STATES) {
      const context = await browser.newContext({
        locale: "en-US",
        viewport: window,
        reducedMotion: "reduce",
        serviceWorkers: "block",
      });
      const page = await context.newPage();
      await page.clock.setFixedTime(DAY);
      await page.route(`${SITE}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname.startsWith("/rate-cards/")) {
          await route.fulfill({ body: await cards(pathname), contentType: "application/json" });
        } else await route.fulfill({ response: await route.fetch({ url: url + pathname }) });
      });
      await page.goto(`${SITE}/${fragment}`);
      // The answer is there before the page's script, in the page as it was built; the form comes last.
      await page.locator("cost-form details.group").first().waitFor();
      await page.locator("cost-summary li.row .cost").first().waitFor();
      // What is scrolled to later stands a part of a pixel elsewhere: each part in both themes at once.
      for (const [name, find] of Object.entries(looks)) {
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme });
          const part = await find(page);
          const png = await settled(() => (part ?? page).screenshot());
          yield { name: `${name}-${window.width}-${theme}`, png };
        }
      }
      await context.close();
    }
  }
}

/** The cards that were recorded; asking for another one is a mistake. */
export async function recordedCards(): Promise<(path: string) => Promise<string>> {
  const text = gunzipSync(await readFile(fileURLToPath(CARDS_FILE))).toString("utf8");
  const recorded = JSON.parse(text) as Readonly<Record<string, string>>;
  return (path) => {
    const card = recorded[path];
    if (card === undefined) throw new Error(`${path} is not among the recorded rate cards`);
    return Promise.resolve(card);
  };
}

async function seen(page: Page, part: string, inside: string): Promise<Locator> {
  const element = page.locator(part);
  await element.scrollIntoViewIfNeeded();
  await element.locator(inside).first().waitFor();
  return element;
}

/** The window as it is when nobody has scrolled, the form within it neither. */
async function atTop(page: Page): Promise<null> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector("cost-simulator")?.shadowRoot?.querySelector(".inputs")?.scrollTo(0, 0);
  });
  return null;
}

async function opened(details: Locator): Promise<void> {
  const isOpen = (await details.getAttribute("open")) !== null;
  if (!isOpen) await details.locator("summary").first().click();
}

/** A picture that is no other when it is taken once more: everything is loaded and drawn. */
async function settled(take: () => Promise<Buffer>): Promise<Buffer> {
  let before = await take();
  for (;;) {
    const png = await take();
    if (png.equals(before)) return png;
    before = png;
  }
}
