import { expect, test } from "vitest";
import { costJustAfter } from "../../../shared/engine/cost-just-after.ts";
import { costAt, type CostCurve } from "../../../shared/engine/curve.ts";

/** What a curve costs at a load and just after it. */
function costsAround(curve: CostCurve, load: number): readonly [number, number] {
  return [costAt(curve, load), costJustAfter(curve, load)];
}

test("a jump is taken just after its load", () => {
  const pieces = [
    { from: 0, cost: 0, slope: 1 },
    { from: 10, cost: 50, slope: 2, jumps: true as const },
  ];
  expect([9, 10, 11].map((load) => costsAround({ pieces, fleets: [] }, load))).toEqual([
    [9, 9],
    [10, 50],
    [52, 52],
  ]);
});

test("a fleet counts up to where it ends, and the one that takes its place just after", () => {
  const fleet = { requestsPerMachine: 100, minimumMachines: 1 };
  const curve = {
    pieces: [{ from: 0, cost: 1, slope: 0 }],
    fleets: [
      { ...fleet, upTo: 200, pieces: [{ from: 0, cost: 0, slope: 30 }] },
      { ...fleet, from: 200, pieces: [{ from: 0, cost: 0, slope: 10 }] },
    ],
  };
  expect([150, 200, 250].map((load) => costsAround(curve, load))).toEqual([
    [61, 61],
    [61, 31],
    [31, 31],
  ]);
});
