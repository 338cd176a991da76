import { describe, expect, test } from "vitest";
import { capacityOf, type CapacityDemand } from "../../../shared/engine/capacity.ts";

const DEMAND: CapacityDemand = {
  durationMs: 200,
  cpuMs: 50,
  memoryPerRequestMb: 512,
  largestRequestMb: 512,
  targetUtilisation: 0.7,
  memoryReserveMb: 256,
};
const MACHINE = { vcpu: 2, memoryMb: 8192, baseline: 1 };

describe("the capacity of a machine", () => {
  test.each([
    // [what, machine, demand, cpu req/s, memory req/s, capacity, binding]
    // 2 vCPU × 0.7 / 0.05 s = 28; (8192 − 256) / 512 = 15.5 in flight / 0.2 s = 77.5.
    ["that runs out of CPU first", {}, {}, 28, 77.5, 28, "cpu"],
    // 2 × 0.2 × 0.7 / 0.05 = 5.6.
    ["that is burstable counts its baseline", { baseline: 0.2 }, {}, 5.6, 77.5, 5.6, "cpu"],
    // 15.5 / 2 s = 7.75.
    [
      "that waits for others runs out of memory",
      {},
      { durationMs: 2000 },
      28,
      7.75,
      7.75,
      "memory",
    ],
    // (768 − 256) / 512 = 1 in flight / 0.2 s = 5.
    ["that just holds one request", { memoryMb: 768 }, {}, 28, 5, 5, "memory"],
    ["that cannot hold one request is nothing", { memoryMb: 767 }, {}, 28, 0, 0, "memory"],
    ["whose reserve takes all memory is nothing", { memoryMb: 128 }, {}, 28, 0, 0, "memory"],
    // 2 × 1 / 0.05 = 40.
    ["run to the full", {}, { targetUtilisation: 1 }, 40, 77.5, 40, "cpu"],
    // 77.5 = 2 × 0.7 / cpu when one request takes 1.4 / 77.5 s: a tie counts as CPU.
    ["limited by both", {}, { targetUtilisation: 1, cpuMs: 2000 / 77.5 }, 77.5, 77.5, 77.5, "cpu"],
  ] as const)("%s", (_, machine, demand, cpu, memory, capacity, bindingResource) => {
    const answer = capacityOf({ ...MACHINE, ...machine }, { ...DEMAND, ...demand });
    expect(answer.cpuRequestsPerSecond).toBeCloseTo(cpu, 9);
    expect(answer.memoryRequestsPerSecond).toBeCloseTo(memory, 9);
    expect(answer.requestsPerSecond).toBeCloseTo(capacity, 9);
    expect(answer.bindingResource).toBe(bindingResource);
  });
});
