import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { texts as en } from "../../web/messages/bill-en.ts";
import { texts as notesJa } from "../../web/messages/price-notes-ja.ts";

const CARDS = new URL("../../shared/rate-cards/", import.meta.url);

/** All that rate cards have under a name, once. */
function valuesOf(name: string): Set<string> {
  const values = new Set<string>();
  for (const file of readdirSync(CARDS, { recursive: true, encoding: "utf8" })) {
    if (!/[\\/][\w-]+\.json$/u.test(file)) continue;
    JSON.parse(readFileSync(new URL(file, CARDS), "utf8"), (key, value: unknown) => {
      if (key === name && typeof value === "string") values.add(value);
      return value;
    });
  }
  return values;
}

test("every unit of a price has a text", () => {
  const units = valuesOf("unit");
  expect(units.size).toBeGreaterThan(20);
  expect([...units].filter((unit) => !(unit in en.priceUnits))).toEqual([]);
});

test("every remark of a rate card is told in Japanese, and nothing else is", () => {
  const notes = valuesOf("note");
  expect(notes.size).toBeGreaterThan(30);
  expect([...notes].filter((note) => !(note in notesJa))).toEqual([]);
  expect(Object.keys(notesJa).filter((note) => !notes.has(note))).toEqual([]);
  for (const note of Object.values(notesJa)) expect(note).toMatch(/[\p{Script=Han}ァ-ヶ]/u);
});
