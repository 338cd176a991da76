import { describe, expect, test } from "vitest";
import { EXAMPLES, initOf } from "../_requests.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();

async function data<T>(path: string, body?: unknown): Promise<T> {
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        };
  const response = await fetch(path, init);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  const answer = JSON.parse(text) as { success: boolean; data: T };
  expect(answer.success).toBe(true);
  return answer.data;
}

interface MachineFigures {
  readonly hourly_cost_usd: number;
  readonly monthly_cost_usd: number;
  readonly monthly_cost_jpy?: number;
  readonly egress_cost_jpy?: number;
  readonly total_monthly_cost_jpy?: number;
  readonly total_monthly_cost_usd?: number;
  readonly specs: {
    readonly vcpu: number;
    readonly memory_gb: number;
    readonly storage_gb?: number;
  };
  readonly configuration: { readonly region: string };
}

const vm = (body: Record<string, unknown>) => data<MachineFigures>("/api/v1/calculator/vm", body);

describe("machines by the names that clients use", () => {
  test.each(["B1ls", "B1s", "B1ms", "B2s", "B2ms", "A1_Basic", "D3", "D4"])(
    "Azure's old short name %s is priced",
    async (instance_type) => {
      const machine = await vm({ provider: "azure", instance_type, region: "japaneast" });
      expect(machine.monthly_cost_usd).toBeCloseTo(machine.hourly_cost_usd * 730, 9);
      expect(machine.hourly_cost_usd).toBeGreaterThan(0);
    },
  );

  test.each([
    ["VM.Standard.E2.1.Micro", 0],
    ["VM.Standard.E2.1.Micro_Free", 0],
    ["VM.Standard.A1.Flex_Free", 0],
    ["VM.Standard.A1.Flex_1_6", 1 * 0.01 + 6 * 0.0015],
    ["VM.Standard.A1.Flex_2_12", 2 * 0.01 + 12 * 0.0015],
    ["VM.Standard.E4.Flex_1_8", 1 * 0.025 + 8 * 0.0015],
    ["VM.Standard.E4.Flex_2_16", 2 * 0.025 + 16 * 0.0015],
    ["VM.Standard.E4.Flex_3_20", 3 * 0.025 + 20 * 0.0015],
  ])("OCI's %s costs what its OCPUs and its memory cost", async (instance_type, hourly) => {
    const machine = await vm({ provider: "oci", instance_type, region: "ap-tokyo-1" });
    expect(machine.hourly_cost_usd).toBeCloseTo(hourly, 12);
    expect(machine.monthly_cost_usd).toBeCloseTo(hourly * 730, 9);
  });

  test.each(["1core_1gb", "2core_2gb", "2core_4gb", "4core_8gb", "6core_12gb"])(
    "Sakura's %s is priced in yen, and its egress is free",
    async (instance_type) => {
      const machine = await vm({
        provider: "sakura_cloud",
        instance_type,
        monthly_executions: 1_000_000,
        egress_per_request_kb: 100,
        exchange_rate: 160,
      });
      expect(machine.monthly_cost_jpy).toBeGreaterThan(1000);
      expect(machine.egress_cost_jpy).toBe(0);
      expect(machine.total_monthly_cost_jpy).toBe(machine.monthly_cost_jpy);
      expect(machine.monthly_cost_usd).toBeCloseTo((machine.monthly_cost_jpy ?? 0) / 160, 9);
      expect(machine.specs.storage_gb).toBeGreaterThan(0);
    },
  );

  test("a custom egress rate for Sakura is in dollars, as all custom rates are", async () => {
    const machine = await vm({
      provider: "sakura_cloud",
      instance_type: "1core_1gb",
      monthly_executions: 1024 * 1024,
      egress_per_request_kb: 1,
      custom_egress_rates: { sakura_cloud: 2 },
      exchange_rate: 150,
    });
    expect(machine.egress_cost_jpy).toBeCloseTo(300, 9);
  });
});

describe("a region's name of another provider stands for the same city", () => {
  test.each([
    ["google_cloud", "e2-micro", "ap-northeast-1", "asia-northeast1"],
    ["azure", "Standard_B1s", "ap-northeast-1", "japaneast"],
    ["oci", "VM.Standard.E4.Flex", "asia-northeast1", "ap-tokyo-1"],
    ["sakura_cloud", "1core_1gb", "ap-northeast-1", "tk1"],
    ["sakura_cloud", "1core_1gb", "tk1a", "tk1"],
    ["aws_ec2", "t3.micro", "japaneast", "ap-northeast-1"],
    ["google_cloud", "e2-micro", "us-east-1", "us-east4"],
    ["azure", "Standard_B1s", "us-ashburn-1", "eastus"],
    ["aws_ec2", "t3.micro", "eastus", "us-east-1"],
  ])("%s %s in %s is priced in %s", async (provider, instance_type, region, own) => {
    const machine = await vm({ provider, instance_type, region });
    expect(machine.configuration.region).toBe(own);
  });
});

describe("function services", () => {
  test.each([
    "aws_lambda",
    "gcp_functions",
    "gcp_cloudrun",
    "azure_functions",
    "azure_functions_flex",
    "oci_functions",
    "cloudflare_workers",
  ])("%s gives a total that is the sum of its parts, egress included", async (provider) => {
    const answer = await data<{
      total_cost_usd: number;
      total_cost_jpy: number;
      cost_breakdown: Record<string, number>;
      resource_usage: Record<string, number>;
    }>("/api/v1/calculator/serverless", {
      provider,
      memory_mb: 128,
      execution_time_seconds: 0.25,
      monthly_executions: 500_000_000,
      egress_per_request_kb: 40,
      exchange_rate: 152.5,
    });
    const { request_cost, compute_cost, egress_cost, subscription_cost } = answer.cost_breakdown;
    const sum =
      (request_cost ?? 0) + (compute_cost ?? 0) + (egress_cost ?? 0) + (subscription_cost ?? 0);
    expect(answer.total_cost_usd).toBeCloseTo(sum, 6);
    expect(answer.total_cost_jpy).toBeCloseTo(answer.total_cost_usd * 152.5, 6);
    expect(compute_cost).toBeGreaterThan(0);
    expect(egress_cost === 0).toBe(provider === "cloudflare_workers");
    expect(answer.resource_usage["requests_used"]).toBe(500_000_000);
  });

  test.each([
    ["aws_lambda", 0.25],
    ["gcp_functions", 0.25],
    ["gcp_cloudrun", 0.25],
    ["azure_functions", 0.25],
    // The least instance has 512 MB.
    ["azure_functions_flex", 1],
    ["oci_functions", 0.25],
    // Memory is not billed.
    ["cloudflare_workers", 0],
  ])("%s says its GB-seconds, %d of a request of 2 s", async (provider, gbSeconds) => {
    const { resource_usage: usage } = await data<{ resource_usage: Record<string, number> }>(
      "/api/v1/calculator/serverless",
      { provider, memory_mb: 128, execution_time_seconds: 2, monthly_executions: 1000 },
    );
    expect(usage["gb_seconds_used"]).toBeCloseTo(gbSeconds * 1000, 9);
    expect(usage["gb_seconds_free"]).toBeCloseTo(gbSeconds * 1000, 9);
    expect(usage["requests_used"]).toBe(1000);
    expect(usage["requests_free"]).toBe(1000);
  });

  test("the free tiers that each service says it has are taken off its bill", async () => {
    const { supported_providers: services, provider_info: info } = await data<{
      supported_providers: string[];
      provider_info: Record<string, { free_tier: Record<string, number> }>;
    }>("/api/v1/calculator/serverless/providers");
    expect(services).toHaveLength(7);
    for (const provider of services) {
      const requests = info[provider]?.free_tier["requests"] ?? 0;
      expect(requests, provider).toBeGreaterThan(0);
      const { cost_breakdown: costs } = await data<{ cost_breakdown: Record<string, number> }>(
        "/api/v1/calculator/serverless",
        { provider, memory_mb: 128, execution_time_seconds: 0.001, monthly_executions: requests },
      );
      expect(costs["request_cost"], provider).toBe(0);
    }
  });
});

describe("comparison", () => {
  const body = {
    lambda_config: {
      memory_mb: 512,
      execution_time_seconds: 0.2,
      include_free_tier: true,
      egress_per_request_kb: 50,
    },
    vm_configs: [
      { provider: "aws_ec2", instance_type: "t3.small" },
      { provider: "sakura_cloud", instance_type: "4core_8gb" },
    ],
    execution_range: { min: 0, max: 50_000_000, steps: 3 },
  };

  interface Comparison {
    readonly comparison_data: readonly { executions_per_month: number }[];
    readonly break_even_points: readonly { vm_instance: string; executions_per_month: number }[];
  }

  test("a break-even point is where both sides cost the same, egress included", async () => {
    const { break_even_points: points } = await data<Comparison>(
      "/api/v1/calculator/comparison",
      body,
    );
    expect(points.map(({ vm_instance }) => vm_instance)).toContain("t3.small");
    for (const { vm_instance, executions_per_month } of points) {
      const at = Math.round(executions_per_month);
      const functions = await data<{ total_cost: number }>("/api/v1/calculator/lambda", {
        ...body.lambda_config,
        monthly_executions: at,
      });
      const machine = await vm({
        ...body.vm_configs.find((config) => config.instance_type === vm_instance),
        monthly_executions: at,
        egress_per_request_kb: 50,
      });
      expect(functions.total_cost).toBeCloseTo(machine.total_monthly_cost_usd ?? 0, 4);
    }
  });

  test("a pair that does not cross within the range has no point", async () => {
    const { break_even_points: points } = await data<Comparison>("/api/v1/calculator/comparison", {
      ...body,
      execution_range: { min: 0, max: 1000, steps: 2 },
    });
    expect(points).toEqual([]);
  });

  test("the points run evenly from the least to the most, in whole numbers", async () => {
    const { comparison_data: points } = await data<Comparison>("/api/v1/calculator/comparison", {
      ...body,
      execution_range: { min: 7, max: 1007, steps: 4 },
    });
    expect(points.map((point) => point.executions_per_month)).toEqual([7, 340, 673, 1007]);
  });

  test("one point is the least load", async () => {
    const { comparison_data: points } = await data<Comparison>("/api/v1/calculator/comparison", {
      ...body,
      execution_range: { min: 7, max: 1007, steps: 1 },
    });
    expect(points.map((point) => point.executions_per_month)).toEqual([7]);
  });
});

test("one type in two regions is two columns of a comparison, twice in one region one", async () => {
  const type = { provider: "aws_ec2", instance_type: "t3.small" };
  const { comparison_data: points } = await data<{
    comparison_data: { vm_costs: Record<string, number> }[];
  }>("/api/v1/calculator/comparison", {
    lambda_config: { memory_mb: 128, execution_time_seconds: 1 },
    vm_configs: [type, { ...type, region: "us-east-1" }, type],
    execution_range: { steps: 2 },
  });
  const costs = points[0]?.vm_costs ?? {};
  expect(Object.keys(costs)).toEqual(["aws_ec2_t3.small", "aws_ec2_t3.small_us-east-1"]);
  expect(costs["aws_ec2_t3.small"]).toBeGreaterThan(costs["aws_ec2_t3.small_us-east-1"] ?? 0);
});

describe("lists of machines", () => {
  test("all five providers are there, each type with its price and what it has", async () => {
    const all = await data<Record<string, Record<string, MachineFigures>>>(
      "/api/v1/calculator/instances",
    );
    expect(Object.keys(all)).toEqual(["aws_ec2", "google_cloud", "azure", "oci", "sakura_cloud"]);
    for (const types of Object.values(all)) {
      for (const [name, { monthly_cost_usd, hourly_cost_usd, specs }] of Object.entries(types)) {
        expect(monthly_cost_usd, name).toBeCloseTo(hourly_cost_usd * 730, 6);
        expect(specs.vcpu, name).toBeGreaterThan(0);
        expect(specs.memory_gb, name).toBeGreaterThan(0);
      }
    }
    expect(all["aws_ec2"]?.["t3.micro"]?.hourly_cost_usd).toBe(0.0136);
  });

  test("one provider and one region can be asked for", async () => {
    const one = await data<Record<string, Record<string, MachineFigures>>>(
      "/api/v1/calculator/instances?provider=aws_ec2&region=us-east-1",
    );
    expect(Object.keys(one)).toEqual(["aws_ec2"]);
    expect(one["aws_ec2"]?.["t3.micro"]?.hourly_cost_usd).toBe(0.0104);
  });

  test("recommendations hold the function's memory, nearest first, at most 20 of each", async () => {
    const found = await data<
      Record<string, { memory_ratio: number; specs: { memory_gb: number } }[]>
    >("/api/v1/calculator/recommend", { lambda_memory_mb: 3008 });
    expect(Object.keys(found)).toHaveLength(5);
    for (const types of Object.values(found)) {
      expect(types.length).toBeLessThanOrEqual(20);
      const ratios = types.map(({ memory_ratio }) => memory_ratio);
      expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
      expect(Math.min(...ratios, 1)).toBe(1);
    }
  });
});

describe("currency", () => {
  test.each([
    ["USD", "JPY", 10, 1500],
    ["JPY", "USD", 1500, 10],
    ["USD", "USD", 3.5, 3.5],
    ["JPY", "JPY", -7, -7],
    ["JPY", "USD", 49 * 150, 49],
  ])("%s to %s: %d is %d", async (from_currency, to_currency, amount, expected) => {
    const { converted_amount } = await data<{ converted_amount: number }>(
      "/api/v1/calculator/currency/convert",
      { amount, from_currency, to_currency, exchange_rate: 150 },
    );
    expect(converted_amount).toBeCloseTo(expected, 10);
  });
});

test("the CSV is a download under the name that the old system gave it", async () => {
  const example = EXAMPLES.find(({ path }) => path.endsWith("export_csv"));
  if (example === undefined) throw new Error("there is an example for each route");
  const response = await fetch(example.path, initOf(example));
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe(
    "attachment; filename=cost_comparison_with_egress.csv",
  );
});
