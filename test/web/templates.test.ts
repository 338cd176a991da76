import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const WEB = fileURLToPath(new URL("../../web/", import.meta.url));
const TEMPLATE = /\bhtml`/u;
/** What the build takes out of Lit: comments, and anything written into what is text alone. */
const LEFT_OUT = /<!--|<(script|style|textarea)\b[^<]*(?:(?<!>)<|<(?!\/\1>))|<title>(?!\$\{)/u;

test.each([
  "<!-- a remark -->",
  "<style>${styles}</style>",
  "<textarea rows=2>${text}</textarea>",
  "<title>A page</title>",
])("%s would be found in a template", (text) => {
  expect(text).toMatch(LEFT_OUT);
});

test("templates have nothing that the build takes out of Lit", () => {
  const elements = readdirSync(WEB, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/^(?:build|export)[\\/]/u.test(name))
    .map((name) => [name, readFileSync(WEB + name, "utf8")] as const)
    .filter(([, text]) => TEMPLATE.test(text));
  expect(elements.length).toBeGreaterThan(40);
  expect(elements.filter(([, text]) => LEFT_OUT.test(text)).map(([name]) => name)).toEqual([]);
});
