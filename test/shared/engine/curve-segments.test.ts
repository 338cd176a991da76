import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveSegments, type CurveSegment } from "../../../shared/engine/curve-segments.ts";
import { buildCurve, costAt } from "../../../shared/engine/curve.ts";
import { grossBill } from "../../_exact.ts";
import { contest, runs } from "./_arbitraries.ts";
import { machines } from "./_prices.ts";
import { beside, probes } from "./_probes.ts";

function costOn({ intercept, slope, step, steps }: CurveSegment, load: number): number {
  const line = intercept + slope * load;
  let cost = line;
  for (const { every, amount } of steps ?? (step ? [step] : [])) {
    cost += amount * Math.ceil(load / every);
  }
  return cost;
}

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
