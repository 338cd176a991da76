import { describe, expect, test } from "vitest";
import { slotFleets, usageAt } from "../../../shared/engine/usage.ts";

describe("usage of a month", () => {
  const fleet = { requestsPerMachine: 100, minimumMachines: 1 };

  test("by request is what is there anyway, and what each adds", () => {
    expect(usageAt({ fixed: 5, perRequest: 2 }, 10, null)).toBe(25);
  });

  test("that requests use up is never less than nothing", () => {
    expect(usageAt({ fixed: 20, perRequest: -2 }, 9, null)).toBe(2);
    expect(usageAt({ fixed: 20, perRequest: -2 }, 11, null)).toBe(0);
  });

  test("by machine is that of all that run; without a fleet there are none", () => {
    expect(usageAt({ perMachine: 730 }, 250, fleet)).toBe(2190);
    expect(usageAt({ perMachine: 730 }, 250, null)).toBe(0);
  });

  test("that machines share begins with so many of them", () => {
    const shared = { perFleet: 730, fromMachines: 2 };
    expect(usageAt(shared, 100, fleet)).toBe(0);
    expect(usageAt(shared, 101, fleet)).toBe(730);
    expect(usageAt(shared, 1000, fleet)).toBe(730);
    expect(usageAt(shared, 1000, null)).toBe(0);
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
