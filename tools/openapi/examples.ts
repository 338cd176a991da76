/** A good question that the document shows; its answer is computed when the document is made. */
export interface DocumentedExample {
  readonly summary: string;
  /** The body of a POST, or the parameters of a GET, those in the path included. */
  readonly input: Readonly<Record<string, unknown>>;
}

const WORKLOAD = {
  monthly_executions: 100_000_000,
  execution_time_ms: 400,
  memory_mb: 512,
  cpu_ms: 40,
  egress_per_request_kb: 10,
};
const FUNCTIONS = {
  kind: "function",
  id: "functions",
  provider: "aws_lambda",
  region: "ap-northeast-1",
  architecture: "arm64",
};
const MACHINES = {
  kind: "machine",
  id: "machines",
  provider: "aws_ec2",
  region: "ap-northeast-1",
  instance_type: "t4g.small",
  sizing: "peak",
};
const COMPARED = { workload: WORKLOAD, offers: [FUNCTIONS, MACHINES] };
const LAMBDA = { memory_mb: 512, execution_time_seconds: 0.4, region: "ap-northeast-1" };
const MACHINE = { provider: "aws_ec2", instance_type: "t3.small", region: "ap-northeast-1" };

/** By the route's path; the first is also the example of the query string. */
export const DOCUMENTED_EXAMPLES: Readonly<Record<string, readonly DocumentedExample[]>> = {
  "/health": [],
  "/api/v1/compare": [
    { summary: "Lambda against a fleet that carries the peak", input: COMPARED },
    {
      summary: "Three clouds in Tokyo, in yen, with a distribution of durations",
      input: {
        workload: {
          monthly_executions: 20_000_000,
          memory_mb: 1024,
          durations: [
            { execution_time_ms: 80, percentile: 50 },
            { execution_time_ms: 210, percentile: 95 },
            { execution_time_ms: 900, percentile: 99 },
          ],
          cold_starts: { ratio: 0.01, init_ms: 600 },
        },
        offers: [
          { kind: "function", provider: "gcp_cloudrun", region: "ap-northeast-1" },
          {
            kind: "machine",
            provider: "azure",
            region: "ap-northeast-1",
            instance_type: "Standard_B2s",
            purchase: "commitment_1y",
          },
          {
            kind: "machine",
            provider: "sakura_cloud",
            region: "tk1",
            instance_type: "2core_4gb",
            sizing: "fixed",
            machines: 2,
          },
        ],
        currency: "JPY",
        exchange_rate: 150,
      },
    },
    {
      summary: "The load as a CSV of hourly counts",
      input: {
        workload: {
          hourly_counts: hourlyCounts(
            "2026-11-23",
            [
              900, 600, 450, 400, 500, 900, 2100, 4300, 7200, 8800, 9400, 9100, 8300, 8900, 9600,
              9300, 8700, 7900, 6400, 5200, 4100, 3000, 2000, 1300,
            ],
          ),
          execution_time_ms: 120,
          memory_mb: 512,
        },
        offers: [FUNCTIONS, { ...MACHINES, sizing: "autoscaled" }],
      },
    },
  ],
  "/api/v1/chart.svg": [
    { summary: "Lambda against a fleet that carries the peak", input: { ...COMPARED, width: 720 } },
  ],
  "/api/v1/search": [
    {
      summary: "The three cheapest arm64 machines in Tokyo and Osaka",
      input: {
        workload: WORKLOAD,
        kinds: ["machine"],
        regions: ["ap-northeast-1", "ap-northeast-3"],
        architectures: ["arm64"],
        limit: 3,
      },
    },
  ],
  "/api/v1/break-even": [
    {
      summary: "How long may a request take?",
      input: { ...COMPARED, driver: "execution_time", range: { min: 10, max: 10_000 } },
    },
    {
      summary: "How dear may a GB-second be?",
      input: {
        ...COMPARED,
        driver: "price",
        price: { provider: "aws", service: "aws_lambda", meter: "compute" },
        range: { min: 0, max: 0.0001 },
      },
    },
  ],
  "/api/v1/decision-map": [
    {
      summary: "From 10 ms to 10 s in four columns",
      input: { ...COMPARED, execution_times: { min: 10, max: 10_000, columns: 4 } },
    },
  ],
  "/api/v1/budget": [
    { summary: "What do 100 dollars a month buy?", input: { ...COMPARED, amount: 100 } },
  ],
  "/api/v1/growth": [
    {
      summary: "Half a year of growth, and a migration",
      input: {
        ...COMPARED,
        growth_percent: 8,
        months: 6,
        migration: { from: "functions", to: "machines", cost: 500 },
      },
    },
  ],
  "/api/v1/uncertainty": [
    {
      summary: "Requests and time are known as ranges",
      input: {
        ...COMPARED,
        ranges: {
          requests: { min: 50_000_000, max: 200_000_000 },
          execution_time: { min: 200, max: 600 },
        },
      },
    },
  ],
  "/api/v1/batch": [
    {
      summary: "A function, a machine that is not sold, and a conversion",
      input: {
        items: [
          {
            calculation: "calculator/lambda",
            body: { ...LAMBDA, monthly_executions: 100_000_000 },
          },
          {
            calculation: "calculator/vm",
            body: { ...MACHINE, instance_type: "t3.smal" },
          },
          { calculation: "calculator/currency/convert", body: { amount: 100 } },
        ],
      },
    },
  ],
  "/api/v1/catalog": [],
  "/api/v1/catalog/:provider/:region": [
    {
      summary: "Sakura Cloud in Tokyo",
      input: { provider: "sakura", region: "tk1" },
    },
  ],
  "/api/v1/calculator/lambda": [
    {
      summary: "100 million requests of 400 ms",
      input: { ...LAMBDA, monthly_executions: 100_000_000, egress_per_request_kb: 10 },
    },
  ],
  "/api/v1/calculator/vm": [
    {
      summary: "A machine and what it sends",
      input: { ...MACHINE, monthly_executions: 100_000_000, egress_per_request_kb: 10 },
    },
  ],
  "/api/v1/calculator/serverless": [
    {
      summary: "Cloud Run",
      input: {
        provider: "gcp_cloudrun",
        memory_mb: 512,
        execution_time_seconds: 0.4,
        monthly_executions: 100_000_000,
      },
    },
  ],
  "/api/v1/calculator/serverless/providers": [],
  "/api/v1/calculator/comparison": [
    {
      summary: "Up to 50 million requests, at five loads",
      input: {
        lambda_config: LAMBDA,
        vm_configs: [MACHINE],
        execution_range: { min: 0, max: 50_000_000, steps: 5 },
      },
    },
  ],
  "/api/v1/calculator/export_csv": [
    {
      summary: "One machine, in yen",
      input: {
        lambda_config: { ...LAMBDA, monthly_executions: 100_000_000 },
        vm_configs: [MACHINE],
        currency: "JPY",
        exchange_rate: 150,
      },
    },
  ],
  "/api/v1/calculator/instances": [
    { summary: "Sakura Cloud's", input: { provider: "sakura_cloud", region: "tk1" } },
  ],
  "/api/v1/calculator/recommend": [
    {
      summary: "The two nearest of Amazon EC2",
      input: { lambda_memory_mb: 2048, provider: "aws_ec2", limit: 2 },
    },
  ],
  "/api/v1/calculator/currency/convert": [
    { summary: "100 dollars", input: { amount: 100, exchange_rate: 150 } },
  ],
};

/** A CSV of a day's counts. */
function hourlyCounts(day: string, counts: readonly number[]): string {
  const lines = counts.map((count, hour) => `${day} ${String(hour).padStart(2, "0")}:00,${count}`);
  return ["time,requests", ...lines].join("\n");
}
