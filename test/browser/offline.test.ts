import { mkdtempSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serviceWorkerOf } from "../../tools/service-worker.ts";
import { nodeServer, workerdServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { fileServer, type FileServer } from "./_file-server.ts";
import { field, sentence } from "./_page.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Opens the page and waits until everything that it is made of is kept. */
async function firstVisit(url: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await page.goto(url);
  await sentence(page).first().waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  });
  return { context, page };
}

describe.each([
  ["the Node entry", nodeServer],
  ["workerd", workerdServer],
])("after the first visit, served by %s", (_name, serve) => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await serve();
  });
  afterAll(() => runtime?.close());

  test("the page works without a network: figures, chart, groups, the other language, its other pages", async () => {
    const { context, page } = await firstVisit(`${runtime.url}/`);
    const before = await sentence(page).first().innerText();
    await context.setOffline(true);
    await page.reload();
    await expect.poll(() => sentence(page).first().innerText()).toBe(before);
    await field(page, "Memory").fill("1024");
    await expect.poll(() => sentence(page).first().innerText()).not.toBe(before);
    await page.locator("cost-chart").scrollIntoViewIfNeeded();
    await page.locator("cost-chart .u-over").waitFor();
    await page.locator("cost-form summary", { hasText: "Egress" }).click();
    await field(page, "Egress per request").waitFor();
    await page.getByText("日本語").click();
    await expect
      .poll(() => page.locator("h1").innerText())
      .toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
    await page.goto(`${runtime.url}/verify.html`);
    await page.locator("bill-verification h1").waitFor();
    await context.close();
  });

  test("prices of a place that was looked at are there without a network, those of another are not", async () => {
    const { context, page } = await firstVisit(`${runtime.url}/`);
    const tokyo = await sentence(page).first().innerText();
    const place = page.getByLabel("Place");
    await place.selectOption({ label: "Frankfurt" });
    await expect.poll(() => sentence(page).first().innerText()).not.toBe(tokyo);
    const frankfurt = await sentence(page).first().innerText();
    await context.setOffline(true);
    await page.goto(`${runtime.url}/#v=1&place=eu-central-1`);
    await page.reload();
    await expect.poll(() => sentence(page).first().innerText()).toBe(frankfurt);
    await place.selectOption({ label: "London" });
    await page.getByText("Prices could not be loaded.").waitFor();
    await context.close();
  });

  test("nothing is kept for a page that only embeds the simulator", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${runtime.url}/embed/frame.html`);
    await page.locator("cost-summary li.row .cost").first().waitFor();
    const kept = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual([0, 0]);
    await context.close();
  });
});

describe("when a new edition is served", () => {
  let folder = "";
  let server: FileServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "edition-"));
    cpSync(DIST, folder, { recursive: true });
    server = await fileServer(folder);
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same page with scripts of other names, as a build after a change leaves it. */
  function deploy(edition: string): void {
    const assets = join(folder, "assets");
    const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
    const renamed = (text: string) =>
      names.reduce(
        (changed, name) => changed.replaceAll(name, name.replace(/\.js$/u, `-${edition}.js`)),
        text,
      );
    for (const name of names) {
      const text = renamed(readFileSync(join(assets, name), "utf8"));
      rmSync(join(assets, name));
      writeFileSync(join(assets, renamed(name)), text);
    }
    for (const name of ["index.html", "verify.html"]) {
      const page = renamed(readFileSync(join(folder, name), "utf8"));
      writeFileSync(
        join(folder, name),
        page.replace(/<body[^>]*>/u, `<body data-edition="${edition}">`),
      );
    }
    writeFileSync(join(folder, "service-worker.js"), serviceWorkerOf(folder));
  }

  /** Opens the page anew and waits until the worker of the edition that is served has taken over. */
  async function nextVisit(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(server.url);
    await sentence(page).first().waitFor();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const coming = registration.installing ?? registration.waiting;
      if (coming === null) return;
      await new Promise<void>((resolve) => {
        const look = () => {
          if (coming.state === "activated") resolve();
        };
        coming.addEventListener("statechange", look);
        look();
      });
    });
    return page;
  }

  test("an open page goes on with its own scripts, and each new visit is of the new edition, with a network or without", async () => {
    const { context, page: open } = await firstVisit(server.url);
    deploy("second");
    const second = await nextVisit(context);
    expect(await second.locator("body").getAttribute("data-edition")).toBe("second");
    // A part that the first page has not loaded yet, and that the server no longer has.
    await open.locator("cost-form summary", { hasText: "Egress" }).click();
    await field(open, "Egress per request").waitFor();
    await context.setOffline(true);
    await second.reload();
    await sentence(second).first().waitFor();
    expect(await second.locator("body").getAttribute("data-edition")).toBe("second");
    await context.setOffline(false);
    deploy("third");
    const third = await nextVisit(context);
    expect(await third.locator("body").getAttribute("data-edition")).toBe("third");
    const editions = () =>
      third.evaluate(async () => (await caches.keys()).filter((name) => name !== "prices").length);
    await expect.poll(editions).toBe(2);
    await context.close();
  });
});
