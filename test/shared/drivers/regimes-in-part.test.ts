import { describe, expect, test } from "vitest";
import type { DividedAllowance } from "../../../shared/drivers/divided-allowance.ts";
import type { Bought } from "../../../shared/drivers/driver-parts.ts";
import { regimesIn } from "../../../shared/drivers/regimes-in-part.ts";
import type { CostCurve } from "../../../shared/engine/curve.ts";
import { curveOf, type WholeFleet } from "./_fleets.ts";

/** A figure that jumps to each amount right after its place; the first is from 0 on. */
function stepwise(...steps: readonly (readonly [from: number, amount: number])[]): CostCurve {
  return {
    pieces: steps.map(([from, cost]) => ({
      from,
      cost,
      slope: 0,
      ...(from === 0 ? {} : { jumps: true }),
    })),
    fleets: [],
  };
}

/** What a use of an allowance costs, the same along the driver; `bounds`: where its price passes bounds. */
function sharing(
  index: number,
  used: CostCurve,
  costOf: (used: number) => number,
  bounds: readonly number[] = [],
): Bought {
  const curveFor: DividedAllowance["curveFor"] = (use) => ({
    pieces: [0, ...bounds].map((from) => ({ from, cost: costOf(use), slope: 0 })),
    fleets: [],
  });
  return { index, curve: curveFor(Infinity), divided: { used, free: [1], curveFor } };
}

function named(bought: readonly Bought[], from: number, to: number) {
  return regimesIn({ bought, from, to }).map((regime) => [regime.from, regime.to, regime.cheapest]);
}

describe("who is the cheapest where allowances are shared", () => {
  test("is asked of every use, of each by itself where they use differently", () => {
    // At both ends the first costs one less: 1 and 2, then 3 and 4. Between them it is the first that has risen.
    const bought = [
      sharing(0, stepwise([0, 1], [2, 3]), (used) => used),
      sharing(1, stepwise([0, 2], [6, 4]), (used) => used),
    ];
    const regimes = regimesIn({ bought, from: 1, to: 9 });
    const cheapestAt = (x: number) => regimes.find(({ to }) => x <= to)?.cheapest;
    expect([1.5, 2, 2.1, 4, 6, 6.1, 8].map(cheapestAt)).toEqual([0, 0, 1, 1, 1, 0, 0]);
  });

  test("is asked anew where a bound of a price is passed", () => {
    // The first costs 10, 14 and 16, the second 11, 12 and 17.
    const used = stepwise([0, 1], [3, 5], [7, 9]);
    const bounds = [3, 7];
    const bought = [
      sharing(0, used, (use) => (use < 5 ? 10 : use < 9 ? 14 : 16), bounds),
      sharing(1, used, (use) => (use < 5 ? 11 : use < 9 ? 12 : 17), bounds),
    ];
    expect(named(bought, 1, 9)).toEqual([
      [1, 3, 0],
      [3, 7, 1],
      [7, 9, 0],
    ]);
  });

  test("is the one that is cheaper with more use, of two that cost the same with the least", () => {
    const used: CostCurve = { pieces: [{ from: 0, cost: 0, slope: 1 }], fleets: [] };
    const bought = [
      sharing(0, used, (use) => Math.max(0, use - 4)),
      sharing(1, used, (use) => Math.max(0, use - 4) / 2),
    ];
    expect(named(bought, 1, 9)).toEqual([[1, 9, 1]]);
  });

  test("is asked of halves where a use has passed a bound that lies outside the part", () => {
    // With little use the bound of the price is beyond 9, with more it is before 1. It is passed at 4.
    const used = stepwise([0, 1], [4, 5]);
    const passing = (index: number, before: number, after: number): Bought => {
      const curveFor: DividedAllowance["curveFor"] = (use) => ({
        pieces: [
          { from: 0, cost: before, slope: 0 },
          { from: use < 5 ? 20 : 0.5, cost: after, slope: 0 },
        ],
        fleets: [],
      });
      return { index, curve: curveFor(Infinity), divided: { used, free: [1], curveFor } };
    };
    const regimes = regimesIn({ bought: [passing(0, 10, 14), passing(1, 11, 12)], from: 1, to: 9 });
    const cheapestAt = (x: number) => regimes.find(({ to }) => x <= to)?.cheapest;
    expect([1.5, 3, 4, 4.1, 6, 8].map(cheapestAt)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test("is said to alternate where there are too many turns to list: no half is looked at", () => {
    const used: CostCurve = { pieces: [{ from: 0, cost: 0, slope: 1 }], fleets: [] };
    const growing = (
      index: number,
      { capacity, price }: Pick<WholeFleet, "capacity" | "price">,
      fixedFor: (use: number) => number,
    ): Bought => {
      const curveFor = (use: number) => curveOf({ capacity, price, fixed: fixedFor(use) });
      return { index, curve: curveFor(Infinity), divided: { used, free: [1], curveFor } };
    };
    // Of each 6 the second is the cheaper from 2 to 3 only; with the most that is used it is throughout.
    const bought = [
      growing(0, { capacity: 2, price: 2 }, (use) => (use - 1) / 7500),
      growing(1, { capacity: 3, price: 3 }, () => 0.5),
    ];
    const regimes = regimesIn({ bought, from: 1, to: 12_001 });
    expect(regimes.filter(({ alternating }) => alternating)).toEqual([regimes.at(-1)]);
    expect(regimes.at(-1)).toEqual({ from: 3003, to: 12_001, cheapest: 0, alternating: true });
  });
});
