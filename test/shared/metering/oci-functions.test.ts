import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usagePerRequest } from "./_usage.ts";

describe("OCI Functions, as https://www.oracle.com/cloud/price-list/ meters it", () => {
  test.each([
    // [ms, MB, GB-seconds]: the memory is one of 128, 256, 512, 1,024, 2,048 and 3,072 MB.
    [1000, 128, 0.125],
    [1000, 129, 0.25],
    [1000, 257, 0.5],
    [1000, 513, 1],
    [1000, 1025, 2],
    [1000, 2048, 2],
    [1000, 2049, 3],
    [1000, 3072, 3],
    [0.1, 1024, 0.0001],
    [120.5, 1024, 0.1205],
    [300_000, 3072, 900],
  ])("%d ms at %d MB are %d GB-seconds and one invocation", (durationMs, memoryMb, compute) => {
    const usage = usagePerRequest("oci_functions", { durationMs, memoryMb });
    expect(usage).toEqual({ requests: 1, compute: expect.closeTo(compute, 12) });
  });

  // https://docs.oracle.com/iaas/Content/Functions/Tasks/functionscustomizing.htm
  test("runs for at most 5 minutes, in at most 3,072 MB", () => {
    expect(METERING_RULES.oci_functions.limits).toEqual({ memoryMb: 3072, durationMs: 300_000 });
  });

  test("has sizes of memory up to its limit", () => {
    expect(METERING_RULES.oci_functions.memorySizesMb).toEqual([128, 256, 512, 1024, 2048, 3072]);
  });
});
