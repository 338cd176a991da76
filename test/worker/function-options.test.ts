import { describe, expect, test } from "vitest";
import { answerOf, billOf, usageOf } from "./_compare.ts";

const LAMBDA = { kind: "function", provider: "aws_lambda" };
const ONE = { monthly_executions: 500_000, execution_time_ms: 100, memory_mb: 1024 };

function cents(bill: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bill).map(([meter, amount]) => [meter, (amount + 1e-9).toFixed(2)]),
  );
}

describe("functions of one workload, each with options of its own", () => {
  // https://aws.amazon.com/lambda/pricing/: provisioned concurrency, example 1: 19.96 in all.
  test("the launch day: one on provisioned concurrency, one on demand", async () => {
    const functions = [
      {
        ...ONE,
        memory_mb: 1536,
        provisioned_concurrency: { instances: 100, hours: 8 },
      },
      { monthly_executions: 2_500_000, execution_time_ms: 120, memory_mb: 1536 },
    ];
    const { line_items: lines, monthly_cost: cost } = await answerOf({
      offer: LAMBDA,
      workload: { functions },
      terms: { include_free_tier: true },
    });
    const amounts = lines.map(({ meter, amount }) => [meter, (amount + 1e-9).toFixed(2)]);
    expect(amounts).toEqual([
      ["requests", "0.40"],
      ["provisioned_concurrency", "18.00"],
      ["compute", "0.73"],
      ["compute", "0.83"],
      ["egress", "0.00"],
    ]);
    expect(cost).toBeCloseTo(19.96, 2);
  });

  // The free 400,000 GB-seconds are for both: 300,000 and 500,000 leave half of each.
  test("x86 and Arm share the free GB-seconds", async () => {
    const demand = { memory_mb: 1024, execution_time_ms: 1000 };
    const { line_items: lines } = await answerOf({
      offer: LAMBDA,
      workload: {
        functions: [
          { ...demand, monthly_executions: 300_000 },
          { ...demand, monthly_executions: 500_000, architecture: "arm64" },
        ],
      },
      terms: { include_free_tier: true },
    });
    const compute = lines.filter(({ meter }) => meter === "compute");
    expect(compute.map(({ billable }) => billable)).toEqual([
      expect.closeTo(150_000, 6),
      expect.closeTo(250_000, 6),
    ]);
    expect(compute[0]?.amount).toBeCloseTo(150_000 * 0.000_016_666_7, 9);
    expect(compute[1]?.amount).toBeCloseTo(250_000 * 0.000_013_333_4, 9);
  });

  test("override the offer's", async () => {
    const usage = await usageOf({
      offer: { ...LAMBDA, ephemeral_storage_mb: 1024 },
      workload: { functions: [ONE, { ...ONE, ephemeral_storage_mb: 2048 }] },
    });
    // 50,000 s each: of half a GB beyond the first 512 MB, and of a GB and a half.
    expect(usage["ephemeral_storage"]).toBeCloseTo(50_000 * 0.5 + 50_000 * 1.5, 6);
  });

  test("keep their snapshots each for itself", async () => {
    const snap_start = { cold_start_ratio: 0.01, active_seconds: 1000 };
    const usage = await usageOf({
      offer: { ...LAMBDA, snap_start },
      workload: { functions: [ONE, { ...ONE, monthly_executions: 0 }] },
    });
    expect(usage["snap_start_cache"]).toBeCloseTo(2000, 6);
    expect(usage["snap_start_restore"]).toBeCloseTo(5000, 6);
  });

  test("keep instances each for itself, with requests or without", async () => {
    const usage = await usageOf({
      offer: {
        ...LAMBDA,
        provisioned_concurrency: { instances: 2, hours: 100, executions_share: 0 },
      },
      workload: { functions: [ONE, { ...ONE, monthly_executions: 0 }] },
    });
    expect(usage["provisioned_concurrency"]).toBeCloseTo(2 * 2 * 100 * 3600, 6);
  });

  // The first is busy for more than the month; what the second leaves idle is its own.
  test("do not use up what others keep idle", async () => {
    const usage = await usageOf({
      offer: {
        kind: "function",
        provider: "gcp_cloudrun",
        region: "us-central1",
        minimum_instances: 1,
      },
      workload: {
        functions: [
          { monthly_executions: 4_000_000, execution_time_ms: 1000, memory_mb: 1024 },
          { monthly_executions: 28_000, execution_time_ms: 1000, memory_mb: 1024 },
        ],
      },
    });
    expect(usage["idle_vcpu"]).toBeCloseTo(2_628_000 - 28_000, 3);
  });

  test("pay one subscription", async () => {
    const one = { ...ONE, memory_mb: 128 };
    const bill = await billOf({
      offer: { kind: "function", provider: "cloudflare_workers", region: "global" },
      workload: { functions: [one, one] },
    });
    expect(bill["subscription"]).toBe(5);
  });
});

describe("instances kept ready", () => {
  // 2 × 100 h and 10 × 8 h at 1 GB; 1,000,000 requests of 0.1 s, 40 % of them on demand.
  test("in several periods", async () => {
    const offer = {
      ...LAMBDA,
      provisioned_concurrency: [
        { instances: 2, hours: 100, executions_share: 0.2 },
        { instances: 10, hours: 8, executions_share: 0.4 },
      ],
    };
    const { line_items: lines } = await answerOf({
      offer,
      workload: { monthly_executions: 1_000_000, execution_time_ms: 100 },
    });
    const quantities = lines.map(({ meter, quantity }) => [meter, quantity]);
    expect(quantities).toEqual([
      ["requests", 1_000_000],
      ["provisioned_concurrency", expect.closeTo(280 * 3600, 6)],
      ["compute", expect.closeTo(60_000, 6)],
      ["compute", expect.closeTo(40_000, 6)],
      ["egress", 0],
    ]);
  });

  // One instance for an hour serves 36,000 requests of 0.1 s; the others are on demand.
  test("serve no more than they can, at any load of the curve", async () => {
    const { curve } = await answerOf({
      offer: { ...LAMBDA, provisioned_concurrency: { instances: 1, hours: 1 } },
      workload: { monthly_executions: 36_000, execution_time_ms: 100 },
    });
    const [first, second] = curve;
    expect(first?.to).toBeCloseTo(36_000, 6);
    expect(first?.slope).toBeCloseTo(0.1 * 0.000_009_7222 + 0.000_0002, 15);
    expect(second?.slope).toBeCloseTo(0.1 * 0.000_016_666_7 + 0.000_0002, 15);
  });
});

describe("other options", () => {
  // 1,000,000 GB-seconds less 400,000, at 0.0000147.
  test("a Compute Savings Plan on Lambda", async () => {
    const bill = await billOf({
      offer: { ...LAMBDA, savings_plan: true },
      terms: { include_free_tier: true },
    });
    expect(bill["compute"]).toBeCloseTo(600_000 * 0.000_0147, 9);
  });

  test("is not known where its price is not", async () => {
    const { unavailable } = await answerOf({
      offer: { ...LAMBDA, region: "ap-northeast-1", savings_plan: true },
    });
    expect(unavailable?.code).toBe("no_price");
  });

  // 1,000,000 × 1 s × 0.5 GB, of which ten share an instance.
  test("requests that share an instance of Flex Consumption share its seconds", async () => {
    const offer = { kind: "function", provider: "azure_functions_flex", region: "eastus" };
    const workload = { memory_mb: 512 };
    expect((await usageOf({ offer, workload }))["compute"]).toBeCloseTo(500_000, 6);
    const shared = await usageOf({ offer: { ...offer, concurrency: 10 }, workload });
    expect(shared["compute"]).toBeCloseTo(50_000, 6);
    expect(shared["requests"]).toBe(1_000_000);
  });

  // 10 h × 1 vCPU, 2 GB and 180 GB of storage beyond 20.
  test("a Fargate task of ten hours with 200 GB of storage", async () => {
    const usage = await usageOf({
      offer: { kind: "function", provider: "aws_fargate_task", ephemeral_storage_mb: 204_800 },
      workload: { monthly_executions: 1, execution_time_ms: 36_000_000, memory_mb: 2048 },
    });
    expect(usage["vcpu"]).toBeCloseTo(10, 9);
    expect(usage["memory"]).toBeCloseTo(20, 9);
    expect(usage["ephemeral_storage"]).toBeCloseTo(1800, 9);
  });
});

// https://developers.cloudflare.com/containers/pricing/
describe("a container of Cloudflare's for each request", () => {
  const CONTAINERS = { kind: "function", provider: "cloudflare_containers", region: "global" };
  const workload = { memory_mb: 512, cpu_ms: 200, egress_per_request_kb: 2048 };

  test("is of the smallest type that holds the memory, and its CPU is billed as it is used", async () => {
    const bill = cents(await billOf({ offer: CONTAINERS, workload }));
    // basic: 1 GiB and 4 GB for 1,000,000 s; 200,000 vCPU-seconds.
    expect(bill).toEqual({
      subscription: "5.00",
      requests: "0.30",
      vcpu: "4.00",
      memory: "2.50",
      disk: "0.28",
      egress: cents({ egress: ((1_000_000 * 2) / 1024) * 0.04 })["egress"],
    });
  });

  test("sends a part without charge, by where it is", async () => {
    const egress = async (egress_area?: string) =>
      (
        await billOf({
          offer: egress_area === undefined ? CONTAINERS : { ...CONTAINERS, egress_area },
          workload,
          terms: { include_egress_free_tier: true },
        })
      )["egress"];
    const gb = (1_000_000 * 2) / 1024;
    expect(await egress()).toBeCloseTo((gb - 500) * 0.04, 9);
    expect(await egress("north_america_europe")).toBeCloseTo((gb - 1000) * 0.025, 9);
    expect(await egress("oceania_korea_taiwan")).toBeCloseTo((gb - 500) * 0.05, 9);
  });

  test("is of a type of one's own where a vCPU is asked for", async () => {
    const usage = await usageOf({ offer: { ...CONTAINERS, cpu_count: 2 }, workload });
    expect(usage["memory"]).toBeCloseTo(6_000_000, 3);
    expect(usage["disk"]).toBeCloseTo(2_000_000, 3);
  });
});

// https://cloud.google.com/functions/pricing-1stgen: 0.12 USD a GB in every region, 5 GB a month free.
describe("what functions of Google's 1st generation send", () => {
  const GEN1 = { kind: "function", provider: "gcp_functions_gen1" };
  const workload = { monthly_executions: 1_048_576, egress_per_request_kb: 100 };

  test.each(["us-central1", "asia-northeast1", "australia-southeast1"])(
    "costs the same from %s, beyond what is free",
    async (region) => {
      const bill = await billOf({
        offer: { ...GEN1, region },
        workload,
        terms: { include_egress_free_tier: true },
      });
      expect(bill["egress"]).toBeCloseTo((100 - 5) * 0.12, 9);
    },
  );

  test("costs what is negotiated for it", async () => {
    const bill = await billOf({
      offer: { ...GEN1, region: "us-central1" },
      workload,
      terms: {
        custom_prices: [
          {
            provider: "google",
            service: "gcp_functions_gen1",
            meter: "egress",
            discount_percent: 50,
          },
        ],
      },
    });
    expect(bill["egress"]).toBeCloseTo(100 * 0.06, 9);
  });

  test("is not what those of Cloud Run pay", async () => {
    const offer = { ...GEN1, provider: "gcp_functions", region: "australia-southeast1" };
    expect((await billOf({ offer, workload }))["egress"]).toBeGreaterThan(100 * 0.12);
  });
});
