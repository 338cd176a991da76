import { describe, expect, test } from "vitest";
import { crossings, CROSSINGS_LISTED } from "../../../shared/engine/crossings.ts";
import type { Crossing } from "../../../shared/engine/crossing.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import type { CostCurve } from "../../../shared/engine/curve.ts";
import type { Billed } from "../../_exact.ts";
import {
  flatPrice,
  line,
  machines,
  perMachineCharge,
  perRequestCharge,
  subscription,
} from "./_prices.ts";

const curveOf = ({ charges, fleet }: Billed): CostCurve => buildCurve(charges, fleet);

function between(first: Billed, second: Billed, min: number, max: number) {
  return crossings(curveOf(first), curveOf(second), { min, max });
}

function summary(points: readonly Crossing[]) {
  return points.map(({ requestsPerMonth, monthlyCost, kind, cheaperAbove }) => {
    return [requestsPerMonth, monthlyCost, kind, cheaperAbove];
  });
}

describe("two lines", () => {
  test("cross where the dearer start is made up for", () => {
    // 10 + 1 x = 3 x at 5 requests, for 15.
    expect(between(line(1, 10), line(3), 0, 100).points).toEqual([
      {
        requestsPerMonth: 5,
        monthlyCost: 15,
        kind: "equal",
        cheaperBelow: "second",
        cheaperAbove: "first",
      },
    ]);
  });

  test("change places, whichever of them is named first", () => {
    expect(between(line(3), line(1, 10), 0, 100).points).toMatchObject([
      { requestsPerMonth: 5, monthlyCost: 15, cheaperBelow: "first", cheaperAbove: "second" },
    ]);
  });

  test("cost the same where they cross, be it next to nothing or millions", () => {
    for (const scale of [1e-9, 1, 1e9]) {
      const [point] = between(line(0.3 * scale, 0.7 * scale), line(0.41 * scale), 0, 100).points;
      expect(point?.kind).toBe("equal");
      expect(point?.requestsPerMonth).toBeCloseTo(70 / 11, 9);
    }
  });

  test("that start together and part have no crossing", () => {
    expect(between(line(1), line(2), 0, 100)).toEqual({
      orders: [{ from: 0, apartFrom: 0, cheaper: "first" }],
      points: [],
      alternations: [],
    });
  });

  test("of which both cost nothing where they cross, cross there all the same", () => {
    const falling = [
      { from: 0, cost: 10, slope: -1 },
      { from: 10, cost: 0, slope: 0 },
    ];
    const rising = [
      { from: 0, cost: 0, slope: 0 },
      { from: 10, cost: 0, slope: 1 },
    ];
    const [first, second] = [falling, rising].map((pieces) => ({ pieces, fleets: [] }));
    if (first === undefined || second === undefined) throw new Error("two curves");
    expect(summary(crossings(first, second, { min: 0, max: 100 }).points)).toEqual([
      [10, 0, "equal", "first"],
    ]);
  });

  test("that jump a rounding apart do not cross in between", () => {
    // 1 and 2, then 3 and 4: in the sliver between the jumps it would be 3 and 2.
    const jumping = (at: number, low: number): CostCurve => ({
      pieces: [
        { from: 0, cost: low, slope: 0 },
        { from: at, cost: low + 2, slope: 0, jumps: true },
      ],
      fleets: [],
    });
    const apart = 10 * (1 + 4 * Number.EPSILON);
    const { orders, points } = crossings(jumping(10, 1), jumping(apart, 2), { min: 0, max: 100 });
    expect(orders).toEqual([{ from: 0, apartFrom: 0, cheaper: "first" }]);
    expect(points).toEqual([]);
  });

  test("that cost the same at first are told apart from where they part", () => {
    // Both cost 10 up to 20 requests; from there on the second costs more.
    const flat = { charges: [subscription(10)], fleet: null };
    const bent: Billed = {
      charges: [perRequestCharge(flatPrice(1, 20)), subscription(10)],
      fleet: null,
    };
    expect(between(flat, bent, 0, 100)).toEqual({
      orders: [{ from: 0, apartFrom: 20, cheaper: "first" }],
      points: [],
      alternations: [],
    });
  });

  test("that run together and come out the other way round cross where they part", () => {
    // Both cost 10 from 10 to 20 requests; below the first is cheaper, above the second.
    const first: Billed = {
      charges: [
        { meter: "a", usage: { fixed: 0, perRequest: 1 }, price: stopAt(10, 1) },
        perRequestCharge(flatPrice(2, 20)),
      ],
      fleet: null,
    };
    const second: Billed = {
      charges: [
        { meter: "b", usage: { fixed: 0, perRequest: 1 }, price: stopAt(5, 2) },
        perRequestCharge(flatPrice(1, 20)),
      ],
      fleet: null,
    };
    expect(summary(between(first, second, 0, 100).points)).toEqual([[20, 10, "equal", "second"]]);
  });

  test("that cross at an end of the range have no crossing inside", () => {
    expect(between(line(1, 10), line(3), 0, 5).points).toEqual([]);
    expect(between(line(1, 10), line(3), 5, 100).points).toEqual([]);
  });
});

describe("a line and a fleet", () => {
  const fleet = machines(30, { requestsPerMachine: 100, minimumMachines: 1 });

  test("cross below one machine's capacity where the line reaches its price", () => {
    expect(summary(between(line(1), fleet, 0, 1000).points)).toEqual([[30, 30, "equal", "second"]]);
  });

  test("cross below the capacity of the machines that always run", () => {
    const three = machines(30, { requestsPerMachine: 100, minimumMachines: 3 });
    expect(summary(between(line(1), three, 0, 1000).points)).toEqual([[90, 90, "equal", "second"]]);
  });

  test("cross up at the line's reaching, and down at the step, tooth after tooth", () => {
    // 0.25 x reaches 30 at 120: past the step at 100 (25 to 60), so 60 at 240 and so on never hold.
    expect(summary(between(line(0.25), fleet, 0, 1000).points)).toEqual([]);
    // 5 + 0.3 x: 30 at 83.3, 60 at 183.3 and so on, back at each step.
    expect(summary(between(line(0.3, 5), fleet, 0, 300).points)).toEqual([
      [expect.closeTo(250 / 3, 9), 30, "equal", "second"],
      [100, 35, "step", "first"],
      [expect.closeTo(550 / 3, 9), expect.closeTo(60, 9), "equal", "second"],
      [200, 65, "step", "first"],
      [expect.closeTo(850 / 3, 9), expect.closeTo(90, 9), "equal", "second"],
    ]);
  });

  test("a range that begins at a step looks at what is above it", () => {
    expect(between(line(0.3, 5), fleet, 100, 150)).toEqual({
      orders: [{ from: 100, apartFrom: 100, cheaper: "first" }],
      points: [],
      alternations: [],
    });
  });

  test("a range that ends at a step looks at what is below it", () => {
    expect(summary(between(line(0.3, 5), fleet, 90, 100).points)).toEqual([]);
  });
});

describe("a line and a fleet that follows the hours", () => {
  test("cross wherever all slots grow together, period after period", () => {
    const slots = [
      { share: 0.5, requestsPerMachine: 100 },
      { share: 0.5, requestsPerMachine: 150 },
    ];
    const fleet = machines(1, { requestsPerMachine: 100, minimumMachines: 1, slots });
    // x / 120 is the fleet's mean price; it is most above that right after 0, 300, 600 and so on.
    const { points, alternations } = between(line(1 / 120, 0.95), fleet, 0, 1000);
    expect(points.map(({ requestsPerMonth, kind }) => [requestsPerMonth, kind])).toEqual([
      [expect.closeTo(6, 9), "equal"],
      [300, "step"],
      [expect.closeTo(306, 9), "equal"],
      [600, "step"],
      [expect.closeTo(606, 9), "equal"],
      [900, "step"],
      [expect.closeTo(906, 9), "equal"],
    ]);
    expect(alternations).toEqual([]);
  });
});

describe("two fleets", () => {
  test("of different capacity change places at each other's steps", () => {
    // Machines of 100 at 10 against machines of 250 at 20: 10 20 30 30 40 50 against 20 20 20 40 40 40,
    // which run together from 100 to 200 and from 300 to 400.
    const small = machines(10, { requestsPerMachine: 100, minimumMachines: 1 });
    const large = machines(20, { requestsPerMachine: 250, minimumMachines: 1 });
    expect(summary(between(small, large, 0, 500).points)).toEqual([
      [200, 20, "equal", "second"],
      [250, 30, "step", "first"],
      [400, 40, "equal", "second"],
    ]);
  });

  test("that jump together cost, at the step, what the cheaper above it costs", () => {
    const flat = machines(10, { requestsPerMachine: 100, minimumMachines: 2 });
    const steep = machines(15, { requestsPerMachine: 200, minimumMachines: 1 });
    // 20 and 15 up to 200, then 30 and 30, then 40 and 30.
    expect(between(flat, steep, 0, 400).points).toEqual([]);
    const steeper = machines(18, { requestsPerMachine: 200, minimumMachines: 1 });
    // 20 and 18 up to 200, then 30 and 36, then 40 and 36.
    expect(summary(between(flat, steeper, 0, 400).points)).toEqual([
      [200, 20, "step", "first"],
      [300, 36, "step", "second"],
    ]);
  });

  test("with free hours that end inside the second machine follow its true price", () => {
    // Free until 1.5 machines: 0, 5, 15, 25 against 8, 16, 24, 32 for the plain fleet with capacity 100.
    const allowance: Billed = {
      charges: [perMachineCharge(flatPrice(10, 1.5))],
      fleet: { requestsPerMachine: 100, minimumMachines: 1 },
    };
    const plain = machines(8, { requestsPerMachine: 100, minimumMachines: 1 });
    // 0 5 15 25 35 45 55 65 75 against 8 16 24 32 40 48 56 64 72: overtaken with the eighth machine.
    expect(summary(between(allowance, plain, 0, 1000).points)).toEqual([
      [700, 56, "step", "second"],
    ]);
  });

  test("one size up at twice the price and capacity is never the cheaper, however far one looks", () => {
    const small = machines(10, { requestsPerMachine: 100, minimumMachines: 1 });
    const large = machines(20, { requestsPerMachine: 200, minimumMachines: 1 });
    expect(between(small, large, 0, 1e12)).toEqual({
      orders: [{ from: 0, apartFrom: 0, cheaper: "first" }],
      points: [],
      alternations: [],
    });
  });
});

describe("a fleet of ten million steps", () => {
  /** A curve that counts how often its fleet is looked at. */
  function counting(offer: Billed): { curve: CostCurve; reads: () => number } {
    const curve = curveOf(offer);
    let reads = 0;
    const fleets = curve.fleets.map((fleet) => ({
      ...fleet,
      get requestsPerMachine() {
        reads += 1;
        return fleet.requestsPerMachine;
      },
    }));
    return { curve: { ...curve, fleets }, reads: () => reads };
  }

  test("against a line of its mean price lists the first thousand changes and sums up the rest", () => {
    const { curve, reads } = counting(machines(1, { requestsPerMachine: 1, minimumMachines: 1 }));
    const { points, alternations } = crossings(curveOf(line(1, 0.5)), curve, { min: 0, max: 1e7 });
    expect(points.length).toBeGreaterThanOrEqual(CROSSINGS_LISTED);
    expect(points.length).toBeLessThanOrEqual(CROSSINGS_LISTED + 1);
    for (const [index, { requestsPerMonth, kind }] of points.entries()) {
      expect(requestsPerMonth).toBeCloseTo((index + 1) / 2, 9);
      expect(kind).toBe(index % 2 === 0 ? "equal" : "step");
    }
    expect(alternations).toEqual([{ from: 501, to: 1e7 }]);
    expect(reads()).toBeLessThan(100_000);
  });

  test("against a line of nearly its mean price keeps one order after those that are summed up", () => {
    // 1.0001 x is over any x rounded up from 10,000 on.
    const fleet = machines(1, { requestsPerMachine: 1, minimumMachines: 1 });
    for (const [first, second, cheaper] of [
      [fleet, line(1.0001), "first"],
      [line(1.0001), fleet, "second"],
    ] as const) {
      const { orders, alternations } = between(first, second, 0, 1e6);
      const end = alternations[0]?.to ?? 0;
      expect(alternations).toHaveLength(1);
      expect(end).toBeCloseTo(10_000, 1);
      expect(orders.slice(1)).toEqual([{ from: end, apartFrom: end, cheaper }]);
    }
  });

  test("is looked at for twenty steps for each crossing that may be listed", () => {
    // The other is dearer by nearly a machine; both grow from 1.41 on: the one 24 times up to 25, the other 16 times.
    const curve = curveOf(machines(1, { requestsPerMachine: 1, minimumMachines: 1 }));
    const { charges, fleet } = machines(Math.SQRT2, {
      requestsPerMachine: Math.SQRT2,
      minimumMachines: 1,
    });
    const other = curveOf({ charges: [...charges, subscription(1 - 1e-6)], fleet });
    const { points, alternations } = crossings(curve, other, { min: 0, max: 1e7 }, 2);
    expect(points).toEqual([]);
    expect(alternations).toEqual([{ from: 25, to: 1e7 }]);
  });

  test("against a clearly dearer or cheaper line is looked at only where they can meet", () => {
    const { curve, reads } = counting(machines(1, { requestsPerMachine: 1, minimumMachines: 1 }));
    const { points, alternations } = crossings(curveOf(line(1.25)), curve, { min: 0, max: 1e7 });
    // 1.25 x is over the fleet's cost at x = 0.8, 1.6, 2.4 and 3.2, and from there on.
    expect(points.filter(({ kind }) => kind === "equal").map((p) => p.requestsPerMonth)).toEqual([
      0.8,
      1.6,
      expect.closeTo(2.4, 12),
      3.2,
    ]);
    expect(points.filter(({ kind }) => kind === "step").map((p) => p.requestsPerMonth)).toEqual([
      1, 2, 3,
    ]);
    expect(alternations).toEqual([]);
    expect(reads()).toBeLessThan(1000);
  });

  test("against another that it never meets twice alike is summed up after bounded work", () => {
    const { curve, reads } = counting(machines(1, { requestsPerMachine: 1, minimumMachines: 1 }));
    const other = curveOf(
      machines(Math.SQRT2, { requestsPerMachine: Math.SQRT2, minimumMachines: 1 }),
    );
    const { points, alternations } = crossings(curve, other, { min: 0, max: 1e7 });
    expect(points.length).toBeGreaterThanOrEqual(CROSSINGS_LISTED);
    expect(alternations).toHaveLength(1);
    expect(alternations[0]?.to).toBe(1e7);
    expect(reads()).toBeLessThan(1_000_000);
  });

  test("that parts from the line late is walked again where they come near", () => {
    // The line starts a million machines dearer and is a tenth cheaper: they meet about 1e7.
    const fleet = machines(1, { requestsPerMachine: 1, minimumMachines: 1 });
    for (const [first, second, cheaper] of [
      [fleet, line(0.9, 1e6), "first"],
      [line(0.9, 1e6), fleet, "second"],
    ] as const) {
      const { points, alternations, orders } = between(first, second, 0, 2e7);
      expect(orders).toEqual([{ from: 0, apartFrom: 0, cheaper }]);
      expect(alternations).toEqual([]);
      expect(points.length).toBeGreaterThan(10);
      expect(points.at(0)).toMatchObject({ cheaperBelow: cheaper });
      expect(points.at(0)?.requestsPerMonth).toBeCloseTo(9_999_990, -1);
      expect(points.at(-1)?.requestsPerMonth).toBeCloseTo(1e7, -1);
      expect(points.at(-1)).toMatchObject({ cheaperBelow: cheaper });
    }
  });

  test("and another of the same mean price that is dearer throughout are not walked at all", () => {
    const { curve, reads } = counting(machines(1, { requestsPerMachine: 1, minimumMachines: 1 }));
    const { charges, fleet } = machines(Math.SQRT2, {
      requestsPerMachine: Math.SQRT2,
      minimumMachines: 1,
    });
    const dearer = curveOf({ charges: [...charges, subscription(2)], fleet });
    const range = { min: 0, max: 1e7 };
    const none = { points: [], alternations: [] };
    expect(crossings(curve, dearer, range)).toEqual({
      orders: [{ from: 0, apartFrom: 0, cheaper: "first" }],
      ...none,
    });
    expect(crossings(dearer, curve, range)).toEqual({
      orders: [{ from: 0, apartFrom: 0, cheaper: "second" }],
      ...none,
    });
    expect(reads()).toBeLessThan(100);
  });

  test("and another that it hardly ever passes are summed up after bounded work", () => {
    const { curve, reads } = counting(machines(1, { requestsPerMachine: 1, minimumMachines: 1 }));
    const { charges, fleet } = machines(Math.SQRT2, {
      requestsPerMachine: Math.SQRT2,
      minimumMachines: 1,
    });
    // Dearer by a machine but a hair: only where both have just grown is it the cheaper one.
    const other = curveOf({ charges: [...charges, subscription(1 - 1e-6)], fleet });
    const { points, alternations } = crossings(curve, other, { min: 0, max: 1e7 });
    expect(points.length).toBeLessThan(10);
    expect(alternations).toEqual([{ from: expect.any(Number), to: 1e7 }]);
    expect(alternations[0]?.from).toBeGreaterThan(10_000);
    expect(alternations[0]?.from).toBeLessThan(20_000);
    expect(reads()).toBeLessThan(1_000_000);
  });

  test("begins anew after what was summed up: the order there, and no crossing at its end", () => {
    const fleet = machines(1, { requestsPerMachine: 1, minimumMachines: 1 });
    // The mean price of the fleet up to a thousand requests, then nothing.
    const stopping: Billed = {
      charges: [
        { meter: "requests", usage: { fixed: 0, perRequest: 1 }, price: stopAt(1000, 1) },
        subscription(0.5),
      ],
      fleet: null,
    };
    for (const [first, second, cheaper] of [
      [curveOf(stopping), curveOf(fleet), "first"],
      [curveOf(fleet), curveOf(stopping), "second"],
    ] as const) {
      const { points, alternations, orders } = crossings(first, second, { min: 0, max: 2000 }, 4);
      expect(points.map((point) => point.requestsPerMonth)).toEqual([0.5, 1, 1.5, 2, 2.5]);
      expect(alternations).toEqual([{ from: 3, to: 1000 }]);
      expect(orders).toEqual([
        { from: 0, apartFrom: 0, cheaper },
        { from: 1000, apartFrom: 1000, cheaper },
      ]);
    }
  });

  test("that follows the hours is the same as another of the same prices, and alternates with none", () => {
    const slots = [
      { share: 0.5, requestsPerMachine: 1 },
      { share: 0.25, requestsPerMachine: Math.SQRT2 },
      { share: 0.25, requestsPerMachine: Math.PI },
    ];
    const fleet = { requestsPerMachine: 1, minimumMachines: 1, slots };
    expect(between(machines(1, fleet), machines(1, fleet), 0, 1e7)).toEqual({
      orders: [],
      points: [],
      alternations: [],
    });
  });
});

/** A price that is only paid for the first `bound` units. */
function stopAt(bound: number, unitPrice: number) {
  return {
    ...flatPrice(0),
    tiers: [
      { upTo: bound, unitPrice },
      { upTo: Infinity, unitPrice: 0 },
    ],
  };
}

test("a curve that jumps over a fleet crosses it at the jump, and again where the fleet has grown", () => {
  const jumping: CostCurve = {
    pieces: [
      { from: 0, cost: 0, slope: 0 },
      { from: 1000, cost: 510, slope: 0, jumps: true },
    ],
    fleets: [],
  };
  // 300 at 1,000 requests, 510 up to 1,700 and more after it.
  const fleet = curveOf(machines(30, { requestsPerMachine: 100, minimumMachines: 1 }));
  for (const [first, second] of [
    [jumping, fleet],
    [fleet, jumping],
  ] as const) {
    const { points } = crossings(first, second, { min: 0, max: 5000 });
    expect(points.map(({ requestsPerMonth, kind }) => [requestsPerMonth, kind])).toEqual([
      [1000, "step"],
      [1700, "equal"],
    ]);
  }
});
