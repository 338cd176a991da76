import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usageOf, usagePerRequest } from "./_usage.ts";

describe("AWS Lambda, as https://aws.amazon.com/lambda/pricing/ meters it", () => {
  test.each([
    // [ms, MB, GB-seconds]: the duration is rounded up to 1 ms, the memory is the configured one.
    [0.1, 1024, 0.001],
    [1, 1024, 0.001],
    [1.001, 1024, 0.002],
    [120, 1536, 0.18],
    [280, 4096, 1.12],
    [900_000, 10_240, 9000],
    [100, 128, 0.0125],
    [100, 129, 0.01259765625],
  ])("%d ms at %d MB are %d GB-seconds and one request", (durationMs, memoryMb, compute) => {
    const usage = usagePerRequest("aws_lambda", { durationMs, memoryMb });
    expect(usage).toEqual({ requests: 1, compute: expect.closeTo(compute, 12) });
  });

  test.each([
    // [MB of /tmp, ms, GB-seconds]: 512 MB are included.
    [513, 1000, 1 / 1024],
    [1024, 1000, 0.5],
    [2048, 280, 0.42],
    [10_240, 900_000, 8550],
    [10_240, 0.2, 0.0095],
  ])(
    "%d MB of /tmp for %d ms are %d GB-seconds of storage",
    (ephemeralStorageMb, durationMs, storage) => {
      const usage = usagePerRequest("aws_lambda", { durationMs }, { ephemeralStorageMb });
      expect(usage["ephemeral_storage"]).toBeCloseTo(storage, 12);
    },
  );

  test("512 MB of /tmp are on no bill", () => {
    const usage = usagePerRequest("aws_lambda", {}, { ephemeralStorageMb: 512 });
    expect(usage).not.toHaveProperty("ephemeral_storage");
  });

  test("x86 and Arm are the same usage at two prices", () => {
    const offer = { kind: "function", service: "aws_lambda", region: "" } as const;
    const priceOf = (architecture: "arm64" | "x86_64") => {
      const rule = METERING_RULES.aws_lambda;
      const workload = {
        requestsPerMonth: 1,
        durationMs: 1,
        memoryMb: 128,
        egressPerRequestKb: 0,
        internetTransferRatio: 0,
        peakToAverage: 1,
        cpuMs: null,
        memoryPerRequestMb: null,
        targetUtilisation: 1,
        memoryReserveMb: 0,
      };
      const usage = rule.usage(workload, { ...offer, architecture });
      return usage.find(({ meter }) => meter === "compute")?.price;
    };
    expect([priceOf("arm64"), priceOf("x86_64")]).toEqual(["compute.arm64", "compute.x86_64"]);
  });

  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  test("runs for at most 15 minutes, in at most 10,240 MB", () => {
    expect(METERING_RULES.aws_lambda.limits).toMatchObject({
      memoryMb: 10_240,
      durationMs: 900_000,
    });
  });

  test.each([
    // [ms, INIT ms, part of cold starts, GB-seconds]: both are rounded up together.
    [100, 200, 0.5, 0.2],
    [99.5, 0.5, 1, 0.1],
    [99.5, 0.6, 1, 0.101],
    [100, 200, 0, 0.1],
  ])(
    "%d ms, with %d ms of INIT for %d of the requests, are %d GB-seconds",
    (durationMs, initMs, ratio, compute) => {
      const workload = { durationMs, memoryMb: 1024, coldStarts: { ratio, initMs } };
      const usage = usagePerRequest("aws_lambda", workload);
      expect(usage["compute"]).toBeCloseTo(compute, 12);
    },
  );

  test("rounds each duration of a distribution for itself", () => {
    const durations = [
      { durationMs: 0.2, share: 0.75 },
      { durationMs: 10.2, share: 0.25 },
    ];
    const usage = usagePerRequest("aws_lambda", { durationMs: 2.7, memoryMb: 1024, durations });
    expect(usage["compute"]).toBeCloseTo(0.75 * 0.001 + 0.25 * 0.011, 12);
    const coldStarts = { ratio: 0.5, initMs: 1.9 };
    const cold = usagePerRequest("aws_lambda", { memoryMb: 1024, durations, coldStarts });
    const withInit = 0.75 * 0.003 + 0.25 * 0.013;
    expect(cold["compute"]).toBeCloseTo((0.75 * 0.001 + 0.25 * 0.011 + withInit) / 2, 12);
  });
});

describe("AWS Lambda with provisioned concurrency", () => {
  const kept = { instances: 2, hoursPerMonth: 10, executionsShare: 0.75 };
  const workload = { durationMs: 100, memoryMb: 2048, coldStarts: { ratio: 0.1, initMs: 1000 } };

  test("bills the instances kept, what they execute, and the rest on demand", () => {
    expect(usageOf("aws_lambda", workload, { provisioned: [kept], architecture: "arm64" })).toEqual(
      [
        { meter: "requests", usage: { fixed: 0, perRequest: 1 } },
        {
          meter: "provisioned_concurrency",
          price: "provisioned_idle.arm64",
          // 2 instances × 36,000 s × 2 GB
          usage: { fixed: 144_000, perRequest: 0 },
        },
        {
          meter: "compute",
          price: "provisioned_compute.arm64",
          // No request waits for the start of an instance that is kept.
          // 72,000 s serve 720,000 requests, three quarters of 960,000.
          usage: {
            fixed: 0,
            perRequest: expect.closeTo(0.75 * 0.2, 12),
            bends: [{ at: 960_000, perRequest: 0 }],
          },
        },
        {
          meter: "compute",
          price: "compute.arm64",
          allowance: "compute",
          usage: {
            fixed: 0,
            perRequest: expect.closeTo(0.25 * (0.2 + 0.1 * 2), 12),
            bends: [{ at: 960_000, perRequest: expect.closeTo(0.2 + 0.1 * 2, 12) }],
          },
        },
      ],
    );
  });

  test("has prices of its own for all of it under a Savings Plan", () => {
    const priced = (savingsPlan: boolean) =>
      usageOf("aws_lambda", workload, { provisioned: [kept], savingsPlan }).map(
        ({ price }) => price,
      );
    expect(priced(true).slice(1)).toEqual([
      "savings_plan_idle.x86_64",
      "savings_plan_provisioned.x86_64",
      "savings_plan.x86_64",
    ]);
    expect(priced(false).slice(1)).toEqual([
      "provisioned_idle.x86_64",
      "provisioned_compute.x86_64",
      "compute.x86_64",
    ]);
  });

  test("that serves all requests leaves on demand what it cannot serve", () => {
    const provisioned = [{ ...kept, executionsShare: 1 }];
    const usage = usageOf("aws_lambda", workload, { provisioned });
    expect(usage.at(-1)).toEqual({
      meter: "compute",
      price: "compute.x86_64",
      allowance: "compute",
      usage: {
        fixed: 0,
        perRequest: 0,
        bends: [{ at: 720_000, perRequest: expect.closeTo(0.2 + 0.1 * 2, 12) }],
      },
    });
  });

  test.each([
    // [hours, hours billed]: by five minutes begun.
    [1, 1],
    [1.01, 13 / 12],
    [13 / 12, 13 / 12],
    [1.09, 14 / 12],
  ])("kept for %d hours is billed for %d", (hoursPerMonth, billed) => {
    const provisioned = [{ ...kept, instances: 1, hoursPerMonth }];
    const usage = usageOf("aws_lambda", { memoryMb: 1024 }, { provisioned });
    const idle = usage.find(({ meter }) => meter === "provisioned_concurrency");
    expect(idle?.usage.fixed).toBeCloseTo(billed * 3600, 6);
  });
});

describe("AWS Lambda with SnapStart", () => {
  test("bills the cache of the snapshot and each restore from it, by the memory", () => {
    const snapStart = { coldStartRatio: 0.02, activeSeconds: 86_400 };
    const usage = usageOf("aws_lambda", { memoryMb: 512 }, { snapStart });
    expect(usage.slice(2)).toEqual([
      {
        meter: "snap_start_cache",
        price: "snapstart_cache",
        usage: { fixed: 43_200, perRequest: 0 },
      },
      {
        meter: "snap_start_restore",
        price: "snapstart_restore",
        usage: { fixed: 0, perRequest: 0.01 },
      },
    ]);
  });
});

describe("AWS Lambda with streamed responses", () => {
  const responses = (egressPerRequestKb: number, streamsResponses: boolean) =>
    usagePerRequest("aws_lambda", { egressPerRequestKb }, { streamsResponses });

  test("bills what of each response is beyond 6 MB", () => {
    expect(responses(7 * 1024, true)["response_streaming"]).toBe(1 / 1024);
    expect(responses(6 * 1024, true)).not.toHaveProperty("response_streaming");
    expect(responses(7 * 1024, false)).not.toHaveProperty("response_streaming");
    expect(usagePerRequest("aws_lambda", { egressPerRequestKb: 7 * 1024 })).not.toHaveProperty(
      "response_streaming",
    );
  });
});

describe("Lambda@Edge, as https://aws.amazon.com/lambda/pricing/ meters it", () => {
  test("bills requests and GB-seconds at prices of its own among Lambda's, without INIT", () => {
    const workload = {
      durationMs: 10.5,
      memoryMb: 128,
      coldStarts: { ratio: 1, initMs: 1000 },
    };
    expect(usageOf("aws_lambda_edge", workload)).toEqual([
      { meter: "requests", price: "edge_requests", usage: { fixed: 0, perRequest: 1 } },
      {
        meter: "compute",
        price: "edge_compute",
        usage: { fixed: 0, perRequest: expect.closeTo(0.011 / 8, 12) },
      },
    ]);
    expect(METERING_RULES.aws_lambda_edge.pricedAs).toBe("aws_lambda");
  });

  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html
  test("runs for at most 30 seconds, in at most 10,240 MB", () => {
    expect(METERING_RULES.aws_lambda_edge.limits).toEqual({
      memoryMb: 10_240,
      durationMs: 30_000,
    });
  });
});

describe("a task of AWS Fargate for each request, as https://aws.amazon.com/fargate/pricing/ meters it", () => {
  test.each([
    // [ms, start ms, hours]: from the start on, by the second, for a minute at least.
    [0.1, 0, 60 / 3600],
    [60_000, 0, 60 / 3600],
    [60_001, 0, 61 / 3600],
    [3_590_000, 10_000, 1],
  ])("%d ms after a start of %d ms are %d hours", (durationMs, initMs, hours) => {
    const workload = { durationMs, memoryMb: 8192, coldStarts: { ratio: 1, initMs } };
    const offer = { cpuCount: 4, ephemeralStorageMb: 20 * 1024, architecture: "arm64" } as const;
    expect(usageOf("aws_fargate_task", workload, offer)).toEqual([
      {
        meter: "vcpu",
        price: "vcpu.arm64",
        usage: { fixed: 0, perRequest: expect.closeTo(4 * hours, 12) },
      },
      {
        meter: "memory",
        price: "memory.arm64",
        usage: { fixed: 0, perRequest: expect.closeTo(8 * hours, 12) },
      },
    ]);
  });

  test("bills the disk beyond 20 GB", () => {
    const usage = usagePerRequest(
      "aws_fargate_task",
      { durationMs: 1_800_000 },
      { ephemeralStorageMb: 25 * 1024 },
    );
    expect(usage["ephemeral_storage"]).toBe(2.5);
  });

  test("holds at most 120 GB, and is priced as Fargate", () => {
    expect(METERING_RULES.aws_fargate_task.limits.memoryMb).toBe(120 * 1024);
    expect(METERING_RULES.aws_fargate_task.pricedAs).toBe("aws_fargate");
  });
});
