import { describe, expect, test } from "vitest";
import type { FunctionServiceId } from "../../../shared/catalog/providers.ts";
import { PricingError } from "../../../shared/engine/errors.ts";
import { checkLimits, checkMemoryAndTime } from "../../../shared/metering/check-limits.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import type { MeteringRule } from "../../../shared/metering/rule.ts";
import type { FunctionOffer, FunctionOptions } from "../../../shared/offer.ts";
import type { RequestDemand } from "../../../shared/request-demand.ts";

const RULES = Object.entries(METERING_RULES) as [FunctionServiceId, MeteringRule][];

const DEMAND: RequestDemand = {
  durationMs: 100,
  memoryMb: 128,
  egressPerRequestKb: 0,
  internetTransferRatio: 100,
  cpuMs: null,
  memoryPerRequestMb: null,
};

interface Asked {
  readonly demand?: Partial<RequestDemand>;
  readonly offer?: Partial<FunctionOffer>;
  readonly requestsPerMonth?: number;
}

/** What a service refuses of a function: the error's code, field and figures; `null` where it takes it. */
function refusal(
  service: FunctionServiceId,
  { demand, offer, requestsPerMonth = 1000 }: Asked,
  check = checkLimits,
): Readonly<Record<string, unknown>> | null {
  const whole: FunctionOffer = {
    kind: "function",
    service,
    region: "here",
    architecture: "x86_64",
    ...offer,
  };
  try {
    check(
      { demand: { ...DEMAND, ...demand }, offer: whole, requestsPerMonth },
      METERING_RULES[service],
    );
    return null;
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    return { code: error.code, field: error.path.join("."), ...error.params };
  }
}

function over(service: string, field: string, value: number, limit: number, unit: string) {
  return { code: "over_service_limit", field, service, value, limit, unit };
}

describe.each(RULES)("%s", (service, { limits, options, hasArchitectures }) => {
  const { memoryMb, durationMs } = limits;

  test.each([
    ["with every limit", checkLimits],
    ["with the calculator's", checkMemoryAndTime],
  ])("takes as much memory and time as it allows, and no more, %s", (_, check) => {
    expect(refusal(service, { demand: { memoryMb, durationMs } }, check)).toBeNull();
    expect(refusal(service, { demand: { memoryMb: memoryMb + 1 } }, check)).toEqual(
      over(service, "memoryMb", memoryMb + 1, memoryMb, "MB"),
    );
    expect(refusal(service, { demand: { durationMs: durationMs + 1 } }, check)).toEqual(
      over(service, "durationMs", durationMs + 1, durationMs, "ms"),
    );
  });

  test("is held to the longest request of a distribution, not to the mean", () => {
    const durations = [
      { durationMs: durationMs + 2, share: 0.1 },
      { durationMs: 1, share: 0.9 },
    ];
    expect(refusal(service, { demand: { durations } })).toEqual(
      over(service, "durationMs", durationMs + 2, durationMs, "ms"),
    );
    expect(refusal(service, { demand: { durations: durations.toReversed() } })).toMatchObject({
      value: durationMs + 2,
    });
  });

  test("refuses each option that it does not have, and names those that it has", () => {
    const chosen: Required<FunctionOptions> = {
      ephemeralStorageMb: 512,
      cpuCount: 1,
      concurrency: 1,
      minimumInstances: 1,
      provisioned: [],
      snapStart: { coldStartRatio: 0, activeSeconds: 0 },
      streamsResponses: true,
      savingsPlan: true,
      egressArea: "elsewhere",
    };
    for (const [option, value] of Object.entries(chosen)) {
      const refused = refusal(service, { offer: { [option]: value } });
      if ((options as readonly string[]).includes(option)) {
        expect(refused?.["code"], option).not.toBe("option_not_offered");
      } else {
        expect(refused, option).toEqual({
          code: "option_not_offered",
          field: option,
          option,
          service,
          allowed: options,
        });
      }
    }
  });

  test("runs on Arm only where it has prices for it", () => {
    expect(refusal(service, { offer: { architecture: "arm64" } })).toEqual(
      hasArchitectures === true
        ? null
        : {
            code: "option_not_offered",
            field: "architecture",
            option: "arm64",
            service,
            allowed: ["x86_64"],
          },
    );
  });
});

test("the calculator, v1, asks for nothing but memory and time", () => {
  const asked = { offer: { cpuCount: 3, architecture: "arm64" } } as const;
  expect(refusal("oci_functions", asked, checkMemoryAndTime)).toBeNull();
  expect(refusal("oci_functions", asked)).not.toBeNull();
});

describe("CPU time", () => {
  test("is limited on Workers, where it is said, to five minutes", () => {
    const asked = (cpuMs: number | null) =>
      refusal("cloudflare_workers", { demand: { durationMs: 3_600_000, cpuMs } });
    expect(asked(null)).toBeNull();
    expect(asked(300_000)).toBeNull();
    expect(asked(300_001)).toEqual(over("cloudflare_workers", "cpuMs", 300_001, 300_000, "ms"));
  });

  test("is not limited on Lambda", () => {
    expect(refusal("aws_lambda", { demand: { cpuMs: 1e9 } })).toBeNull();
  });
});

// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
describe("the start of an instance of Lambda", () => {
  const start = (initMs: number, demand: Partial<RequestDemand>) =>
    refusal("aws_lambda", { demand: { ...demand, coldStarts: { ratio: 0.1, initMs } } });

  test("takes ten seconds, however long the request runs after it", () => {
    expect(start(10_000, { durationMs: 900_000 })).toBeNull();
    expect(start(10_001, { durationMs: 900_000 })).toEqual(
      over("aws_lambda", "coldStarts.initMs", 10_001, 10_000, "ms"),
    );
  });

  test("may take longer, but then within the 900 seconds of the request", () => {
    expect(start(20_000, { durationMs: 880_000 })).toBeNull();
    expect(start(20_000, { durationMs: 880_001 })).toEqual(
      over("aws_lambda", "coldStarts.initMs", 20_000, 19_999, "ms"),
    );
  });

  test("counts towards the longest request of a distribution", () => {
    const durations = [
      { durationMs: 1, share: 0.9 },
      { durationMs: 885_000, share: 0.1 },
    ];
    expect(start(20_000, { durationMs: 88_500.9, durations })).toMatchObject({ limit: 15_000 });
  });

  test("is as long as it takes where the service sets no limit", () => {
    const coldStarts = { ratio: 1, initMs: 1e9 };
    expect(refusal("aws_fargate_task", { demand: { coldStarts } })).toBeNull();
  });
});

test.each([
  // [streamed?, KB allowed]
  [undefined, 6144],
  [false, 6144],
  [true, 204_800],
])("a response of Lambda's, streamed: %s, has at most %d KB", (streamsResponses, limit) => {
  const offer = streamsResponses === undefined ? {} : { streamsResponses };
  const respond = (egressPerRequestKb: number) =>
    refusal("aws_lambda", { demand: { egressPerRequestKb }, offer });
  expect(respond(limit)).toBeNull();
  expect(respond(limit + 1)).toEqual(
    over("aws_lambda", "egressPerRequestKb", limit + 1, limit, "KB"),
  );
});

test("a response of a service that sets no limit may be of any size", () => {
  expect(refusal("oci_functions", { demand: { egressPerRequestKb: 1e9 } })).toBeNull();
});

describe("requests that an instance serves at a time", () => {
  test.each([
    ["gcp_cloudrun", 1024],
    ["gcp_functions", 2048],
    ["azure_functions_flex", 512],
  ] as const)("are at most a thousand of %s with %d MB", (service, memoryMb) => {
    const asked = (concurrency: number) =>
      refusal(service, { demand: { memoryMb }, offer: { concurrency } });
    expect(asked(1000)).toBeNull();
    expect(asked(1001)).toEqual(over(service, "concurrency", 1001, 1000, "requests"));
  });

  test("are one on Cloud Run with less than a vCPU, and more from a whole one on", () => {
    const asked = (cpuCount: number, concurrency: number) =>
      refusal("gcp_cloudrun", { demand: { memoryMb: 512 }, offer: { cpuCount, concurrency } });
    expect(asked(0.5, 1)).toBeNull();
    expect(asked(0.5, 2)).toEqual(
      over("gcp_cloudrun", "concurrency", 2, 1, "requests with 0.5 vCPU"),
    );
    expect(asked(1, 2)).toBeNull();
  });

  test("are one of a function whose memory comes with less than a vCPU", () => {
    const asked = (memoryMb: number) =>
      refusal("gcp_functions", { demand: { memoryMb }, offer: { concurrency: 2 } });
    expect(asked(512)).toEqual(
      over("gcp_functions", "concurrency", 2, 1, "requests with 0.333 vCPU"),
    );
    expect(asked(1025)).toBeNull();
    expect(refusal("gcp_functions", { demand: { memoryMb: 512 } })).toBeNull();
  });
});

describe("vCPUs that are asked for", () => {
  const asked = (service: FunctionServiceId, cpuCount: number, memoryMb: number) =>
    refusal(service, { demand: { memoryMb }, offer: { cpuCount } });

  test("are had with the memory that goes with them, from the least to the most", () => {
    expect(asked("gcp_cloudrun", 4, 2048)).toBeNull();
    expect(asked("gcp_cloudrun", 4, 16_384)).toBeNull();
    for (const memoryMb of [2047, 16_385]) {
      expect(asked("gcp_cloudrun", 4, memoryMb)).toEqual({
        code: "size_not_offered",
        field: "cpuCount",
        service: "gcp_cloudrun",
        vcpu: 4,
        memoryMb,
        allowed: ["4 vCPU with 2048-16384 MB"],
      });
    }
  });

  test("are of a size that is sold; all of them are named where none has as many", () => {
    const refused = asked("aws_fargate_task", 3, 8192);
    expect(refused).toMatchObject({ code: "size_not_offered", field: "cpuCount", vcpu: 3 });
    expect(refused?.["allowed"]).toHaveLength(7);
    expect(refused?.["allowed"]).toContain("16 vCPU with 32768-122880 MB");
  });

  // The smallest task holds it; but who asks for a quarter of a vCPU is told what goes with it.
  test("and memory are named together where they are asked for, not where they go by default", () => {
    expect(refusal("aws_fargate_task", { demand: { memoryMb: 128 } })).toBeNull();
    expect(asked("aws_fargate_task", 0.25, 128)).toMatchObject({
      allowed: ["0.25 vCPU with 512-2048 MB"],
    });
  });
});

test.each([
  ["aws_lambda", 10_240],
  ["aws_fargate_task", 204_800],
  ["cloudflare_containers", 20_000],
] as const)("%s has at most %d MB of storage", (service, limit) => {
  const asked = (ephemeralStorageMb: number) => refusal(service, { offer: { ephemeralStorageMb } });
  expect(asked(limit)).toBeNull();
  expect(asked(limit + 1)).toEqual(over(service, "ephemeralStorageMb", limit + 1, limit, "MB"));
});

describe("a Lambda function that starts from a snapshot", () => {
  const snapStart = { coldStartRatio: 0.1, activeSeconds: 1000 };

  test("has no provisioned concurrency", () => {
    const provisioned = [{ instances: 1, hoursPerMonth: 1, executionsShare: 0 }];
    expect(refusal("aws_lambda", { offer: { provisioned } })).toBeNull();
    expect(refusal("aws_lambda", { offer: { provisioned, snapStart } })).toEqual({
      code: "options_not_together",
      field: "provisioned",
      service: "aws_lambda",
      option: "provisioned",
      other: "snapStart",
    });
  });

  test("has no more /tmp than is included", () => {
    const asked = (ephemeralStorageMb: number) =>
      refusal("aws_lambda", { offer: { ephemeralStorageMb, snapStart } });
    expect(asked(512)).toBeNull();
    expect(asked(513)).toEqual(over("aws_lambda", "ephemeralStorageMb", 513, 512, "MB"));
  });
});

describe("instances kept ready", () => {
  const HOUR = { instances: 1, hoursPerMonth: 1, executionsShare: 1 };
  const kept = (
    service: FunctionServiceId,
    requestsPerMonth: number,
    periods: readonly Partial<typeof HOUR>[],
    { demand, offer }: Asked = {},
  ) => {
    const provisioned = periods.map((period) => ({ ...HOUR, ...period }));
    return refusal(service, {
      requestsPerMonth,
      ...(demand === undefined ? {} : { demand }),
      offer: { ...offer, provisioned },
    });
  };
  const overShare = (service: string, period: number, value: number, limit: number) => ({
    ...over(service, `provisioned.${period}.executionsShare`, value, limit, "of all executions"),
    limit: expect.closeTo(limit, 12) as number,
  });

  // An hour has 36,000 times 100 ms; no request waits for the start of an instance that is kept.
  test("of Lambda serve no more requests than their time has room for", () => {
    const demand = { durationMs: 99.5, coldStarts: { ratio: 0.5, initMs: 1000 } };
    expect(kept("aws_lambda", 36_000, [{}], { demand })).toBeNull();
    expect(kept("aws_lambda", 40_000, [{}], { demand })).toEqual(
      overShare("aws_lambda", 0, 1, 0.9),
    );
    expect(kept("aws_lambda", 40_000, [{ executionsShare: 0.9 }], { demand })).toBeNull();
    expect(kept("aws_lambda", 72_000, [{ instances: 2 }], { demand })).toBeNull();
  });

  // A second at least for each request: 3,600 in an hour, or ten at a time 36,000.
  test("of Flex Consumption serve as many at a time as an instance does", () => {
    expect(kept("azure_functions_flex", 3600, [{}])).toBeNull();
    expect(kept("azure_functions_flex", 7200, [{}])).toEqual(
      overShare("azure_functions_flex", 0, 1, 0.5),
    );
    const offer = { concurrency: 10 };
    expect(kept("azure_functions_flex", 36_000, [{}], { offer })).toBeNull();
    expect(kept("azure_functions_flex", 40_000, [{}], { offer })).toEqual(
      overShare("azure_functions_flex", 0, 1, 0.9),
    );
  });

  test("serve all requests together at most, also where there are none", () => {
    const shares = [{ executionsShare: 0.75 }, { executionsShare: 0.5 }];
    expect(kept("aws_lambda", 0, shares)).toEqual(overShare("aws_lambda", 1, 0.5, 0.25));
    expect(kept("aws_lambda", 1, shares)).toEqual(overShare("aws_lambda", 1, 0.5, 0.25));
    expect(kept("aws_lambda", 0, [{ executionsShare: 1 }])).toBeNull();
  });

  test("may serve nine tenths and a tenth, though in doubles less than a tenth is left", () => {
    const shares = [{ executionsShare: 0.9 }, { executionsShare: 0.1 }];
    expect(1 - 0.9).toBeLessThan(0.1);
    expect(kept("aws_lambda", 1000, shares)).toBeNull();
    expect(kept("aws_lambda", 1000, [{ executionsShare: 1 + 1e-6 }])).not.toBeNull();
  });

  test("for no time at all serve what there is of no requests", () => {
    const none = { hoursPerMonth: 0 };
    const shares = [
      { ...none, executionsShare: 0.75 },
      { ...none, executionsShare: 0.5 },
    ];
    expect(kept("aws_lambda", 0, shares)).toEqual(overShare("aws_lambda", 1, 0.5, 0.25));
  });
});
