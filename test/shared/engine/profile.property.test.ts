import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sustainedUse } from "../../../shared/catalog/sustained-use.ts";
import { billAt, totalOf } from "../../../shared/engine/bill.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { fleetFor } from "../../../shared/engine/sizing.ts";
import { partOf, type Fleet, type PartMonth } from "../../../shared/engine/fleet.ts";
import { billedMachinesAt, type MeteredCharge } from "../../../shared/engine/usage.ts";
import { magnitude, runs } from "./_arbitraries.ts";
import { flatPrice, tieredPrice } from "./_prices.ts";

const weights = fc
  .array(fc.constantFrom(0, 1, 1, 2, 3, 5, 8), { minLength: 24, maxLength: 24 })
  .filter((hours) => hours.some((weight) => weight > 0));
const fleets = fc.record({
  weights,
  requestsPerMachine: magnitude(10, 1e6).map(Math.round),
  minimumMachines: fc.integer({ min: 1, max: 4 }),
  load: magnitude(1, 1e8).map(Math.round),
});

/** Machines of each hour, counted one by one: as many as its part of the busiest hour's load needs. */
function machinesByHour(
  load: number,
  hours: readonly number[],
  requestsPerMachine: number,
  minimumMachines: number,
): number[] {
  const busiest = Math.max(...hours);
  return hours.map((weight) => {
    if (weight === 0) return minimumMachines;
    const capacity = requestsPerMachine * (busiest / weight);
    let machines = Math.max(0, Math.floor(load / capacity) - 1);
    while (machines * capacity < load) machines += 1;
    return Math.max(minimumMachines, machines);
  });
}

function autoscaled(drawn: {
  readonly weights: readonly number[];
  readonly requestsPerMachine: number;
  readonly minimumMachines: number;
}): Fleet {
  const { minimumMachines, requestsPerMachine } = drawn;
  const fleet = fleetFor(
    { kind: "autoscaled", minimumMachines },
    requestsPerMachine,
    drawn.weights,
  );
  if (fleet === null) throw new Error("a machine that carries requests makes a fleet");
  return fleet;
}

describe("a fleet that follows the hours", () => {
  test("is billed for the machines of every hour", () => {
    fc.assert(
      fc.property(fleets, (drawn) => {
        const { load, requestsPerMachine, minimumMachines } = drawn;
        const hours = machinesByHour(load, drawn.weights, requestsPerMachine, minimumMachines);
        const mean = hours.reduce((sum, machines) => sum + machines, 0) / hours.length;
        expect(billedMachinesAt(autoscaled(drawn), load) / mean).toBeCloseTo(1, 10);
      }),
      runs(500),
    );
  });

  test("is billed for each machine by the part of the month that it runs", () => {
    const partMonth = sustainedUse(0.7);
    fc.assert(
      fc.property(fleets, (drawn) => {
        const { load, requestsPerMachine, minimumMachines } = drawn;
        const hours = machinesByHour(load, drawn.weights, requestsPerMachine, minimumMachines);
        if (Math.max(...hours) > 2000) return;
        let parts = 0;
        for (let machine = 1; machine <= Math.max(...hours); machine += 1) {
          const runsFor = hours.filter((machines) => machines >= machine).length / hours.length;
          parts += partOf(partMonth, runsFor);
        }
        expect(billedMachinesAt(autoscaled(drawn), load, partMonth) / parts).toBeCloseTo(1, 9);
      }),
      runs(500),
    );
  });

  test("costs on its curve what it costs in its bill, whatever the price", () => {
    const prices = [
      flatPrice(0.1),
      flatPrice(0.1, 1500),
      tieredPrice([
        { upTo: 2000, unitPrice: 0.1 },
        { upTo: Infinity, unitPrice: 0.04 },
      ]),
    ];
    fc.assert(
      fc.property(
        fleets,
        fc.constantFrom(...prices),
        fc.constantFrom<PartMonth | undefined>(undefined, sustainedUse(0.8)),
        (drawn, price, partMonth) => {
          const usage = { perMachine: 730, ...(partMonth === undefined ? {} : { partMonth }) };
          const charges: MeteredCharge[] = [{ meter: "hours", usage, price }];
          const fleet = autoscaled(drawn);
          const bill = totalOf(billAt(charges, drawn.load, fleet));
          const gross = 730 * billedMachinesAt(fleet, drawn.load) * 0.1;
          const curve = buildCurve(charges, fleet);
          expect(Math.abs(costAt(curve, drawn.load) - bill)).toBeLessThanOrEqual(1e-11 * gross);
        },
      ),
      runs(500),
    );
  });

  test("is the fleet of its peak where no hours are given, and for sizing peak", () => {
    const peak = { requestsPerMachine: 100, minimumMachines: 2 };
    expect(fleetFor({ kind: "autoscaled", minimumMachines: 2 }, 100)).toEqual(peak);
    expect(fleetFor({ kind: "peak", minimumMachines: 2 }, 100, [1, 2])).toEqual(peak);
    expect(fleetFor({ kind: "autoscaled", minimumMachines: 2 }, 0, [1, 2])).toBeNull();
  });
});

describe("a part of a month", () => {
  const partMonth: PartMonth = [
    [0.25, 0.4],
    [0.5, 0.7],
    [1, 1],
  ];

  test.each([
    [0, 0],
    [0.125, 0.2],
    [0.25, 0.4],
    [0.375, 0.55],
    [0.5, 0.7],
    [0.75, 0.85],
    [1, 1],
  ])("of %d counts %d", (share, part) => {
    expect(partOf(partMonth, share)).toBeCloseTo(part, 12);
    expect(partOf(undefined, share)).toBe(share);
  });

  test("counts for a fixed number of machines as the whole month", () => {
    const usage = { perMachine: 730, partMonth: [[1, 0.8]] as const };
    const charges: MeteredCharge[] = [{ meter: "hours", usage, price: flatPrice(1) }];
    const fixed: Fleet = { requestsPerMachine: Infinity, minimumMachines: 3 };
    expect(costAt(buildCurve(charges, fixed), 5)).toBeCloseTo(3 * 730 * 0.8, 9);
    expect(totalOf(billAt(charges, 5, fixed))).toBeCloseTo(3 * 730 * 0.8, 9);
  });
});
