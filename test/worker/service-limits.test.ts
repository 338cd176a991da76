import { describe, expect, test } from "vitest";
import { answerOf, problemOf, reasonOf } from "./_compare.ts";

const CLOUD_RUN = { kind: "function", provider: "gcp_cloudrun", region: "us-central1" };
const LAMBDA = { kind: "function", provider: "aws_lambda" };
const FARGATE = { kind: "function", provider: "aws_fargate_task" };
const CONTAINERS = { kind: "function", provider: "cloudflare_containers", region: "global" };

describe("what a service does not allow makes an offer unavailable, with the field and what is allowed", () => {
  test.each([
    // https://cloud.google.com/run/docs/configuring/services/cpu
    [
      "Cloud Run: 32 GiB need 8 vCPUs",
      { offer: { ...CLOUD_RUN, cpu_count: 1 }, workload: { memory_mb: 32_768 } },
      "offers.0.cpu_count: gcp_cloudrun has no instance of 1 vCPU with 32768 MB; it has 1 vCPU with 128-4096 MB",
    ],
    [
      "Cloud Run: 8 vCPUs come with 4 GiB at least",
      { offer: { ...CLOUD_RUN, cpu_count: 8 }, workload: { memory_mb: 128 } },
      "offers.0.cpu_count: gcp_cloudrun has no instance of 8 vCPU with 128 MB; it has 8 vCPU with 4096-32768 MB",
    ],
    [
      "Cloud Run: from one vCPU on they are whole",
      { offer: { ...CLOUD_RUN, cpu_count: 1.7 } },
      "offers.0.cpu_count: gcp_cloudrun has no instance of 1.7 vCPU with 1024 MB; it has 0.08-0.5 vCPU with 128-512 MB, 0.5-1 vCPU with 128-1024 MB, 1 vCPU with 128-4096 MB, 2 vCPU with 128-8192 MB, 4 vCPU with 2048-16384 MB, 6 vCPU with 4096-24576 MB, 8 vCPU with 4096-32768 MB",
    ],
    [
      "Cloud Run: less than a vCPU serves one request at a time",
      { offer: { ...CLOUD_RUN, cpu_count: 0.5, concurrency: 80 }, workload: { memory_mb: 512 } },
      "offers.0.concurrency: 80 requests with 0.5 vCPU is more than gcp_cloudrun allows; it must be at most 1 requests with 0.5 vCPU",
    ],
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
    [
      "Fargate: 8 vCPUs come with 16 GB at least",
      { offer: { ...FARGATE, cpu_count: 8 }, workload: { memory_mb: 128 } },
      "offers.0.cpu_count: aws_fargate_task has no instance of 8 vCPU with 128 MB; it has 8 vCPU with 16384-61440 MB",
    ],
    [
      "Fargate: 0.25 vCPU come with 2 GB at most",
      { offer: { ...FARGATE, cpu_count: 0.25 }, workload: { memory_mb: 32_768 } },
      "offers.0.cpu_count: aws_fargate_task has no instance of 0.25 vCPU with 32768 MB; it has 0.25 vCPU with 512-2048 MB",
    ],
    // https://developers.cloudflare.com/workers/platform/limits/
    [
      "Workers: five minutes of CPU time",
      {
        offer: { kind: "function", provider: "cloudflare_workers", region: "global" },
        workload: { memory_mb: 128, execution_time_ms: 3_600_000, cpu_ms: 3_600_000 },
      },
      "workload.cpu_ms: 3600000 ms is more than cloudflare_workers allows; it must be at most 300000 ms",
    ],
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    [
      "Lambda: INIT counts towards the timeout",
      {
        offer: LAMBDA,
        workload: { execution_time_ms: 890_000, cold_starts: { ratio: 0.1, init_ms: 900_000 } },
      },
      "workload.cold_starts.init_ms: 900000 ms is more than aws_lambda allows; it must be at most 10000 ms",
    ],
    [
      "Lambda: a response of 6 MB unless it is streamed",
      { offer: LAMBDA, workload: { egress_per_request_kb: 51_200 } },
      "workload.egress_per_request_kb: 51200 KB is more than aws_lambda allows; it must be at most 6144 KB",
    ],
    [
      "Lambda: 200 MB when it is streamed",
      {
        offer: { ...LAMBDA, response_streaming: true },
        workload: { egress_per_request_kb: 204_801 },
      },
      "workload.egress_per_request_kb: 204801 KB is more than aws_lambda allows; it must be at most 204800 KB",
    ],
    [
      "Lambda: 10 GB of /tmp",
      { offer: { ...LAMBDA, ephemeral_storage_mb: 20_480 } },
      "offers.0.ephemeral_storage_mb: 20480 MB is more than aws_lambda allows; it must be at most 10240 MB",
    ],
    [
      "Lambda: an instance that is kept an hour serves 3,600 seconds",
      {
        offer: { ...LAMBDA, provisioned_concurrency: { instances: 1, hours: 1 } },
        workload: { monthly_executions: 36_000 },
      },
      "offers.0.provisioned_concurrency.0.executions_share: 1 of all executions is more than aws_lambda allows; it must be at most 0.1 of all executions",
    ],
    // https://developers.cloudflare.com/containers/platform/limits/
    [
      "Cloudflare Containers: four vCPUs",
      { offer: { ...CONTAINERS, cpu_count: 8 } },
      "offers.0.cpu_count: cloudflare_containers has no instance of 8 vCPU with 1024 MB; it has 0.0625 vCPU with 0-256 MB, 0.25 vCPU with 0-1024 MB, 0.5 vCPU with 0-4096 MB, 1-4 vCPU with 0-12288 MB",
    ],
    [
      "Cloudflare Containers: 2 GB of disk for each GiB",
      { offer: { ...CONTAINERS, cpu_count: 3, ephemeral_storage_mb: 19_000 } },
      "offers.0.ephemeral_storage_mb: 19000 MB is more than cloudflare_containers allows; it must be at most 18000 MB",
    ],
    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-capacity-providers.html
    [
      "Lambda Managed Instances: no burstable types",
      {
        offer: {
          kind: "machine",
          provider: "aws_lambda_managed_instances",
          instance_type: "t3.micro",
        },
      },
      'offers.0.instance_type: aws_lambda_managed_instances does not run on "t3.micro"; it runs on families c, m and r from the 5th generation on, large and larger',
    ],
    [
      "Lambda Managed Instances: no accelerators",
      {
        offer: {
          kind: "machine",
          provider: "aws_lambda_managed_instances",
          instance_type: "p5.48xlarge",
        },
      },
      'offers.0.instance_type: aws_lambda_managed_instances does not run on "p5.48xlarge"; it runs on families c, m and r from the 5th generation on, large and larger',
    ],
  ])("%s", async (_, asked, reason) => {
    expect(await reasonOf(asked)).toBe(reason);
  });

  test.each([
    ["aws_lambda", "us-east-1", { cpu_count: 2 }, "cpu_count"],
    ["azure_functions", "eastus", { cpu_count: 2 }, "cpu_count"],
    ["azure_functions", "eastus", { ephemeral_storage_mb: 1024 }, "ephemeral_storage_mb"],
    ["gcp_cloudrun", "us-central1", { ephemeral_storage_mb: 1024 }, "ephemeral_storage_mb"],
    ["oci_functions", "us-ashburn-1", { savings_plan: true }, "savings_plan"],
    ["aws_lambda", "us-east-1", { egress_area: "elsewhere" }, "egress_area"],
  ])("%s in %s does not take %j", async (provider, region, option, field) => {
    const reason = await reasonOf({ offer: { kind: "function", provider, region, ...option } });
    expect(reason).toContain(`offers.0.${field}: ${provider} has no ${field}`);
  });

  test("what one function of several asks for is named as that function's", async () => {
    const one = { monthly_executions: 1000, execution_time_ms: 100, memory_mb: 1024 };
    const functions = [one, { ...one, memory_mb: 20_000 }];
    expect(await reasonOf({ offer: LAMBDA, workload: { functions } })).toBe(
      "workload.functions.1.memory_mb: 20000 MB is more than aws_lambda allows; it must be at most 10240 MB",
    );
    expect(
      await reasonOf({
        offer: { kind: "function", provider: "azure_functions", region: "eastus" },
        workload: { functions: [one, { ...one, architecture: "arm64" }] },
      }),
    ).toBe("workload.functions.1.architecture: azure_functions has no arm64; it has x86_64");
  });

  test("is the error of the request where nothing else is asked about", async () => {
    const { errors } = await problemOf({
      offer: { ...CLOUD_RUN, cpu_count: 8 },
      workload: { memory_mb: 512 },
    });
    expect(errors?.map(({ path }) => path)).toEqual(["offers.0.cpu_count"]);
  });
});

describe("what a service has only one size for", () => {
  test.each([
    // [service, region, MB, vCPUs]: the nearest to one that goes with the memory.
    ["gcp_cloudrun", "us-central1", 4096, 1],
    ["gcp_cloudrun", "us-central1", 4097, 2],
    ["gcp_cloudrun", "us-central1", 16_384, 4],
    ["gcp_cloudrun", "us-central1", 32_768, 8],
    ["aws_fargate_task", "us-east-1", 512, 0.25],
    ["aws_fargate_task", "us-east-1", 1536, 0.5],
    ["aws_fargate_task", "us-east-1", 8192, 1],
    ["aws_fargate_task", "us-east-1", 65_536, 16],
  ])("%s in %s gives %d MB %d vCPUs unless it is asked", async (provider, region, memory, vcpu) => {
    const { line_items: lines } = await answerOf({
      offer: { kind: "function", provider, region },
      workload: { memory_mb: memory, execution_time_ms: 3_600_000, monthly_executions: 1 },
    });
    const { quantity = 0, unit = "" } = lines.find(({ meter }) => meter === "vcpu") ?? {};
    expect(unit === "vCPU-second" ? quantity / 3600 : quantity).toBeCloseTo(vcpu, 9);
  });

  test("Fargate bills the next step of memory", async () => {
    const { line_items: lines } = await answerOf({
      offer: FARGATE,
      workload: { memory_mb: 1500, execution_time_ms: 3_600_000, monthly_executions: 1 },
    });
    expect(lines.find(({ meter }) => meter === "memory")?.quantity).toBe(2);
  });
});

describe("sizes of containers that run all month", () => {
  test.each([
    ["aws_fargate", "3_6", ["2_6", "2_6_arm64", "2_7", "2_7_arm64", "4_8"]],
    ["aws_fargate", "4_32", ["4_30", "4_30_arm64", "4_29", "4_29_arm64", "4_28"]],
    ["aws_fargate", "large", ["0.25_0.5", "0.25_0.5_arm64", "0.25_1", "0.25_1_arm64", "0.25_2"]],
    ["gcp_cloudrun_instances", "1.5_2", ["2_2", "1_2", "2_3", "1_3", "2_1"]],
    ["gcp_cloudrun_instances", "8_2", ["4_2", "8_4", "8_5", "6_4", "4_3"]],
  ])("%s has no %s, and names those it has", async (provider, instance_type, nearest) => {
    const { detail } = await problemOf({ offer: { kind: "machine", provider, instance_type } });
    expect(detail).toContain(`"${instance_type}" is not sold in`);
    expect(detail).toContain(`the nearest names are ${nearest.join(", ")}`);
  });
});
