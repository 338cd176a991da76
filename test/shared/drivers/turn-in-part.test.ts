import { describe, expect, test } from "vitest";
import { turnIn, type Direction } from "../../../shared/drivers/turn-in-part.ts";
import { costAt, type CostCurve } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { line, machines } from "../engine/_prices.ts";
import { curveOf, type WholeFleet } from "./_fleets.ts";

const lineOf = (slope: number, fixed = 0): CostCurve =>
  buildCurve(line(slope, fixed).charges, null);

/** Machines at one unit of money each. */
function fleetOf(requestsPerMachine: number, price = 1): CostCurve {
  const { charges, fleet } = machines(price, { requestsPerMachine, minimumMachines: 1 });
  return buildCurve(charges, fleet);
}

/** The turn away from the first of the curves, which have the indices 10, 11, 12. */
function turn(curves: readonly CostCurve[], direction: Direction, { from = 0, to = 100 } = {}) {
  const bought = curves.map((curve, place) => ({ curve, index: 10 + place }));
  return turnIn({ bought, from, to }, 10, direction);
}

describe("the first turn away from an offer", () => {
  // The second is cheaper below 20, the third above 60.
  const three = [lineOf(1, 100), lineOf(2, 80), lineOf(0.5, 130)];

  test("is the nearest crossing in the direction that is looked in", () => {
    expect(turn(three, "up", { from: 40 })).toEqual({ at: expect.closeTo(60, 9), cheapest: 12 });
    expect(turn(three, "down", { to: 40 })).toEqual({ at: expect.closeTo(20, 9), cheapest: 11 });
  });

  test("is the nearest of several crossings, whichever offer is named first", () => {
    // Two more overtake at 70 and at 30.
    const five = [...three, lineOf(0.2, 156), lineOf(3, 40)];
    for (const curves of [five, [...five.slice(0, 1), ...five.slice(1).toReversed()]]) {
      const place = (found: ReturnType<typeof turn>) => curves[(found?.cheapest ?? 0) - 10];
      const up = turn(curves, "up", { from: 40 });
      expect([up?.at, place(up)]).toEqual([expect.closeTo(60, 9), three[2]]);
      const down = turn(curves, "down", { to: 40 });
      expect([down?.at, place(down)]).toEqual([expect.closeTo(30, 9), five[4]]);
    }
  });

  test("is none where it stays the cheapest, alone or among others", () => {
    expect(turn(three, "up", { from: 25, to: 55 })).toBeNull();
    expect(turn(three, "down", { from: 25, to: 55 })).toBeNull();
    expect(turn([lineOf(1)], "up")).toBeNull();
  });

  test("is the edge of the part where another is cheaper there already", () => {
    expect(turn(three, "up", { from: 70 })).toEqual({ at: 70, cheapest: 12 });
    expect(turn(three, "down", { to: 10 })).toEqual({ at: 10, cheapest: 11 });
  });

  test("is where they part, of two that cost the same before", () => {
    // 10 20 30 against 20 20 40: the same from 100 to 200.
    const pair = [fleetOf(100, 10), fleetOf(250, 20)];
    expect(turn(pair, "up", { from: 150, to: 240 })).toEqual({ at: 200, cheapest: 11 });
    expect(turn(pair, "up", { from: 150, to: 200 })).toBeNull();
    expect(turn(pair, "down", { from: 50, to: 150 })).toBeNull();
  });

  test("leads to the one of two that goes on to be cheaper", () => {
    // All three cost 160 at 60.
    const meeting = [lineOf(1, 100), lineOf(0.5, 130), lineOf(0.25, 145)];
    expect(turn(meeting, "up")).toEqual({ at: expect.closeTo(60, 9), cheapest: 12 });
    const below = [lineOf(1, 100), lineOf(1.5, 70), lineOf(2, 40)];
    expect(turn(below, "down")).toEqual({ at: expect.closeTo(60, 9), cheapest: 12 });
  });

  test("leads past one that is ahead for a rounding only", () => {
    // x is overtaken at 10 by 5 + x / 2 and, a rounding further, by 10.
    const later = 10 * (1 + 4 * Number.EPSILON);
    const up = [lineOf(1), lineOf(0.5, 5), lineOf(0, later)];
    expect(turn(up, "up")).toEqual({ at: expect.closeTo(10, 9), cheapest: 12 });
    // 10 is overtaken at 10 by 5 + x / 2 and, a rounding before, by x.
    const down = [lineOf(0, 10), lineOf(0.5, 5), lineOf(1, 4 * Number.EPSILON)];
    expect(turn(down, "down")).toEqual({ at: expect.closeTo(10, 9), cheapest: 12 });
  });
});

describe("where the offer cannot be bought", () => {
  const bought = [
    { curve: lineOf(1), index: 3 },
    { curve: lineOf(0.5, 20), index: 7 },
  ];

  test("the turn is the near edge, to the cheapest there", () => {
    expect(turnIn({ bought, from: 10, to: 90 }, 5, "up")).toEqual({ at: 10, cheapest: 3 });
    expect(turnIn({ bought, from: 10, to: 90 }, 5, "down")).toEqual({ at: 90, cheapest: 7 });
    expect(turnIn({ bought, from: 10, to: 90 }, null, "down")).toEqual({ at: 90, cheapest: 7 });
  });

  test("nor any other, there is none", () => {
    expect(turnIn({ bought: [], from: 10, to: 90 }, 5, "up")).toBeNull();
    expect(turnIn({ bought, from: 90, to: 90 }, 5, "up")).toBeNull();
  });
});

describe("where two take turns more often than is listed", () => {
  // A machine for each unit at the line's mean price: it is cheaper right before each whole number.
  const saw = fleetOf(1);
  const mean = lineOf(1, 0.5);

  test("the turn is the nearest one all the same", () => {
    const up = turn([saw, mean], "up", { from: 0.75, to: 1e7 });
    expect(up).toEqual({ at: 1, cheapest: 11 });
    const down = turn([saw, mean], "down", { from: 0.25, to: 1e7 - 0.25 });
    expect(down).toEqual({ at: expect.closeTo(1e7 - 0.5, 6), cheapest: 11 });
  });

  test("and one is ahead before they do, the turn is where that ends", () => {
    // The fleet is dearer by 2 up to 500, and takes turns with the line from there on.
    const bent: CostCurve = {
      pieces: [
        { from: 0, cost: 2, slope: 0 },
        { from: 500, cost: 2, slope: -0.01 },
        { from: 700, cost: 0, slope: 0 },
      ],
      fleets: saw.fleets,
    };
    const found = turn([mean, bent], "up", { from: 0.25, to: 1e7 });
    expect(found?.cheapest).toBe(11);
    const at = found?.at ?? 0;
    expect(at).toBeGreaterThan(500);
    expect(costAt(bent, at + 1e-6)).toBeLessThanOrEqual(costAt(mean, at + 1e-6) + 1e-6);
    const grid = Array.from({ length: 10_000 }, (_, step) => (at * step) / 10_000);
    expect(grid.filter((x) => costAt(bent, x) < costAt(mean, x) - 1e-9)).toEqual([]);
  });

  // The line is the fleet's mean up to 10,000, where they have taken turns twenty thousand times.
  const flattening = (...then: CostCurve["pieces"]): CostCurve => ({
    pieces: [{ from: 0, cost: 0.5, slope: 1 }, ...then],
    fleets: [],
  });

  test("and one stays ahead after they did, the turn is the end, or where they did last", () => {
    const flat = flattening({ from: 10_000, cost: 10_000.5, slope: 0 });
    const range = { from: 0.25, to: 20_000 };
    expect(turn([saw, flat], "down", range)).toEqual({ at: 20_000, cheapest: 11 });
    expect(turn([flat, saw], "down", range)).toEqual({ at: 10_000, cheapest: 11 });
  });

  test("and turn again after they did, the turn is where they cross last", () => {
    // 3 x less 49,999.5 is 25,001, what the fleet costs after 25,000, a sixth further on.
    const rising = flattening(
      { from: 10_000, cost: 10_000.5, slope: 0 },
      { from: 20_000, cost: 10_000.5, slope: 3 },
    );
    expect(turn([saw, rising], "down", { from: 0.25, to: 100_000 })).toEqual({
      at: expect.closeTo(25_000 + 1 / 6, 6),
      cheapest: 11,
    });
  });

  test("and both cost the same after they did, the turn is where they did last", () => {
    const following: CostCurve = {
      ...flattening({ from: 10_000, cost: 0, slope: 0, jumps: true }),
      fleets: saw.fleets.map((fleet) => ({ ...fleet, from: 10_000 })),
    };
    for (const to of [20_000, 20_000.5]) {
      expect(turn([saw, following], "down", { from: 0.25, to })).toEqual({
        at: 9999.5,
        cheapest: 11,
      });
    }
  });
});

describe("where two take turns hardly ever, of more steps than are looked at", () => {
  // Machines of 1,000 and of 1,001 at nearly the same mean price: the larger are dearer by nearly one of the
  // smaller, and so the cheaper only where those have just grown and these are about to.
  const MEAN = 1e7;
  const small: WholeFleet = { capacity: 1000, price: 1000 * MEAN, fixed: 0 };
  const large = (perUnit: number, fixed: number, pieces?: CostCurve["pieces"]): CostCurve => {
    const curve = curveOf({ capacity: 1001, price: 1001 * perUnit, fixed: 999 * MEAN + fixed });
    return pieces === undefined ? curve : { ...curve, pieces: [...curve.pieces, ...pieces] };
  };
  const smallest = curveOf(small);

  test("the turn is the nearest, though it is far", () => {
    // 15,001 of the larger are 15,016,001 units, of which each makes up for one of the 15,000,000.
    const pair = [smallest, large(MEAN - 1, 15e6)];
    const range = { from: 250, to: 3e7 };
    expect(turn(pair, "up", range)).toEqual({ at: 15_016_000, cheapest: 11 });
    expect(turn(pair, "down", range)).toEqual({ at: 29_031_002, cheapest: 11 });
    // Also before they become much dearer, and much cheaper later on.
    const later = large(MEAN - 1, 15e6, [
      { from: 2.5e7, cost: 1e12, slope: 0, jumps: true },
      { from: 2.8e7, cost: 0, slope: 0, jumps: true },
    ]);
    expect(turn([smallest, later], "up", range)).toEqual({ at: 15_016_000, cheapest: 11 });
  });

  test("the turn may lie beyond all that was not listed", () => {
    // The larger are cheaper up to 9,010,001; 20,000 steps from 250 on are looked at, up to 10,011,001.
    const growing = [smallest, large(MEAN + 1, -9.9e6)];
    expect(turn(growing, "down", { from: 250, to: 1.2e7 })).toEqual({
      at: 9_010_001,
      cheapest: 11,
    });
    // None up to 12,000,000, where the larger become much cheaper.
    const falling = large(MEAN - 1, 5e7, [{ from: 1.2e7, cost: 0, slope: 0, jumps: true }]);
    expect(turn([smallest, falling], "up", { from: 250, to: 3e7 })).toEqual({
      at: 1.2e7,
      cheapest: 11,
    });
  });

  test("it is looked for in a hundred halves, and then is where they may take turns", () => {
    // Only from 50,051,000 on the larger are ever cheaper: that is 100,000 steps.
    const [mean, steps] = [10 * MEAN, 20_000];
    const bought = [
      { ...small, price: 1000 * mean },
      { capacity: 1001, price: 1001 * (mean - 1), fixed: 999 * mean + 5e7 },
    ].map((fleet) => curveOf(fleet));
    const at = turn(bought, "up", { from: 250, to: 6e7 })?.at ?? 0;
    expect(at).toBeGreaterThan(steps * 500 * 1.5);
    expect(at).toBeLessThan(5e7);
    expect(turn(bought, "down", { from: 250, to: 6e7 })).toEqual({ at: 59_060_001, cheapest: 11 });
    // Going down from where they are not any more it is the other end.
    expect(turn(bought, "down", { from: 250, to: 5e7 })?.at ?? 0).toBeGreaterThan(2e7);
  });
});
