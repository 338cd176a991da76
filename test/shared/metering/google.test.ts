import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usageOf, usagePerRequest } from "./_usage.ts";

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

  test("shares an instance among the requests that it serves at a time, from its start on", () => {
    const workload = { durationMs: 500, memoryMb: 1024, coldStarts: { ratio: 1, initMs: 500 } };
    const usage = usagePerRequest("gcp_cloudrun", workload, { cpuCount: 2, concurrency: 80 });
    expect(usage).toEqual({
      requests: 1,
      vcpu: expect.closeTo(2 / 80, 12),
      memory: expect.closeTo(1 / 80, 12),
    });
  });

  test("bills instances that are kept as idle for as long as they serve no request", () => {
    const workload = { durationMs: 500, memoryMb: 2048 };
    const usage = usageOf("gcp_cloudrun", workload, { cpuCount: 2, minimumInstances: 3 });
    expect(usage.slice(3)).toEqual([
      { meter: "idle_vcpu", usage: { fixed: 3 * 2_628_000 * 2, perRequest: -1 } },
      { meter: "idle_memory", usage: { fixed: 3 * 2_628_000 * 2, perRequest: -1 } },
    ]);
  });

  // https://cloud.google.com/run/quotas
  test("serves a request for at most an hour, in at most 32 GiB", () => {
    expect(METERING_RULES.gcp_cloudrun.limits).toMatchObject({
      memoryMb: 32_768,
      durationMs: 3_600_000,
    });
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
  ])("%d ms are billed as %d s, of as many vCPUs as are asked for", (durationMs, seconds) => {
    const usage = usagePerRequest("gcp_functions", { durationMs, memoryMb: 2048 }, { cpuCount: 2 });
    expect(usage["vcpu"]).toBeCloseTo(2 * seconds, 9);
    expect(usage["memory"]).toBeCloseTo(2 * seconds, 9);
  });

  test("has a size for every memory up to its limit", () => {
    expect(METERING_RULES.gcp_functions.limits.memoryMb).toBe(32_768);
    expect(() => usagePerRequest("gcp_functions", { memoryMb: 32_769 })).toThrow("32769 MB");
  });
});

describe("Cloud Run functions of the 1st generation, as https://cloud.google.com/functions/pricing-1stgen meters them", () => {
  test.each([
    // [MB, size in MB, GHz]
    [128, 128, 0.2],
    [129, 256, 0.4],
    [256, 256, 0.4],
    [512, 512, 0.8],
    [1024, 1024, 1.4],
    [2048, 2048, 2.4],
    [4096, 4096, 4.8],
    [4097, 8192, 4.8],
  ])("%d MB are a function of %d MB at %d GHz", (memoryMb, sizeMb, ghz) => {
    const usage = usagePerRequest("gcp_functions_gen1", { durationMs: 900.1, memoryMb });
    expect(usage).toEqual({
      requests: 1,
      memory: expect.closeTo(sizeMb / 1024, 12),
      cpu: expect.closeTo(ghz, 12),
    });
  });

  test("run for at most 9 minutes, in at most 8,192 MB", () => {
    expect(METERING_RULES.gcp_functions_gen1.limits).toEqual({
      memoryMb: 8192,
      durationMs: 540_000,
    });
    expect(() => usagePerRequest("gcp_functions_gen1", { memoryMb: 8193 })).toThrow("8193 MB");
  });

  test("price GB-seconds as compute", () => {
    const usage = usageOf("gcp_functions_gen1", {});
    expect(usage.find(({ meter }) => meter === "memory")?.price).toBe("compute");
  });
});

test("the memory sizes of Cloud Run are the most that goes with each number of vCPUs", () => {
  expect(METERING_RULES.gcp_cloudrun.memorySizesMb).toEqual([
    512, 1024, 4096, 8192, 16_384, 24_576, 32_768,
  ]);
});

describe("the memory sizes of Cloud Run functions", () => {
  test("are those that come with a vCPU or a clock of their own", () => {
    expect(METERING_RULES.gcp_functions.memorySizesMb).toEqual([
      128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768,
    ]);
    expect(METERING_RULES.gcp_functions_gen1.memorySizesMb).toEqual([
      128, 256, 512, 1024, 2048, 4096, 8192,
    ]);
  });
});
