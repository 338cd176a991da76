import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

/** A page that was opened, and what went wrong on the way. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors of the console, of scripts and of the security policy, and requests to other origins. */
  readonly faults: readonly string[];
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Parts that load when they are seen, from the first to the last. */
export const PARTS_BELOW = [
  "cost-chart",
  "decision-map",
  "break-even-table",
  "bill-bars",
  "cost-breakdown",
  "cost-projection",
] as const;
export type PartBelow = (typeof PARTS_BELOW)[number];

/** What each shows then. */
const SHOWN: Readonly<Record<PartBelow, string>> = {
  "cost-chart": ".u-over",
  "decision-map": "[aria-busy=false]",
  "break-even-table": "h2",
  "bill-bars": "table",
  "cost-breakdown": "h2",
  "cost-projection": "table",
};

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** The parts that are seen, and so loaded, before a test begins: all of them, unless it needs few. */
  readonly seen?: readonly PartBelow[];
}

/** Opens the simulator's page in a context of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  { seen = PARTS_BELOW, ...options }: OpenOptions = {},
): Promise<OpenedPage> {
  const opened = await openWatched(browser, url, options);
  const { page } = opened;
  // The answer is there before the page's script; the form is the last that comes with it.
  await page.locator("cost-form:defined details").first().waitFor();
  await page.locator("cost-summary:defined li.row").first().waitFor();
  await see(page, seen);
  return opened;
}

/** Opens any page of this origin in a context of its own, where what goes wrong is noted from the start. */
export async function openWatched(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 1280, height: 900 },
    // What a page asks for is to be seen here; `offline.test.ts` lets the worker in.
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    const isBlocked = message.text().startsWith("Service Worker registration blocked");
    if (["error", "warning"].includes(message.type()) && !isBlocked) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    requests.push(request.url());
    const isOwn =
      request.url().startsWith(new URL(url).origin) || request.url().startsWith("blob:");
    if (!isOwn) faults.push(`foreign request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(url);
  return { page, faults, requests, close: () => context.close() };
}

/** Scrolls through some parts of the page, so that each has been seen and is loaded. */
async function see(page: Page, parts: readonly PartBelow[]): Promise<void> {
  for (const part of parts) {
    await page.locator(part).scrollIntoViewIfNeeded();
    await page.locator(`${part} ${SHOWN[part]}`).first().waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** The answer's sentence. */
export function sentence(page: Page): Locator {
  return page.locator("cost-summary .answer p");
}

/** A number field of the form, by its label. */
export function field(page: Page, label: string): Locator {
  return page.getByRole("textbox", { name: label, exact: true });
}

/** Opens a group of the form. */
export async function openGroup(page: Page, title: string): Promise<void> {
  const group = page.locator("cost-form details.group").filter({
    has: page.locator("summary .title").getByText(title, { exact: true }),
  });
  const isOpen = await group.evaluate((element) => element.hasAttribute("open"));
  if (!isOpen) await group.locator("summary").click();
}

/** Opens every group of the form, and waits until the inside of each is there. */
export async function openEveryGroup(page: Page): Promise<void> {
  const groups = page.locator("cost-form details.group");
  await groups.evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  for (const group of await groups.all()) {
    await group.locator(".body input:visible, .body button:visible").first().waitFor();
  }
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with the page as it stands, one line for each place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  // Evaluated by the debugger: the page's policy forbids scripts that are not its own.
  await page.evaluate(await readFile(path, "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: AxeViolation[] }> };
    };
    return (await axe.run()).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary ?? ""}`,
    ),
  );
}
