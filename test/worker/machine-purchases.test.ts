import { describe, expect, test } from "vitest";
import { answerOf, billOf, problemOf, usageOf } from "./_compare.ts";

const EC2 = { kind: "machine", provider: "aws_ec2", instance_type: "m5.large" };
/** Two busy hours a day. */
const TWO_HOURS = [10, 10, ...Array.from({ length: 22 }, () => 0)];
const BUSY = {
  monthly_executions: 5e7,
  execution_time_ms: 120,
  memory_mb: 512,
  hourly_weights: TWO_HOURS,
};

describe("a commitment is owed all month", () => {
  // 24 machines' worth of load in 2 of 24 hours: the peak's machines, all month.
  test("an autoscaled fleet of committed machines costs what the peak's machines cost", async () => {
    const fleet = { ...EC2, purchase: "commitment_1y" };
    const peak = await billOf({ offer: { ...fleet, sizing: "peak" }, workload: BUSY });
    const autoscaled = await billOf({ offer: { ...fleet, sizing: "autoscaled" }, workload: BUSY });
    expect(autoscaled).toEqual(peak);
    const usage = await usageOf({ offer: { ...fleet, sizing: "autoscaled" }, workload: BUSY });
    const { capacity } = await answerOf({ offer: fleet, workload: BUSY });
    expect(usage["instance_hours"]).toBeCloseTo(730 * (capacity?.machines ?? 0), 6);
  });

  test.each(["on_demand", "spot"])("one bought %s follows the load", async (purchase) => {
    const offer = {
      kind: "machine",
      provider: "google_cloud",
      region: "us-central1",
      instance_type: "e2-standard-2",
      purchase,
    };
    const peak = await usageOf({ offer: { ...offer, sizing: "peak" }, workload: BUSY });
    const autoscaled = await usageOf({ offer: { ...offer, sizing: "autoscaled" }, workload: BUSY });
    expect(autoscaled["instance_hours"]).toBeLessThan(peak["instance_hours"] ?? 0);
  });
});

describe("a machine that runs a part of the month", () => {
  const B1S = {
    kind: "machine",
    provider: "azure",
    region: "eastus",
    instance_type: "Standard_B1s",
  };

  // The recorded bill of 100 hours: 100 × 0.0104.
  test("is billed for its hours", async () => {
    const offer = { ...B1S, sizing: "fixed", hours_per_month: 100 };
    expect((await billOf({ offer }))["instance_hours"]).toBeCloseTo(1.04, 9);
  });

  test("that is committed is owed all month", async () => {
    const offer = { ...EC2, purchase: "commitment_1y", sizing: "fixed" };
    const whole = await billOf({ offer });
    expect(await billOf({ offer: { ...offer, hours_per_month: 100 } })).toEqual(whole);
  });

  // n1: 70 % are left of a whole month; of half of it 100 % and 80 % of a quarter each, so 90 %.
  test("has Google's discount for as long as it runs", async () => {
    const offer = {
      kind: "machine",
      provider: "google_cloud",
      region: "us-central1",
      instance_type: "n1-standard-1",
      sizing: "fixed",
    };
    const usage = await usageOf({ offer: { ...offer, hours_per_month: 365 } });
    expect(usage["instance_hours"]).toBeCloseTo(365 * 0.9, 1);
    expect((await usageOf({ offer }))["instance_hours"]).toBeCloseTo(730 * 0.7, 1);
  });

  test("serves all requests in its hours, so that twice as many are needed for half of them", async () => {
    const offer = { ...EC2, sizing: "peak" };
    const machines = async (asked: object) =>
      (
        await answerOf({
          offer: asked as Record<string, unknown>,
          workload: { monthly_executions: 1e8 },
        })
      ).capacity;
    const whole = await machines(offer);
    const half = await machines({ ...offer, hours_per_month: 365 });
    expect(half?.executions_per_machine).toBeCloseTo((whole?.executions_per_machine ?? 0) / 2, 3);
  });

  // The published bill of 2,000 instance hours, three years of Compute Savings Plan.
  test("of Lambda Managed Instances is charged its fee on the list price", async () => {
    const bill = await billOf({
      offer: {
        kind: "machine",
        provider: "aws_lambda_managed_instances",
        instance_type: "m7g.xlarge",
        sizing: "fixed",
        machines: 4,
        hours_per_month: 500,
      },
      workload: { monthly_executions: 1e8, execution_time_ms: 200 },
      terms: {
        custom_prices: [{ provider: "aws", instance_type: "m7g.xlarge", unit_price: 0.0457 }],
      },
    });
    expect(bill["instance_hours"]).toBeCloseTo(91.4, 9);
    expect(bill["management_fee"]).toBeCloseTo(48.96, 9);
    expect(bill["requests"]).toBeCloseTo(20, 9);
  });

  test("is not asked for of a fleet that follows the hours", async () => {
    const { errors } = await problemOf({
      offer: { ...EC2, sizing: "autoscaled", hours_per_month: 100 },
    });
    expect(errors?.[0]?.message).toBe(
      "offers.0.hours_per_month must not be given with sizing autoscaled",
    );
  });
});

// https://manual.sakura.ad.jp/cloud/payment/payment.html: a day costs ten hours, a month twenty days.
describe("Sakura Cloud bills hours up to a day's price, and days up to a month's", () => {
  const PLAN = {
    kind: "machine",
    provider: "sakura_cloud",
    region: "tk1",
    instance_type: "2core_4gb",
  };
  const MONTH = 4180;
  const yen = async (offer: object, workload: object = {}) => {
    const bill = await billOf({
      offer: { ...PLAN, ...offer },
      workload: { ...BUSY, ...workload, monthly_executions: 1 },
      terms: { currency: "JPY" },
    });
    return bill["instance_months"];
  };

  test.each([
    [100, (MONTH / 200) * 100],
    [200, MONTH],
    [730, MONTH],
  ])("%d hours a month", async (hours_per_month, price) => {
    expect(await yen({ sizing: "fixed", hours_per_month })).toBeCloseTo(price, 6);
  });

  // A second machine for two hours a day: 60.83 hours of 200.
  test("a machine of two hours a day", async () => {
    const both = { memory_per_request_mb: 3000, peak_to_average: 12 };
    const workload = { ...BUSY, ...both, monthly_executions: 4_380_000, execution_time_ms: 120 };
    const bill = await billOf({
      offer: { ...PLAN, sizing: "autoscaled" },
      workload,
      terms: { currency: "JPY" },
    });
    const { capacity } = await answerOf({ offer: { ...PLAN, sizing: "autoscaled" }, workload });
    const others = (capacity?.machines ?? 1) - 1;
    expect(others).toBeGreaterThan(0);
    const twoHoursADay = ((730 / 24) * 2) / 200;
    expect(bill["instance_months"]).toBeCloseTo(MONTH * (1 + others * twoHoursADay), 6);
  });

  // Both days of a weekend all day: 8.69 days of 20, and not 208.6 hours of 200.
  test("a machine of whole days", async () => {
    const weekend = Array.from({ length: 168 }, (_, hour) => (hour < 48 ? 10 : 0));
    const workload = {
      ...BUSY,
      hourly_weights: weekend,
      memory_per_request_mb: 3000,
      monthly_executions: 10_000_000,
    };
    const offer = { ...PLAN, sizing: "autoscaled" };
    const { capacity } = await answerOf({ offer, workload });
    const bill = await billOf({ offer, workload, terms: { currency: "JPY" } });
    const others = (capacity?.machines ?? 1) - 1;
    const weekends = ((730 / 24) * 2) / 7 / 20;
    expect(bill["instance_months"]).toBeCloseTo(MONTH * (1 + others * weekends), 6);
  });
});

describe("surplus CPU of a burstable machine", () => {
  const T3 = { ...EC2, instance_type: "t3.medium", sizing: "fixed", unlimited: true };

  // Two vCPUs that sustain 20 %: 1,460 hours in all, of which 292 are sustained.
  test.each([
    [292, 0],
    [1460, 1168],
    [14_600, 1168],
  ])("%d CPU hours are %d beyond what it sustains", async (executions, surplus) => {
    const workload = {
      monthly_executions: executions,
      execution_time_ms: 3_600_000,
      cpu_ms: 3_600_000,
      memory_mb: 128,
    };
    expect((await usageOf({ offer: T3, workload }))["surplus_vcpu"]).toBeCloseTo(surplus, 6);
  });
});

describe("containers that run all month", () => {
  // 730 h × (40 − 20) GB × 0.000111.
  test("Fargate's storage beyond 20 GB", async () => {
    const offer = {
      kind: "machine",
      provider: "aws_fargate",
      instance_type: "1_2",
      sizing: "fixed",
    };
    const stored = await billOf({ offer: { ...offer, ephemeral_storage_mb: 40 * 1024 } });
    expect(stored["ephemeral_storage"]).toBeCloseTo(730 * 20 * 0.000_111, 9);
    expect(stored["vcpu"]).toBeCloseTo(730 * 0.040_48, 9);
    expect(
      await billOf({ offer: { ...offer, ephemeral_storage_mb: 20 * 1024 } }),
    ).not.toHaveProperty("ephemeral_storage");
  });

  // 2,628,000 s: 0.25 GiB... of lite, 2 GB of disk; CPU of a million requests of 10 ms.
  test("Cloudflare's instances: memory and disk all month, CPU as it is used", async () => {
    const bill = await billOf({
      offer: {
        kind: "machine",
        provider: "cloudflare_container_instances",
        region: "global",
        instance_type: "standard-1",
        sizing: "fixed",
      },
      workload: { memory_mb: 128, cpu_ms: 10, egress_per_request_kb: 1024 },
    });
    expect(bill["subscription"]).toBe(5);
    expect(bill["requests"]).toBeCloseTo(0.3, 9);
    expect(bill["memory"]).toBeCloseTo(2_628_000 * 4 * 0.000_0025, 9);
    expect(bill["disk"]).toBeCloseTo(2_628_000 * 8 * 0.000_000_07, 9);
    expect(bill["vcpu"]).toBeCloseTo(10_000 * 0.000_02, 9);
    expect(bill["egress"]).toBeCloseTo((1_000_000 / 1024) * 0.04, 9);
  });

  // 2,628,000 s × (0.000011244 + 0.5 × 0.000001235)
  test("Cloud Run's worker pools", async () => {
    const bill = await billOf({
      offer: {
        kind: "machine",
        provider: "gcp_cloudrun_worker_pools",
        region: "us-central1",
        instance_type: "1_0.5",
        sizing: "fixed",
      },
    });
    expect(bill["vcpu"]).toBeCloseTo(2_628_000 * 0.000_011_244, 9);
    expect(bill["memory"]).toBeCloseTo(2_628_000 * 0.5 * 0.000_001_235, 9);
  });
});

// https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-scaling.html: Lambda "launches three by
// default for AZ resiliency"; "the default minimum is 3", "a minimum of 0 is only valid when the maximum is also 0".
describe("of Lambda Managed Instances there are three without load", () => {
  const MANAGED = {
    kind: "machine",
    provider: "aws_lambda_managed_instances",
    instance_type: "m7g.xlarge",
  };
  const QUIET = { monthly_executions: 1 };

  test.each([
    ["peak", {}, 3],
    ["peak", { minimum_machines: 1 }, 1],
    ["peak", { minimum_machines: 5 }, 5],
    ["autoscaled", {}, 3],
    ["fixed", {}, 1],
  ])("with sizing %s and %j: %d", async (sizing, asked, machines) => {
    const offer = { ...MANAGED, sizing, ...asked };
    const { capacity } = await answerOf({ offer, workload: QUIET });
    expect(capacity?.machines).toBe(machines);
    expect((await usageOf({ offer, workload: QUIET }))["instance_hours"]).toBe(730 * machines);
  });

  test("and of other machines one", async () => {
    const { capacity } = await answerOf({ offer: EC2, workload: QUIET });
    expect(capacity?.machines).toBe(1);
  });

  test("and more under a load that needs more", async () => {
    const workload = { monthly_executions: 5e8, execution_time_ms: 120 };
    const unasked = await answerOf({ offer: MANAGED, workload });
    const least = await answerOf({ offer: { ...MANAGED, minimum_machines: 1 }, workload });
    expect(unasked.capacity?.machines).toBeGreaterThan(3);
    expect(unasked.capacity).toEqual(least.capacity);
  });
});
