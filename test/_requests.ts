/** One good request for each endpoint, with everything that can be said in it. */
export interface ExampleRequest {
  readonly path: string;
  /** The path as the route has it, where a part of it is a parameter. */
  readonly route?: string;
  readonly method: "GET" | "POST";
  readonly body?: Readonly<Record<string, unknown>>;
}

const LAMBDA = {
  memory_mb: 512,
  execution_time_seconds: 0.12,
  include_free_tier: true,
  egress_per_request_kb: 25.5,
  internet_transfer_ratio: 80,
};

const MACHINES = [
  { provider: "aws_ec2", instance_type: "t3.small", region: "ap-northeast-1" },
  { provider: "google_cloud", instance_type: "e2-medium", region: "ap-northeast-1" },
  { provider: "azure", instance_type: "B2s", region: "japaneast" },
  { provider: "oci", instance_type: "VM.Standard.E4.Flex_2_16", region: "ap-tokyo-1" },
  { provider: "sakura_cloud", instance_type: "2core_4gb", region: "tk1" },
];

const COMPARED = {
  workload: {
    monthly_executions: 20_000_000,
    execution_time_ms: 120,
    memory_mb: 512,
    cpu_ms: 40,
    egress_per_request_kb: 2,
  },
  offers: [
    { kind: "function", provider: "aws_lambda", region: "us-east-1", id: "functions" },
    { kind: "machine", ...MACHINES[0], id: "machines" },
    { kind: "machine", ...MACHINES[2], sizing: "fixed", machines: 2, id: "two" },
  ],
};

export const EXAMPLES: readonly ExampleRequest[] = [
  {
    path: "/api/v1/compare",
    method: "POST",
    body: {
      workload: {
        monthly_executions: 80_000_000,
        execution_time_ms: 120,
        memory_mb: 512,
        egress_per_request_kb: 10,
        internet_transfer_ratio: 100,
        peak_to_average: 3,
        cpu_ms: 40,
      },
      offers: [
        { kind: "function", provider: "aws_lambda", region: "us-east-1", architecture: "arm64" },
        { kind: "function", provider: "gcp_cloudrun", region: "us-east-1", cpu_count: 1 },
        ...MACHINES.map((machine) => ({ kind: "machine", ...machine, sizing: "peak" })),
        { kind: "machine", ...MACHINES[0], sizing: "fixed", machines: 2 },
      ],
      range: { min: 0, max: 1_000_000_000 },
      include_free_tier: true,
      currency: "JPY",
      exchange_rate: 151.2,
    },
  },
  {
    path: "/api/v1/compare",
    method: "POST",
    body: {
      workload: {
        functions: [
          {
            monthly_executions: 9_000_000,
            memory_mb: 1024,
            durations: [
              { execution_time_ms: 80, percentile: 50 },
              { execution_time_ms: 210.5, percentile: 95 },
              { execution_time_ms: 900, percentile: 99 },
            ],
            cold_starts: { ratio: 0.01, init_ms: 600 },
            egress_per_request_kb: 20,
            log_per_request_kb: 1,
          },
          { monthly_executions: 500_000, memory_mb: 512, execution_time_ms: 1500, cpu_ms: 200 },
        ],
        hourly_weights: [
          2, 1, 1, 1, 1, 2, 4, 8, 12, 14, 15, 15, 14, 13, 13, 12, 11, 10, 9, 8, 7, 5, 4, 3,
        ],
      },
      offers: [
        {
          kind: "function",
          provider: "aws_lambda",
          region: "eu-central-1",
          provisioned_concurrency: { instances: 3, hours: 300, executions_share: 0.4 },
          ephemeral_storage_mb: 1024,
        },
        { kind: "function", provider: "gcp_cloudrun", region: "eu-central-1", concurrency: 10 },
        {
          kind: "machine",
          provider: "aws_ec2",
          region: "eu-central-1",
          instance_type: "m7g.large",
          purchase: "commitment_1y",
          sizing: "autoscaled",
        },
        {
          kind: "machine",
          provider: "azure",
          region: "eu-central-1",
          instance_type: "Standard_D2s_v5",
          purchase: "spot",
        },
      ],
      custom_prices: [
        { provider: "azure", discount_percent: 12.5 },
        { provider: "aws", service: "aws_lambda", meter: "requests", unit_price: 0.0000001 },
      ],
      side_costs: { operations: { machine_hours: 2, usd_per_hour: 80 } },
    },
  },
  {
    path: "/api/v1/compare",
    method: "POST",
    body: {
      ...COMPARED,
      workload: {
        hourly_counts: Array.from(
          { length: 48 },
          (_, hour) => `2026-11-${hour < 24 ? 24 : 25} ${hour % 24}:00;${hour * 1000}`,
        ).join("\n"),
        execution_time_ms: 120,
        memory_mb: 512,
      },
    },
  },
  {
    path: "/api/v1/chart.svg",
    method: "GET",
    body: {
      ...COMPARED,
      range: { min: 1000, max: 1e10 },
      currency: "JPY",
      width: 1000,
      height: 600,
    },
  },
  {
    path: "/api/v1/search",
    method: "POST",
    body: {
      workload: {
        requests_per_second: 120,
        execution_time_ms: 90,
        memory_mb: 512,
        cpu_ms: 30,
        egress_per_request_kb: 4,
      },
      regions: ["eu-central-1", "asia-northeast1"],
      purchases: ["on_demand", "commitment_1y"],
      architectures: ["arm64"],
      most_machines: 20,
      limit: 25,
      currency: "JPY",
      exchange_rate: 151.2,
    },
  },
  {
    path: "/api/v1/break-even",
    method: "POST",
    body: { ...COMPARED, driver: "execution_time", range: { min: 1, max: 10_000 } },
  },
  {
    path: "/api/v1/break-even",
    method: "POST",
    body: {
      ...COMPARED,
      driver: "price",
      price: { provider: "aws", service: "aws_lambda", meter: "compute" },
      range: { min: 0, max: 0.0001 },
    },
  },
  {
    path: "/api/v1/decision-map",
    method: "POST",
    body: { ...COMPARED, execution_times: { min: 10, max: 10_000, columns: 12 } },
  },
  { path: "/api/v1/budget", method: "POST", body: { ...COMPARED, amount: 100 } },
  {
    path: "/api/v1/growth",
    method: "POST",
    body: {
      ...COMPARED,
      growth_percent: 8,
      months: 24,
      migration: { from: "functions", to: "machines", cost: 500 },
    },
  },
  {
    path: "/api/v1/uncertainty",
    method: "POST",
    body: {
      ...COMPARED,
      ranges: { requests: { min: 1e6, max: 1e8 }, execution_time: { min: 50, max: 400 } },
    },
  },
  {
    path: "/api/v1/batch",
    method: "POST",
    body: {
      items: [
        { calculation: "compare", body: COMPARED },
        { calculation: "calculator/vm", body: { provider: "aws_ec2", instance_type: "t9.nano" } },
        { calculation: "search", body: { workload: COMPARED.workload, limit: 2 } },
        { calculation: "no-such-thing", body: {} },
        "neither",
        { calculation: "calculator/currency/convert", body: { amount: 5 } },
      ],
    },
  },
  { path: "/api/v1/catalog", method: "GET" },
  {
    path: "/api/v1/catalog/oci/ap-tokyo-1",
    route: "/api/v1/catalog/:provider/:region",
    method: "GET",
  },
  {
    path: "/api/v1/calculator/lambda",
    method: "POST",
    body: { ...LAMBDA, monthly_executions: 8_000_000_000, architecture: "arm64" },
  },
  {
    path: "/api/v1/calculator/vm",
    method: "POST",
    body: { ...MACHINES[4], monthly_executions: 50_000_000, egress_per_request_kb: 100 },
  },
  {
    path: "/api/v1/calculator/serverless",
    method: "POST",
    body: {
      provider: "gcp_functions",
      memory_mb: 1024,
      execution_time_seconds: 0.345,
      monthly_executions: 12_345_678,
      egress_per_request_kb: 3,
      exchange_rate: 149.5,
    },
  },
  { path: "/api/v1/calculator/serverless/providers", method: "GET" },
  {
    path: "/api/v1/calculator/comparison",
    method: "POST",
    body: {
      lambda_config: LAMBDA,
      vm_configs: MACHINES,
      execution_range: { min: 0, max: 500_000_000, steps: 20 },
      custom_egress_rates: { aws_lambda: 0.1, azure: 0.07 },
    },
  },
  {
    path: "/api/v1/calculator/export_csv",
    method: "POST",
    body: {
      lambda_config: { ...LAMBDA, monthly_executions: 90_000_000 },
      vm_configs: MACHINES,
      currency: "JPY",
    },
  },
  { path: "/api/v1/calculator/instances", method: "GET", body: { provider: "oci" } },
  { path: "/api/v1/calculator/recommend", method: "POST", body: { lambda_memory_mb: 3008 } },
  {
    path: "/api/v1/calculator/currency/convert",
    method: "POST",
    body: { amount: -1234.5, from_currency: "JPY", to_currency: "USD", exchange_rate: 151.2 },
  },
];

/** A body as a query string: nested values as JSON, as the API reads them. */
export function queryOf(body: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  ).toString();
}

/** How a client sends an example. */
export function initOf({ method, body }: ExampleRequest): RequestInit {
  if (method === "GET") return {};
  return {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** The path of an example, with its body in the query when it is sent by GET. */
export function pathOf({ method, path, body }: ExampleRequest): string {
  return method === "GET" && body !== undefined ? `${path}?${queryOf(body)}` : path;
}
