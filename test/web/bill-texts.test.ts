import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { texts as en } from "../../web/messages/bill-en.ts";

const CARDS = new URL("../../shared/rate-cards/", import.meta.url);

test("every unit of a price has a text", () => {
  const units = new Set<string>();
  for (const name of readdirSync(CARDS, { recursive: true, encoding: "utf8" })) {
    if (!/[\\/][\w-]+\.json$/u.test(name)) continue;
    const text = readFileSync(new URL(name, CARDS), "utf8");
    for (const [, unit = ""] of text.matchAll(/"unit": ?"([^"]+)"/gu)) units.add(unit);
  }
  expect(units.size).toBeGreaterThan(20);
  expect([...units].filter((unit) => !(unit in en.priceUnits))).toEqual([]);
});
