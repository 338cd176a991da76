import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CUSTOM_PROPERTIES,
  DESCRIBED_ELEMENTS,
  type DescribedElement,
} from "../../web/guide/described-elements.ts";
import { themeStyles } from "../../web/elements/theme.styles.ts";
import { nodeServer, type Runtime } from "../_runtimes.ts";
import { launchBrowser } from "./_browser.ts";
import { hostSite, openHostPage, type HostSite } from "./_host-page.ts";
import { accessibilityFaults } from "./_page.ts";

const DESCRIBED = Object.entries(DESCRIBED_ELEMENTS) as [string, DescribedElement][];

let runtime: Runtime;
let browser: Browser;
let site: HostSite;
beforeAll(async () => {
  [runtime, browser, site] = await Promise.all([nodeServer(), launchBrowser(), hostSite()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close(), runtime?.close()]));

/** A value as HTML has it, as it is read, and another. */
const VALUES: Readonly<
  Record<
    string,
    readonly [value: string, firstRead: string | number | boolean, other: string | number | boolean]
  >
> = { number: ["300", 300, 301], boolean: ["", true, false] };

describe("what is described of the elements is what they have", () => {
  /** Opens an element alone, with its parts loaded. */
  async function open(tag: string) {
    site.show({
      head: ["cost-simulator", tag]
        .map((name) => `<script type="module" src="${runtime.url}/embed/${name}.js"></script>`)
        .join(""),
      body: `<${tag} lang="en"><h2 slot="heading">Our own</h2></${tag}>`,
    });
    const opened = await openHostPage(browser, site.url, runtime.url);
    await opened.page.locator(`${tag} h2`).first().waitFor();
    await opened.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    return opened;
  }

  test.each(DESCRIBED)("<%s>: attributes and properties", async (tag, { attributes }) => {
    const { page, close } = await open(tag);
    const observed = await page.evaluate(
      (name) =>
        (customElements.get(name) as unknown as { observedAttributes: string[] })
          .observedAttributes,
      tag,
    );
    const ofParts = new Set(["simulation", "language"]);
    expect(observed.filter((name) => !ofParts.has(name)).toSorted()).toEqual(
      attributes.map(({ name }) => name).toSorted(),
    );
    for (const { name, property, type } of attributes) {
      const [value, firstRead, other] = VALUES[type] ?? ["x", "x", "y"];
      const read = await page.locator(tag).evaluate(
        (element, [attribute, key, text, next]) => {
          // Apart from the page, so that nothing answers it.
          const alone = element.cloneNode() as Element & Record<string, unknown>;
          alone.setAttribute(attribute, text);
          const first = alone[key];
          alone[key] = next;
          return [first, alone[key]];
        },
        [name, property, value, other] as const,
      );
      expect(read, name).toEqual([firstRead, other]);
    }
    await close();
  });

  test.each(DESCRIBED)("<%s>: slots and parts", async (tag, { slots, parts }) => {
    const { page, close } = await open(tag);
    const found = () =>
      page.locator(tag).evaluate((element) => {
        const inside = [...(element.shadowRoot?.querySelectorAll("*") ?? [])];
        const words = (name: string) =>
          inside.flatMap((part) => part.getAttribute(name)?.split(/[\s,]+/u) ?? []);
        const names = inside.flatMap((part) =>
          part.localName === "slot" ? [part.getAttribute("name")] : [],
        );
        return {
          slots: names,
          // A part of a part is renamed: "plot: projection".
          parts: [...words("part"), ...words("exportparts")].filter((name) => !name.endsWith(":")),
        };
      });
    const foundOnce = async () => {
      const all = await found();
      return { slots: new Set(all.slots), parts: new Set(all.parts) };
    };
    await expect.poll(foundOnce).toEqual({ slots: new Set(slots), parts: new Set(parts) });
    await close();
  });

  test("custom properties are those of the theme", () => {
    const names = [...themeStyles.cssText.matchAll(/--cost-[\w-]+(?=:)/gu)].map(([name]) => name);
    expect([...new Set(names)].toSorted()).toEqual(CUSTOM_PROPERTIES.toSorted());
  });

  test("the manifest has every element, with a description of everything", () => {
    const path = new URL("../../dist/custom-elements.json", import.meta.url);
    const { modules } = JSON.parse(readFileSync(path, "utf8")) as {
      modules: { path: string; declarations: Record<string, unknown>[] }[];
    };
    expect(modules.map(({ declarations: [declaration] }) => declaration?.["tagName"])).toEqual(
      DESCRIBED.map(([tag]) => tag),
    );
    for (const { declarations } of modules) {
      for (const kind of [
        "attributes",
        "members",
        "events",
        "slots",
        "cssParts",
        "cssProperties",
      ]) {
        const entries = declarations[0]?.[kind] as { name: string; description: string }[];
        expect(entries.length, kind).toBeGreaterThan(0);
        for (const { name, description } of entries) expect(description, name).toMatch(/\.$/u);
      }
    }
  });
});

describe("the page about the elements", () => {
  async function openGuide(
    locale: string,
  ): Promise<{ page: Page; faults: string[]; close: () => Promise<void> }> {
    const context = await browser.newContext({
      locale,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${runtime.url}/elements.html`);
    await page.locator("elements-guide h1").waitFor();
    return { page, faults, close: () => context.close() };
  }

  test.each(
    ["en-US", "ja-JP"].flatMap((locale) => DESCRIBED.map(([tag]) => [locale, tag] as const)),
  )("in %s shows <%s> live, without a fault", async (locale, tag) => {
    const { page, faults, close } = await openGuide(locale);
    const section = page.locator(`elements-guide section#${tag}`);
    await section.locator("summary").first().click();
    await section.locator(tag).getByText("AWS Lambda arm64").first().waitFor();
    expect(await page.locator("elements-guide").innerText()).not.toContain("undefined");
    const heading = await page.locator("h1").first().innerText();
    expect(/\p{Script=Han}/u.test(heading)).toBe(locale === "ja-JP");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test("copies code that works on another page", async () => {
    const { page, close } = await openGuide("en-US");
    await page.getByRole("button", { name: "Copy: break-even-table, HTML" }).click();
    await page.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await close();
    site.show({ body: copied });
    const host = await openHostPage(browser, site.url, runtime.url);
    await host.page.getByText("Break-even points").waitFor();
    expect(host.faults).toEqual([]);
    await host.close();
  });

  test("is found from the simulator", async () => {
    const { page, close } = await openGuide("en-US");
    await page.goto(`${runtime.url}/`);
    await page.getByRole("link", { name: "Elements for your own page" }).click();
    await page.locator("elements-guide h1").waitFor();
    expect(new URL(page.url()).pathname).toBe("/elements.html");
    await close();
  });
});
