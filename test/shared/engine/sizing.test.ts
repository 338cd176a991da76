import { describe, expect, test } from "vitest";
import { fleetFor, monthlyCapacity } from "../../../shared/engine/sizing.ts";
import { slotsOf } from "../../../shared/engine/slots.ts";
import { machinesAt } from "../../../shared/engine/usage.ts";

describe("the requests a month that a machine carries", () => {
  test.each([
    // [req/s, peak-to-average, requests a month of 2,628,000 s]
    [1, 1, 2_628_000],
    [28, 1, 73_584_000],
    [28, 3, 24_528_000],
    [0.5, 1000, 1314],
    [0, 3, 0],
  ])("at %d req/s and a peak of %d times the mean", (perSecond, peakToAverage, perMonth) => {
    expect(monthlyCapacity(perSecond, peakToAverage)).toBe(perMonth);
  });
});

describe("the machines that run", () => {
  test.each([
    // [requests a month, machines], 1,000 a machine, at least two
    [0, 2],
    [1, 2],
    [2000, 2],
    [2000.001, 3],
    [2001, 3],
    [3000, 3],
    [1e12, 1e9],
  ])("carry %d requests a month with peak sizing: %d", (load, count) => {
    const fleet = fleetFor({ kind: "peak", minimumMachines: 2 }, 1000);
    expect(fleet && machinesAt(fleet, load)).toBe(count);
  });

  test.each([0, 1, 1e12])(
    "are as many as were ordered with fixed sizing, at %d requests",
    (load) => {
      const fleet = fleetFor({ kind: "fixed", machines: 5 }, 1000);
      expect(fleet && machinesAt(fleet, load)).toBe(5);
    },
  );

  test("are none with peak sizing when a machine cannot hold one request", () => {
    expect(fleetFor({ kind: "peak", minimumMachines: 1 }, 0)).toBeNull();
  });

  test("run with fixed sizing even when they cannot hold one request", () => {
    expect(fleetFor({ kind: "fixed", machines: 1 }, 0)).toEqual({
      requestsPerMachine: Infinity,
      minimumMachines: 1,
    });
  });

  test("grow exactly after what the product of machines and capacity says, whatever a division says", () => {
    // 49 × 0.1 is 4.9 and 3 × 0.1 is more than 0.3 in doubles; the quotients round the other way.
    const fleet = { requestsPerMachine: 0.1, minimumMachines: 1 };
    for (let count = 1; count <= 1000; count += 1) {
      expect(machinesAt(fleet, count * 0.1)).toBe(count);
    }
    expect(machinesAt(fleet, 0.3)).toBe(3);
    expect(machinesAt(fleet, 3 * 0.1)).toBe(3);
    // The next double after 0.9 is more than nine machines carry, though the quotient is nine.
    expect(0.9000000000000001 / 0.1).toBe(9);
    expect(machinesAt(fleet, 0.9000000000000001)).toBe(10);
  });
});

test("hours of equal weight are one slot, the busiest first; without requests none grows", () => {
  expect(slotsOf([5, 10, 0, 10], 100)).toEqual([
    { share: 0.5, requestsPerMachine: 100 },
    { share: 0.25, requestsPerMachine: 200 },
    { share: 0.25, requestsPerMachine: Infinity },
  ]);
});

test("weights follow the hours only of a fleet that is autoscaled", () => {
  const weights = [5, 10];
  const sized = (kind: "autoscaled" | "peak") =>
    fleetFor({ kind, minimumMachines: 1 }, 100, weights);
  expect(sized("peak")).toEqual({ requestsPerMachine: 100, minimumMachines: 1 });
  expect(sized("autoscaled")?.slots).toHaveLength(2);
  expect(fleetFor({ kind: "autoscaled", minimumMachines: 1 }, 100)).toEqual(sized("peak"));
});
