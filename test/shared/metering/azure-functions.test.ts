import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usageOf, usagePerRequest } from "./_usage.ts";

describe("Azure Functions Consumption, as https://azure.microsoft.com/pricing/details/functions/ meters it", () => {
  test.each([
    // [ms, MB, GB-seconds]: at least 100 ms, then whole ms; memory rounded up to 128 MB.
    [0.1, 128, 0.0125],
    [100, 128, 0.0125],
    [100.5, 128, 0.012625],
    [101, 128, 0.012625],
    [1000, 128, 0.125],
    [1000, 129, 0.25],
    [1000, 256, 0.25],
    [1000, 512, 0.5],
    [1000, 1409, 1.5],
    [600_000, 1536, 900],
  ])("%d ms at %d MB are %d GB-seconds and one execution", (durationMs, memoryMb, compute) => {
    const usage = usagePerRequest("azure_functions", { durationMs, memoryMb });
    expect(usage).toEqual({ requests: 1, compute: expect.closeTo(compute, 12) });
  });

  // https://learn.microsoft.com/azure/azure-functions/functions-scale#service-limits
  test("runs for at most 10 minutes, in at most 1,536 MB", () => {
    expect(METERING_RULES.azure_functions.limits).toEqual({ memoryMb: 1536, durationMs: 600_000 });
  });
});

describe("Azure Functions Flex Consumption, as https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#billing meters it", () => {
  test.each([
    // [ms, MB, GB-seconds]: at least 1,000 ms, then 100 ms steps; instances of 512, 2,048, 4,096 MB.
    [0.1, 128, 0.5],
    [1000, 512, 0.5],
    [1000.1, 512, 0.55],
    [1100, 512, 0.55],
    [1101, 512, 0.6],
    [1000, 513, 2],
    [1000, 2048, 2],
    [1000, 2049, 4],
    [3_600_000, 4096, 14_400],
  ])("%d ms at %d MB are %d GB-seconds and one execution", (durationMs, memoryMb, compute) => {
    const usage = usagePerRequest("azure_functions_flex", { durationMs, memoryMb });
    expect(usage).toEqual({ requests: 1, compute: expect.closeTo(compute, 9) });
  });

  test("holds at most 4,096 MB", () => {
    expect(METERING_RULES.azure_functions_flex.limits.memoryMb).toBe(4096);
  });

  test("bills instances that are always ready, what they execute, and the rest on demand", () => {
    const provisioned = [{ instances: 2, hoursPerMonth: 730, executionsShare: 0.75 }];
    // 5,256,000 s serve as many requests, three quarters of 7,008,000.
    const at = 7_008_000;
    const usage = usageOf(
      "azure_functions_flex",
      { durationMs: 1000, memoryMb: 2048 },
      {
        provisioned,
      },
    );
    expect(usage).toEqual([
      {
        meter: "always_ready",
        price: "always_ready_baseline",
        // 2 instances × 2,628,000 s × 2 GB
        usage: { fixed: 10_512_000, perRequest: 0 },
      },
      {
        meter: "requests",
        price: "always_ready_requests",
        usage: { fixed: 0, perRequest: 0.75, bends: [{ at, perRequest: 0 }] },
      },
      {
        meter: "compute",
        price: "always_ready_compute",
        usage: { fixed: 0, perRequest: 1.5, bends: [{ at, perRequest: 0 }] },
      },
      {
        meter: "requests",
        usage: { fixed: 0, perRequest: 0.25, bends: [{ at, perRequest: 1 }] },
      },
      { meter: "compute", usage: { fixed: 0, perRequest: 0.5, bends: [{ at, perRequest: 2 }] } },
    ]);
  });

  test("bills on demand what the instances that are always ready cannot serve", () => {
    const provisioned = [{ instances: 1, hoursPerMonth: 1, executionsShare: 1 }];
    const usage = usageOf("azure_functions_flex", {}, { provisioned });
    // An hour of seconds, of which each request takes one at least.
    expect(usage.slice(3)).toEqual([
      {
        meter: "requests",
        usage: { fixed: 0, perRequest: 0, bends: [{ at: 3600, perRequest: 1 }] },
      },
      {
        meter: "compute",
        usage: { fixed: 0, perRequest: 0, bends: [{ at: 3600, perRequest: 0.5 }] },
      },
    ]);
  });
});

describe("the memory sizes of Azure Functions", () => {
  test("are what each plan bills", () => {
    expect(METERING_RULES.azure_functions.memorySizesMb).toEqual([
      128, 256, 384, 512, 640, 768, 896, 1024, 1152, 1280, 1408, 1536,
    ]);
    expect(METERING_RULES.azure_functions_flex.memorySizesMb).toEqual([512, 2048, 4096]);
  });
});
