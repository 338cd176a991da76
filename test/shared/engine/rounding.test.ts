import { describe, expect, test } from "vitest";
import { isApart, signOfDifference } from "../../../shared/engine/rounding.ts";

describe("two costs", () => {
  test.each([1e-9, 1, 1e12])("about %d are the same but for rounding, or one is less", (cost) => {
    expect(signOfDifference(cost, cost)).toBe(0);
    expect(signOfDifference(cost, cost * (1 + 1e-13))).toBe(0);
    expect(signOfDifference(cost * (1 + 1e-13), cost)).toBe(0);
    expect(signOfDifference(cost, cost * (1 + 1e-11))).toBe(-1);
    expect(signOfDifference(cost * (1 + 1e-11), cost)).toBe(1);
  });

  test("of which one is nothing are not the same, however small the other", () => {
    expect(signOfDifference(0, 0)).toBe(0);
    expect(signOfDifference(0, 1e-30)).toBe(-1);
    expect(signOfDifference(1e-30, 0)).toBe(1);
  });
});

test("two loads are one where they are nearer than rounding can place them", () => {
  for (const load of [1e-9, 1, 1e12]) {
    expect(isApart(load, load)).toBe(false);
    expect(isApart(load, load * (1 + 1e-13))).toBe(false);
    expect(isApart(load, load * (1 + 1e-11))).toBe(true);
  }
  expect(isApart(0, 0)).toBe(false);
  expect(isApart(0, 1e-30)).toBe(true);
});
