import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bentTerm } from "../../../shared/engine/bent-term.ts";
import { billAt, totalOf } from "../../../shared/engine/bill.ts";
import { costJustAfter } from "../../../shared/engine/cost-just-after.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import type { Price } from "../../../shared/engine/price.ts";
import { sumOfUsages, usageOfShare } from "../../../shared/engine/request-usage.ts";
import { requestUsageAt, type RequestUsage } from "../../../shared/engine/usage.ts";

const PRICE: Price = {
  unit: "unit",
  currency: "USD",
  free: 100,
  tiers: [
    { upTo: 200, unitPrice: 2 },
    { upTo: Infinity, unitPrice: 1 },
  ],
  provenance: null,
};

const usages: fc.Arbitrary<RequestUsage> = fc
  .record({
    fixed: fc.integer({ min: -500, max: 500 }),
    perRequest: fc.integer({ min: 0, max: 4 }),
    bends: fc.array(
      fc.record({
        at: fc.integer({ min: 1, max: 400 }),
        perRequest: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ bends, ...usage }) => ({ ...usage, bends: bends.toSorted((a, b) => a.at - b.at) }));
const loads = fc.integer({ min: 0, max: 1000 });

describe("a usage that bends with the load", () => {
  // 2 a request up to 100 requests, none beyond: 200 units, of which 100 are free.
  test("is the same beyond where it is used up", () => {
    const usage = { fixed: 0, perRequest: 2, bends: [{ at: 100, perRequest: 0 }] };
    const curve = buildCurve([{ meter: "m", usage, price: PRICE }], null);
    expect([50, 75, 100, 1000].map((load) => costAt(curve, load))).toEqual([0, 100, 200, 200]);
    expect(curve.pieces.map(({ from }) => from)).toEqual([0, 50, 100]);
  });

  // Nothing up to 100 requests, then 3 each: free up to 133.3, 2 dollars up to 200, then 1.
  test("begins where something else is used up, and is on no bill before", () => {
    const usage = { fixed: 0, perRequest: 0, bends: [{ at: 100, perRequest: 3 }] };
    const charges = [{ meter: "m", usage, price: PRICE }];
    expect(billAt(charges, 100, null)).toEqual([]);
    expect(billAt(charges, 200, null)[0]?.amount).toBe(400);
    expect(costAt(buildCurve(charges, null), 300)).toBe(700);
  });

  /** Where the marginal cost changes, and what it is from there on. */
  const kinksOf = (usage: RequestUsage) => {
    const term = bentTerm(usage, PRICE);
    const kinks: { at: number; slope: number }[] = [];
    for (let at = 0; at < Infinity; at = term.endOf(term.partAt(at))) {
      kinks.push({ at, slope: term.slopeIn(term.partAt(at)) });
    }
    return kinks;
  };

  test("bends the cost where it does itself, and where it passes the allowance and a tier", () => {
    // 100 units at 50 requests, 300 at 116.7.
    const bends = [{ at: 100, perRequest: 6 }];
    expect(kinksOf({ fixed: 0, perRequest: 2, bends })).toEqual([
      { at: 0, slope: 0 },
      { at: 50, slope: 4 },
      { at: 100, slope: 12 },
      { at: expect.closeTo(350 / 3, 9), slope: 6 },
    ]);
  });

  test("that requests have used more than up begins to cost where it is beyond the allowance", () => {
    const bends = [{ at: 1000, perRequest: 0 }];
    expect(kinksOf({ fixed: -50, perRequest: 1, bends })).toEqual([
      { at: 0, slope: 0 },
      { at: 150, slope: 2 },
      { at: 350, slope: 1 },
      { at: 1000, slope: 0 },
    ]);
  });

  test("that falls goes through the tiers from above", () => {
    // 400 units at 100 requests, 300 at 150, 100 at 250, none at 300.
    const bends = [{ at: 100, perRequest: -2 }];
    expect(kinksOf({ fixed: 400, perRequest: 0, bends })).toEqual([
      { at: 0, slope: 0 },
      { at: 100, slope: -2 },
      { at: 150, slope: -4 },
      { at: 250, slope: -0 },
    ]);
  });

  test("bends at the same load twice, and holds the last", () => {
    const bends = [
      { at: 100, perRequest: 5 },
      { at: 100, perRequest: 0 },
    ];
    const usage = { fixed: 0, perRequest: 2, bends };
    const { pieces } = buildCurve([{ meter: "m", usage, price: PRICE }], null);
    expect(pieces).toEqual([
      { from: 0, cost: 0, slope: 0 },
      { from: 50, cost: 0, slope: 4 },
      { from: 100, cost: 200, slope: 0 },
    ]);
  });

  test("costs on the curve what it costs on the bill, at any load and just above", () => {
    fc.assert(
      fc.property(usages, loads, (usage, load) => {
        const charges = [{ meter: "m", usage, price: PRICE }];
        const bill = totalOf(billAt(charges, load, null));
        const curve = buildCurve(charges, null);
        expect(costAt(curve, load)).toBeCloseTo(bill, 9);
        expect(costJustAfter(curve, load)).toBeCloseTo(bill, 9);
      }),
    );
  });

  test("adds up, bend by bend", () => {
    fc.assert(
      fc.property(usages, usages, loads, (first, second, load) => {
        const sum = requestUsageAt(first, load) + requestUsageAt(second, load);
        expect(requestUsageAt(sumOfUsages([first, second]), load)).toBeCloseTo(sum, 9);
      }),
    );
  });

  test("of a part of the requests is that of as many, and what is fixed stays", () => {
    fc.assert(
      fc.property(usages, fc.integer({ min: 0, max: 250 }), (usage, load) => {
        const quarter = usageOfShare(usage, 0.25);
        expect(requestUsageAt(quarter, 4 * load)).toBeCloseTo(requestUsageAt(usage, load), 9);
      }),
    );
    expect(usageOfShare({ fixed: 7, perRequest: 3, bends: [{ at: 1, perRequest: 5 }] }, 0)).toEqual(
      {
        fixed: 7,
        perRequest: 0,
      },
    );
  });
});
