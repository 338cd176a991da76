import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { smallCss } from "../../web/build/small-styles.ts";

const WEB = new URL("../../web/", import.meta.url);

test.each([
  ["a { color: red; }", "a{color:red}"],
  [
    "  .a > .b,\n  .c { /* why */ margin: 0 auto; padding: 0; }",
    ".a>.b,.c{margin:0 auto;padding:0}",
  ],
  ["a :hover { width: calc(100% - 2rem); }", "a :hover{width:calc(100% - 2rem)}"],
  [
    ":host(:lang(ja)) p { color: var(--x) !important; }",
    ":host(:lang(ja)) p{color:var(--x)!important}",
  ],
  [
    "@media (max-width: 60rem) and (hover: none) { a { top: 0; } }",
    "@media (max-width:60rem) and (hover:none){a{top:0}}",
  ],
  [
    "a { font: 400 1rem / 1.5 serif; margin: -0.5em 10.05px 0.125rem 0; }",
    "a{font:400 1rem/1.5 serif;margin:-.5em 10.05px .125rem 0}",
  ],
  ['a::after { content: " ▾"; }', 'a::after{content:" ▾"}'],
])("%s is said in fewer characters", (text, small) => {
  expect(smallCss(text)).toBe(small);
});

test("no style sheet has text in quotes that would be changed", () => {
  const files = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const quoted = files.flatMap((name) =>
    [...readFileSync(new URL(name, WEB), "utf8").matchAll(/\bcss`([^`]*)`/gu)].flatMap(
      ([, css = ""]) => css.match(/"[^"\n]*"/gu) ?? [],
    ),
  );
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((text) => smallCss(text) !== text)).toEqual([]);
});
