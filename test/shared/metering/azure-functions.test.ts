import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usagePerRequest } from "./_usage.ts";

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
});
