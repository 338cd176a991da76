import { describe, expect, test } from "vitest";
import { openApiDocument } from "../../tools/openapi/document.ts";
import { accessibilityFaults } from "./_page.ts";
import { servedDocument } from "./_served.ts";

const LANGUAGES = [
  { language: "en", path: "/docs" },
  { language: "ja", path: "/docs/ja" },
];

describe.each(LANGUAGES)("the API reference in $language", ({ language, path }) => {
  const onPage = servedDocument(path, "main section h3 code");

  test("shows every endpoint, and every link in it leads somewhere", async () => {
    await onPage(async (page) => {
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      const paths = Object.keys(openApiDocument().paths);
      expect(await page.locator("main section h3 code").allTextContents()).toHaveLength(
        paths.length,
      );
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
          .map(({ hash }) => hash.slice(1))
          .filter((id) => document.getElementById(id) === null),
      );
      expect(dead).toEqual([]);
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll("[id]")].map(({ id }) => id),
      );
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("has examples that are answered where they are read", async () => {
    await onPage(async (page) => {
      const { origin } = new URL(page.url());
      expect(await page.locator("#compare pre").first().textContent()).toContain(
        `curl -s ${origin}/api/v1/compare`,
      );
      const links = await page
        .locator("main section p > a[href^='/api/'], main section p > a[href='/health']")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.length).toBe(Object.keys(openApiDocument().paths).length);
      for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
    });
  });

  test("opens what a link leads to, and copies an example", async () => {
    await onPage(
      async (page) => {
        await page.goto(new URL(`${path}#schema-Workload`, page.url()).href);
        await expect
          .poll(() =>
            page.locator("#schema-Workload").evaluate((part) => part.hasAttribute("open")),
          )
          .toBe(true);
        const button = page.locator("#compare .code button");
        const before = await button.textContent();
        await button.click();
        await expect.poll(() => button.textContent()).not.toBe(before);
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toContain("/api/v1/compare");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test.each(["light", "dark"] as const)(
    "is accessible in %s colours, and fits a small screen",
    async (colorScheme) => {
      await onPage(
        async (page) => {
          const [wide, seen] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.clientWidth,
          ]);
          expect(wide).toBe(seen);
          expect(await accessibilityFaults(page)).toEqual([]);
        },
        { colorScheme, viewport: { width: 320, height: 700 } },
      );
    },
  );
});
