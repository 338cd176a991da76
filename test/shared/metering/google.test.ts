import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usagePerRequest } from "./_usage.ts";

describe("Cloud Run, as https://cloud.google.com/run/pricing meters it", () => {
  test.each([
    // [ms, MB, vCPU, vCPU-seconds, GiB-seconds]: the duration is rounded up to 100 ms.
    [0.1, 512, 1, 0.1, 0.05],
    [100, 512, 1, 0.1, 0.05],
    [100.1, 512, 1, 0.2, 0.1],
    [300, 1024, 2, 0.6, 0.3],
    [1000, 128, 0.08, 0.08, 0.125],
    [3_600_000, 32_768, 8, 28_800, 115_200],
  ])(
    "%d ms at %d MB and %d vCPU are %d vCPU-seconds and %d GiB-seconds",
    (durationMs, memoryMb, cpuCount, vcpu, memory) => {
      expect(usagePerRequest("gcp_cloudrun", { durationMs, memoryMb }, { cpuCount })).toEqual({
        requests: 1,
        vcpu: expect.closeTo(vcpu, 9),
        memory: expect.closeTo(memory, 9),
      });
    },
  );

  // https://cloud.google.com/run/quotas
  test("serves a request for at most an hour, in at most 32 GiB", () => {
    expect(METERING_RULES.gcp_cloudrun.limits).toEqual({ memoryMb: 32_768, durationMs: 3_600_000 });
  });
});

describe("Cloud Run functions, whose vCPUs go with the memory as in https://cloud.google.com/functions/docs/configuring/memory", () => {
  test.each([
    // [MB, vCPU]
    [128, 0.083],
    [129, 0.167],
    [256, 0.167],
    [257, 0.333],
    [512, 0.333],
    [513, 0.583],
    [1024, 0.583],
    [1025, 1],
    [2048, 1],
    [2049, 2],
    [4096, 2],
    [8192, 2],
    [8193, 4],
    [16_384, 4],
    [16_385, 8],
    [32_768, 8],
  ])("%d MB come with %d vCPU", (memoryMb, vcpu) => {
    expect(usagePerRequest("gcp_functions", { durationMs: 1000, memoryMb })).toEqual({
      requests: 1,
      vcpu,
      memory: memoryMb / 1024,
    });
  });

  test.each([
    // [ms, billed s]
    [0.1, 0.1],
    [100, 0.1],
    [101, 0.2],
    [3_600_000, 3600],
  ])(
    "%d ms are billed as %d s, whatever vCPU count a Cloud Run offer names",
    (durationMs, seconds) => {
      const usage = usagePerRequest(
        "gcp_functions",
        { durationMs, memoryMb: 2048 },
        { cpuCount: 8 },
      );
      expect(usage["vcpu"]).toBeCloseTo(seconds, 9);
      expect(usage["memory"]).toBeCloseTo(2 * seconds, 9);
    },
  );

  test("has a size for every memory up to its limit", () => {
    expect(METERING_RULES.gcp_functions.limits.memoryMb).toBe(32_768);
    expect(() => usagePerRequest("gcp_functions", { memoryMb: 32_769 })).toThrow("32769 MB");
  });
});
