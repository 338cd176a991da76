import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billAt, totalOf } from "../../../shared/engine/bill.ts";
import { costAt, valueAt } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { machinesAt } from "../../../shared/engine/usage.ts";
import { exactBill, fewestMachines, grossBill, isWithin, type Billed } from "../../_exact.ts";
import { anyFleet, anyLoad, anyOffer, runs } from "./_arbitraries.ts";
import { flatPrice, machines, perMachineCharge, tieredPrice } from "./_prices.ts";
import { justAbove, justBelow } from "./_probes.ts";

/** Of the gross charge: sums and products of doubles, a few roundings each. */
const ROUNDING = 1e-12;

function directTotal({ charges, fleet }: Billed, load: number): number {
  return totalOf(billAt(charges, load, fleet));
}

/** Loads at and beside every bend of the curve, and at some of its steps. */
function loadsAroundBreakpoints(offer: Billed): number[] {
  const curve = buildCurve(offer.charges, offer.fleet);
  const loads = curve.pieces.map(({ from }) => from);
  for (const { requestsPerMachine, minimumMachines, pieces, from, upTo } of curve.fleets) {
    loads.push(from ?? 0, upTo ?? 0);
    const counts = pieces.flatMap((piece) => [Math.floor(piece.from), Math.ceil(piece.from)]);
    for (const count of [...counts, minimumMachines, minimumMachines + 1]) {
      loads.push(count * requestsPerMachine);
    }
  }
  const within = loads.filter((load) => load <= 1e12);
  return within.flatMap((load) => [justBelow(load), load, justAbove(load)]);
}

describe("bills and curves over the whole legal range", () => {
  test("the bill and the curve give the exact cost at any load and around every breakpoint", () => {
    fc.assert(
      fc.property(anyOffer, fc.array(anyLoad, { minLength: 3, maxLength: 3 }), (offer, loads) => {
        const curve = buildCurve(offer.charges, offer.fleet);
        for (const load of [...loads, ...loadsAroundBreakpoints(offer)]) {
          const exact = exactBill(offer, load);
          const tolerance = ROUNDING * grossBill(offer, load);
          expect(isWithin(directTotal(offer, load), exact, tolerance), `bill at ${load}`).toBe(
            true,
          );
          expect(isWithin(costAt(curve, load), exact, tolerance), `curve at ${load}`).toBe(true);
        }
      }),
      runs(1500),
    );
  });

  test("a fleet is the smallest one whose capacities add up to the load", () => {
    fc.assert(
      fc.property(anyFleet, anyLoad, fc.nat(1e6), (fleet, load, count) => {
        expect(machinesAt(fleet, load)).toBe(fewestMachines(fleet, load));
        if (fleet.requestsPerMachine === Infinity) return;
        const step = count * fleet.requestsPerMachine;
        for (const near of [justBelow(step), step, justAbove(step)]) {
          expect(machinesAt(fleet, near)).toBe(fewestMachines(fleet, near));
        }
      }),
      runs(3000),
    );
  });

  test("a bill is never negative and never falls when requests rise", () => {
    fc.assert(
      fc.property(anyOffer, anyLoad, anyLoad, (offer, one, other) => {
        const curve = buildCurve(offer.charges, offer.fleet);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const rounding = ROUNDING * grossBill(offer, high);
        expect(costAt(curve, low)).toBeGreaterThanOrEqual(0);
        expect(costAt(curve, high)).toBeGreaterThanOrEqual(costAt(curve, low) - rounding);
        expect(directTotal(offer, high)).toBeGreaterThanOrEqual(directTotal(offer, low) - rounding);
      }),
      runs(2000),
    );
  });

  test("cost is continuous but for the steps of a fleet, and of what its machines share", () => {
    fc.assert(
      fc.property(anyOffer, (offer) => {
        const curve = buildCurve(offer.charges, offer.fleet);
        for (const pieces of [curve.pieces, ...curve.fleets.map((fleet) => fleet.pieces)]) {
          for (const [index, { from, cost }] of pieces.entries()) {
            const before = pieces[index - 1];
            if (before === undefined || pieces[index]?.jumps === true) continue;
            const reached = before.cost + before.slope * (from - before.from);
            const scale = Math.max(cost, before.slope * from, (pieces[index]?.slope ?? 0) * from);
            expect(Math.abs(reached - cost)).toBeLessThanOrEqual(ROUNDING * scale);
            expect(from).toBeGreaterThan(before.from);
          }
        }
      }),
      runs(1500),
    );
  });

  test("a fleet's bill jumps by one machine right after its capacity is used up", () => {
    fc.assert(
      fc.property(anyOffer, fc.nat(1e5), (offer, count) => {
        const curve = buildCurve(offer.charges, offer.fleet);
        // Slots can grow at the same load; what a fleet shares is in no single machine's price.
        if (curve.fleets.length !== 1) return;
        for (const fleet of curve.fleets) {
          const running = Math.max(fleet.minimumMachines, count);
          const step = running * fleet.requestsPerMachine;
          // Nor is what only begins with this machine.
          if (curve.pieces.some(({ from, jumps }) => jumps === true && from === step)) return;
          const jump = valueAt(fleet.pieces, running + 1) - valueAt(fleet.pieces, running);
          const rounding = ROUNDING * grossBill(offer, justAbove(step));
          const seen = costAt(curve, justAbove(step)) - costAt(curve, step);
          expect(Math.abs(seen - jump)).toBeLessThanOrEqual(rounding);
        }
      }),
      runs(1000),
    );
  });

  test("cost is a straight line between two breakpoints", () => {
    fc.assert(
      fc.property(
        anyOffer,
        anyLoad,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (offer, at, share) => {
          const curve = buildCurve(offer.charges, offer.fleet);
          const piece = curve.pieces.findLast(({ from }) => from <= at);
          const next = curve.pieces.find(({ from }) => from > at)?.from ?? 1e12;
          let least = 0;
          let most = Infinity;
          for (const fleet of curve.fleets) {
            const count = machinesAt(fleet, at);
            const grewAt =
              count === fleet.minimumMachines ? 0 : (count - 1) * fleet.requestsPerMachine;
            least = Math.max(
              least,
              grewAt,
              ...[fleet.from ?? 0, fleet.upTo ?? 0].filter((end) => end <= at),
            );
            most = Math.min(most, count * fleet.requestsPerMachine);
          }
          const from = justAbove(Math.max(piece?.from ?? 0, least));
          const to = Math.min(next, most);
          if (from >= to) return;
          const middle = from + (to - from) * share;
          const expected = costAt(curve, from) + (costAt(curve, to) - costAt(curve, from)) * share;
          const rounding = 4 * ROUNDING * grossBill(offer, to);
          expect(Math.abs(costAt(curve, middle) - expected)).toBeLessThanOrEqual(rounding);
        },
      ),
      runs(1500),
    );
  });
});

describe("buildCurve()", () => {
  test("keeps a fleet symbolic: a trillion machines take no more room than one", () => {
    const { charges, fleet } = machines(3, { requestsPerMachine: 1, minimumMachines: 1 });
    const curve = buildCurve(charges, fleet);
    expect(curve.pieces).toHaveLength(1);
    expect(curve.fleets).toHaveLength(1);
    expect(costAt(curve, 1e12)).toBe(3e12);
  });

  test("a fixed number of machines is a flat line", () => {
    const { charges, fleet } = machines(3, { requestsPerMachine: Infinity, minimumMachines: 7 });
    const curve = buildCurve(charges, fleet);
    expect(curve.fleets).toEqual([]);
    expect([costAt(curve, 0), costAt(curve, 1e12)]).toEqual([21, 21]);
  });

  test("an allowance that ends between two whole machines lowers the price of one of them", () => {
    // 3,000 free hours of 2 × 730 a machine end at 2.05 machines: the third costs 1,380 hours.
    const charges = [perMachineCharge(flatPrice(0.01, 3000), 1460)];
    const curve = buildCurve(charges, { requestsPerMachine: 100, minimumMachines: 1 });
    expect([100, 200, 300, 400].map((load) => costAt(curve, load))).toEqual([
      0,
      0,
      expect.closeTo(13.8, 10),
      expect.closeTo(28.4, 10),
    ]);
  });

  test("what machines share has its own allowance, beside machines that follow the hours", () => {
    const fleet = {
      requestsPerMachine: 100,
      minimumMachines: 1,
      slots: [
        { share: 0.5, requestsPerMachine: 100 },
        { share: 0.5, requestsPerMachine: 200 },
      ],
    };
    const shared = {
      meter: "balancer",
      usage: { perFleet: 730, fromMachines: 2 },
      price: flatPrice(0.1, 130),
    };
    const each = perMachineCharge(flatPrice(1), 10);
    // 600 hours at 0.1 from the second machine on; machines cost 5 in each half of the day.
    const alone = buildCurve([shared], fleet);
    expect([100, 101, 1000].map((load) => costAt(alone, load))).toEqual([0, 60, 60]);
    const both = buildCurve([each, shared], fleet);
    expect([100, 101, 201].map((load) => costAt(both, load))).toEqual([10, 75, 85]);
  });

  test("two meters that bend at the same load make one bend", () => {
    const price = tieredPrice(
      [
        { upTo: 10, unitPrice: 2 },
        { upTo: Infinity, unitPrice: 1 },
      ],
      5,
    );
    const meter = { meter: "requests", usage: { fixed: 0, perRequest: 1 }, price };
    const curve = buildCurve([meter, meter], null);
    expect(curve.pieces).toEqual([
      { from: 0, cost: 0, slope: 0 },
      { from: 5, cost: 0, slope: 4 },
      { from: 15, cost: 40, slope: 2 },
    ]);
  });

  const graduated = tieredPrice(
    [
      { upTo: 5, unitPrice: 1 },
      { upTo: Infinity, unitPrice: 2 },
    ],
    2,
  );
  const nothing = expect.closeTo(0, 12) as number;

  test.each([
    // [usage without requests, pieces]: 2 free, 5 at 1, the rest at 2.
    [
      10,
      [
        { from: 0, cost: 11, slope: -2 },
        { from: 3, cost: 5, slope: -1 },
        { from: 8, cost: 0, slope: nothing },
      ],
    ],
    [
      7,
      [
        { from: 0, cost: 5, slope: -1 },
        { from: 5, cost: 0, slope: nothing },
      ],
    ],
    [
      4,
      [
        { from: 0, cost: 2, slope: -1 },
        { from: 2, cost: 0, slope: nothing },
      ],
    ],
    [2, [{ from: 0, cost: 0, slope: nothing }]],
    [0, [{ from: 0, cost: 0, slope: nothing }]],
  ])("usage of %d that requests use up climbs down tiers and allowance", (fixed, pieces) => {
    const meter = { meter: "idle", usage: { fixed, perRequest: -1 }, price: graduated };
    expect(buildCurve([meter], null).pieces).toEqual(pieces);
    const half = { meter: "idle", usage: { fixed, perRequest: -0.5 }, price: graduated };
    expect(buildCurve([half], null).pieces.map(({ from }) => from)).toEqual(
      pieces.map(({ from }) => 2 * from),
    );
  });

  test("usage that is there without requests uses up allowance and tiers first", () => {
    const price = tieredPrice(
      [
        { upTo: 10, unitPrice: 2 },
        { upTo: Infinity, unitPrice: 1 },
      ],
      5,
    );
    const meter = { meter: "requests", usage: { fixed: 9, perRequest: 2 }, price };
    expect(buildCurve([meter], null).pieces).toEqual([
      { from: 0, cost: 8, slope: 4 },
      { from: 3, cost: 20, slope: 2 },
    ]);
  });
});
