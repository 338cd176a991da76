import type { Page } from "playwright-core";
import { openEveryGroup } from "../../test/browser/_page.ts";

/** A state that a visitor can see. */
export interface Scene {
  readonly name: string;
  /** Path of the page with its state, `/` unless given. */
  readonly path?: string;
  /** Before the page is asked for. */
  readonly before?: (page: Page) => Promise<void>;
  /** What a visitor does, and what there is to wait for. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is taken: an element, or the window as it stands. */
  readonly element?: string;
}

/** A workload that Lambda cannot run, and that needs machines with much memory. */
const HEAVY = "/#v=1&memory=20000&time=90000&requests=4000000";

/** What the page shows in its states. */
export const SCENES: readonly Scene[] = [
  { name: "answer", prepare: answered },
  { name: "answer-scrolled", prepare: async (page) => scrolledBy(page, 0.9) },
  { name: "many-requests", path: "/#v=1&requests=300000000&memory=1024", prepare: answered },
  { name: "not-available", path: HEAVY, prepare: answered },
  { name: "form", element: "cost-form", prepare: withFormOpen },
  { name: "machines", prepare: withMachineList },
  { name: "chart", element: "cost-chart", prepare: seen("cost-chart", ".u-over") },
  { name: "map", element: "decision-map", prepare: seen("decision-map", "[aria-busy=false]") },
  { name: "break-even", element: "break-even-table", prepare: seen("break-even-table", "h2") },
  { name: "bars", element: "bill-bars", prepare: seen("bill-bars", "table") },
  { name: "bills", element: "cost-breakdown", prepare: withBillOpen },
  { name: "assumptions", element: "cost-breakdown", prepare: withAssumptionsOpen },
  { name: "projection", element: "cost-projection", prepare: seen("cost-projection", "table") },
  { name: "flips", element: "cost-summary", prepare: withFlips },
  { name: "scenarios", element: "cost-tools", prepare: withTool(1, "cost-scenarios") },
  { name: "share", element: "cost-tools", prepare: withTool(0, "cost-share") },
  { name: "invalid", prepare: withInvalidField },
  { name: "loading", before: holdPrices, prepare: async (page) => shown(page, "cost-summary") },
  {
    name: "failed",
    before: refusePrices,
    prepare: async (page) => shown(page, "cost-summary .notice button"),
  },
  {
    name: "verify",
    path: "/verify.html",
    prepare: async (page) => shown(page, "bill-verification li, bill-verification tr"),
  },
  {
    name: "elements",
    path: "/elements.html",
    prepare: async (page) => shown(page, "elements-guide h2"),
  },
  { name: "frame", path: "/embed/frame.html", prepare: answered },
  { name: "api", path: "/docs", prepare: async (page) => shown(page, "h2") },
];

async function shown(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
}

async function answered(page: Page): Promise<void> {
  // The answer is there before the page's script; the form is the last that comes with it.
  await shown(page, "cost-form details.group");
  await shown(page, "cost-summary li.row .cost");
  await page.waitForLoadState("networkidle");
}

async function scrolledBy(page: Page, heights: number): Promise<void> {
  await answered(page);
  await page.evaluate((by) => scrollBy(0, innerHeight * by), heights);
  await page.waitForLoadState("networkidle");
}

function seen(part: string, inside: string): (page: Page) => Promise<void> {
  return async (page) => {
    await answered(page);
    await page.locator(part).scrollIntoViewIfNeeded();
    await shown(page, `${part} ${inside}`);
    await page.waitForLoadState("networkidle");
  };
}

async function withFormOpen(page: Page): Promise<void> {
  await answered(page);
  await openEveryGroup(page);
  await page.waitForLoadState("networkidle");
}

async function withMachineList(page: Page): Promise<void> {
  await answered(page);
  await openEveryGroup(page);
  await page.locator("cost-machine-picker button").last().click();
  await shown(page, "cost-machine-list [role=option], cost-machine-list li, cost-machine-list tr");
  await page.waitForLoadState("networkidle");
}

async function withBillOpen(page: Page): Promise<void> {
  await seen("cost-breakdown", "[part=bill]")(page);
  await page.locator("cost-breakdown [part=bill] summary").first().click();
  await shown(page, "cost-bill table");
  await page.locator("cost-bill details summary").first().click();
}

async function withAssumptionsOpen(page: Page): Promise<void> {
  await seen("cost-breakdown", "[part=bill]")(page);
  await page
    .locator("cost-breakdown > details summary, cost-breakdown details summary")
    .last()
    .click();
  await shown(page, "cost-assumptions tr, cost-assumptions li, cost-assumptions dt");
}

async function withFlips(page: Page): Promise<void> {
  await answered(page);
  await page.locator("cost-summary details summary").last().click();
  await shown(page, "cost-flips table, cost-flips p");
}

function withTool(index: number, part: string): (page: Page) => Promise<void> {
  return async (page) => {
    await answered(page);
    await page.locator("cost-tools button").nth(index).click();
    await shown(page, part);
    await page.waitForLoadState("networkidle");
  };
}

async function withInvalidField(page: Page): Promise<void> {
  await answered(page);
  const memory = page
    .locator("cost-form cost-field input[type=text], cost-form cost-field input")
    .first();
  if (!(await memory.isVisible())) {
    await page.locator("cost-form details.group summary").first().click();
  }
  await memory.fill("64");
  await memory.blur();
}

/** Prices are on their way and do not arrive. */
async function holdPrices(page: Page): Promise<void> {
  await page.route("**/rate-cards/**", () => undefined);
}

async function refusePrices(page: Page): Promise<void> {
  await page.route("**/rate-cards/**", (route) => route.abort());
}
