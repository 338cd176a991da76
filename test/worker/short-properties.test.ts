import { expect, test } from "vitest";
import { propertiesToShorten } from "../../worker/build/short-properties.ts";

const SINGLE_WORDS = propertiesToShorten("");

function shortened(code: string): readonly string[] {
  return propertiesToShorten(code).filter((name) => !SINGLE_WORDS.includes(name));
}

test("properties in camelCase have short names, and what JSON has keeps its name", () => {
  expect(shortened("a.memoryReserveMb*b.monthly_usd+c.total")).toEqual(["memoryReserveMb"]);
});

test("what JavaScript, the web and Cloudflare have keeps its name", () => {
  const code =
    "a.toSorted(),new Intl.NumberFormat(b,{maximumFractionDigits:2}),c.writeDataPoint(d)";
  expect(shortened(code)).toEqual([]);
});

test("what a text asks for by its name keeps it, between whichever other texts it stands", () => {
  expect(shortened("`a`in b;case`cpuMs`:return c.cpuMs+c.stepMs")).toEqual(["stepMs"]);
  expect(shortened('"a b"in"durationMs",d.durationMs')).toEqual([]);
});

test("a single word that a text names is refused", () => {
  expect(() => propertiesToShorten("a[`provenance`]")).toThrow(
    "provenance is a text of the bundle",
  );
});
