import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NODE_VERSION } from "./_debian.ts";
import { NOT_RUN } from "./_not-run.ts";
import { blocksOf, COMMANDS, END, fencesOf, PAGES, PLACES, stepsAt } from "./_page.ts";
import { run, ROOT } from "./_run.ts";

describe("what is between fences", () => {
  test("stands at the beginning of a line, and says what it is", () => {
    for (const page of PAGES) {
      const blocks = blocksOf(page);
      expect(fencesOf(page), page).toBe(2 * blocks.length);
      for (const { language } of blocks) {
        expect(["sh", "console", "yaml", "json", "toml", "nginx"], page).toContain(language);
      }
    }
  });

  test("is run, or listed with what it needs that is not here", () => {
    const listed = (page: string, text: string) =>
      NOT_RUN.filter(([known, begins]) => known === page && text.startsWith(begins)).length;
    const blocks = PAGES.flatMap(blocksOf).filter(({ language }) => language === "console");
    for (const { page, text } of blocks) expect(listed(page, text), `${page}: ${text}`).toBe(1);
    expect(NOT_RUN).toHaveLength(blocks.length);
  });

  test("is nothing that shellcheck finds fault with", async () => {
    for (const page of PAGES) {
      const commands = blocksOf(page).filter(({ language }) => /^(?:sh|console)$/u.test(language));
      // Word splitting is meant where a list is given; a name in single quotes is another's to fill in.
      const options = ["--shell=bash", "--exclude=SC2086,SC2016,SC2154", "-"];
      const { code, said } = await run(["shellcheck", ...options], {
        input: commands.map(({ text }) => text).join("\n"),
        mayFail: true,
      });
      expect(said, page).toBe("");
      expect(code).toBe(0);
    }
  });
});

describe("a stranger", () => {
  const places = PAGES.filter((page) => page.startsWith("deploy/"));
  const textOf = (page: string) => readFileSync(join(ROOT, "docs", page), "utf8");

  test.each(places)("%s says what is needed, what shows that it works, and how it ends", (page) => {
    const text = textOf(page);
    expect(text).toMatch(/\bneeds?\b/u);
    expect(text).toMatch(/\/health|<title>/u);
    expect(text).toContain(`\n## ${END}\n`);
  });

  test("finds the node that the project pins named where one is to be fetched", () => {
    const named = places.flatMap(
      (page) => textOf(page).match(/(?<=node[-:]v?)\d+\.\d+\.\d+/gu) ?? [],
    );
    expect(new Set(named)).toEqual(new Set([NODE_VERSION]));
  });
});

test("each command has its step", () => {
  const steps = PLACES.flatMap(stepsAt).flatMap(({ commands }) => commands);
  expect(steps.toSorted()).toEqual(COMMANDS.map(({ text }) => text).toSorted());
});
