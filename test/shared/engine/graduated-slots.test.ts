import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graduatedSlots, lastLoadWithin } from "../../../shared/engine/graduated-slots.ts";
import type { SlotFleet } from "../../../shared/engine/slots.ts";
import { runs } from "./_arbitraries.ts";
import { flatPrice, tieredPrice } from "./_prices.ts";

const SLOTS = [
  { share: 0.5, requestsPerMachine: 100, minimumMachines: 1 },
  { share: 0.5, requestsPerMachine: 200, minimumMachines: 1 },
];
const TIERS = [
  { upTo: 30, unitPrice: 2 },
  { upTo: Infinity, unitPrice: 1 },
];

/** From where to where machines cost how much more each, of each fleet. */
function summary({ fleets }: ReturnType<typeof graduatedSlots>) {
  return fleets.map(({ from, upTo, requestsPerMachine, pieces }) => {
    return [requestsPerMachine, from, upTo, pieces[0]?.slope];
  });
}

// Ten units a machine: 5 for each of both slots, whose machines a load adds up.
describe("machines that come and go, at a price that depends on all of them", () => {
  test("change their price after the load at which they pass a bound together", () => {
    // 4 + 2 machines use 30 up to 400 requests, 5 + 3 use 40 after it.
    const graduated = graduatedSlots(SLOTS, { perMachine: 10 }, tieredPrice(TIERS));
    expect(summary(graduated)).toEqual([
      [100, 0, 400, 10],
      [200, 0, 400, 10],
      [100, 400, Infinity, 5],
      [200, 400, Infinity, 5],
    ]);
    // 30 at 2 are 60: 30 more than 30 at 1.
    expect([0, 399, 400, 1e6].map((load) => graduated.offsets.costAt(load))).toEqual([
      0, 0, 30, 30,
    ]);
    const parts = [0, 400].map((load) => graduated.offsets.partAt(load));
    expect(parts.map((part) => graduated.offsets.endOf(part))).toEqual([400, Infinity]);
    expect([0, 400].map((load) => graduated.offsets.jumpsAt?.(load))).toEqual([false, true]);
  });

  test("cost nothing while they are within the allowance", () => {
    // Free up to 20: 2 + 1 machines up to 200 requests; the tier ends at 50: 6 + 3 up to 600.
    const graduated = graduatedSlots(SLOTS, { perMachine: 10 }, tieredPrice(TIERS, 20));
    expect(summary(graduated)).toEqual([
      [100, 200, 600, 10],
      [200, 200, 600, 10],
      [100, 600, Infinity, 5],
      [200, 600, Infinity, 5],
    ]);
    expect([0, 200, 600].map((load) => graduated.offsets.costAt(load))).toEqual([0, -40, 10]);
  });

  test("use up what is there, and pass its tiers from above until nothing is left", () => {
    // 100 less 10 a machine: above 30 with 4 + 3, 30 with 5 + 3 up to 500, none with 7 + 4 after 700.
    const graduated = graduatedSlots(SLOTS, { perMachine: -20, fixed: 110 }, tieredPrice(TIERS));
    expect(summary(graduated)).toEqual([
      [100, 0, 500, -10],
      [200, 0, 500, -10],
      [100, 500, 700, -20],
      [200, 500, 700, -20],
    ]);
    // 110 cost 140; what falls below 30 costs 2 each.
    expect([0, 500, 700].map((load) => graduated.offsets.costAt(load))).toEqual([140, 220, 0]);
  });

  test("begin that much earlier, where they have a head start", () => {
    const ahead = SLOTS.map((slot) => ({ ...slot, headStart: 50 }));
    expect(summary(graduatedSlots(ahead, { perMachine: 10 }, tieredPrice(TIERS)))[0]).toEqual([
      100, 0, 350, 10,
    ]);
  });

  test("cost the price of their tier from the start, where as many always run", () => {
    const three = SLOTS.map((slot) => ({ ...slot, minimumMachines: 4 }));
    // 4 + 4 machines use 40.
    expect(summary(graduatedSlots(three, { perMachine: 10 }, tieredPrice(TIERS)))).toEqual([
      [100, 0, Infinity, 5],
      [200, 0, Infinity, 5],
    ]);
  });

  test("are no fleet at all where a tier is free", () => {
    const tiers = [
      { upTo: 30, unitPrice: 2 },
      { upTo: Infinity, unitPrice: 0 },
    ];
    const graduated = graduatedSlots(SLOTS, { perMachine: 10 }, tieredPrice(tiers));
    expect(summary(graduated)).toHaveLength(2);
    expect(graduated.offsets.costAt(400)).toBe(60);
  });

  test.each([
    // [allowance, last load within]: a unit a machine.
    [2, 200],
    [2.5, 200],
    [3, 300],
    [1e9, 1e11],
    [1e9 + 0.5, 1e11],
  ])("of an allowance of %d machines use all up to %d requests", (free, upTo) => {
    const slot = [{ share: 1, requestsPerMachine: 100, minimumMachines: 1 }];
    expect(summary(graduatedSlots(slot, { perMachine: 1 }, flatPrice(1, free)))).toEqual([
      [100, upTo, Infinity, 1],
    ]);
  });

  test.each([
    // [least machines, last load at which 20 units, so 4 machines of both slots, are not passed]
    [1, 200],
    [2, 200],
    [3, 0],
  ])("and at least %d of each use it up to %d", (minimumMachines, from) => {
    const slots = SLOTS.map((slot) => ({ ...slot, minimumMachines }));
    expect(graduatedSlots(slots, { perMachine: 10 }, flatPrice(1, 20)).fleets[0]?.from).toBe(from);
  });
});

test.each([1e-9, 1e-14, 1e-277])(
  "an allowance that machines of %d GB hardly touch ends the search for where it is used up",
  (perMachine) => {
    const { fleets } = graduatedSlots(SLOTS, { perMachine }, flatPrice(1, 200));
    const perRequest = perMachine * (0.5 / 100 + 0.5 / 200);
    expect(fleets).toHaveLength(2);
    for (const { from = 0 } of fleets) expect(from / (200 / perRequest)).toBeCloseTo(1, 6);
  },
);

describe("the last load within a bound", () => {
  const RUNS = runs(500);
  /** So many that the bound is passed before. */
  const STEPS_COUNTED = 700;

  // Whole figures, so that nothing is rounded: the slots are asked at every load at which one of them grows.
  function countedUp(slots: readonly SlotFleet[], perMachine: number, bound: number): number {
    const grown = slots.flatMap(({ requestsPerMachine, headStart = 0 }) =>
      Array.from(
        { length: STEPS_COUNTED },
        (_, index) =>
          (index + Math.ceil(headStart / requestsPerMachine)) * requestsPerMachine - headStart,
      ),
    );
    for (const load of [0, ...grown].filter((at) => at >= 0).toSorted((a, b) => a - b)) {
      let used = 0;
      for (const { share, requestsPerMachine, minimumMachines, headStart = 0 } of slots) {
        const begun = Math.floor((load + headStart) / requestsPerMachine) + 1;
        used += perMachine * share * Math.max(minimumMachines, begun);
      }
      if (used > bound) return load;
    }
    throw new Error("the bound is not passed");
  }

  test("is the one that counting up from nothing finds, whatever head start each slot has", () => {
    const slot = fc.record({
      share: fc.integer({ min: 1, max: 4 }),
      requestsPerMachine: fc.integer({ min: 1, max: 40 }),
      minimumMachines: fc.integer({ min: 0, max: 6 }),
      headStart: fc.integer({ min: -300, max: 300 }),
    });
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(slot, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 300 }),
        (slots, perMachine, bound) => {
          const load = lastLoadWithin(slots, perMachine, bound);
          if (load > 0) found += 1;
          expect(load).toBe(countedUp(slots, perMachine, bound));
        },
      ),
      RUNS,
    );
    expect(found).toBeGreaterThan(RUNS.numRuns / 5);
  });
});
