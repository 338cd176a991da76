import fc from "fast-check";
import type { CurvePair } from "../../../shared/engine/crossings.ts";
import { describe, expect, test } from "vitest";
import type { LoadRange } from "../../../shared/engine/load-range.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { costAt, type LinearPiece } from "../../../shared/engine/curve.ts";
import {
  changesInOrder,
  crossEachPair,
  regimesOf,
  type Regime,
} from "../../../shared/engine/regimes.ts";
import { grossBill, type Billed } from "../../_exact.ts";
import { contest, runs, sawtooth } from "./_arbitraries.ts";
import { TIE } from "./_crossings.ts";
import {
  flatPrice,
  line,
  machines,
  perRequestCharge,
  subscription,
  tieredPrice,
} from "./_prices.ts";
import { probes } from "./_probes.ts";

function regimes(offers: readonly Billed[], range: LoadRange): Regime[] {
  const curves = offers.map(({ charges, fleet }) => buildCurve(charges, fleet));
  return regimesOf(curves, crossEachPair(curves, range), range);
}

/** The intervals join end to end, each with another answer, and nobody is cheaper inside of one. */
function expectCheapest(
  offers: readonly Billed[],
  range: LoadRange,
  answer: readonly Regime[],
): void {
  expect(answer.at(0)?.from).toBe(range.min);
  expect(answer.at(-1)?.to).toBe(range.max);
  for (const [index, regime] of answer.entries()) {
    const next = answer[index + 1];
    expect(regime.to).toBeGreaterThan(regime.from);
    if (next === undefined) continue;
    expect(next.from).toBe(regime.to);
    expect([next.cheapest, next.alternating]).not.toEqual([regime.cheapest, regime.alternating]);
  }
  const curves = offers.map(({ charges, fleet }) => buildCurve(charges, fleet));
  for (const load of probes(curves, range)) {
    const regime = answer.find(({ from, to }) => load > from && load <= to);
    if (regime === undefined || regime.alternating) continue;
    const costs = curves.map((curve) => costAt(curve, load));
    const noise = TIE * Math.max(...offers.map((offer) => grossBill(offer, load)));
    const cost = costs[regime.cheapest] ?? Infinity;
    expect(cost - Math.min(...costs), `cheapest at ${load}`).toBeLessThanOrEqual(noise);
  }
}

describe("the regimes of one to eight offers", () => {
  test("cover the range without gap or overlap and name the cheapest everywhere", () => {
    fc.assert(
      fc.property(contest(1, 8), ({ offers, range }) => {
        expectCheapest(offers, range, regimes(offers, range));
      }),
      runs(300),
    );
  });

  test("follow a line and a fleet through every tooth of the saw", () => {
    fc.assert(
      fc.property(sawtooth, ({ offers, range }) => {
        expectCheapest(offers, range, regimes(offers, range));
      }),
      runs(200),
    );
  });

  test("are the same whichever order the offers are named in", () => {
    fc.assert(
      fc.property(contest(2, 6), ({ offers, range }) => {
        expectCheapest(offers.toReversed(), range, regimes(offers.toReversed(), range));
      }),
      runs(200),
    );
  });
});

test("the changes of all pairs come in the order of their loads, and of the pairs at the same load", () => {
  fc.assert(
    fc.property(contest(2, 8), ({ offers, range }) => {
      const curves = offers.map(({ charges, fleet }) => buildCurve(charges, fleet));
      const pairs = crossEachPair(curves, range, 40);
      const changes = pairs.flatMap((pair) => [
        ...pair.points.map((point) => ({ at: point.requestsPerMonth, pair, point })),
        ...pair.alternations.flatMap(({ from, to }) => [
          { at: from, pair, point: null },
          { at: to, pair, point: null },
        ]),
      ]);
      expect(changesInOrder(pairs)).toEqual(changes.toSorted((a, b) => a.at - b.at));
    }),
    runs(200),
  );
});

describe("regimesOf()", () => {
  const RANGE = { min: 0, max: 1500 };

  test("a single offer is cheapest throughout", () => {
    expect(regimes([line(1)], RANGE)).toEqual([
      { from: 0, to: 1500, cheapest: 0, alternating: false },
    ]);
  });

  test("the last offer can be the cheapest of all", () => {
    expect(regimes([line(3, 1), line(2, 1), line(1)], RANGE)).toEqual([
      { from: 0, to: 1500, cheapest: 2, alternating: false },
    ]);
  });

  test("no offer, or a range without width, has none", () => {
    expect(regimes([], RANGE)).toEqual([]);
    expect(regimes([line(1)], { min: 7, max: 7 })).toEqual([]);
  });

  test("three lines that meet in one point leave no sliver of the one in the middle", () => {
    // 10 + x, 20 + 0.5 x and 0 + 1.5 x cost 30 at 20 requests.
    const offers = [line(1, 10), line(0.5, 20), line(1.5)];
    expect(regimes(offers, { min: 0, max: 100 })).toEqual([
      { from: 0, to: expect.closeTo(20, 9), cheapest: 2, alternating: false },
      { from: expect.closeTo(20, 9), to: 100, cheapest: 1, alternating: false },
    ]);
  });

  test("of two offers that are free up to the same load, the one that costs less after is named", () => {
    const free = (unitPrice: number): Billed => ({
      charges: [perRequestCharge(flatPrice(unitPrice, 1000))],
      fleet: null,
    });
    const cheaper = (offers: Billed[]) => regimes(offers, RANGE).map(({ cheapest }) => cheapest);
    expect(cheaper([free(2), free(1)])).toEqual([1]);
    expect(cheaper([free(1), free(2)])).toEqual([0]);
    // What the first of them has to do with a third is another matter.
    expect(cheaper([free(2), line(5), free(1)])).toEqual([2]);
  });

  test("of two offers that always cost the same, the first is named", () => {
    const twin: Billed = { charges: [subscription(5)], fleet: null };
    expect(regimes([line(1, 5), twin, { ...twin }], RANGE)).toEqual([
      { from: 0, to: 1500, cheapest: 1, alternating: false },
    ]);
  });

  test("a fleet that grows a rounding earlier than another is not taken for the dearer", () => {
    // In the middle, 3,000, the first has its fourth machine already, and the second has not.
    const offers = [
      machines(1, { requestsPerMachine: 1000 * (1 - Number.EPSILON / 2), minimumMachines: 1 }),
      machines(1.3, { requestsPerMachine: 1000, minimumMachines: 1 }),
    ];
    const at = offers.map(({ charges, fleet }) => costAt(buildCurve(charges, fleet), 3000));
    expect(at).toEqual([4, 3 * 1.3]);
    const range = { min: 0, max: 6000 };
    expect(regimes(offers, range)).toEqual([
      { from: 0, to: 6000, cheapest: 0, alternating: false },
    ]);
    expect(regimes(offers.toReversed(), range)).toEqual([
      { from: 0, to: 6000, cheapest: 1, alternating: false },
    ]);
  });

  test("a range narrower than rounding still has its cheapest offer", () => {
    const range = { min: 1e12 - 1, max: 1e12 };
    expect(regimes([line(2), line(1)], range)).toEqual([
      { from: range.min, to: range.max, cheapest: 1, alternating: false },
    ]);
  });

  test("an interval with too many changes to list says so", () => {
    const fleet = machines(1, { requestsPerMachine: 1, minimumMachines: 1 });
    const answer = regimes([line(1, 0.5), fleet], { min: 0, max: 1e7 });
    const listed = answer
      .filter(({ from }) => from < 400)
      .map((regime) => {
        return { ...regime, to: Math.min(regime.to, 400) };
      });
    expectCheapest([line(1, 0.5), fleet], { min: 0, max: 400 }, listed);
    expect(answer.at(-1)).toMatchObject({ to: 1e7, alternating: true });
  });

  test("an interval in which two alternate names the one that is cheaper in its middle", () => {
    // A machine for each request, whose mean price is the line's: it is cheaper in the later half of each.
    const fleet = machines(1, { requestsPerMachine: 1, minimumMachines: 1 });
    const offers = [line(1, 0.5), fleet];
    const curves = offers.map(({ charges, fleet: own }) => buildCurve(charges, own));
    for (const max of [1e6 + 0.25, 1e6 + 0.5, 1e6 + 1.5]) {
      const range = { min: 0, max };
      const last = regimesOf(curves, crossEachPair(curves, range), range).at(-1);
      const middle = ((last?.from ?? 0) + max) / 2;
      const costs = curves.map((curve) => costAt(curve, middle));
      expect(last).toMatchObject({ to: max, alternating: true });
      expect(costs[last?.cheapest ?? -1], `in ${middle}`).toBe(Math.min(...costs));
    }
  });

  test("only an interval in which the cheapest is overtaken too often says so", () => {
    const fleet = machines(1, { requestsPerMachine: 1, minimumMachines: 1 });
    // The mean price of the fleet up to a thousand requests, then nothing.
    const stopping: Billed = {
      charges: [
        {
          meter: "requests",
          usage: { fixed: 0, perRequest: 1 },
          price: tieredPrice([
            { upTo: 1000, unitPrice: 1 },
            { upTo: Infinity, unitPrice: 0 },
          ]),
        },
        subscription(0.5),
      ],
      fleet: null,
    };
    const range = { min: 0, max: 2000 };
    const answer = regimes([stopping, fleet], range);
    expect(answer[0]).toEqual({ from: 0, to: 0.5, cheapest: 0, alternating: false });
    const [zone, after] = answer.slice(-2);
    const curves = [stopping, fleet].map((offer) => buildCurve(offer.charges, offer.fleet));
    const [left] = crossEachPair(curves, range)[0]?.alternations ?? [];
    expect(zone).toMatchObject({ from: left?.from, to: 1000, alternating: true });
    expect(zone?.from).toBeLessThan(600);
    expect(after).toEqual({ from: 1000, to: 2000, cheapest: 0, alternating: false });
    expect(answer.filter(({ alternating }) => alternating)).toHaveLength(1);
    // Beside a third that costs less than both, their turns are nobody's concern.
    expect(regimes([stopping, fleet, line(0.1)], range)).toEqual([
      { from: 0, to: 2000, cheapest: 2, alternating: false },
    ]);
    expect(regimes([line(0.1), stopping, fleet], range)).toEqual([
      { from: 0, to: 2000, cheapest: 0, alternating: false },
    ]);
  });

  test("each pair lists its share of the crossings that are listed of all", () => {
    const offers = [0, 1, 2].map((index) => {
      const requestsPerMachine = Math.sqrt(index + 2);
      return machines(requestsPerMachine, { requestsPerMachine, minimumMachines: 1 });
    });
    const curves = offers.map(({ charges, fleet }) => buildCurve(charges, fleet));
    const listed = (most: number) =>
      crossEachPair(curves, { min: 0, max: 1e6 }, most).map(({ points }) => points.length);
    for (const count of listed(300)) {
      expect(count).toBeGreaterThanOrEqual(100);
      expect(count).toBeLessThan(110);
    }
    // Never fewer than twenty, however many there are.
    for (const count of listed(3)) {
      expect(count).toBeGreaterThanOrEqual(20);
      expect(count).toBeLessThan(30);
    }
  });

  test("fifty fleets that overtake each other for ever are summed up in bounded work", () => {
    const offers = Array.from({ length: 50 }, (_, index) => {
      const requestsPerMachine = 3000 * (1 + Math.sqrt(index + 2));
      return machines(requestsPerMachine, { requestsPerMachine, minimumMachines: 1 });
    });
    const curves = offers.map(({ charges, fleet }) => buildCurve(charges, fleet));
    const pairs = crossEachPair(curves, { min: 0, max: 1e9 });
    expect(pairs).toHaveLength(1225);
    expect(pairs.reduce((sum, { points }) => sum + points.length, 0)).toBeLessThan(30_000);
    // All but those whose capacities are as whole numbers, like 3 to 4: these repeat and are decided.
    expect(pairs.filter(({ alternations }) => alternations.length === 1).length).toBeGreaterThan(
      1200,
    );
  });
});

describe("regimes of curves that are drawn by hand", () => {
  const named = (drawn: readonly (readonly LinearPiece[])[], range: LoadRange) => {
    const curves = drawn.map((pieces) => ({ pieces, fleets: [] }));
    return regimesOf(curves, crossEachPair(curves, range), range);
  };

  test("reach to the end of the range, where two change places right before it", () => {
    // 1,000 − x falls below 0.001 at 999.999.
    const falling = [{ from: 0, cost: 1000, slope: -1 }];
    const level = [{ from: 0, cost: 0.001, slope: 0 }];
    const max = 999.999 + 2e-10;
    expect(named([falling, level], { min: 0, max })).toEqual([
      { from: 0, to: max, cheapest: 1, alternating: false },
    ]);
  });

  test("begin with the range, where two change places right after it begins", () => {
    // x rises above 20 a rounding after 20 requests.
    const rising = [{ from: 0, cost: 0, slope: 1 }];
    const level = [{ from: 0, cost: 20 + 4e-12, slope: 0 }];
    expect(named([rising, level], { min: 20, max: 100 })).toEqual([
      { from: 20, to: 100, cheapest: 1, alternating: false },
    ]);
  });

  test("name, of two that cost the same for a while, the one that was cheaper before", () => {
    const straight = [{ from: 0, cost: 0, slope: 1 }];
    // Dearer up to 10, the same up to 20, dearer up to 27 and then cheaper.
    const winding = [
      { from: 0, cost: 2, slope: 0.8 },
      { from: 10, cost: 10, slope: 1 },
      { from: 20, cost: 20, slope: 1.2 },
      { from: 25, cost: 26, slope: 0.5 },
    ];
    // The cheapest but from 13 to 17.
    const third = [
      { from: 0, cost: -1, slope: 1 },
      { from: 12, cost: 11, slope: 2 },
      { from: 16, cost: 19, slope: -2 },
      { from: 17, cost: 17, slope: 0 },
    ];
    const summary = named([straight, winding, third], { min: 0, max: 100 });
    expect(summary.map(({ to, cheapest }) => [to, cheapest])).toEqual([
      [expect.closeTo(13, 9), 2],
      [expect.closeTo(17, 9), 0],
      [100, 2],
    ]);
  });

  test("name, of two that cost the same for a while, the one that had become cheaper before", () => {
    const straight = [{ from: 0, cost: 0, slope: 1 }];
    // Dearer up to 4, cheaper up to 10, the same up to 20, and then dearer.
    const winding = [
      { from: 0, cost: 2, slope: 0.5 },
      { from: 8, cost: 6, slope: 2 },
      { from: 10, cost: 10, slope: 1 },
      { from: 20, cost: 20, slope: 1.2 },
    ];
    // The cheapest but from 6 to 9 and from 13 to 17.
    const third = [
      { from: 0, cost: -1, slope: 1 },
      { from: 12, cost: 11, slope: 2 },
      { from: 16, cost: 19, slope: -2 },
      { from: 17, cost: 17, slope: 0 },
    ];
    const summary = named([straight, winding, third], { min: 0, max: 100 });
    expect(summary.map(({ to, cheapest }) => [to, cheapest])).toEqual([
      [expect.closeTo(6, 9), 2],
      [expect.closeTo(9, 9), 1],
      [expect.closeTo(13, 9), 2],
      [expect.closeTo(17, 9), 1],
      [100, 2],
    ]);
  });

  test("name the one that overtakes two others, which cost the same but for rounding", () => {
    const slope = 3.439972093109268e-11;
    const level = [{ from: 0, cost: 1, slope }];
    // Cheaper than the first by less than a rounding, until it becomes the dearer one.
    const bent = [
      { from: 0, cost: 1 - 1.4e-15, slope },
      { from: 1.4535e10, cost: 1.5, slope: 3 * slope },
    ];
    // Overtakes one of them at 199,109,611.4475 requests, and the other a little later.
    const flatter = [{ from: 0, cost: 1.0013698630136987, slope: 0.8 * slope }];
    for (const drawn of [
      [bent, flatter, level],
      [level, bent, flatter],
      [flatter, level, bent],
    ]) {
      const last = named(drawn, { min: 0, max: 4e10 }).at(-1);
      expect(drawn[last?.cheapest ?? -1]).toBe(flatter);
      expect(last?.from).toBeCloseTo(199_109_611.4475, 2);
    }
  });

  test("leave no sliver where three lines meet, at whatever loads", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 11, noNaN: true }).map((power) => 10 ** power),
        fc.tuple(
          fc.double({ min: 1, max: 2, noNaN: true }),
          fc.double({ min: 3, max: 4, noNaN: true }),
          fc.double({ min: 5, max: 6, noNaN: true }),
        ),
        (at, slopes) => {
          const lines = slopes.map((slope) => [{ from: 0, cost: (7 - slope) * at, slope }]);
          const order = named(lines, { min: 0, max: 3 * at }).map(({ cheapest }) => cheapest);
          expect(order).toEqual([2, 0]);
        },
      ),
      runs(500),
    );
  });
});

test("an interval in which two alternate may begin with the range", () => {
  // x and 15 alternate up to 10, of whatever they consist, and 5, the middle, is cheaper by x.
  const curves = [[{ from: 0, cost: 0, slope: 1 }], [{ from: 0, cost: 15, slope: 0 }]].map(
    (pieces) => ({ pieces, fleets: [] }),
  );
  const pair: CurvePair = {
    first: 0,
    second: 1,
    orders: [{ from: 10, apartFrom: 10, cheaper: "second" }],
    points: [],
    alternations: [{ from: 0, to: 10 }],
  };
  expect(regimesOf(curves, [pair], { min: 0, max: 100 })).toEqual([
    { from: 0, to: 10, cheapest: 0, alternating: true },
    { from: 10, to: 100, cheapest: 1, alternating: false },
  ]);
});

describe("regimes of curves that carry only so much", () => {
  const RANGE = { min: 0, max: 1500 };
  const curves = [line(1), line(2), line(3)].map(({ charges }) => buildCurve(charges, null));
  const cheapest = (carriesUpTo: readonly number[]) =>
    regimesOf(curves, crossEachPair(curves, RANGE), RANGE, { carriesUpTo }).map(
      ({ from, to, cheapest: index }) => [from, to, index],
    );

  test("pass a curve over beyond the load that it carries", () => {
    expect(cheapest([500, Infinity, Infinity])).toEqual([
      [0, 500, 0],
      [500, 1500, 1],
    ]);
    expect(cheapest([500, 900, Infinity])).toEqual([
      [0, 500, 0],
      [500, 900, 1],
      [900, 1500, 2],
    ]);
    expect(cheapest([0, 900, 1500])).toEqual([
      [0, 900, 1],
      [900, 1500, 2],
    ]);
  });

  test("are of all curves where none carries the load", () => {
    expect(cheapest([500, 700, 600])).toEqual([
      [0, 500, 0],
      [500, 700, 1],
      [700, 1500, 0],
    ]);
    expect(cheapest([0, 0, 0])).toEqual([[0, 1500, 0]]);
  });

  test("do not depend on the order in which curves are named", () => {
    const cheapestOf = (
      prices: readonly number[],
      carriesUpTo: readonly number[],
      range: LoadRange = RANGE,
    ) => {
      const named = prices.map((price) => buildCurve(line(price).charges, null));
      return regimesOf(named, crossEachPair(named, range), range, { carriesUpTo }).map(
        ({ to, cheapest: index }) => [to, index],
      );
    };
    expect(cheapestOf([2, 1, 3], [900, 500, Infinity])).toEqual([
      [500, 1],
      [900, 0],
      [1500, 2],
    ]);
    expect(cheapestOf([3, 2, 1], [500, 700, 600])).toEqual([
      [600, 2],
      [700, 1],
      [1500, 2],
    ]);
  });

  test("look at nothing below the range", () => {
    // 900 + x and 2 x cross at 900; what a third carries below is all the same.
    const range = { min: 1000, max: 1500 };
    const three = [line(1, 900), line(2), line(9)].map(({ charges }) => buildCurve(charges, null));
    const answer = regimesOf(three, crossEachPair(three, range), range, {
      carriesUpTo: [Infinity, Infinity, 10],
    });
    expect(answer.map(({ cheapest: index }) => index)).toEqual([0]);
  });

  test("do not change where a dearer curve ends, nor beyond the range", () => {
    expect(cheapest([1500, 500, 700])).toEqual([[0, 1500, 0]]);
    expect(cheapest([2000, 3000, 4000])).toEqual([[0, 1500, 0]]);
  });

  test("turn where curves cross and where one ends, in the order of the loads", () => {
    // 100 + x and 2 x cross at 100; the first carries 400.
    const two = [line(1, 100), line(2)].map(({ charges }) => buildCurve(charges, null));
    const pairs = crossEachPair(two, RANGE);
    const named = (options: object) =>
      regimesOf(two, pairs, RANGE, options).map(({ to, cheapest: index }) => [to, index]);
    const expected = [
      [expect.closeTo(100, 9), 1],
      [400, 0],
      [1500, 1],
    ];
    expect(named({ carriesUpTo: [400, Infinity] })).toEqual(expected);
    // The changes of all pairs may be known already.
    const changes = changesInOrder(pairs);
    expect(named({ carriesUpTo: [400, Infinity], changes })).toEqual(expected);
    expect(named({ changes: [] })).toEqual([[1500, 1]]);
  });

  test("turn at each of several crossings before an end", () => {
    // x is the cheapest up to 200, 100 + x / 2 up to 600, and 400 up to the 1,000 that it carries.
    const three = [line(1), line(0.5, 100), line(0, 400)].map(({ charges }) =>
      buildCurve(charges, null),
    );
    const answer = regimesOf(three, crossEachPair(three, RANGE), RANGE, {
      carriesUpTo: [Infinity, Infinity, 1000],
    });
    expect(answer.map(({ to, cheapest: index }) => [to, index])).toEqual([
      [expect.closeTo(200, 9), 0],
      [expect.closeTo(600, 9), 1],
      [1000, 2],
      [1500, 1],
    ]);
  });

  test("turn where curves cross beyond the last end, too", () => {
    // x carries 100; 2 x and 1,000 + x cross at 1,000.
    const three = [line(1), line(2), line(1, 1000)].map(({ charges }) => buildCurve(charges, null));
    const answer = regimesOf(three, crossEachPair(three, RANGE), RANGE, {
      carriesUpTo: [100, Infinity, Infinity],
    });
    expect(answer.map(({ to, cheapest: index }) => [to, index])).toEqual([
      [100, 0],
      [expect.closeTo(1000, 9), 1],
      [1500, 2],
    ]);
  });
});
