import { describe, expect, test } from "vitest";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { usagePerRequest } from "./_usage.ts";

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
    const offer = { kind: "function", service: "aws_lambda", region: "", cpuCount: 1 } as const;
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
      const usage = rule.usage(workload, { ...offer, architecture, ephemeralStorageMb: 512 });
      return usage.find(({ meter }) => meter === "compute")?.price;
    };
    expect([priceOf("arm64"), priceOf("x86_64")]).toEqual(["compute.arm64", "compute.x86_64"]);
  });

  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  test("runs for at most 15 minutes, in at most 10,240 MB", () => {
    expect(METERING_RULES.aws_lambda.limits).toEqual({ memoryMb: 10_240, durationMs: 900_000 });
  });
});
