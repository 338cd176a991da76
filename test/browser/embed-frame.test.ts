import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, workerdServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { hostSite, openHostPage, type HostSite } from "./_host-page.ts";

describe.each([
  ["the Node entry", nodeServer],
  ["workerd", workerdServer],
])("the simulator in a frame, served by %s", (_name, serve) => {
  let runtime: Runtime;
  let browser: Browser;
  let site: HostSite;
  beforeAll(async () => {
    [runtime, browser, site] = await Promise.all([serve(), launchBrowser(), hostSite()]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

  /** A page that allows the frame and the script that fits it in. */
  function open(body: string) {
    site.show({
      head: `<script type="module" src="${runtime.url}/embed/frame.js"></script>`,
      body,
      policy: `default-src 'none'; script-src ${runtime.url}; frame-src ${runtime.url}; img-src data:`,
    });
    return openHostPage(browser, site.url, runtime.url);
  }

  test("shows the state of its address, as high as it is, also when that changes", async () => {
    const { page, faults, close } = await open(
      `<iframe title="Costs" width="900" src="${runtime.url}/embed/frame.html?lang=ja&amp;theme=dark#v=1&amp;memory=2048"></iframe>`,
    );
    const frame = page.frameLocator("iframe");
    await frame.locator("cost-summary li.row .cost").first().waitFor();
    const simulator = frame.locator("cost-simulator");
    await expect.poll(() => simulator.getAttribute("memory-mb")).toBe("2048");
    expect(await simulator.getAttribute("lang")).toBe("ja");
    expect(await simulator.getAttribute("theme")).toBe("dark");
    const isFitting = async () => {
      const inner = await frame.locator("html").evaluate((html) => html.scrollHeight);
      const outer = await page.locator("iframe").evaluate((element) => element.clientHeight);
      return Math.abs(inner - outer) <= 1 && outer > 900;
    };
    await expect.poll(isFitting).toBe(true);
    const before = await page.locator("iframe").evaluate((element) => element.clientHeight);
    await page.locator("iframe").evaluate((element) => element.setAttribute("width", "360"));
    await expect
      .poll(() => page.locator("iframe").evaluate((element) => element.clientHeight))
      .toBeGreaterThan(before);
    await expect.poll(isFitting).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  test("believes no height that another origin tells", async () => {
    const { page, close } = await open(
      `<iframe title="Costs" src="${runtime.url}/embed/frame.html"></iframe>`,
    );
    const height = () =>
      page
        .locator("iframe")
        .first()
        .evaluate((frame) => frame.style.height);
    await expect.poll(height).not.toBe("");
    await page.evaluate(async () => {
      const heard = new Promise((resolve) => {
        addEventListener("message", resolve, { once: true });
      });
      // From the page itself: another origin than the frame's.
      postMessage({ type: "cost-simulator:height", height: 12_345 }, "*");
      await heard;
    });
    // What is inside may still grow; what the page said is not what is believed.
    expect(await height()).not.toBe("12345px");
    await close();
  });

  test("only that page may be framed", async () => {
    const csp = async (path: string) =>
      (await runtime.fetch(path)).headers.get("content-security-policy") ?? "";
    expect(await csp("/embed/frame.html")).toContain("frame-ancestors *");
    expect(await csp("/")).toContain("frame-ancestors 'self'");
    expect(await csp("/verify.html")).toContain("frame-ancestors 'self'");
  });
});
