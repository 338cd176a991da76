import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPieces, LinearTerm, type CurveTerm } from "../../../shared/engine/curve-terms.ts";
import type { LinearPiece } from "../../../shared/engine/curve.ts";
import { JumpingTerm } from "../../../shared/engine/jumping-term.ts";
import { LateTerm } from "../../../shared/engine/late-term.ts";
import { SharedTerm } from "../../../shared/engine/shared-term.ts";
import { anyPrice, magnitude, runs } from "./_arbitraries.ts";
import { flatPrice, tieredPrice } from "./_prices.ts";

const anyTerm: fc.Arbitrary<CurveTerm> = fc.oneof(
  fc
    .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), magnitude(1e-6, 1e6), anyPrice)
    .map(([fixed, perUnit, price]) => new LinearTerm(fixed, perUnit, price)),
  fc
    .tuple(magnitude(1, 1e6), magnitude(1e-6, 1e6), anyPrice)
    .map(([fixed, perUnit, price]) => new LinearTerm(fixed, -perUnit, price)),
  fc
    .tuple(magnitude(1, 1e6), fc.integer({ min: 1, max: 10 }))
    .map(([amount, fromMachines]) => new SharedTerm(amount, fromMachines)),
  fc.array(magnitude(1, 1e6), { maxLength: 4 }).map((jumps) => {
    const levels = jumps.toSorted((a, b) => a - b).map((from, index) => ({ from, cost: index }));
    return new JumpingTerm([{ from: 0, cost: 7 }, ...levels]);
  }),
  fc
    .tuple(magnitude(1, 1e6), anyPrice)
    .map(([after, price]) => new LateTerm(after, new LinearTerm(0, 1, price))),
);

/** A sum with nothing else in it may be −0. */
function withoutNegativeZero(piece: LinearPiece): LinearPiece {
  return { ...piece, cost: piece.cost + 0, slope: piece.slope + 0 };
}

describe("a meter whose usage goes with the load", () => {
  // 5 units are free, the next 10 cost 2 each, those beyond 1.
  const price = tieredPrice(
    [
      { upTo: 10, unitPrice: 2 },
      { upTo: Infinity, unitPrice: 1 },
    ],
    5,
  );

  test("climbs from the allowance through the tiers", () => {
    const term = new LinearTerm(1, 2, price);
    // 5 units at 2 requests, 15 at 7.
    expect([0, 1.5, 2, 6.5, 7, 100].map((x) => term.partAt(x))).toEqual([0, 0, 1, 1, 2, 2]);
    expect([0, 1, 2].map((part) => term.endOf(part))).toEqual([2, 7, Infinity]);
    expect([0, 1, 2].map((part) => term.slopeIn(part))).toEqual([0, 4, 2]);
    expect([0, 2, 7, 8].map((x) => term.costAt(x))).toEqual([0, 0, 20, 22]);
  });

  test("that falls leaves the tiers from above and ends within the allowance", () => {
    const term = new LinearTerm(21, -2, price);
    // 15 units at 3 requests, 5 at 8, none from 10.5 on.
    expect([0, 2.5, 3, 7.5, 8, 100].map((x) => term.partAt(x))).toEqual([2, 2, 1, 1, 0, 0]);
    expect([2, 1, 0].map((part) => term.endOf(part))).toEqual([3, 8, Infinity]);
    expect([2, 1, 0].map((part) => term.slopeIn(part) + 0)).toEqual([-2, -4, 0]);
    expect([0, 3, 8, 100].map((x) => term.costAt(x))).toEqual([26, 20, 0, 0]);
  });

  test.each([
    [0, 0],
    [5, 0],
    [9, 8],
    [15, 20],
    [20, 25],
  ])("that is always %d is one piece that costs %d", (fixed, cost) => {
    expect(buildPieces([new LinearTerm(fixed, 0, price)])).toEqual([{ from: 0, cost, slope: 0 }]);
  });
});

describe("the pieces of a sum of terms", () => {
  test("are the same where nothing is added to a term", () => {
    const nothing = new LinearTerm(0, 0, flatPrice(0));
    fc.assert(
      fc.property(anyTerm, (term) => {
        expect(buildPieces([term]).map(withoutNegativeZero)).toEqual(buildPieces([term, nothing]));
      }),
      runs(2000),
    );
  });

  test("begin anew at every bend of one of them", () => {
    const tiered = tieredPrice(
      [
        { upTo: 10, unitPrice: 2 },
        { upTo: Infinity, unitPrice: 1 },
      ],
      5,
    );
    expect(buildPieces([new LinearTerm(0, 1, tiered)])).toEqual([
      { from: 0, cost: 0, slope: 0 },
      { from: 5, cost: 0, slope: 2 },
      { from: 15, cost: 20, slope: 1 },
    ]);
    expect(buildPieces([new LinearTerm(0, 1, tiered), new SharedTerm(30, 2)])).toEqual([
      { from: 0, cost: 0, slope: 0 },
      { from: 1, cost: 0, slope: 30 },
      { from: 2, cost: 30, slope: 0 },
      { from: 5, cost: 30, slope: 2 },
      { from: 15, cost: 50, slope: 1 },
    ]);
  });
});
