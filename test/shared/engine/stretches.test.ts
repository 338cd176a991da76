import { describe, expect, test } from "vitest";
import type { CostCurve, FleetCurve } from "../../../shared/engine/curve.ts";
import { pieceOfNextMachine, stretchesOf } from "../../../shared/engine/stretches.ts";

/** 30 a machine, each of a hundred requests, two at least. */
const FLEET: FleetCurve = {
  requestsPerMachine: 100,
  minimumMachines: 2,
  pieces: [{ from: 0, cost: 0, slope: 30 }],
};
const LINE = { from: 0, cost: 5, slope: 0.1 };

const curveOf = (...fleets: FleetCurve[]): CostCurve => ({ pieces: [LINE], fleets });

describe("the stretches of a curve", () => {
  test("are its pieces, where it has no fleet", () => {
    const curve = curveOf();
    expect(stretchesOf(curve, 1e12)).toBe(curve.pieces);
  });

  test("are a line while the machines that always run carry the load, then a band of steps", () => {
    expect(stretchesOf(curveOf(FLEET), 1e12)).toEqual([
      { from: 0, cost: 65, slope: 0.1 },
      { from: 200, cost: 85, slope: expect.closeTo(0.4, 12), rise: 30 },
    ]);
  });

  test("are those that begin below the end of the range", () => {
    expect(stretchesOf(curveOf(FLEET), 200)).toHaveLength(1);
    expect(stretchesOf(curveOf(FLEET), 200.1)).toHaveLength(2);
  });

  test("reach as far below the line as a machine makes it cheaper", () => {
    const falling: FleetCurve = {
      requestsPerMachine: 100,
      minimumMachines: 1,
      pieces: [{ from: 0, cost: 100, slope: -10 }],
    };
    // Two machines cost 80 from 100 to 200 requests: between 80 − x and 90 − x.
    expect(
      stretchesOf({ pieces: [{ from: 0, cost: 0, slope: 0 }], fleets: [falling] }, 1e6),
    ).toEqual([
      { from: 0, cost: 90, slope: 0 },
      { from: 100, cost: 80, slope: -0.1, rise: 10 },
    ]);
  });

  test("bend before the first machine that costs something else", () => {
    const bent: FleetCurve = {
      ...FLEET,
      minimumMachines: 1,
      pieces: [
        { from: 0, cost: 0, slope: 2 },
        { from: 3.5, cost: 7, slope: 1 },
      ],
    };
    expect(stretchesOf({ pieces: [{ from: 0, cost: 0, slope: 0 }], fleets: [bent] }, 1e6)).toEqual([
      { from: 0, cost: 2, slope: 0 },
      { from: 100, cost: 2, slope: 0.02, rise: 2 },
      { from: 300, cost: 6.5, slope: 0.01, rise: 1 },
    ]);
  });

  test("do not bend where the price of machines changes that always run", () => {
    const bent: FleetCurve = {
      ...FLEET,
      pieces: [
        { from: 0, cost: 0, slope: 30 },
        { from: 1, cost: 30, slope: 20 },
        { from: 2, cost: 50, slope: 10 },
      ],
    };
    const stretches = stretchesOf(curveOf(bent), 1e6);
    expect(stretches.map(({ from }) => from)).toEqual([0, 200]);
    expect(stretches[0]?.cost).toBe(55);
    expect(stretches[1]).toMatchObject({ cost: 75, rise: 10 });
  });

  test("add up what several fleets cost, each from where it grows", () => {
    const slow: FleetCurve = { ...FLEET, requestsPerMachine: 250, minimumMachines: 1 };
    expect(stretchesOf(curveOf(FLEET, slow), 1e6)).toEqual([
      { from: 0, cost: 95, slope: 0.1 },
      { from: 200, cost: 115, slope: expect.closeTo(0.4, 12), rise: 30 },
      { from: 250, cost: 5 + 25 + 75 + 30, slope: expect.closeTo(0.52, 12), rise: 60 },
    ]);
  });

  test("count a fleet only where its price holds, and begin anew where the curve jumps", () => {
    const pieces = [
      LINE,
      { from: 300, cost: 1000, slope: 0, jumps: true as const },
      { from: 500, cost: 0, slope: 0, jumps: true as const },
    ];
    const passing: FleetCurve = { ...FLEET, from: 300, upTo: 500 };
    expect(stretchesOf({ pieces, fleets: [passing] }, 1e6)).toEqual([
      { from: 0, cost: 5, slope: 0.1 },
      { from: 200, cost: 25, slope: 0.1 },
      { from: 300, cost: 1000 + 90, slope: 0.3, rise: 30 },
      { from: 500, cost: 0, slope: 0 },
    ]);
  });
});

describe("the machine that is added right after a load", () => {
  const pieces = [
    { from: 0, cost: 0, slope: 3 },
    { from: 2, cost: 6, slope: 2 },
    { from: 4.5, cost: 11, slope: 1 },
  ];
  const fleet: FleetCurve = { ...FLEET, minimumMachines: 1, pieces };

  test.each([
    // [load, so-manieth machine, what it costs more]: of the piece that it begins in.
    [99, 1, 3],
    [100, 2, 3],
    [199, 2, 3],
    [200, 3, 2],
    [399, 4, 2],
    [400, 5, 1],
  ])("%d requests: the %dth, for %d", (load, _, slope) => {
    expect(pieceOfNextMachine(fleet, load).slope).toBe(slope);
  });
});
