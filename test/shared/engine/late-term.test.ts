import { describe, expect, test } from "vitest";
import { buildPieces, LinearTerm } from "../../../shared/engine/curve-terms.ts";
import { valueAt } from "../../../shared/engine/curve.ts";
import { JumpingTerm } from "../../../shared/engine/jumping-term.ts";
import { LateTerm, termAfter } from "../../../shared/engine/late-term.ts";
import { SharedTerm } from "../../../shared/engine/shared-term.ts";
import { flatPrice, tieredPrice } from "./_prices.ts";

describe("a meter that counts only after a load", () => {
  // 50 requests are free, 150 more cost 2 each, those beyond 1.
  const tiered = new LinearTerm(
    0,
    1,
    tieredPrice(
      [
        { upTo: 150, unitPrice: 2 },
        { upTo: Infinity, unitPrice: 1 },
      ],
      50,
    ),
  );

  test("costs nothing up to there, then all that is used, and bends as ever beyond", () => {
    const pieces = buildPieces([new LateTerm(100, tiered)]);
    expect(pieces).toEqual([
      { from: 0, cost: 0, slope: 0 },
      { from: 100, cost: 100, slope: 2, jumps: true },
      { from: 200, cost: 300, slope: 1 },
    ]);
    expect([99, 100, 101].map((load) => valueAt(pieces, load))).toEqual([0, 0, 102]);
  });

  test("jumps where it does itself, but for the jumps that it has missed", () => {
    const levels = [
      { from: 0, cost: 7 },
      { from: 50, cost: 8 },
      { from: 150, cost: 9 },
    ];
    const bendsAtFifty = new LinearTerm(0, 1, flatPrice(1, 50));
    const bendsAtTwoHundred = new LinearTerm(0, 1, flatPrice(1, 200));
    const late = new LateTerm(100, new JumpingTerm(levels));
    expect(buildPieces([late, bendsAtFifty, bendsAtTwoHundred])).toEqual([
      { from: 0, cost: 0, slope: 0 },
      { from: 50, cost: 0, slope: 1 },
      { from: 100, cost: 8 + 50, slope: 1, jumps: true },
      { from: 150, cost: 9 + 100, slope: 1, jumps: true },
      { from: 200, cost: 9 + 150, slope: 2 },
    ]);
  });

  test("has no jumps to add where the other is one without any", () => {
    expect(new LateTerm(100, new SharedTerm(5, 2)).jumpsAt(101)).toBe(false);
  });

  test("is all there where it always counts, and none of it where it never does", () => {
    expect(termAfter(-Infinity, tiered)).toEqual([tiered]);
    expect(termAfter(Infinity, tiered)).toEqual([]);
  });

  test("costs nothing without requests where it begins with the first of them", () => {
    const pieces = buildPieces(termAfter(0, new LinearTerm(1, 0, flatPrice(5))));
    expect([0, 1].map((load) => valueAt(pieces, load))).toEqual([0, 5]);
  });
});
