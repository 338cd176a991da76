import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { openPage, type OpenOptions } from "./_page.ts";

/** Runs something on a fresh page, which must end without errors, policy violations and foreign requests. */
export type OnPage = (run: (page: Page) => Promise<void>, options?: OpenOptions) => Promise<void>;

/** Serves the page and starts a browser for the tests of a file; `usual` is how they open it. */
export function servedPages(usual: OpenOptions = {}): OnPage {
  let served: Runtime;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([nodeServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return async (run, options = {}) => {
    const { page, faults, close } = await openPage(browser, `${served.url}/`, {
      ...usual,
      ...options,
    });
    try {
      await run(page);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  };
}
