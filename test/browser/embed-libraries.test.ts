import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { elementSnippet } from "../../web/guide/snippets.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { hostSite, openHostPage, type HostSite } from "./_host-page.ts";
import { libraryPage, type Library } from "./_library-page.ts";

const LIBRARIES: readonly Library[] = ["react", "vue", "svelte"];

describe("the code that the page about the elements gives", () => {
  let runtime: Runtime;
  let browser: Browser;
  let site: HostSite;
  beforeAll(async () => {
    [runtime, browser, site] = await Promise.all([nodeServer(), launchBrowser(), hostSite()]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

  test.each(LIBRARIES)(
    "works in a page made with %s: shows the element, follows the page's state, tells of changes",
    async (library) => {
      const snippet = elementSnippet(new URL(runtime.url), library, "cost-simulator", "en");
      const files = { "/page.js": await libraryPage(library, snippet) };
      site.show({ files, body: `<script type="module" src="/page.js"></script>` });
      const { page, faults, close } = await openHostPage(browser, site.url, runtime.url);
      const memory = page.getByRole("textbox", { name: "Memory", exact: true });
      await expect.poll(() => memory.inputValue()).toBe("512");
      await expect.poll(() => page.title()).toMatch(/^\d offers$/u);
      const before = await page.locator("cost-summary .answer p").first().innerText();
      await page.getByRole("button", { name: "More", exact: true }).click();
      await expect.poll(() => memory.inputValue()).toBe("2,048");
      await expect
        .poll(() => page.locator("cost-summary .answer p").first().innerText())
        .not.toBe(before);
      expect(faults).toEqual([]);
      await close();
    },
  );
});
