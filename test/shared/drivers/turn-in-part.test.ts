import { describe, expect, test } from "vitest";
import { turnIn, type Direction } from "../../../shared/drivers/turn-in-part.ts";
import { buildCurve, costAt, type CostCurve } from "../../../shared/engine/curve.ts";
import { line, machines } from "../engine/_prices.ts";

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
});
