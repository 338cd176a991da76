import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flexibleSizes, type FlexibleLoad } from "../../../shared/search/flexible-sizes.ts";

const PRICE = {
  unit: "hour",
  currency: "USD",
  free: 0,
  tiers: [{ upTo: Infinity, unitPrice: 1 }],
  provenance: null,
} as const;
const SHAPE = {
  vcpuPerOcpu: 2,
  architecture: "x86_64",
  ocpu: [1, 12],
  memoryGb: [1, 90],
  memoryGbPerOcpu: [1, 10],
  ocpuHours: PRICE,
  memoryGbHours: PRICE,
} as const;

const loads: fc.Arbitrary<FlexibleLoad> = fc.record({
  demand: fc.record({
    durationMs: fc.integer({ min: 1, max: 3000 }),
    cpuMs: fc.integer({ min: 1, max: 3000 }),
    memoryPerRequestMb: fc.integer({ min: 1, max: 4096 }),
    largestRequestMb: fc.integer({ min: 1, max: 8192 }),
    targetUtilisation: fc.constantFrom(0.5, 0.7, 1),
    memoryReserveMb: fc.constantFrom(0, 256, 900),
  }),
  peakRequestsPerSecond: fc.double({ min: 0, max: 2000, noNaN: true }),
  minimumMachines: fc.constantFrom(1, 2, 5),
  mostMachines: fc.constantFrom(3, 100, 100_000),
  countsMachines: fc.constant(false),
});

/** Machines of a size that carry a load; `null` for one that holds no request, or for too many. */
function machinesOf(ocpu: number, memoryGb: number, load: FlexibleLoad): number | null {
  const { demand, peakRequestsPerSecond: peak, minimumMachines, mostMachines } = load;
  const usableMb = memoryGb * 1024 - demand.memoryReserveMb;
  if (usableMb < demand.largestRequestMb) return null;
  const byCpu = (ocpu * 2 * demand.targetUtilisation) / (demand.cpuMs / 1000);
  const byMemory = usableMb / demand.memoryPerRequestMb / (demand.durationMs / 1000);
  const wanted = peak / Math.min(byCpu, byMemory);
  const machines = Math.max(minimumMachines, Math.ceil(wanted * (1 - 1e-9)));
  return machines > mostMachines ? null : machines;
}

describe("the sizes of a flexible shape that a search looks at", () => {
  test("hold the cheapest of all, whatever cores and memory cost", () => {
    fc.assert(
      fc.property(loads, fc.double({ min: 0, max: 1, noNaN: true }), (load, corePrice) => {
        const cost = (ocpu: number, memoryGb: number, machines: number) =>
          machines * (ocpu * corePrice + memoryGb * (1 - corePrice));
        let lowest = Infinity;
        for (let ocpu = 1; ocpu <= 12; ocpu += 1) {
          for (let gb = ocpu; gb <= Math.min(90, ocpu * 10); gb += 1) {
            const machines = machinesOf(ocpu, gb, load);
            if (machines !== null) lowest = Math.min(lowest, cost(ocpu, gb, machines));
          }
        }
        const sizes = flexibleSizes(SHAPE, load);
        const found = sizes.map(({ ocpu, memoryGb, machines }) => cost(ocpu, memoryGb, machines));
        if (lowest === Infinity) expect(sizes).toEqual([]);
        else expect(Math.min(...found)).toBeCloseTo(lowest, 6);
      }),
      { numRuns: 400, seed: 9 },
    );
  });

  test("are whole, within the shape, and carry the load in the number that they say", () => {
    fc.assert(
      fc.property(loads, (load) => {
        for (const { ocpu, memoryGb, machines } of flexibleSizes(SHAPE, load)) {
          expect(Number.isInteger(ocpu) && Number.isInteger(memoryGb)).toBe(true);
          expect(ocpu).toBeLessThanOrEqual(12);
          expect(memoryGb).toBeGreaterThanOrEqual(ocpu);
          expect(memoryGb).toBeLessThanOrEqual(Math.min(90, ocpu * 10));
          expect(machinesOf(ocpu, memoryGb, load)).toBeLessThanOrEqual(machines);
        }
      }),
      { numRuns: 300, seed: 10 },
    );
  });

  test("are many where machines follow the hours: small ones waste less", () => {
    const load = {
      demand: {
        durationMs: 100,
        cpuMs: 100,
        memoryPerRequestMb: 10,
        largestRequestMb: 10,
        targetUtilisation: 1,
        memoryReserveMb: 0,
      },
      peakRequestsPerSecond: 200,
      minimumMachines: 1,
      mostMachines: 100,
    };
    const cores = (countsMachines: boolean) =>
      flexibleSizes(SHAPE, { ...load, countsMachines }).map(({ ocpu }) => ocpu);
    expect(cores(true).length).toBeGreaterThan(cores(false).length);
    expect(cores(true)).toContain(1);
  });
});
