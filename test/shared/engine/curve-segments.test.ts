import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveSegments, type CurveSegment } from "../../../shared/engine/curve-segments.ts";
import type { LoadRange } from "../../../shared/engine/load-range.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { grossBill } from "../../_exact.ts";
import { contest, runs } from "./_arbitraries.ts";
import { flatPrice, machines, perMachineCharge, tieredPrice } from "./_prices.ts";
import { beside, probes } from "./_probes.ts";

function costOn({ intercept, slope, step, steps }: CurveSegment, load: number): number {
  const line = intercept + slope * load;
  let cost = line;
  for (const { every, amount } of steps ?? (step ? [step] : [])) {
    cost += amount * Math.ceil(load / every);
  }
  return cost;
}

describe("a curve as a list of segments", () => {
  const fleet = { requestsPerMachine: 100, minimumMachines: 1 };
  const segmentsOf = (range: LoadRange, limit?: number) => {
    const each = machines(2, fleet);
    return curveSegments(buildCurve(each.charges, each.fleet), range, limit);
  };

  test("for a single load is its cost there", () => {
    expect(segmentsOf({ min: 250, max: 250 })).toEqual([
      { from: 250, to: 250, intercept: 6, slope: 0 },
    ]);
  });

  test("writes out as many steps as the limit, counted within the range", () => {
    const range = { min: 500, max: 1500 };
    const written = segmentsOf(range, 10);
    expect(written).toHaveLength(10);
    expect(written[0]).toEqual({ from: 500, to: 600, intercept: 12, slope: 0 });
    expect(written.at(-1)).toEqual({ from: 1400, to: 1500, intercept: 30, slope: 0 });
    expect(segmentsOf(range, 9)).toEqual([
      { from: 500, to: 1500, intercept: 0, slope: 0, step: { every: 100, amount: 2 } },
    ]);
  });

  test("keeps several fleets' steps beside each other", () => {
    const slots = [
      { share: 0.5, requestsPerMachine: 100 },
      { share: 0.5, requestsPerMachine: 400 },
    ];
    const following = machines(2, { ...fleet, slots });
    const both = buildCurve(following.charges, following.fleet);
    expect(curveSegments(both, { min: 0, max: 4000 }, 10)).toEqual([
      { from: 0, to: 100, intercept: 2, slope: 0 },
      { from: 100, to: 400, intercept: 1, slope: 0, step: { every: 100, amount: 1 } },
      {
        from: 400,
        to: 4000,
        intercept: 0,
        slope: 0,
        steps: [
          { every: 100, amount: 1 },
          { every: 400, amount: 1 },
        ],
      },
    ]);
  });

  test("bends where the next machine begins to cost something else, and has no steps for nothing", () => {
    // Free up to 3.5 machines: the fourth costs half.
    const charges = [perMachineCharge(flatPrice(2, 3.5))];
    expect(curveSegments(buildCurve(charges, fleet), { min: 0, max: 1e6 }, 10)).toEqual([
      { from: 0, to: 100, intercept: 0, slope: 0 },
      { from: 100, to: 300, intercept: 0, slope: 0 },
      { from: 300, to: 1e6, intercept: -7, slope: 0, step: { every: 100, amount: 2 } },
    ]);
  });

  test("counts the steps of a fleet whose price changes on the way only where it runs", () => {
    // Both slots run alike up to 400: a tier that ends at four machines changes the price there.
    const slots = [
      { share: 0.5, requestsPerMachine: 100 },
      { share: 0.5, requestsPerMachine: 200 },
    ];
    const price = tieredPrice([
      { upTo: 3, unitPrice: 2 },
      { upTo: Infinity, unitPrice: 1 },
    ]);
    const tiered = buildCurve([perMachineCharge(price)], { ...fleet, slots });
    const range = { min: 0, max: 1000 };
    // Ten steps of the one and five of the other, at whichever price.
    expect(curveSegments(tiered, range, 15).every(({ step, steps }) => !step && !steps)).toBe(true);
    expect(curveSegments(tiered, range, 14).some(({ step, steps }) => step || steps)).toBe(true);
  });
});

describe.each([
  ["steps written out", 1000],
  ["steps kept symbolic", 1],
])("a curve as a list of segments, %s", (_, limit) => {
  test("covers the range without gap and costs what the curve costs", () => {
    fc.assert(
      fc.property(contest(1, 1), ({ offers: [offer], range }) => {
        if (offer === undefined) return;
        const curve = buildCurve(offer.charges, offer.fleet);
        const segments = curveSegments(curve, range, limit);
        expect(segments.at(0)?.from).toBe(range.min);
        expect(segments.at(-1)?.to).toBe(range.max);
        for (const [index, { from, to }] of segments.entries()) {
          expect(to).toBeGreaterThan(from);
          if (index > 0) expect(from).toBe(segments[index - 1]?.to);
        }
        for (const load of probes([curve], range)) {
          const segment = segments.find(({ from, to }) => load > from && load <= to);
          if (segment === undefined) throw new Error(`no segment holds ${load}`);
          const apart = Math.abs(costOn(segment, load) - costAt(curve, load));
          const rounding = 1e-9 * grossBill(offer, beside(range.max).above);
          expect(apart, `at ${load}`).toBeLessThanOrEqual(rounding);
        }
      }),
      runs(400),
    );
  });
});

test("a fleet of a trillion machines is a handful of segments", () => {
  const { charges, fleet } = machines(2, { requestsPerMachine: 1, minimumMachines: 10 });
  expect(curveSegments(buildCurve(charges, fleet), { min: 0, max: 1e12 })).toEqual([
    { from: 0, to: 10, intercept: 20, slope: 0 },
    { from: 10, to: 1e12, intercept: 0, slope: 0, step: { every: 1, amount: 2 } },
  ]);
});
