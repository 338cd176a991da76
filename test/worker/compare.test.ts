import { describe, expect, test } from "vitest";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();

async function compare(body: unknown): Promise<CompareAnswer> {
  const response = await fetch("/api/v1/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return (JSON.parse(text) as { data: CompareAnswer }).data;
}

const QUESTION = {
  workload: {
    monthly_executions: 2_628_000,
    execution_time_ms: 400,
    memory_mb: 512,
    egress_per_request_kb: 10,
    peak_to_average: 3,
    cpu_ms: 40,
  },
  offers: [
    {
      kind: "function",
      provider: "aws_lambda",
      region: "ap-northeast-1",
      architecture: "arm64",
      id: "functions",
    },
    {
      kind: "machine",
      provider: "aws_ec2",
      region: "ap-northeast-1",
      instance_type: "t4g.small",
      purchase: "on_demand",
      sizing: "peak",
      id: "machines",
    },
  ],
  range: { min: 0, max: 1_000_000_000 },
};

type Offer = CompareAnswer["offers"][number];

/** What the curve of an answer says at a load. */
function costOn(offer: Offer | undefined, load: number): number {
  const segment = offer?.curve.find(({ from, to }) => load <= to && (load > from || from === 0));
  if (segment === undefined) return Number.NaN;
  const { intercept, slope, step } = segment;
  const stepped = step === undefined ? 0 : step.amount * Math.ceil(load / step.every);
  return intercept + slope * load + stepped;
}

function offerOf(answer: CompareAnswer, id: string): Offer | undefined {
  return answer.offers.find((offer) => offer.id === id);
}

describe("compare", () => {
  test("each bill adds up, and lies on its curve", async () => {
    const answer = await compare(QUESTION);
    for (const offer of answer.offers) {
      const sum = offer.line_items.reduce((total, { amount }) => total + amount, 0);
      expect(offer.monthly_cost).toBeCloseTo(sum, 10);
      expect(costOn(offer, 2_628_000)).toBeCloseTo(sum, 8);
      for (const { quantity, free, billable, tiers, amount, source } of offer.line_items) {
        expect(billable).toBeCloseTo(quantity - free, 6);
        expect(tiers.reduce((total, tier) => total + tier.amount, 0)).toBeCloseTo(amount, 10);
        expect(source?.url).toMatch(/^https:\/\//u);
        expect(source?.date).toMatch(/^\d{4}-\d\d-\d\d$/u);
      }
    }
  });

  test("curves cover the range without a gap", async () => {
    const answer = await compare(QUESTION);
    for (const { curve } of answer.offers) {
      expect(curve[0]?.from).toBe(0);
      expect(curve.at(-1)?.to).toBe(1_000_000_000);
      for (const [index, segment] of curve.entries()) {
        if (index > 0) expect(segment.from).toBe(curve[index - 1]?.to);
      }
    }
  });

  test("a fleet with more steps than are written out keeps its exact cost", async () => {
    const slow = { ...QUESTION.workload, execution_time_ms: 60_000, cpu_ms: 60_000 };
    const answer = await compare({ ...QUESTION, workload: slow });
    const machines = offerOf(answer, "machines");
    expect(machines?.curve.length).toBeLessThan(20);
    for (const load of [1, 1234, 777_777, 31_415_926, 999_999_999]) {
      const there = await compare({
        ...QUESTION,
        workload: { ...slow, monthly_executions: load },
      });
      const bill = offerOf(there, "machines")?.monthly_cost ?? Number.NaN;
      expect(costOn(machines, load) / bill).toBeCloseTo(1, 12);
    }
  });

  test("at a break-even point both cost the same, or a fleet grows right after it", async () => {
    const answer = await compare(QUESTION);
    expect(answer.break_even_points.length).toBeGreaterThan(0);
    for (const point of answer.break_even_points) {
      const at = point.executions_per_month;
      const [first, second] = point.between.map((id) => costOn(offerOf(answer, id), at));
      if (point.kind === "equal") expect((first ?? 0) / (second ?? 1)).toBeCloseTo(1, 9);
      const below = at * (1 - 1e-7);
      const above = at * (1 + 1e-7);
      const cheaper = offerOf(answer, point.cheaper_below);
      const dearer = offerOf(answer, point.cheaper_above);
      expect(costOn(cheaper, below)).toBeLessThanOrEqual(costOn(dearer, below));
      expect(costOn(dearer, above)).toBeLessThanOrEqual(costOn(cheaper, above));
      expect(point.executions_per_second).toBeCloseTo(at / 2_628_000, 9);
    }
  });

  test("the verdict names the cheapest, what it saves, and where the answer turns", async () => {
    const answer = await compare(QUESTION);
    const { verdict, regimes } = answer;
    const costs = answer.offers.map(({ monthly_cost }) => monthly_cost ?? Infinity);
    expect(verdict.monthly_cost).toBe(Math.min(...costs));
    expect(verdict.savings).toBeCloseTo(Math.max(...costs) - Math.min(...costs), 10);
    const regime = regimes.find(({ from, to }) => from <= 2_628_000 && 2_628_000 <= to);
    expect(regime?.cheapest).toBe(verdict.cheapest);
    expect(verdict.next_break_even_above?.executions_per_month).toBe(regime?.to);
    expect(verdict.next_break_even_above?.cheapest).not.toBe(verdict.cheapest);
  });

  test("a machine is sized for the peak: CPU by its sustained share, memory by what is in flight", async () => {
    const answer = await compare(QUESTION);
    const { capacity } = offerOf(answer, "machines") ?? {};
    // t4g.small: 2 vCPU that sustain 20 %, of which 70 % may be used, at 40 ms a request.
    expect(capacity?.cpu_requests_per_second).toBeCloseTo((2 * 0.2 * 0.7) / 0.04, 10);
    // 2 GB without the 256 MB reserve hold 3.5 requests of 512 MB for 400 ms each.
    expect(capacity?.memory_requests_per_second).toBeCloseTo((2048 - 256) / 512 / 0.4, 10);
    expect(capacity?.binding_resource).toBe("cpu");
    expect(capacity?.executions_per_machine).toBeCloseTo((7 * 2_628_000) / 3, 4);
    expect(answer.assumptions).toEqual({
      peak_to_average: 3,
      cpu_ms: 40,
      memory_per_request_mb: 512,
      target_utilisation: 0.7,
      memory_reserve_mb: 256,
      exchange_rate: 150,
    });
  });

  test("a machine that cannot hold one request is not an alternative, and is said to be none", async () => {
    const answer = await compare({
      ...QUESTION,
      workload: { ...QUESTION.workload, memory_mb: 4096 },
    });
    expect(offerOf(answer, "machines")).toMatchObject({
      monthly_cost: null,
      curve: [],
      capacity: { carries_load: false, machines: 0 },
    });
    expect(answer.verdict).toMatchObject({ cheapest: "functions", runner_up: null });
    expect(answer.break_even_points).toEqual([]);
  });

  test("a fixed number of machines that is too small is priced, and said to be too small", async () => {
    const [functions, machine] = QUESTION.offers;
    const answer = await compare({
      workload: { ...QUESTION.workload, monthly_executions: 500_000_000 },
      offers: [functions, { ...machine, sizing: "fixed", machines: 2 }],
    });
    expect(offerOf(answer, "machines")?.capacity).toMatchObject({
      machines: 2,
      carries_load: false,
    });
    expect(offerOf(answer, "machines")?.monthly_cost).toBeGreaterThan(2 * 730 * 0.0216);
  });

  test("yen are dollars at the rate", async () => {
    const inUsd = await compare(QUESTION);
    const inJpy = await compare({ ...QUESTION, currency: "JPY", exchange_rate: 163.2 });
    for (const [index, offer] of inUsd.offers.entries()) {
      const inYen = inJpy.offers[index]?.monthly_cost ?? 0;
      expect(inYen / ((offer.monthly_cost ?? 0) * 163.2)).toBeCloseTo(1, 12);
    }
    expect(inJpy.break_even_points.map((point) => point.executions_per_month)).toHaveLength(
      inUsd.break_even_points.length,
    );
  });

  test("offers without a name get one that tells them apart", async () => {
    const unnamed = QUESTION.offers.map((offer) => ({ ...offer, id: undefined }));
    const answer = await compare({ ...QUESTION, offers: [...unnamed, ...unnamed] });
    expect(answer.offers.map(({ id }) => id)).toEqual([
      "aws_lambda/ap-northeast-1/arm64",
      "aws_ec2/ap-northeast-1/t4g.small",
      "aws_lambda/ap-northeast-1/arm64#2",
      "aws_ec2/ap-northeast-1/t4g.small#2",
    ]);
  });

  test("the date of the prices is that of the oldest that the bills use", async () => {
    // Egress of AWS is dated 2024-08-09, its EC2 prices 2025-04-04; what costs nothing does not count.
    const [, machines] = QUESTION.offers;
    const withEgress = await compare({ ...QUESTION, offers: [machines] });
    expect(withEgress.prices_as_of).toBe("2024-08-09");
    const workload = { ...QUESTION.workload, egress_per_request_kb: 0 };
    const without = await compare({ ...QUESTION, workload, offers: [machines] });
    expect(without.prices_as_of).toBe("2025-04-04");
  });

  test("a rate of the caller's own has no source, and no date", async () => {
    const [, machines] = QUESTION.offers;
    const answer = await compare({
      ...QUESTION,
      offers: [machines],
      custom_egress_rates: { aws_ec2: 0.5 },
    });
    const egress = answer.offers[0]?.line_items.find(({ meter }) => meter === "egress");
    expect(egress?.source).toBeNull();
    expect(answer.prices_as_of).toBe("2025-04-04");
  });

  test("a machine that carries the load wins over a cheaper one that does not", async () => {
    const [functions, machine] = QUESTION.offers;
    const answer = await compare({
      workload: { ...QUESTION.workload, monthly_executions: 500_000_000 },
      offers: [functions, { ...machine, sizing: "fixed", machines: 1 }],
    });
    expect(answer.verdict).toMatchObject({
      cheapest: "functions",
      carries_load: true,
      runner_up: "machines",
      next_break_even_above: null,
    });
  });

  test("of a free machine there are only as many as an account can have", async () => {
    const answer = await compare({
      workload: { ...QUESTION.workload, monthly_executions: 500_000_000, memory_mb: 128 },
      offers: [
        {
          kind: "machine",
          provider: "oci",
          region: "ap-tokyo-1",
          instance_type: "VM.Standard.E2.1.Micro",
        },
      ],
    });
    expect(answer.offers[0]?.capacity).toMatchObject({ machines: 2, carries_load: false });
  });

  test.each([
    { sizing: "fixed", machines: 3 },
    { sizing: "peak", minimum_machines: 3 },
  ])("more of it cannot be bought: %j", async (asked) => {
    const micro = { kind: "machine", provider: "oci", instance_type: "VM.Standard.E2.1.Micro" };
    const answer = await compare({
      ...QUESTION,
      offers: [
        { kind: "function", provider: "aws_lambda", region: "us-east-1" },
        { ...micro, region: "ap-tokyo-1", ...asked },
      ],
    });
    expect(answer.offers[1]).toMatchObject({
      monthly_cost: null,
      capacity: null,
      unavailable: {
        code: "over_service_limit",
        message: "3 machines is more than oci allows; it must be at most 2 machines",
      },
    });
  });

  test("of offers that cost the same the verdict names the one that its regime names", async () => {
    const region = "us-east-1";
    const answer = await compare({
      workload: { monthly_executions: 0, execution_time_ms: 17_977.92, memory_mb: 512 },
      offers: [
        { kind: "function", provider: "aws_lambda", region, architecture: "arm64", id: "lambda" },
        { kind: "function", provider: "gcp_cloudrun", region, id: "run" },
        { kind: "function", provider: "oci_functions", region, id: "oci" },
      ],
      range: { min: 0, max: 100_000_000 },
    });
    const { verdict, regimes } = answer;
    expect(verdict.cheapest).toBe(regimes[0]?.cheapest);
    expect(verdict.next_break_even_above?.cheapest).not.toBe(verdict.cheapest);
  });

  test("a duration with a rounding error behind it is not billed a whole step more", async () => {
    const bills = [300, 300.000_000_000_000_06].map(async (execution_time_ms) => {
      const answer = await compare({
        workload: { monthly_executions: 1e8, execution_time_ms, memory_mb: 512 },
        offers: [{ kind: "function", provider: "gcp_cloudrun", region: "us-east-1" }],
      });
      return answer.offers[0]?.monthly_cost;
    });
    const [exact, noisy] = await Promise.all(bills);
    expect(noisy).toBe(exact);
  });
});

describe("a workload in detail", () => {
  const lambda = QUESTION.offers[0];
  const { execution_time_ms: _, ...rest } = QUESTION.workload;

  async function costOf(workload: object, more: object = {}): Promise<number> {
    const answer = await compare({ workload, offers: [{ ...lambda, ...more }] });
    return answer.offers[0]?.monthly_cost ?? Number.NaN;
  }

  test("can be given by the second", async () => {
    const { monthly_executions: __, ...perSecond } = QUESTION.workload;
    expect(await costOf({ ...perSecond, requests_per_second: 1 })).toBe(
      await costOf(QUESTION.workload),
    );
  });

  test("is billed by its distribution of durations, each rounded for itself", async () => {
    const half = (execution_time_ms: number) => ({ execution_time_ms, weight: 1 });
    const durations = [half(0.2), half(799.2)];
    const whole = [half(1), half(800)];
    expect(await costOf({ ...rest, durations })).toBe(await costOf({ ...rest, durations: whole }));
  });

  test("of several functions shares the allowances of one account", async () => {
    const one = { monthly_executions: 800_000, execution_time_ms: 100, memory_mb: 128 };
    expect(await costOf({ functions: [one] })).toBe(0);
    const three = await compare({ workload: { functions: [one, one, one] }, offers: [lambda] });
    const requests = three.offers[0]?.line_items.find(({ meter }) => meter === "requests");
    expect(requests).toMatchObject({ quantity: 2_400_000, free: 1_000_000 });
  });

  test("of functions of both architectures is followed along its time and memory", async () => {
    const one = { monthly_executions: 5_000_000, execution_time_ms: 300, memory_mb: 512 };
    const functions = [one, { ...one, execution_time_ms: 80, architecture: "x86_64" }];
    const { verdict } = await compare({ ...QUESTION, workload: { functions } });
    expect(verdict.would_change.map(({ driver }) => driver)).toEqual([
      "execution_time",
      "memory",
      "cpu_time",
    ]);
  });

  test("has the peak of its hours, unless a higher one is given", async () => {
    const hourly_weights = Array.from({ length: 24 }, (___, hour) => (hour < 6 ? 4 : 0));
    const { peak_to_average: ____, ...flat } = QUESTION.workload;
    const answer = await compare({ ...QUESTION, workload: { ...flat, hourly_weights } });
    expect(answer.assumptions.peak_to_average).toBe(4);
    const lower = await fetch("/api/v1/compare", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...QUESTION,
        workload: { ...flat, hourly_weights, peak_to_average: 2 },
      }),
    });
    expect(lower.status).toBe(400);
  });

  test("of hourly counts is their mean and their peak, whether they have times or not", async () => {
    const { peak_to_average: _peak, monthly_executions: _load, ...demand } = QUESTION.workload;
    const counts = Array.from({ length: 24 }, (___, hour) => (hour < 6 ? 40_000 : 0));
    const timed = counts.map((count, hour) => `2026-11-23 ${hour}:00,${count}`).join("\n");
    const asWeights = await compare({
      ...QUESTION,
      workload: { ...demand, monthly_executions: 10_000 * 730, hourly_weights: counts },
    });
    expect(asWeights.assumptions.peak_to_average).toBe(4);
    for (const hourly_counts of [counts.join("\n"), `time,count\n${timed}`]) {
      expect(await compare({ ...QUESTION, workload: { ...demand, hourly_counts } })).toEqual(
        asWeights,
      );
    }
  });

  test("must not be said in two ways", async () => {
    const response = await fetch("/api/v1/compare", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...QUESTION,
        workload: { ...QUESTION.workload, requests_per_second: 1 },
      }),
    });
    expect(response.status).toBe(400);
    const { detail } = (await response.json()) as { detail: string };
    expect(detail).toBe(
      "workload.monthly_executions must be the only one of monthly_executions, requests_per_second, hourly_counts, functions",
    );
  });
});

describe("an offer that cannot be bought", () => {
  test("is answered with its reason, beside those that can", async () => {
    const answer = await compare({
      ...QUESTION,
      offers: [
        ...QUESTION.offers,
        { kind: "function", provider: "oci_functions", region: "ap-northeast-1", id: "short" },
        {
          kind: "machine",
          provider: "aws_ec2",
          region: "ap-northeast-1",
          instance_type: "t4g.small",
          purchase: "spot",
          id: "spot",
        },
      ],
      workload: { ...QUESTION.workload, execution_time_ms: 400_000, monthly_executions: 1000 },
    });
    expect(offerOf(answer, "short")).toMatchObject({
      monthly_cost: null,
      curve: [],
      unavailable: { code: "over_service_limit" },
    });
    expect(offerOf(answer, "spot")?.unavailable?.code).toBe("not_sold_so");
    expect(offerOf(answer, "machines")?.unavailable).toBeNull();
    expect(["functions", "machines"]).toContain(answer.verdict.cheapest);
  });

  test("names what it lacks as the API calls it", async () => {
    const answer = await compare({
      ...QUESTION,
      offers: [
        ...QUESTION.offers,
        { ...QUESTION.offers[0], id: "kept", minimum_instances: 2 },
        {
          kind: "function",
          provider: "oci_functions",
          region: "us-east-1",
          id: "x",
          concurrency: 2,
        },
      ],
    });
    expect(offerOf(answer, "kept")?.unavailable?.message).toBe(
      "aws_lambda has no minimum_instances; it has ephemeral_storage_mb, provisioned_concurrency, snap_start, response_streaming, savings_plan",
    );
    expect(offerOf(answer, "x")?.unavailable?.message).toBe(
      "oci_functions has no concurrency; it has no such options",
    );
  });

  test("is an error when none can be", async () => {
    const response = await fetch("/api/v1/compare", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...QUESTION,
        offers: [QUESTION.offers[0]],
        workload: { ...QUESTION.workload, memory_mb: 20_000 },
      }),
    });
    expect(response.status).toBe(400);
  });
});

describe("prices of the caller's own", () => {
  test("show as such in the bill", async () => {
    const answer = await compare({
      ...QUESTION,
      include_free_tier: false,
      custom_prices: [
        { provider: "aws", service: "aws_lambda", meter: "requests", unit_price: 0.000001 },
        { provider: "aws", service: "aws_ec2", discount_percent: 25 },
      ],
    });
    const requests = offerOf(answer, "functions")?.line_items.find(
      ({ meter }) => meter === "requests",
    );
    expect(requests?.source).toBeNull();
    expect(requests?.amount).toBeCloseTo(2.628, 9);
    const hours = offerOf(answer, "machines")?.line_items.find(
      ({ meter }) => meter === "instance_hours",
    );
    expect(hours?.source?.discount_percent).toBe(25);
    const listed = await compare(QUESTION);
    const before = offerOf(listed, "machines")?.line_items.find(
      ({ meter }) => meter === "instance_hours",
    );
    expect(hours?.amount).toBeCloseTo((before?.amount ?? 0) * 0.75, 9);
  });
});
