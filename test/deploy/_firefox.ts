import { browserPackage } from "./_browser-package.ts";
import type { Driven } from "./_driven.ts";

/** As much of puppeteer as is used here. */
interface Puppeteer {
  readonly launch: (options: object) => Promise<{
    readonly newPage: () => Promise<PuppeteerPage>;
    readonly close: () => Promise<void>;
  }>;
}

interface PuppeteerPage {
  readonly goto: (url: string) => Promise<unknown>;
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly evaluateHandle: (expression: string) => Promise<{
    readonly asElement: () => {
      readonly click: () => Promise<void>;
      readonly type: (text: string) => Promise<void>;
    } | null;
  }>;
}

/** Debian's Firefox without a window. */
export async function startFirefox(): Promise<Driven> {
  const puppeteer = browserPackage("puppeteer-core") as Puppeteer;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: { width: 1280, height: 1000 },
    extraPrefsFirefox: { "intl.accept_languages": "en-US" },
  });
  const page = await browser.newPage();
  async function find(expression: string) {
    const element = (await page.evaluateHandle(expression)).asElement();
    if (element === null) throw new Error(`not on the page: ${expression}`);
    return element;
  }
  return {
    name: "Firefox",
    open: async (url) => void (await page.goto(url)),
    read: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
    click: async (expression) => (await find(expression)).click(),
    type: async (expression, text) => (await find(expression)).type(text),
    close: () => browser.close(),
  };
}
