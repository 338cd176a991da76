import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossings, type Crossings } from "../../../shared/engine/crossings.ts";
import type { LoadRange } from "../../../shared/engine/load-range.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { mapUnitPrices } from "../../../shared/engine/price.ts";
import type { Billed } from "../../_exact.ts";
import { anyOffer, contest, machineFamily, runs, sawtooth, type Contest } from "./_arbitraries.ts";
import { expectRight } from "./_crossings.ts";

const ANY_CONTEST = contest(2, 2);

function crossingsOf(first: Billed, second: Billed, range: LoadRange): Crossings {
  return crossings(
    buildCurve(first.charges, first.fleet),
    buildCurve(second.charges, second.fleet),
    range,
  );
}

function pairOf({ offers }: Contest): [Billed, Billed] {
  const [first, second] = offers;
  if (first === undefined || second === undefined) throw new Error("a contest has two offers");
  return [first, second];
}

function scaled(offer: Billed, factor: number): Billed {
  const charges = offer.charges.map((charge) => ({
    ...charge,
    price: mapUnitPrices(charge.price, (unitPrice) => unitPrice * factor),
  }));
  return { ...offer, charges };
}

/** The same changes of order, but for the rounding of their loads. */
function expectSame(actual: Crossings, expected: Crossings, tolerance: number): void {
  expect(actual.points.map(({ cheaperAbove }) => cheaperAbove)).toEqual(
    expected.points.map(({ cheaperAbove }) => cheaperAbove),
  );
  for (const [index, { requestsPerMonth, monthlyCost, kind }] of actual.points.entries()) {
    const point = expected.points[index];
    if (point === undefined) continue;
    const apart = Math.abs(requestsPerMonth - point.requestsPerMonth);
    expect(apart).toBeLessThanOrEqual(tolerance * Math.max(1, requestsPerMonth));
    expect(kind).toBe(point.kind);
    expect(monthlyCost).toBeGreaterThanOrEqual(0);
  }
  expect(actual.alternations).toEqual(expected.alternations);
}

describe.each([
  ["functions and fleets of any make", ANY_CONTEST, 1500],
  ["a line and a fleet of nearly its mean price", sawtooth, 600],
  ["two sizes of a machine family", machineFamily, 400],
] as const)("the break-even points of %s", (_, contests, numRuns) => {
  test("are where the bills meet or a step overtakes, and nowhere else", () => {
    fc.assert(
      fc.property(contests, (contested) => {
        const [first, second] = pairOf(contested);
        const { range } = contested;
        expectRight(first, second, range, crossingsOf(first, second, range));
      }),
      runs(numRuns),
    );
  });

  test("stay the same with the two offers swapped", () => {
    fc.assert(
      fc.property(contests, (contested) => {
        const [first, second] = pairOf(contested);
        const { range } = contested;
        const swapped = crossingsOf(second, first, range);
        const mirrored = {
          ...swapped,
          points: swapped.points.map((point) => ({
            ...point,
            cheaperBelow: point.cheaperAbove,
            cheaperAbove: point.cheaperBelow,
          })),
        };
        expectSame(mirrored, crossingsOf(first, second, range), 1e-7);
      }),
      runs(numRuns),
    );
  });

  test("stay at the same loads in another currency", () => {
    fc.assert(
      fc.property(contests, fc.constantFrom(2, 1 / 64, 150, 1 / 150, 1e6), (contested, factor) => {
        const [first, second] = pairOf(contested);
        const { range } = contested;
        const converted = crossingsOf(scaled(first, factor), scaled(second, factor), range);
        expectSame(converted, crossingsOf(first, second, range), 1e-7);
      }),
      runs(numRuns),
    );
  });
});

describe("crossings()", () => {
  test("an offer has no break-even point with itself", () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        const answer = crossingsOf(offer, offer, { min: 0, max: 1e12 });
        expect(answer).toEqual({ orders: [], points: [], alternations: [] });
      }),
      runs(500),
    );
  });

  test("a range of a single load has none", () => {
    fc.assert(
      fc.property(ANY_CONTEST, (contested) => {
        const [first, second] = pairOf(contested);
        const { max } = contested.range;
        expect(crossingsOf(first, second, { min: max, max }).points).toEqual([]);
      }),
      runs(200),
    );
  });

  test("a part of a range shows the points of the whole that lie in it", () => {
    fc.assert(
      fc.property(
        ANY_CONTEST,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (contested, share) => {
          const [first, second] = pairOf(contested);
          const { min, max } = contested.range;
          const middle = min + (max - min) * share;
          const whole = crossingsOf(first, second, { min, max }).points;
          // One at the very place where the range is divided is inside of neither part.
          if (whole.some(({ requestsPerMonth: at }) => Math.abs(at - middle) < 1e-9 * at)) return;
          const parts = [
            ...crossingsOf(first, second, { min, max: middle }).points,
            ...crossingsOf(first, second, { min: middle, max }).points,
          ];
          expect(parts.map(({ cheaperAbove }) => cheaperAbove)).toEqual(
            whole.map(({ cheaperAbove }) => cheaperAbove),
          );
        },
      ),
      runs(400),
    );
  });
});
