import { expect, test } from "vitest";
import { buildPieces } from "../../../shared/engine/curve-terms.ts";
import { valueAt } from "../../../shared/engine/curve.ts";
import { sharedTerm } from "../../../shared/engine/shared-term.ts";
import { flatPrice } from "./_prices.ts";

// 730 hours of which 130 are free, at 0.5 dollars.
const price = flatPrice(0.5, 130);

test("what machines share costs the same from the third machine on, whatever their number", () => {
  const pieces = buildPieces([sharedTerm({ perFleet: 730, fromMachines: 3 }, price)]);
  expect([0, 1, 2, 3, 4, 1000].map((machines) => valueAt(pieces, machines))).toEqual([
    0, 0, 0, 300, 300, 300,
  ]);
  expect(pieces.map(({ from, slope }) => [from, slope])).toEqual([
    [0, 0],
    [2, 300],
    [3, 0],
  ]);
});

test("what even a single machine needs costs nothing only where none runs", () => {
  const pieces = buildPieces([sharedTerm({ perFleet: 730, fromMachines: 1 }, price)]);
  expect([0, 1, 2].map((machines) => valueAt(pieces, machines))).toEqual([0, 300, 300]);
});
