import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { openPage, openWatched, type OpenedPage, type OpenOptions } from "./_page.ts";

/** Runs something on a fresh page, which must end without errors, policy violations and foreign requests. */
export type OnPage<Options = OpenOptions> = (
  run: (page: Page) => Promise<void>,
  options?: Options,
) => Promise<void>;

/** Serves the simulator and starts a browser for the tests of a file; `usual` is how they open it. */
export function servedPages(usual: OpenOptions = {}): OnPage {
  return served((browser, origin, options) =>
    openPage(browser, `${origin}/`, { ...usual, ...options }),
  );
}

/** The same for another page of the project, which has come when `shown` of it is there. */
export function servedDocument(path: string, shown: string): OnPage<BrowserContextOptions> {
  return served(async (browser, origin, options) => {
    const opened = await openWatched(browser, `${origin}${path}`, options);
    await opened.page.locator(shown).first().waitFor();
    return opened;
  });
}

function served<Options>(
  open: (browser: Browser, origin: string, options: Options | undefined) => Promise<OpenedPage>,
): OnPage<Options> {
  let server: Runtime;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([nodeServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return async (run, options) => {
    const { page, faults, close } = await open(browser, server.url, options);
    try {
      await run(page);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  };
}
