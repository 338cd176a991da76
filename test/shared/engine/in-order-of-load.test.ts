import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrderOfLoad } from "../../../shared/engine/in-order-of-load.ts";

test("few and many are sorted by load, and what is at the same load stays in its order", () => {
  const loads = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 90, size: "max" });
  fc.assert(
    fc.property(loads, (ats) => {
      const items = ats.map((at, name) => ({ at, name }));
      const sorted = items.toSorted((a, b) => a.at - b.at || a.name - b.name);
      expect(inOrderOfLoad(items)).toEqual(sorted);
    }),
  );
});

test("it is the list itself that is sorted", () => {
  const items = [{ at: 2 }, { at: 1 }];
  expect(inOrderOfLoad(items)).toBe(items);
});
