import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extremesOf } from "../../../shared/engine/curve-extremes.ts";
import { buildCurve, costAt, costJustAfter } from "../../../shared/engine/curve.ts";
import { contest, runs } from "./_arbitraries.ts";

const POINTS = 300;

describe("extremesOf()", () => {
  test("holds every cost in the range, and is one of them", () => {
    fc.assert(
      fc.property(contest(1, 1), ({ offers: [offer], range }) => {
        if (offer === undefined) return;
        const curve = buildCurve(offer.charges, offer.fleet);
        const { least, most } = extremesOf(curve, range);
        const noise = 1e-9 * Math.max(1e-9, most);
        let [lowest, highest] = [Infinity, -Infinity];
        for (let point = 0; point <= POINTS; point += 1) {
          const share = point / POINTS;
          const load = Math.min(range.max, range.min * (1 - share) + range.max * share);
          for (const cost of [
            costAt(curve, load),
            costJustAfter(curve, Math.min(load, range.max * (1 - 1e-9))),
          ]) {
            lowest = Math.min(lowest, cost);
            highest = Math.max(highest, cost);
          }
        }
        expect(lowest).toBeGreaterThanOrEqual(least - noise);
        expect(highest).toBeLessThanOrEqual(most + noise);
      }),
      runs(600),
    );
  });

  test("finds a dip between two ends that cost more", () => {
    const curve = {
      pieces: [
        { from: 0, cost: 10, slope: -1 },
        { from: 4, cost: 6, slope: 2 },
      ],
      fleets: [],
    };
    expect(extremesOf(curve, { min: 0, max: 5 })).toEqual({ least: 6, most: 10 });
    expect(extremesOf(curve, { min: 0, max: 10 })).toEqual({ least: 6, most: 18 });
  });

  test("of a single load is its cost", () => {
    const curve = { pieces: [{ from: 0, cost: 1, slope: 2 }], fleets: [] };
    expect(extremesOf(curve, { min: 3, max: 3 })).toEqual({ least: 7, most: 7 });
  });
});
