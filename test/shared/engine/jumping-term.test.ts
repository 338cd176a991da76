import { expect, test } from "vitest";
import { buildPieces, LinearTerm } from "../../../shared/engine/curve-terms.ts";
import { JumpingTerm } from "../../../shared/engine/jumping-term.ts";
import { flatPrice } from "./_prices.ts";

test("a constant jumps to each of its levels, but neither at its first nor where something else bends", () => {
  const constant = new JumpingTerm([
    { from: 0, cost: 7 },
    { from: 100, cost: 9 },
    { from: 200, cost: 4 },
  ]);
  const bends = new LinearTerm(0, 1, flatPrice(1, 150));
  expect(buildPieces([constant, bends])).toEqual([
    { from: 0, cost: 7, slope: 0 },
    { from: 100, cost: 9, slope: 0, jumps: true },
    { from: 150, cost: 9, slope: 1 },
    { from: 200, cost: 4 + 50, slope: 1, jumps: true },
  ]);
});
