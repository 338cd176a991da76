import { describe, expect, test } from "vitest";
import { usedStyles, withoutUnreadProperties } from "../../web/build/used-styles.ts";

const MARKUP =
  '<section class="answer short"><p>text</p><button type="button" aria-pressed="false">go</button></section>';

describe("a style sheet for some markup", () => {
  test("keeps rules of tags, classes and attributes that are there, whatever their state", () => {
    for (const css of [
      "p{margin:0}",
      ".answer.short > p{margin:0}",
      ":host{display:block}",
      ":host(:lang(ja)) .answer{color:red}",
      'button[aria-pressed="true"]:hover{color:red}',
      "*,*::before{box-sizing:border-box}",
      "p:has(.other:not(.third)){margin:0}",
      ':host(:not([theme="light"])){color:red}',
      "@media (width < 60rem){p{margin:0}}",
    ]) {
      expect(usedStyles(css, MARKUP)).toBe(css);
    }
  });

  test("leaves out what is for tags, classes and attributes that are not there", () => {
    expect(usedStyles("table{width:100%}.answer td{color:red}p{margin:0}", MARKUP)).toBe(
      "p{margin:0}",
    );
    expect(usedStyles("td,p,.scroll{margin:0}", MARKUP)).toBe("p{margin:0}");
    expect(usedStyles(':host([theme="dark"]){color:red}p{margin:0}', MARKUP)).toBe("p{margin:0}");
    expect(usedStyles("@media print{.scroll{margin:0}p{margin:0}}", MARKUP)).toBe(
      "@media print{p{margin:0}}",
    );
  });
});

test("style sheets lose the properties that none of them reads", () => {
  const sheets = [
    ":host{--text:#111;--line:#222;--font:serif}",
    "p{color:var(--text);border-color:var(--line, red)}",
  ];
  expect(withoutUnreadProperties(sheets)).toEqual([":host{--text:#111;--line:#222;}", sheets[1]]);
});
