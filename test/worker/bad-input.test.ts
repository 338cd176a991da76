import { describe, expect, test } from "vitest";
import { EXAMPLES, initOf } from "../_requests.ts";
import { inProcess } from "../_runtimes.ts";

const { fetch } = inProcess();
const LAMBDA = "/api/v1/calculator/lambda";
const GOOD = { memory_mb: 512, execution_time_seconds: 1, monthly_executions: 1000 };

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly error: string;
}

async function post(path: string, body: unknown): Promise<Response> {
  return await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The answer must be the one shape that all errors have. */
async function problemOf(response: Response, status: number): Promise<ProblemDocument> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = JSON.parse(text) as ProblemDocument;
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^urn:cost-simulator:problem:[a-z-]+$/u),
    title: expect.any(String),
    status,
    instance: expect.stringMatching(/^\//u),
    error: problem.detail,
    success: false,
  });
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts\b/u);
  return problem;
}

describe("a wrong field is named, with what is allowed", () => {
  test.each([
    [{ ...GOOD, memory_mb: undefined }, "memory_mb", "is required"],
    [{ ...GOOD, memory_mb: 127 }, "memory_mb", "at least 128"],
    [{ ...GOOD, memory_mb: 10_241 }, "memory_mb", "at most 10240"],
    [{ ...GOOD, memory_mb: 512.5 }, "memory_mb", "whole number"],
    [{ ...GOOD, memory_mb: "" }, "memory_mb", "must be a number"],
    [{ ...GOOD, memory_mb: "many" }, "memory_mb", "must be a number"],
    [{ ...GOOD, memory_mb: "0x200" }, "memory_mb", "must be a number"],
    [{ ...GOOD, memory_mb: true }, "memory_mb", "must be a number"],
    [{ ...GOOD, memory_mb: null }, "memory_mb", "must be a number"],
    [{ ...GOOD, memory_mb: [512] }, "memory_mb", "must be a number"],
    [{ ...GOOD, execution_time_seconds: 0 }, "execution_time_seconds", "at least 0.001"],
    [{ ...GOOD, execution_time_seconds: 900.1 }, "execution_time_seconds", "at most 900"],
    [{ ...GOOD, monthly_executions: -1 }, "monthly_executions", "at least 0"],
    [{ ...GOOD, monthly_executions: 1e12 + 1 }, "monthly_executions", "at most 1000000000000"],
    [{ ...GOOD, internet_transfer_ratio: 100.5 }, "internet_transfer_ratio", "at most 100"],
    [{ ...GOOD, include_free_tier: "maybe" }, "include_free_tier", "true or false"],
    [{ ...GOOD, architecture: "sparc" }, "architecture", "one of x86_64, arm64"],
    [{ ...GOOD, region: "" }, "region", "at least 1 character"],
    [{ ...GOOD, region: "x".repeat(51) }, "region", "at most 50 characters"],
    [{ ...GOOD, region: "mars-north-1" }, "region", "the nearest names are"],
    [
      { ...GOOD, custom_egress_rates: { aws_lambda: -1 } },
      "custom_egress_rates.aws_lambda",
      "at least 0",
    ],
    [{ ...GOOD, custom_egress_rates: 3 }, "custom_egress_rates", "must be an object"],
  ])("lambda: %j", async (body, path, message) => {
    const { errors, detail } = await problemOf(await post(LAMBDA, body), 400);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.path).toBe(path);
    expect(errors?.[0]?.message).toContain(message);
    expect(detail).toContain(path);
  });

  test.each([
    [
      "vm",
      { provider: "aws", instance_type: "t3.small" },
      "provider",
      "one of aws_ec2, google_cloud, azure, oci, sakura_cloud",
    ],
    ["vm", { provider: "aws_ec2", instance_type: "t3.smal" }, "instance_type", "t3.small"],
    ["vm", { provider: "aws_ec2", instance_type: "constructor" }, "instance_type", "not sold"],
    [
      "vm",
      { provider: "oci", instance_type: "VM.Standard.E4.Flex_9999_1" },
      "instance_type",
      "not sold",
    ],
    [
      "vm",
      { provider: "google_cloud", instance_type: "n2-standard-1" },
      "instance_type",
      "no longer exists; the nearest type is n2-standard-2",
    ],
    ["serverless", { ...GOOD, provider: "heroku" }, "provider", "cloudflare_workers"],
    [
      "serverless",
      { ...GOOD, provider: "azure_functions", memory_mb: 2048 },
      "memory_mb",
      "at most 1536 MB",
    ],
    [
      "serverless",
      { ...GOOD, provider: "oci_functions", execution_time_seconds: 301 },
      "execution_time_seconds",
      "at most 300",
    ],
    [
      "serverless",
      { ...GOOD, provider: "aws_lambda", exchange_rate: 0 },
      "exchange_rate",
      "at least 1",
    ],
    ["comparison", { lambda_config: GOOD, vm_configs: [] }, "vm_configs", "at least 1 item"],
    [
      "comparison",
      {
        lambda_config: GOOD,
        vm_configs: Array.from({ length: 51 }, () => ({
          provider: "aws_ec2",
          instance_type: "t3.small",
        })),
      },
      "vm_configs",
      "at most 50 items",
    ],
    [
      "comparison",
      { lambda_config: GOOD, vm_configs: [{ provider: "aws_ec2", instance_type: "t9.nano" }] },
      "vm_configs.0.instance_type",
      "not sold",
    ],
    [
      "comparison",
      {
        lambda_config: { ...GOOD, region: "nowhere" },
        vm_configs: [{ provider: "aws_ec2", instance_type: "t3.small" }],
      },
      "lambda_config.region",
      "the nearest names are",
    ],
    [
      "comparison",
      {
        lambda_config: GOOD,
        vm_configs: [{ provider: "aws_ec2", instance_type: "t3.small" }],
        execution_range: { min: 10, max: 5 },
      },
      "execution_range.max",
      "less than min",
    ],
    [
      "comparison",
      {
        lambda_config: GOOD,
        vm_configs: [{ provider: "aws_ec2", instance_type: "t3.small" }],
        execution_range: { steps: 1001 },
      },
      "execution_range.steps",
      "at most 1000",
    ],
    [
      "comparison",
      {
        lambda_config: GOOD,
        vm_configs: [{ provider: "aws_ec2", instance_type: "t3.small" }],
        execution_range: { steps: 0 },
      },
      "execution_range.steps",
      "at least 1",
    ],
    ["currency/convert", { amount: 1, from_currency: "EUR" }, "from_currency", "one of USD, JPY"],
    ["recommend", {}, "lambda_memory_mb", "is required"],
  ])("%s: %j", async (route, body, path, message) => {
    const { errors } = await problemOf(await post(`/api/v1/calculator/${route}`, body), 400);
    expect(errors?.map((error) => error.path)).toContain(path);
    expect(errors?.find((error) => error.path === path)?.message).toContain(message);
  });

  const WORKLOAD = { monthly_executions: 1000, execution_time_ms: 100, memory_mb: 512 };
  const LAMBDA_OFFER = { kind: "function", provider: "aws_lambda", region: "us-east-1" };
  /** A comparison whose load is said by hourly counts. */
  const counted = (hourly_counts: unknown, beside: object = {}) => ({
    workload: { hourly_counts, execution_time_ms: 100, memory_mb: 512, ...beside },
    offers: [LAMBDA_OFFER],
  });
  test.each([
    [{ workload: WORKLOAD, offers: [] }, "offers", "at least 1 item"],
    [
      { workload: WORKLOAD, offers: [{ kind: "magic" }] },
      "offers.0.kind",
      "one of function, machine",
    ],
    [
      { workload: WORKLOAD, offers: [LAMBDA_OFFER, { ...LAMBDA_OFFER, region: "moon" }] },
      "offers.1.region",
      "the nearest names are",
    ],
    [
      { workload: { ...WORKLOAD, memory_mb: 20_000 }, offers: [LAMBDA_OFFER] },
      "workload.memory_mb",
      "at most 10240 MB",
    ],
    [
      { workload: { ...WORKLOAD, execution_time_ms: 900_001 }, offers: [LAMBDA_OFFER] },
      "workload.execution_time_ms",
      "at most 900000 ms",
    ],
    [
      {
        workload: WORKLOAD,
        offers: [
          { ...LAMBDA_OFFER, id: "a" },
          { ...LAMBDA_OFFER, id: "a" },
        ],
      },
      "offers.1.id",
      "ids must differ",
    ],
    [
      { workload: { ...WORKLOAD, peak_to_average: 0.5 }, offers: [LAMBDA_OFFER] },
      "workload.peak_to_average",
      "at least 1",
    ],
    [counted("1 2 3"), "workload.hourly_counts", "must have 24 counts for each day"],
    [counted(""), "workload.hourly_counts", "must cover at least 24 hours"],
    [counted("0 ".repeat(24)), "workload.hourly_counts", "must have an hour with requests"],
    [
      counted("time,count\n2026-11-23 00:00,5\n2026-11-23 01:00,many"),
      "workload.hourly_counts",
      "must have a count, or a time and a count, in line 3",
    ],
    [
      counted("9e9999 ".repeat(24)),
      "workload.hourly_counts",
      "must make at most 1000000000000 executions a month",
    ],
    [counted([1, 2, 3]), "workload.hourly_counts", "must be text"],
    [
      counted("1 ".repeat(24), { hourly_weights: Array.from({ length: 24 }, () => 1) }),
      "workload.hourly_weights",
      "must not be given with hourly_counts",
    ],
    [
      counted("1 ".repeat(24), { monthly_executions: 5 }),
      "workload.monthly_executions",
      "must be the only one of monthly_executions, requests_per_second, hourly_counts, functions",
    ],
    [
      counted(`9 ${"1 ".repeat(23)}`, { peak_to_average: 2 }),
      "workload.peak_to_average",
      "must not be less than the busiest",
    ],
    [
      { workload: WORKLOAD, offers: [LAMBDA_OFFER], range: { min: 9, max: 3 } },
      "range.max",
      "less than min",
    ],
    [
      { workload: WORKLOAD, offers: [LAMBDA_OFFER], currency: "EUR" },
      "currency",
      "one of USD, JPY",
    ],
  ])("compare: %j", async (body, path, message) => {
    const { errors } = await problemOf(await post("/api/v1/compare", body), 400);
    expect(errors?.[0]?.path).toBe(path);
    expect(errors?.[0]?.message).toContain(message);
  });
});

test("hourly counts that are too long are refused unread", async () => {
  const body = {
    workload: { hourly_counts: "1 ".repeat(25_001), execution_time_ms: 100, memory_mb: 512 },
    offers: [{ kind: "function", provider: "aws_lambda", region: "us-east-1" }],
  };
  const { errors } = await problemOf(await post("/api/v1/compare", body), 400);
  expect(errors).toEqual([
    {
      path: "workload.hourly_counts",
      message: "workload.hourly_counts must have at most 50000 characters",
    },
  ]);
});

describe("a body that is not JSON of the right kind is refused", () => {
  test.each(["", "{", '{"memory_mb": 512,}', "NaN", "\u0000", "{]"])(
    "malformed: %j",
    async (body) => {
      const { type } = await problemOf(await post(LAMBDA, body), 400);
      expect(type).toContain("malformed-json");
    },
  );

  test.each(["[]", "null", "12", '"text"'])("not an object: %s", async (body) => {
    const { detail } = await problemOf(await post(LAMBDA, body), 400);
    expect(detail).toContain("must be an object");
  });

  test.each([
    ["lists", `{"x":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["objects", `{"x":${'{"x":'.repeat(5000)}1${"}".repeat(5000)}}`],
    ["unclosed", "[".repeat(60_000)],
  ])("deeply nested %s", async (_what, body) => {
    const { detail } = await problemOf(await post(LAMBDA, body), 400);
    expect(detail).toContain("must not nest deeper than 16 levels");
  });

  test("brackets inside text are not nesting", async () => {
    const response = await post(LAMBDA, { ...GOOD, note: `\\"${"[".repeat(100)}` });
    expect(response.status).toBe(200);
  });

  test.each([undefined, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])(
    "content type %s",
    async (type) => {
      const body = new Blob([JSON.stringify(GOOD)]);
      const headers = type === undefined ? {} : { "content-type": type };
      const response = await fetch(LAMBDA, { method: "POST", headers, body });
      const problem = await problemOf(response, 415);
      expect(problem.detail).toContain("application/json");
    },
  );

  test("a content type with a charset is JSON", async () => {
    const headers = { "content-type": "Application/JSON; charset=utf-8" };
    const response = await fetch(LAMBDA, { method: "POST", headers, body: JSON.stringify(GOOD) });
    expect(response.status).toBe(200);
  });

  test("a list in the query that is not JSON is named", async () => {
    const response = await fetch("/api/v1/calculator/comparison?vm_configs=[oops");
    const { errors } = await problemOf(response, 400);
    expect(errors?.[0]?.path).toBe("vm_configs");
  });
});

describe("a wrong method or path is said to be so", () => {
  test.each(EXAMPLES)("DELETE $path", async ({ path, method }) => {
    const response = await fetch(path, { method: "DELETE" });
    const { detail } = await problemOf(response, 405);
    expect(response.headers.get("allow")).toContain("GET");
    expect(response.headers.get("allow")?.includes("POST")).toBe(method === "POST");
    expect(detail).toContain(response.headers.get("allow"));
  });

  test("POST to the page", async () => {
    const { detail } = await problemOf(await fetch("/", { method: "POST", body: "x" }), 405);
    expect(detail).toContain("GET");
  });

  test("an unknown path", async () => {
    const { instance } = await problemOf(await fetch("/api/v1/unknown"), 404);
    expect(instance).toBe("/api/v1/unknown");
  });

  test.each(["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/.git/config"])(
    "a path out of the page's folder: %s",
    async (path) => {
      const response = await fetch(path);
      expect([400, 404]).toContain(response.status);
      expect(await response.text()).not.toContain('"dependencies"');
    },
  );

  test("OPTIONS names the methods", async () => {
    const response = await fetch(LAMBDA, { method: "OPTIONS" });
    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
  });
});

describe("what clients of the old calculator sent still works", () => {
  test("what a form leaves blank is left out", async () => {
    const question = "memory_mb=512&execution_time_seconds=1&monthly_executions=1000";
    const plain = await (await fetch(`${LAMBDA}?${question}`)).text();
    for (const blank of [`region=&${question}`, `${question}&region=`, `region=&${question}&x=`]) {
      expect(await (await fetch(`${LAMBDA}?${blank}&include_free_tier=`)).text()).toBe(plain);
    }
    const all = await fetch("/api/v1/calculator/instances?provider=&region=");
    expect(Object.keys(((await all.json()) as { data: object }).data)).toHaveLength(5);
    const { detail } = await problemOf(await fetch(`${LAMBDA}?memory_mb=`), 400);
    expect(detail).toContain("memory_mb is required");
  });

  test.each([
    ["False", false],
    ["FALSE", false],
    ["0", false],
    ["True", true],
    ["1", true],
  ])("a flag may be written %s, as their languages do", async (text, isFree) => {
    const question = new URLSearchParams({
      memory_mb: "512",
      execution_time_seconds: "1",
      monthly_executions: "1000",
      include_free_tier: text,
    });
    const response = await fetch(`${LAMBDA}?${question}`);
    const { data } = (await response.json()) as {
      data: { request_charges: number; configuration: { include_free_tier: boolean } };
    };
    expect(data.configuration.include_free_tier).toBe(isFree);
    expect(data.request_charges === 0).toBe(isFree);
  });

  test.each(EXAMPLES)(
    "$path accepts numeric strings and ignores unknown fields",
    async (example) => {
      if (example.method === "GET") return;
      const plain = await (await fetch(example.path, initOf(example))).text();
      const asText = JSON.stringify(
        { ...example.body, unknown: { a: [1] } },
        (_key, value: unknown) => (typeof value === "number" ? String(value) : value),
      );
      const response = await post(example.path, asText);
      expect(await response.text()).toBe(plain);
    },
  );
});
