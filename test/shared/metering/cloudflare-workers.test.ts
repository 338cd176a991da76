import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usagePerRequest } from "./_usage.ts";

describe("Cloudflare Workers, as https://developers.cloudflare.com/workers/platform/pricing/ meters it", () => {
  test.each([
    // [ms, measured CPU ms, billed CPU ms]: CPU time, not the time that a request takes.
    [7, 7, 7],
    [500, 2, 2],
    [3_600_000, 0.001, 0.001],
    // Not measured: the share of a vCPU that Lambda gives 128 MB, 128 / 1,769.
    [1769, null, 128],
  ])("%d ms with %s ms of CPU are %d CPU-ms and one request", (durationMs, cpuMs, cpu) => {
    expect(usagePerRequest("cloudflare_workers", { durationMs, cpuMs })).toEqual({
      subscription: 0,
      requests: 1,
      cpu: expect.closeTo(cpu, 9),
    });
  });

  test("has a subscription that is due without requests, once", () => {
    const workload = {
      requestsPerMonth: 0,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: 0,
      internetTransferRatio: 0,
      peakToAverage: 1,
      cpuMs: 1,
      memoryPerRequestMb: null,
      targetUtilisation: 1,
      memoryReserveMb: 0,
    };
    const usage = METERING_RULES.cloudflare_workers.usage(workload, {
      kind: "function",
      service: "cloudflare_workers",
      region: "global",
      architecture: "x86_64",
    });
    expect(usage.map(({ meter, usage: { fixed } }) => [meter, fixed])).toEqual([
      ["subscription", 1],
      ["requests", 0],
      ["cpu", 0],
    ]);
  });

  // https://developers.cloudflare.com/workers/platform/limits/
  test("holds at most 128 MB", () => {
    expect(METERING_RULES.cloudflare_workers.limits.memoryMb).toBe(128);
  });
});
