import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { hostSite, openHostPage, strictPolicy, type HostSite } from "./_host-page.ts";

const EMBED = fileURLToPath(new URL("../../dist/embed/", import.meta.url));

interface Edition {
  readonly edition: string;
  readonly elements: Readonly<Record<string, readonly string[]>>;
  readonly integrity: Readonly<Record<string, string>>;
}

const edition = JSON.parse(readFileSync(`${EMBED}integrity.json`, "utf8")) as Edition;

describe("the edition of the embed", () => {
  test("lists every file of its folder with the hash that the file has", () => {
    const names = readdirSync(EMBED + edition.edition).filter((name) => name.endsWith(".js"));
    expect(names.length).toBeGreaterThan(10);
    expect(Object.keys(edition.integrity).toSorted()).toEqual(
      names.map((name) => `/embed/${edition.edition}/${name}`).toSorted(),
    );
    for (const name of names) {
      const bytes = readFileSync(`${EMBED}${edition.edition}/${name}`);
      const hash = createHash("sha384").update(bytes).digest("base64");
      expect(edition.integrity[`/embed/${edition.edition}/${name}`], name).toBe(`sha384-${hash}`);
    }
  });

  test("is where the scripts of stable names lead, and nothing is left of the build's own folder", () => {
    for (const [element, files] of Object.entries(edition.elements)) {
      const script = readFileSync(`${EMBED}${element}.js`, "utf8");
      expect(script).toBe(
        files.map((file) => `import"${file.replace("/embed", ".")}";\n`).join(""),
      );
    }
    expect(existsSync(`${EMBED}latest`)).toBe(false);
  });
});

describe("as it is served", () => {
  let runtime: Runtime;
  let browser: Browser;
  let site: HostSite;
  beforeAll(async () => {
    [runtime, browser, site] = await Promise.all([nodeServer(), launchBrowser(), hostSite()]);
  });
  afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

  /** The lines that docs/embedding.md gives for a pinned edition. */
  function pinned(element: string, integrity: Edition["integrity"]): string {
    const files = edition.elements[element] ?? [];
    const attributes = (file: string) =>
      `="${runtime.url}${file}" integrity="${integrity[file]}" crossorigin`;
    return [
      ...files.slice(0, -1).map((file) => `<link rel="modulepreload" href${attributes(file)}>`),
      ...files.slice(-1).map((file) => `<script type="module" src${attributes(file)}></script>`),
    ].join("\n");
  }

  test("an edition is kept for a year, what leads to it is asked for anew, and both are for every origin", async () => {
    const [element] = edition.elements["cost-chart"] ?? [];
    const kept = await runtime.fetch(element ?? "");
    expect(kept.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const stable = await runtime.fetch("/embed/cost-chart.js");
    expect(stable.headers.get("cache-control")).toBe("no-cache");
    for (const { headers } of [kept, stable]) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    }
  });

  test("runs when every file is what its hash says", async () => {
    site.show({
      head: pinned("break-even-table", edition.integrity),
      body: `<break-even-table lang="en"></break-even-table>`,
      policy: strictPolicy(runtime.url),
    });
    const { page, faults, close } = await openHostPage(browser, site.url, runtime.url);
    await page.getByText("Break-even points").waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test("does not run when one file is another than its hash says", async () => {
    const [first = ""] = edition.elements["break-even-table"] ?? [];
    const otherHash = `sha384-${createHash("sha384").update("other").digest("base64")}`;
    site.show({
      head: pinned("break-even-table", { ...edition.integrity, [first]: otherHash }),
      body: `<break-even-table lang="en"></break-even-table>`,
    });
    const { page, faults, close } = await openHostPage(browser, site.url, runtime.url);
    await expect.poll(() => faults.join("\n")).toContain("integrity");
    expect(await page.evaluate(() => customElements.get("break-even-table"))).toBeUndefined();
    await close();
  });
});
