import { expect, test } from "vitest";
import { toCsv } from "../../shared/csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-2+3", "'-2+3"],
  ["\tx", "'\tx"],
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
])("a field that a spreadsheet would run is shown as text: %j", (field, expected) => {
  expect(toCsv([[field]])).toBe(expected);
});

test.each(["-12.5", "0", "-0.0001", "1593.44"])("a number keeps its sign: %s", (field) => {
  expect(toCsv([[field]])).toBe(field);
});

test("fields with commas, quotes and line ends are quoted", () => {
  expect(toCsv([["a,b", 'say "hi"', "two\nlines", "plain"], ["1"]])).toBe(
    '"a,b","say ""hi""","two\nlines",plain\n1',
  );
});
