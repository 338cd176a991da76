import { describe, expect, test } from "vitest";
import {
  alternatesIn,
  candidatesUpTo,
  cheapestCurve,
  isBeatenByOne,
} from "../../../shared/engine/cheapest-curve.ts";
import type { Crossings } from "../../../shared/engine/crossings.ts";
import type { Crossing, Side } from "../../../shared/engine/crossing.ts";
import type { CostCurve } from "../../../shared/engine/curve.ts";

function straight(cost: number, slope = 0): CostCurve {
  return { pieces: [{ from: 0, cost, slope }], fleets: [] };
}

function otherThan(side: Side): Side {
  return side === "first" ? "second" : "first";
}

function pointAt(requestsPerMonth: number, cheaperAbove: Side): Crossing {
  const cheaperBelow = otherThan(cheaperAbove);
  return { requestsPerMonth, monthlyCost: 1, kind: "equal", cheaperBelow, cheaperAbove };
}

const SAME: Crossings = { orders: [], points: [], alternations: [] };

/** Two curves of which one is cheaper from 0 on. */
function cheaper(side: Side): Crossings {
  return { ...SAME, orders: [{ from: 0, apartFrom: 0, cheaper: side }] };
}

describe("the curves that carry a load", () => {
  test("are those whose greatest load it does not exceed, in their order", () => {
    expect(candidatesUpTo(500, [0, 1, 2], [500, 499, Infinity])).toEqual([0, 2]);
  });

  test("are all of them where none does, and where nothing is known of it", () => {
    expect(candidatesUpTo(500, [0, 1, 2], [1, 2, 3])).toEqual([0, 1, 2]);
    expect(candidatesUpTo(500, [0, 1, 2])).toEqual([0, 1, 2]);
  });

  test("are those, too, of which nothing is said", () => {
    expect(candidatesUpTo(500, [0, 1], [1])).toEqual([1]);
  });
});

describe("the cheapest of two curves between two loads", () => {
  // Costs that contradict what is known of their order, as those at a step may by a rounding.
  const contradicting = [straight(1), straight(2)];
  const between = (pair: Crossings, from: number, to: number, curves = contradicting) =>
    cheapestCurve([0, 1], { curves, pairs: [pair], from, to });

  test("is the one that their order names, whatever they cost in the middle", () => {
    expect(between(cheaper("second"), 0, 10)).toBe(1);
    expect(between(cheaper("second"), 5, 10)).toBe(1);
  });

  test("is another from the point on where they cross", () => {
    const crossing = {
      ...cheaper("second"),
      points: [pointAt(10, "first"), pointAt(20, "second")],
    };
    expect(between(crossing, 0, 10)).toBe(1);
    expect(between(crossing, 10, 20)).toBe(0);
    expect(between(crossing, 12, 20)).toBe(0);
    expect(between(crossing, 20, 30)).toBe(1);
  });

  test("is the one that their last order names, unless they cross since, or right there", () => {
    const orders: Crossings["orders"] = [
      { from: 0, apartFrom: 0, cheaper: "first" },
      { from: 15, apartFrom: 15, cheaper: "second" },
    ];
    const alternations = [{ from: 12, to: 15 }];
    const again = { orders, points: [pointAt(10, "second")], alternations };
    expect(between(again, 15, 20)).toBe(1);
    const beforeIt = { orders, points: [pointAt(10, "first")], alternations };
    expect(between(beforeIt, 15, 20)).toBe(1);
    const rightThere = { orders, points: [pointAt(15, "first")], alternations };
    expect(between(rightThere, 15, 20)).toBe(0);
  });

  test("is the one that costs less in the middle where they alternate or have no order", () => {
    // x and 15 change places at 15: before the middle of 10 to 30, and after that of 10 to 18.
    const curves = [straight(0, 1), straight(15)];
    const alternating = { ...cheaper("first"), alternations: [{ from: 10, to: 30 }] };
    for (const pair of [SAME, alternating]) {
      expect(between(pair, 10, 30, curves)).toBe(1);
      expect(between(pair, 10, 18, curves)).toBe(0);
    }
    expect(between(SAME, 0, 10, [straight(7), straight(7)])).toBe(0);
  });
});

describe("the cheapest of several curves", () => {
  const curves = [straight(1), straight(1), straight(1), straight(1)];
  /** Of the pairs 0–1, 0–2, 0–3, 1–2, 1–3 and 2–3: which curve of each is the cheaper one. */
  const cheapestOf = (candidates: readonly number[], sides: readonly Side[]) =>
    cheapestCurve(candidates, { curves, pairs: sides.map(cheaper), from: 0, to: 10 });

  test.each([
    [[0, 1], 0],
    [[0, 2], 1],
    [[0, 3], 2],
    [[1, 2], 3],
    [[1, 3], 4],
    [[2, 3], 5],
  ])("is asked of the pair of %j", (candidates, index) => {
    const [first, second] = candidates;
    const none = Array.from({ length: 6 }, (): Side => "first");
    expect(cheapestOf(candidates, none)).toBe(first);
    expect(cheapestOf(candidates, none.with(index, "second"))).toBe(second);
  });

  test("is the only one where there is one, and the first of all that cost the same", () => {
    const none = Array.from({ length: 6 }, (): Side => "second");
    expect(cheapestOf([2], none)).toBe(2);
    const pairs = Array.from({ length: 6 }, () => SAME);
    expect(cheapestCurve([1, 2, 3], { curves, pairs, from: 0, to: 10 })).toBe(1);
  });
});

describe("the cheapest of three that cross in one point", () => {
  const curves = [straight(1), straight(1), straight(1)];
  const isBeaten = (cheapest: number, candidates: readonly number[], sides: readonly Side[]) =>
    isBeatenByOne(cheapest, candidates, { curves, pairs: sides.map(cheaper), from: 0, to: 10 });

  // The last is cheaper than the second, the second than the first, and the first than the last.
  test("is beaten by one before it while not every two of them have crossed", () => {
    expect(isBeaten(2, [0, 1, 2], ["second", "first", "second"])).toBe(true);
    expect(isBeaten(2, [1, 2], ["second", "first", "second"])).toBe(false);
    expect(isBeaten(2, [0, 1, 2], ["second", "second", "second"])).toBe(false);
  });

  test("is beaten, too, by one that costs less in the middle where no order is known", () => {
    // The third is cheaper than the second, the second than the first: of the first and third, costs decide.
    const pairs = [cheaper("second"), SAME, cheaper("second")];
    const beaten = (cost: number) => {
      const three = [straight(cost), straight(7), straight(2)];
      return isBeatenByOne(2, [0, 1, 2], { curves: three, pairs, from: 0, to: 10 });
    };
    expect([1, 3].map((cost) => beaten(cost))).toEqual([true, false]);
  });

  test("is not beaten by itself, nor by one after it", () => {
    expect(isBeaten(0, [0, 1, 2], ["first", "first", "first"])).toBe(false);
    expect(isBeaten(1, [0, 1, 2], ["second", "first", "second"])).toBe(false);
    expect(isBeaten(0, [0, 1, 2], ["second", "second", "first"])).toBe(false);
  });
});

test("two curves alternate in an interval that shares more than its end with one in which they do", () => {
  const pair = { ...SAME, alternations: [{ from: 10, to: 20 }] };
  const intervals = [
    [0, 10],
    [0, 11],
    [12, 13],
    [19, 30],
    [20, 30],
  ] as const;
  expect(intervals.map(([from, to]) => alternatesIn(pair, from, to))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});
