import { describe, expect, test } from "vitest";
import { scaledUsage, sumOfUsages, usageOfShare } from "../../../shared/engine/request-usage.ts";

const BENT = { fixed: 7, perRequest: 3, bends: [{ at: 100, perRequest: 5 }] };

test("so many times a usage is so many times all of it, at the same loads", () => {
  expect(scaledUsage({ fixed: 7, perRequest: 3 }, 2)).toStrictEqual({ fixed: 14, perRequest: 6 });
  expect(scaledUsage(BENT, 2)).toStrictEqual({
    fixed: 14,
    perRequest: 6,
    bends: [{ at: 100, perRequest: 10 }],
  });
});

describe("the usage of a function that has a part of the requests", () => {
  test("is the same where it has all of them", () => {
    expect(usageOfShare(BENT, 1)).toStrictEqual(BENT);
    expect(usageOfShare({ fixed: 7, perRequest: 3, bends: [] }, 1)).toStrictEqual({
      fixed: 7,
      perRequest: 3,
    });
  });

  test("grows by the part, bends where the part gets there, and is fixed as it was", () => {
    expect(usageOfShare({ fixed: 7, perRequest: 3 }, 0.25)).toStrictEqual({
      fixed: 7,
      perRequest: 0.75,
    });
    expect(usageOfShare(BENT, 0.25)).toStrictEqual({
      fixed: 7,
      perRequest: 0.75,
      bends: [{ at: 400, perRequest: 1.25 }],
    });
  });

  test("has no bends where it has none of the requests", () => {
    expect(usageOfShare(BENT, 0)).toStrictEqual({ fixed: 7, perRequest: 0 });
  });
});

describe("the sum of usages", () => {
  test("is nothing of none, and a line of lines", () => {
    expect(sumOfUsages([])).toStrictEqual({ fixed: 0, perRequest: 0 });
    expect(
      sumOfUsages([
        { fixed: 1, perRequest: 2 },
        { fixed: 10, perRequest: 20, bends: [] },
      ]),
    ).toStrictEqual({ fixed: 11, perRequest: 22 });
  });

  test("bends where any of them does, in the order of the loads", () => {
    const late = { fixed: 1, perRequest: 10, bends: [{ at: 300, perRequest: 0 }] };
    const early = {
      fixed: 0,
      perRequest: 1,
      bends: [
        { at: 200, perRequest: 4 },
        { at: 400, perRequest: 2 },
      ],
    };
    expect(sumOfUsages([late, early])).toStrictEqual({
      fixed: 1,
      perRequest: 11,
      bends: [
        { at: 200, perRequest: 14 },
        { at: 300, perRequest: 4 },
        { at: 400, perRequest: 2 },
      ],
    });
  });
});
