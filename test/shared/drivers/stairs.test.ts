import { describe, expect, test } from "vitest";
import { curveWithStairs, type Stair } from "../../../shared/drivers/stairs.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import type { MeteredCharge } from "../../../shared/engine/usage.ts";
import { flatPrice, tieredPrice } from "../engine/_prices.ts";

const line = (price: MeteredCharge["price"]): MeteredCharge => ({
  meter: "compute",
  usage: { fixed: 4, perRequest: 3 },
  price,
});
const everyTen: Stair = { slot: { share: 1, requestsPerMachine: 10 }, uses: [2] };
// Its first step ends 5 earlier.
const everySeven: Stair = {
  slot: { share: 1, requestsPerMachine: 7, headStart: 5 },
  uses: [1],
};
const TIERS = [
  { upTo: 9, unitPrice: 2 },
  { upTo: Infinity, unitPrice: 1 },
];

function costs(
  stairs: readonly Stair[],
  at: readonly number[],
  price = flatPrice(1),
  fewest = 1,
): number[] {
  const curve = curveWithStairs([line(price)], stairs, fewest);
  return at.map((value) => costAt(curve, value));
}

describe("what is billed along a driver by steps begun", () => {
  test("is a line without any, and none where no step uses something of it", () => {
    expect(costs([], [0, 10])).toEqual([4, 34]);
    expect(costs([{ ...everyTen, uses: [] }], [0, 10])).toEqual([4, 34]);
  });

  test("grows right after a step, beside what is used without any, and begins with the fewest", () => {
    expect(costs([everyTen], [1, 10, 11, 20, 21])).toEqual([6, 6, 8, 8, 10]);
    expect(costs([everyTen], [1, 20, 21], flatPrice(1), 2)).toEqual([8, 8, 10]);
  });

  test("adds up stairs of several, each with its own head start", () => {
    // Of the second one step up to 2, two up to 9, three up to 16.
    expect(costs([everyTen, everySeven], [1, 2, 3, 9, 10, 11])).toEqual([7, 7, 8, 8, 9, 11]);
  });

  test("is used up by steps where these use less than nothing", () => {
    const less = (stair: Stair): Stair => ({ ...stair, uses: stair.uses.map((used = 0) => -used) });
    expect(costs([everyTen].map(less), [1, 11, 21])).toEqual([2, 0, 0]);
    expect(costs([everyTen, everySeven].map(less), [1, 3, 11])).toEqual([1, 0, 0]);
  });

  test.each([flatPrice(1), tieredPrice(TIERS, 2)])(
    "costs the same in whatever order the stairs are, as which of them is the busier changes with the load",
    (price) => {
      const values = Array.from({ length: 60 }, (_, index) => index + 0.5);
      expect(costs([everyTen, everySeven], values, price)).toEqual(
        costs([everySeven, everyTen], values, price),
      );
    },
  );
});
