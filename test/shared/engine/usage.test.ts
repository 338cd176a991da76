import { describe, expect, test } from "vitest";
import { partOf, type PartMonth } from "../../../shared/engine/fleet.ts";
import { slotFleets } from "../../../shared/engine/slots.ts";
import {
  billedMachinesAt,
  isUsedOnlyBeyond,
  lastLoadBefore,
  machinesAt,
  machinesJustAfter,
  mostCarriedBy,
  requestUsageAt,
  usageAt,
} from "../../../shared/engine/usage.ts";

const FLEET = { requestsPerMachine: 100, minimumMachines: 1 };

describe("usage of a month", () => {
  test("by request is what is there anyway, and what each adds", () => {
    expect(usageAt({ fixed: 5, perRequest: 2 }, 10, null)).toBe(25);
  });

  test("that requests use up is never less than nothing", () => {
    expect(usageAt({ fixed: 20, perRequest: -2 }, 9, null)).toBe(2);
    expect(usageAt({ fixed: 20, perRequest: -2 }, 11, null)).toBe(0);
  });

  test("by machine is that of all that run; without a fleet there are none", () => {
    expect(usageAt({ perMachine: 730 }, 250, FLEET)).toBe(2190);
    expect(usageAt({ perMachine: 730 }, 250, null)).toBe(0);
    expect(usageAt({ perMachine: 730, fixed: 5 }, 250, null)).toBe(0);
  });

  test("by machine is used whatever runs, too, or used up by them", () => {
    expect(usageAt({ fixed: 5, perMachine: 10 }, 250, FLEET)).toBe(35);
    expect(usageAt({ fixed: 25, perMachine: -10 }, 150, FLEET)).toBe(5);
    expect(usageAt({ fixed: 25, perMachine: -10 }, 250, FLEET)).toBe(0);
  });

  test("that machines share begins with so many of them", () => {
    const shared = { perFleet: 730, fromMachines: 2 };
    expect(usageAt(shared, 100, FLEET)).toBe(0);
    expect(usageAt(shared, 101, FLEET)).toBe(730);
    expect(usageAt(shared, 1000, FLEET)).toBe(730);
    expect(usageAt(shared, 1000, null)).toBe(0);
  });

  test("by request is none before a fleet has so many machines, and then that of all requests", () => {
    const usage = { fixed: 3, perRequest: 2, fromMachines: 2 };
    expect(usageAt(usage, 100, FLEET)).toBe(0);
    expect(usageAt(usage, 101, FLEET)).toBe(205);
    expect(usageAt(usage, 0, { ...FLEET, minimumMachines: 2 })).toBe(3);
    expect(usageAt(usage, 1000, null)).toBe(0);
  });

  test("that bends goes on from each bend at another rate", () => {
    const usage = {
      fixed: 10,
      perRequest: 2,
      bends: [
        { at: 100, perRequest: 0.5 },
        { at: 200, perRequest: 0 },
      ],
    };
    const used = [0, 50, 100, 150, 200, 1000].map((load) => requestUsageAt(usage, load));
    expect(used).toEqual([10, 110, 210, 235, 260, 260]);
  });
});

describe("usage that only begins with a higher load", () => {
  const bends = [{ at: 100, perRequest: 1 }];

  test("is none up to there", () => {
    const usage = { fixed: 0, perRequest: 0, bends };
    expect([0, 100, 101].map((load) => isUsedOnlyBeyond(usage, load))).toEqual([true, true, false]);
  });

  test("is none of what is there from the start, nor of machines", () => {
    expect(isUsedOnlyBeyond({ fixed: 1, perRequest: 0, bends }, 0)).toBe(false);
    expect(isUsedOnlyBeyond({ fixed: 0, perRequest: 1, bends }, 0)).toBe(false);
    expect(isUsedOnlyBeyond({ fixed: 0, perRequest: 0 }, 0)).toBe(false);
    expect(isUsedOnlyBeyond({ perMachine: 0 }, 0)).toBe(false);
    expect(isUsedOnlyBeyond({ perFleet: 0, fromMachines: 2 }, 0)).toBe(false);
  });
});

describe("the machines of a fleet", () => {
  const fleet = { requestsPerMachine: 100, minimumMachines: 2 };

  test("grow right after the load that they carry", () => {
    const loads = [0, 199, 200, 201, 300, 301];
    expect(loads.map((load) => machinesAt(fleet, load))).toEqual([2, 2, 2, 3, 3, 4]);
    expect(loads.map((load) => machinesJustAfter(fleet, load))).toEqual([2, 2, 3, 3, 4, 4]);
  });

  test("stay as many where it does not grow", () => {
    const fixed = { requestsPerMachine: Infinity, minimumMachines: 3 };
    expect([0, 1e12].map((load) => machinesAt(fixed, load))).toEqual([3, 3]);
    expect(machinesJustAfter(fixed, 1e12)).toBe(3);
  });

  test("are so many after a load: at once, later or never", () => {
    expect(lastLoadBefore(2, fleet)).toBe(-Infinity);
    expect(lastLoadBefore(3, fleet)).toBe(200);
    expect(lastLoadBefore(5, fleet)).toBe(400);
    expect(lastLoadBefore(3, { requestsPerMachine: Infinity, minimumMachines: 2 })).toBe(Infinity);
    expect(lastLoadBefore(1, null)).toBe(Infinity);
  });
});

/** The more of a month, the less its parts count for. */
const PART_MONTH: PartMonth = [
  [0.25, 0.25],
  [0.5, 0.45],
  [0.75, 0.6],
  [1, 0.7],
];

describe("a part of the month", () => {
  test("counts for the same part, unless something else is said", () => {
    expect(partOf(undefined, 0.3)).toBe(0.3);
  });

  test.each([
    // [part of the month, part of the usage]
    [0, 0],
    [0.125, 0.125],
    [0.25, 0.25],
    [0.375, 0.35],
    [0.5, 0.45],
    [0.9, 0.66],
    [1, 0.7],
    [1.000_000_1, 0.7],
  ])("of %d counts for %d, straight from one to the next", (share, part) => {
    expect(partOf(PART_MONTH, share)).toBeCloseTo(part, 12);
  });
});

describe("the machines that a month is billed for", () => {
  const slots = [
    { share: 0.25, requestsPerMachine: 100 },
    { share: 0.75, requestsPerMachine: 400 },
  ];

  test("are those that run, for what a whole month counts for", () => {
    expect(billedMachinesAt(FLEET, 250)).toBe(3);
    expect(billedMachinesAt(FLEET, 250, PART_MONTH)).toBeCloseTo(2.1, 12);
  });

  test("are those of each slot for its part of the month", () => {
    const fleet = { ...FLEET, slots };
    expect(billedMachinesAt(fleet, 0)).toBe(1);
    expect(billedMachinesAt(fleet, 400)).toBe(0.25 * 4 + 0.75);
    expect(billedMachinesAt(fleet, 401)).toBe(0.25 * 5 + 0.75 * 2);
    // The first runs for a quarter; those that run all month make up 0.7 of one.
    expect(billedMachinesAt(fleet, 400, PART_MONTH)).toBeCloseTo(0.25 * 4 + 0.45, 12);
  });
});

describe("a fleet with a head start", () => {
  const fleet = { requestsPerMachine: 100, minimumMachines: 1, headStart: 30 };

  test("grows that many requests earlier", () => {
    expect([0, 70, 71, 170, 171].map((load) => machinesAt(fleet, load))).toEqual([1, 1, 2, 2, 3]);
    expect([0, 70, 170].map((load) => machinesJustAfter(fleet, load))).toEqual([1, 2, 3]);
    expect(mostCarriedBy(2, fleet)).toBe(170);
    expect(lastLoadBefore(3, fleet)).toBe(170);
  });

  test("of slots counts what a machine of each weighs", () => {
    const slots = [
      { share: 1, requestsPerMachine: 100, headStart: 30 },
      { share: 1, requestsPerMachine: 200 },
    ];
    const usage = { perMachine: -1, fixed: 20, weights: [2, 3] };
    // 3 + 1 machines use 9, and 8 + 4 more than there is.
    expect(usageAt(usage, 200, { ...fleet, slots })).toBe(20 - 3 * 2 - 3);
    expect(usageAt(usage, 750, { ...fleet, slots })).toBe(0);
  });
});

describe("the slots of a fleet", () => {
  const slots = [1, 2, 3].map((times) => ({ share: 1 / 3, requestsPerMachine: 100 * times }));

  test("are fleets for their parts of the month, to the bit", () => {
    expect(slotFleets(slots, 2)).toEqual(
      slots.map((slot) => Object.assign({ minimumMachines: 2 }, slot)),
    );
  });

  test("add to what the busier ones count for", () => {
    // Half a month counts for 0.7 of one.
    const partMonth = [
      [0.5, 0.7],
      [1, 1],
    ] as const;
    const shares = slotFleets(slots, 2, partMonth).map(({ share }) => share);
    expect(shares[0]).toBeCloseTo(0.7 / 1.5, 12);
    expect(shares[1]).toBeCloseTo(0.7 + 0.1 - 0.7 / 1.5, 12);
    expect(shares[2]).toBeCloseTo(0.2, 12);
  });
});
