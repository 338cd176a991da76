import { describe, expect, test } from "vitest";
import { meansWhere } from "../../../shared/drivers/driver.ts";
import { boughtUpTo, functionBreaks } from "../../../shared/drivers/limit-breaks.ts";
import type { FunctionOffer } from "../../../shared/offer.ts";
import { LAMBDA, WORKLOAD } from "../_invented.ts";

const of = (service: FunctionOffer["service"]): FunctionOffer => ({ ...LAMBDA, service });

describe("the values at which a function's usage changes its form", () => {
  test("of execution time are the longest that it runs, and where instances kept ready are full", () => {
    expect(functionBreaks(LAMBDA, WORKLOAD, "execution_time")).toEqual([900_000]);
    // An hour of one instance for all of 1,000 requests, and two for a half of them.
    const provisioned = [
      { instances: 1, hoursPerMonth: 1, executionsShare: 1 },
      { instances: 2, hoursPerMonth: 1, executionsShare: 0.5 },
    ];
    expect(functionBreaks({ ...LAMBDA, provisioned }, WORKLOAD, "execution_time")).toEqual([
      900_000, 3600, 14_400,
    ]);
    const flex = { ...of("azure_functions_flex"), concurrency: 10, provisioned };
    expect(functionBreaks(flex, WORKLOAD, "execution_time")).toEqual([3_600_000, 36_000, 144_000]);
  });

  test("of execution time are whole steps, of each duration for itself", () => {
    // 3,600.5 ms for each of 999.86 requests; 100 ms begun are billed by Flex, and a second at least.
    const provisioned = [{ instances: 1, hoursPerMonth: 1, executionsShare: 3600 / 3600.5 }];
    expect(functionBreaks({ ...LAMBDA, provisioned }, WORKLOAD, "execution_time")[1]).toBe(3600);
    const flex = { ...of("azure_functions_flex"), provisioned };
    expect(functionBreaks(flex, WORKLOAD, "execution_time")[1]).toBe(3600);
    const busier = { ...WORKLOAD, requestsPerMonth: 4_000_000 };
    expect(functionBreaks(flex, busier, "execution_time")[1]).toBe(0);
    // Half of them take 2 x / 3 and half 4 x / 3: 2,400 and 4,801 up to 3,600 ms, 2,401 and 4,801 from there on.
    const workload = {
      ...WORKLOAD,
      durations: [
        { durationMs: 50, share: 0.5 },
        { durationMs: 150, share: 0.5 },
      ],
    };
    expect(functionBreaks({ ...LAMBDA, provisioned }, workload, "execution_time")).toEqual([
      600_000, 3600,
    ]);
    // 1,200 ms for each: a second of those that take less, and 1,400 ms of the others.
    const full = { instances: 1, hoursPerMonth: 1, executionsShare: 1 };
    const kept = { ...of("azure_functions_flex"), provisioned: [full] };
    const few = { ...workload, requestsPerMonth: 3000 };
    expect(functionBreaks(kept, few, "execution_time")[1]).toBeCloseTo(1400 / 1.5, 6);
  });

  test("of several functions are those of each, as the mean that there is then", () => {
    const functions = [
      { ...WORKLOAD, share: 0.5, durationMs: 50, memoryMb: 512 },
      { ...WORKLOAD, share: 0.5, durationMs: 150, options: { ephemeralStorageMb: 1024 } },
    ];
    const workload = { ...WORKLOAD, memoryMb: 768, functions };
    expect(functionBreaks(LAMBDA, workload, "execution_time")).toEqual([1_800_000, 600_000]);
    expect(functionBreaks(LAMBDA, workload, "memory")).toEqual([
      1769 * 1.5,
      10_240 * 1.5,
      1769 * 0.75,
      10_240 * 0.75,
    ]);
    // Of 128 MB of the second the first would have 64.
    expect(meansWhere(workload, "memory", [128])).toEqual([192, 128]);
  });

  test("of CPU time are its limit, where there is one", () => {
    expect(functionBreaks(of("cloudflare_workers"), WORKLOAD, "cpu_time")).toEqual([300_000]);
    expect(functionBreaks(LAMBDA, WORKLOAD, "cpu_time")).toEqual([]);
  });

  test("of egress are the largest responses, held back and streamed", () => {
    expect(functionBreaks(LAMBDA, WORKLOAD, "egress")).toEqual([6144, 204_800]);
    expect(functionBreaks(of("oci_functions"), WORKLOAD, "egress")).toEqual([]);
  });

  test("of memory are a whole vCPU, the most that there is, and every size", () => {
    expect(functionBreaks(LAMBDA, WORKLOAD, "memory")).toEqual([1769, 10_240]);
    expect(functionBreaks(of("azure_functions_flex"), WORKLOAD, "memory")).toEqual([
      1769, 4096, 512, 2048, 4096,
    ]);
    const cloudRun = functionBreaks(of("gcp_cloudrun"), WORKLOAD, "memory");
    // The least and the most of what goes with each number of vCPUs.
    for (const mb of [128, 512, 1024, 2048, 4096, 8192, 16_384, 24_576]) {
      expect(cloudRun).toContain(mb);
    }
  });

  test("of memory are what a size of one's own has for its vCPUs, and must have for its disk", () => {
    const containers = { ...of("cloudflare_containers"), cpuCount: 2, ephemeralStorageMb: 15_000 };
    const breaks = functionBreaks(containers, WORKLOAD, "memory");
    // 3 GB for each vCPU; 2 GB of disk for each GB.
    expect(breaks.slice(-2)).toEqual([6144, 7680]);
  });

  test("of what no limit is about are none", () => {
    expect(functionBreaks(LAMBDA, WORKLOAD, "exchange_rate")).toEqual([]);
    expect(functionBreaks(LAMBDA, WORKLOAD, "peak_to_average")).toEqual([]);
  });
});

describe("a function can be bought", () => {
  test("up to the most memory, and as long as it may run", () => {
    expect(boughtUpTo(LAMBDA, WORKLOAD, "memory")).toBe(10_240);
    expect(boughtUpTo(LAMBDA, WORKLOAD, "execution_time")).toBe(900_000);
  });

  test("up to the mean at which the longest of its durations is as long as it may run", () => {
    const durations = [
      { durationMs: 50, share: 0.5 },
      { durationMs: 150, share: 0.5 },
    ];
    const workload = { ...WORKLOAD, durationMs: 100, durations };
    expect(boughtUpTo(LAMBDA, workload, "execution_time")).toBeCloseTo(600_000, 6);
  });

  test("up to the mean at which the first of several is at its limit", () => {
    const functions = [512, 1024].map((memoryMb) => ({ ...WORKLOAD, share: 0.5, memoryMb }));
    expect(boughtUpTo(LAMBDA, { ...WORKLOAD, functions }, "memory")).toBe(10_240 * 0.75);
  });

  test("whatever the value of what has no limit", () => {
    expect(boughtUpTo(LAMBDA, WORKLOAD, "cpu_time")).toBe(Infinity);
    expect(boughtUpTo(LAMBDA, WORKLOAD, "exchange_rate")).toBe(Infinity);
  });
});
