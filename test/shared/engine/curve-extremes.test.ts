import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costJustAfter } from "../../../shared/engine/cost-just-after.ts";
import { extremesOf } from "../../../shared/engine/curve-extremes.ts";
import { costAt, type LinearPiece } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { contest, runs } from "./_arbitraries.ts";
import { flatPrice, perMachineCharge } from "./_prices.ts";

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

  /** A line from 1,000, and machines of a hundred requests each; one always runs. */
  const sawtooth = (slope: number, pieces: readonly LinearPiece[], minimumMachines = 1) => ({
    pieces: [{ from: 0, cost: 1000, slope }],
    fleets: [{ requestsPerMachine: 100, minimumMachines, pieces }],
  });
  const THIRTY = [{ from: 0, cost: 0, slope: 30 }];

  test("looks below and above the first and the last step", () => {
    // 0.2 less for each request, 30 more for each machine: 1,020 at 200, 1,050 after it, 1,070 after 400.
    expect(extremesOf(sawtooth(-0.2, THIRTY), { min: 150, max: 450 })).toEqual({
      least: 1020,
      most: 1070,
    });
    // 0.4 less: 1,010 after 200, 960 at 400.
    expect(extremesOf(sawtooth(-0.4, THIRTY), { min: 150, max: 450 })).toEqual({
      least: 960,
      most: 1010,
    });
  });

  test("does not take a step at the end of the range", () => {
    expect(extremesOf(sawtooth(0, THIRTY), { min: 0, max: 200 })).toEqual({
      least: 1030,
      most: 1060,
    });
  });

  test("looks where the machines that always run carry no more", () => {
    // 1,060 at 300, 1,210 after 900.
    expect(extremesOf(sawtooth(-0.1, THIRTY, 3), { min: 0, max: 1000 })).toEqual({
      least: 1060,
      most: 1210,
    });
  });

  test.each([3, 3.5])("looks where machines become cheaper, from %d on", (from) => {
    const pieces = [...THIRTY, { from, cost: 30 * from, slope: -100 }];
    expect(extremesOf(sawtooth(0, pieces), { min: 0, max: 500 })).toEqual({
      least: 1000 + 30 * from - 100 * (5 - from),
      most: 1090,
    });
  });

  test.each([3, 3.5])("looks where machines become dearer, from %d on", (from) => {
    const pieces = [
      { from: 0, cost: 500, slope: -100 },
      { from, cost: 500 - 100 * from, slope: 200 },
    ];
    // Three machines cost 200, four 250 at the later bend and 400 at the earlier.
    const [least, most] = from === 3 ? [1200, 1600] : [1200, 1450];
    expect(extremesOf(sawtooth(0, pieces), { min: 0, max: 500 })).toEqual({ least, most });
  });

  test("is a cost, too, of a fleet that has nothing to do for a part of the day", () => {
    const fleet = {
      requestsPerMachine: 100,
      minimumMachines: 1,
      slots: [
        { share: 0.5, requestsPerMachine: 100 },
        { share: 0.5, requestsPerMachine: Infinity },
      ],
    };
    const curve = buildCurve([perMachineCharge(flatPrice(10))], fleet);
    expect(extremesOf(curve, { min: 0, max: 1000 })).toEqual({ least: 10, most: 55 });
  });
});
