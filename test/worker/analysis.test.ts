import { describe, expect, test } from "vitest";
import type { BreakEvenAnswer } from "../../shared/schema/answers/break-even.ts";
import type { BudgetAnswer } from "../../shared/schema/answers/budget.ts";
import type { DecisionMapAnswer } from "../../shared/schema/answers/decision-map.ts";
import type { GrowthAnswer } from "../../shared/schema/answers/growth.ts";
import type { UncertaintyAnswer } from "../../shared/schema/answers/uncertainty.ts";
import type { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();

async function ask<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return (JSON.parse(text) as { data: T }).data;
}

const WORKLOAD = {
  monthly_executions: 20_000_000,
  execution_time_ms: 120,
  memory_mb: 512,
  cpu_ms: 40,
  egress_per_request_kb: 2,
};
const QUESTION = {
  workload: WORKLOAD,
  offers: [
    { kind: "function", provider: "aws_lambda", region: "us-east-1", id: "functions" },
    {
      kind: "machine",
      provider: "aws_ec2",
      instance_type: "t3.small",
      region: "us-east-1",
      id: "machines",
    },
    {
      kind: "machine",
      provider: "aws_ec2",
      instance_type: "m7g.large",
      region: "us-east-1",
      sizing: "fixed",
      machines: 2,
      id: "two",
    },
  ],
};

async function costsWith(workload: object): Promise<Record<string, number>> {
  const { offers } = await ask<CompareAnswer>("compare", {
    ...QUESTION,
    workload: { ...WORKLOAD, ...workload },
  });
  return Object.fromEntries(offers.map(({ id, monthly_cost: cost }) => [id, cost ?? Infinity]));
}

describe("the verdict says what would have to change", () => {
  test("and on either side of each value another offer is the cheapest", async () => {
    const { verdict } = await ask<CompareAnswer>("compare", QUESTION);
    expect(verdict.would_change.map(({ driver }) => driver)).toEqual([
      "execution_time",
      "memory",
      "cpu_time",
    ]);
    const fields = { execution_time: "execution_time_ms", memory: "memory_mb", cpu_time: "cpu_ms" };
    for (const { driver, value, below, above } of verdict.would_change) {
      const field = fields[driver as keyof typeof fields];
      expect(value).toBe(WORKLOAD[field as keyof typeof WORKLOAD]);
      for (const turn of [below, above]) {
        if (turn === null) continue;
        // Memory is bought in whole MB.
        const step = driver === "memory" ? 1 : turn.value * 1e-6;
        const before = turn === above ? turn.value - step : turn.value + step;
        const after = turn === above ? turn.value + step : turn.value - step;
        const whole = (x: number) => (driver === "memory" ? Math.round(x) : x);
        const now = await costsWith({ [field]: whole(before) });
        const then = await costsWith({ [field]: whole(after) });
        const [old, next] = [verdict.cheapest ?? "", turn.cheapest];
        expect(now[old], `${driver} before`).toBeLessThanOrEqual(now[next] ?? 0);
        expect(then[next], `${driver} after`).toBeLessThanOrEqual(then[old] ?? 0);
      }
    }
  });
});

describe("what would have to change", () => {
  test("of a distribution is its mean duration, of which each part is rounded for itself", async () => {
    const { execution_time_ms: mean, ...rest } = WORKLOAD;
    const parts = (at: number) =>
      [0.5, 1.5].map((share) => ({ execution_time_ms: share * at, weight: 1 }));
    const ask100ms = (at: number) =>
      ask<CompareAnswer>("compare", {
        offers: [{ ...QUESTION.offers[0], provider: "gcp_cloudrun" }, ...QUESTION.offers.slice(1)],
        workload: { ...rest, durations: parts(at) },
      });
    const { verdict } = await ask100ms(mean);
    const [time] = verdict.would_change;
    expect(time).toMatchObject({ driver: "execution_time", value: mean });
    const turn = time?.below ?? time?.above;
    const beyond = turn === time?.below ? -0.001 : 0.001;
    const now = await ask100ms((turn?.value ?? 0) - beyond);
    const then = await ask100ms((turn?.value ?? 0) + beyond);
    expect(now.verdict.cheapest).toBe(verdict.cheapest);
    expect(then.verdict.cheapest).toBe(turn?.cheapest);
  });

  test("is as little as there is, where a size ends at the value itself", async () => {
    // A request of 128 MB is of the smallest size of OCI's, one with more of the next; Lambda has all.
    const { verdict } = await ask<CompareAnswer>("compare", {
      workload: { monthly_executions: 524_301, execution_time_ms: 5, memory_mb: 128 },
      include_free_tier: false,
      offers: ["oci_functions", "aws_lambda"].map((provider) => ({
        kind: "function",
        provider,
        region: "ap-northeast-1",
        id: provider,
      })),
    });
    expect(verdict.cheapest).toBe("oci_functions");
    const memory = verdict.would_change.find(({ driver }) => driver === "memory");
    expect(memory).toMatchObject({ below: null, above: { value: 128, cheapest: "aws_lambda" } });
  });

  test("is nothing where the least size at which an offer is sold is the value itself", async () => {
    // Four CPUs of Cloud Run come with 2 GiB or more, and are all that is asked for.
    const { verdict } = await ask<CompareAnswer>("compare", {
      workload: { monthly_executions: 1_000_000, execution_time_ms: 100, memory_mb: 2048 },
      offers: [
        {
          kind: "function",
          provider: "gcp_cloudrun",
          region: "us-east1",
          cpu_count: 4,
          id: "four",
        },
      ],
    });
    expect(verdict.cheapest).toBe("four");
    const memory = verdict.would_change.find(({ driver }) => driver === "memory");
    expect(memory).toMatchObject({ below: null, above: null });
  });

  test("names an end of a driver's range that alone has another cheapest offer", async () => {
    const asked = {
      ...QUESTION,
      workload: { monthly_executions: 100_000_000, execution_time_ms: 400, cpu_ms: 40 },
      offers: ["azure_functions", "aws_lambda"].map((provider) => ({
        kind: "function",
        provider,
        region: "ap-northeast-1",
        id: provider,
      })),
      include_free_tier: false,
    };
    const withMemory = (memory_mb: number) => ({
      ...asked,
      workload: { ...asked.workload, memory_mb },
    });
    const now = await ask<CompareAnswer>("compare", withMemory(200));
    expect(now.verdict.cheapest).toBe("aws_lambda");
    const memory = now.verdict.would_change.find(({ driver }) => driver === "memory");
    // Azure bills memory by 128 MB begun: of 128 MB half of what it bills of any more.
    expect(memory?.below).toEqual({ value: 128, cheapest: "azure_functions" });
    for (const [memoryMb, cheapest] of [
      [128, "azure_functions"],
      [129, "aws_lambda"],
    ] as const) {
      const { verdict } = await ask<CompareAnswer>("compare", withMemory(memoryMb));
      expect(verdict.cheapest, `${memoryMb} MB`).toBe(cheapest);
    }
    const { regimes, break_even_points: points } = await ask<BreakEvenAnswer>("break-even", {
      ...withMemory(200),
      driver: "memory",
      range: { min: 128, max: 240 },
    });
    expect(regimes.map(({ from, to, cheapest }) => [from, to, cheapest])).toEqual([
      [128, 128, "azure_functions"],
      [128, 240, "aws_lambda"],
    ]);
    expect(points).toEqual([
      { value: 128, cheaper_below: "azure_functions", cheaper_above: "aws_lambda" },
    ]);
  });
});

describe("POST /api/v1/break-even", () => {
  test("finds the price at which both cost the same", async () => {
    const price = { provider: "aws", service: "aws_lambda", meter: "compute" };
    const range = { min: 0, max: 0.001 };
    const answer = await ask<BreakEvenAnswer>("break-even", {
      ...QUESTION,
      driver: "price",
      price,
      range,
    });
    const [point] = answer.break_even_points;
    expect(point?.cheaper_below).toBe("functions");
    const { offers } = await ask<CompareAnswer>("compare", {
      ...QUESTION,
      custom_prices: [{ ...price, unit_price: point?.value }],
    });
    const cost = (id: string | null | undefined) =>
      offers.find((offer) => offer.id === id)?.monthly_cost ?? Number.NaN;
    expect(cost("functions") / cost(point?.cheaper_above)).toBeCloseTo(1, 9);
  });

  test("asks for the price that is meant, and says what it cannot look along", async () => {
    const send = (body: object) =>
      fetch("/api/v1/break-even", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const missing = await send({ ...QUESTION, driver: "price" });
    expect(missing.status).toBe(400);
    expect(((await missing.json()) as { detail: string }).detail).toMatch(/price must be given/u);
    const started = await send({
      ...QUESTION,
      workload: {
        monthly_executions: 1_000_000,
        memory_mb: 512,
        durations: Array.from({ length: 101 }, () => ({ execution_time_ms: 100, weight: 1 })),
        cold_starts: { ratio: 0.1, init_ms: 10.5 },
      },
      driver: "execution_time",
    });
    expect(started.status).toBe(400);
    expect(((await started.json()) as { detail: string }).detail).toBe(
      "driver cannot be used: this workload is not followed along its execution time",
    );
    const beyond = await send({ ...QUESTION, driver: "utilisation", range: { min: 0, max: 1 } });
    expect(((await beyond.json()) as { detail: string }).detail).toBe(
      "range.min must be at least 0.05",
    );
  });
});

describe("a workload of several functions", () => {
  const share = { memory_mb: 512, cpu_ms: 40, egress_per_request_kb: 2 };
  const functions = [
    { ...share, monthly_executions: 15_000_000, execution_time_ms: 40 },
    { ...share, monthly_executions: 5_000_000, execution_time_ms: 360 },
  ];
  const several = { ...QUESTION, workload: { functions } };

  test("is followed along the mean over its requests", async () => {
    const { verdict } = await ask<CompareAnswer>("compare", several);
    expect(verdict.would_change.map(({ driver, value }) => [driver, value])).toEqual([
      ["execution_time", 120],
      ["memory", 512],
      ["cpu_time", 40],
    ]);
    const [time] = verdict.would_change;
    for (const [flip, beyond] of [
      [time?.below, 1 - 1e-6],
      [time?.above, 1 + 1e-6],
    ] as const) {
      if (!flip) continue;
      const factor = (flip.value * beyond) / 120;
      const { verdict: there } = await ask<CompareAnswer>("compare", {
        ...QUESTION,
        workload: {
          functions: functions.map((one) => ({
            ...one,
            execution_time_ms: one.execution_time_ms * factor,
          })),
        },
      });
      expect(there.cheapest).toBe(flip.cheapest);
      expect(there.cheapest).not.toBe(verdict.cheapest);
    }
    expect([time?.below, time?.above].filter((flip) => flip !== null)).not.toEqual([]);
  });

  test("has ranges of costs, and no map", async () => {
    const map = await fetch("/api/v1/decision-map", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...several, execution_times: { min: 12, max: 1200, columns: 3 } }),
    });
    expect(map.status).toBe(400);
    const compared = await ask<CompareAnswer>("compare", several);
    const { offers } = await ask<UncertaintyAnswer>("uncertainty", {
      ...several,
      ranges: { execution_time: { min: 120, max: 240 } },
    });
    const twice = await ask<CompareAnswer>("compare", {
      ...QUESTION,
      workload: {
        functions: functions.map((one) => ({
          ...one,
          execution_time_ms: one.execution_time_ms * 2,
        })),
      },
    });
    expect(offers[0]?.least).toBeCloseTo(compared.offers[0]?.monthly_cost ?? 0, 6);
    expect(offers[0]?.most).toBeCloseTo(twice.offers[0]?.monthly_cost ?? 0, 6);
  });

  test("has no range of costs over time with instances that are kept, whose use may fall and rise", async () => {
    const response = await fetch("/api/v1/uncertainty", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        workload: { functions: functions.map((one) => ({ ...one, minimum_instances: 1 })) },
        offers: [{ kind: "function", provider: "gcp_cloudrun", region: "us-central1" }],
        ranges: { execution_time: { min: 120, max: 240 } },
      }),
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toBe(
      "ranges.execution_time cannot be used: this workload is not followed along its execution time",
    );
  });
});

describe("POST /api/v1/decision-map", () => {
  test("has in each column the regimes of a comparison at that time", async () => {
    const range = { min: 0, max: 1_000_000_000 };
    const { columns } = await ask<DecisionMapAnswer>("decision-map", {
      ...QUESTION,
      range,
      execution_times: { min: 20, max: 2000, columns: 7 },
    });
    expect(columns).toHaveLength(7);
    expect(columns[0]?.execution_time_ms).toBe(20);
    expect(columns.at(-1)?.execution_time_ms).toBe(2000);
    for (const { execution_time_ms: time, regimes } of columns) {
      const workload = { ...WORKLOAD, execution_time_ms: time };
      const compared = await ask<CompareAnswer>("compare", { ...QUESTION, workload, range });
      expect(regimes).toEqual(compared.regimes);
    }
  });
});

describe("every analysis", () => {
  test.each([
    ["break-even", { driver: "memory" }],
    ["budget", { amount: 10 }],
    ["decision-map", { execution_times: { min: 10, max: 100, columns: 2 } }],
    ["growth", { growth_percent: 5 }],
    ["uncertainty", { ranges: { requests: { min: 0, max: 10 } } }],
  ] as const)(
    "%s says what its prices rest on, and marks unconfirmed ones",
    async (path, asked) => {
      const offers = [
        { kind: "machine", provider: "sakura_cloud", region: "tk1", instance_type: "2core_4gb" },
      ];
      const answer = await ask<Record<string, unknown>>(path, { ...QUESTION, offers, ...asked });
      expect(answer).toMatchObject({
        prices_as_of: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
        oldest_source: { confidence: "low" },
        price_flags: expect.arrayContaining(["low_confidence"]),
      });
    },
  );
});

describe("POST /api/v1/budget", () => {
  test("buys the largest load that the amount pays for", async () => {
    for (const amount of [0, 5, 50, 400, 30_000]) {
      const { offers } = await ask<BudgetAnswer>("budget", { ...QUESTION, amount });
      for (const { id, executions_per_month: load, monthly_cost: cost, limit } of offers) {
        if (load === null) continue;
        expect(cost, `${id} for ${amount}`).toBeLessThanOrEqual(amount * (1 + 1e-12) + 1e-12);
        if (limit !== "amount") continue;
        const more = await costsWith({ monthly_executions: load + 2 });
        expect(more[id], `${id} for ${amount}`).toBeGreaterThan(amount);
      }
      const loads = offers.map((offer) => offer.executions_per_month ?? -1);
      expect(loads).toEqual(loads.toSorted((a, b) => b - a));
    }
  });
});

describe("POST /api/v1/growth", () => {
  test("adds up the months, finds when each break-even point is reached and when a change has paid", async () => {
    const growing = { ...QUESTION, growth_percent: 15, months: 36 };
    const migration = { from: "functions", to: "two", cost: 300 };
    const answer = await ask<GrowthAnswer>("growth", { ...growing, migration });
    expect(answer.months).toHaveLength(36);
    let sum = 0;
    for (const { month, executions, costs, cumulated } of answer.months) {
      expect(executions).toBeCloseTo(WORKLOAD.monthly_executions * 1.15 ** month, 3);
      sum += costs["functions"] ?? 0;
      expect(cumulated["functions"]).toBeCloseTo(sum, 6);
    }
    const some = answer.months[7];
    const there = await costsWith({ monthly_executions: Math.round(some?.executions ?? 0) });
    expect(some?.costs["functions"]).toBeCloseTo(there["functions"] ?? 0, 3);
    for (const { month, executions_per_month: load } of answer.break_even_points) {
      expect(WORKLOAD.monthly_executions * 1.15 ** month).toBeGreaterThanOrEqual(load);
      expect(WORKLOAD.monthly_executions * 1.15 ** (month - 1)).toBeLessThan(load);
    }
    const paid = answer.payback_month;
    const saved = (month: number) =>
      (answer.months[month]?.cumulated["functions"] ?? 0) -
      (answer.months[month]?.cumulated["two"] ?? 0);
    if (paid === null) expect(saved(35)).toBeLessThan(300);
    else {
      expect(saved(paid)).toBeGreaterThanOrEqual(300);
      if (paid > 0) expect(saved(paid - 1)).toBeLessThan(300);
    }
  });

  test("takes only what carries every month's load for the cheapest in all", async () => {
    const machine = { kind: "machine", provider: "aws_ec2", region: "us-east-1" };
    const small = { ...machine, id: "small", instance_type: "t3.micro", sizing: "fixed" };
    const enough = { ...machine, id: "enough", instance_type: "m5.large", sizing: "peak" };
    const growing = {
      workload: { monthly_executions: 1_000_000, execution_time_ms: 200, memory_mb: 128 },
      growth_percent: 50,
      months: 12,
    };
    const cheapestOf = async (offers: readonly unknown[]) =>
      (await ask<GrowthAnswer>("growth", { ...growing, offers })).cheapest_in_all;
    expect(await cheapestOf([small, enough])).toBe("enough");
    expect(await cheapestOf([small])).toBe("small");
  });

  test("finds the break-even points of every load that is reached, beyond the range asked for too", async () => {
    const answer = await ask<GrowthAnswer>("growth", {
      workload: { monthly_executions: 500_000_000, execution_time_ms: 10, memory_mb: 128 },
      offers: [
        { kind: "function", provider: "aws_lambda", region: "us-east-1" },
        {
          kind: "machine",
          provider: "oci",
          region: "us-east-1",
          instance_type: "VM.Standard.E4.Flex_8_64",
        },
      ],
      growth_percent: 20,
      months: 12,
    });
    expect(answer.break_even_points).toMatchObject([{ month: 4 }]);
    expect(answer.break_even_points[0]?.executions_per_month).toBeGreaterThan(1e9);
  });

  test("names the offers when a migration names none of them", async () => {
    const response = await fetch("/api/v1/growth", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...QUESTION,
        growth_percent: 5,
        migration: { from: "functoins", to: "two" },
      }),
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toBe(
      'migration.from: there is no offer "functoins"; there are functions, machines, two',
    );
  });
});

describe("POST /api/v1/uncertainty", () => {
  test("holds the cost of every question within the ranges", async () => {
    const ranges = {
      requests: { min: 1_000_000, max: 200_000_000 },
      execution_time: { min: 20, max: 900 },
      egress: { min: 0, max: 50 },
      utilisation: { min: 0.3, max: 0.9 },
    };
    const answer = await ask<UncertaintyAnswer>("uncertainty", { ...QUESTION, ranges });
    for (let step = 0; step <= 6; step += 1) {
      const between = ({ min, max }: { min: number; max: number }, part: number) =>
        min + (max - min) * part;
      const costs = await costsWith({
        monthly_executions: Math.round(between(ranges.requests, step / 6)),
        execution_time_ms: between(ranges.execution_time, ((step * 5) % 7) / 6),
        egress_per_request_kb: between(ranges.egress, ((step * 3) % 7) / 6),
        target_utilisation: between(ranges.utilisation, ((step * 2) % 7) / 6),
      });
      for (const { id, least, most } of answer.offers) {
        expect(costs[id], id).toBeGreaterThanOrEqual((least ?? Number.NaN) - 1e-9);
        expect(costs[id], id).toBeLessThanOrEqual((most ?? Number.NaN) + 1e-9);
      }
    }
    for (const { input, wins } of answer.shares) {
      const sum = Object.values(wins).reduce((total, share) => total + share, 0);
      expect(sum, input).toBeCloseTo(1, 9);
    }
  });
});
