import { describe, expect, test } from "vitest";
import { cardsFor } from "../../shared/cards-for.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import type { LineItem } from "../../shared/engine/bill.ts";
import { simulate } from "../../shared/simulate.ts";
import {
  BASE_TERMS,
  BASE_WORKLOAD,
  EC2,
  LAMBDA,
  NO_FREE,
} from "../../shared/verification/base-question.ts";
import { PUBLISHED_BILLS } from "../../shared/verification/published-bills.ts";
import { PUBLISHED_FIGURES } from "../../shared/verification/published-figures.ts";
import type { PublishedBill } from "../../shared/verification/published.ts";
import { checkBill, checkFigure, offersOf } from "../../shared/verification/verify.ts";
import { diskCatalog } from "../../worker/disk-catalog.ts";
import accepted from "../acceptance/published-bills.json" with { type: "json" };

/** A bill as it is asked for, by its name on the verification page or as it stands here. */
type Asked = string | Omit<PublishedBill, "id" | "title" | "url" | "printed">;

/** How one printed line is met. */
type Met =
  /** The sum of these lines of a bill, each in whole cents. */
  | { readonly bill: Asked; readonly meters: readonly string[] }
  /** What one price tier of a line, or one of several lines of a meter, comes to. */
  | { readonly bill: Asked; readonly meter: string; readonly tier: number }
  | { readonly bill: Asked; readonly meter: string; readonly line: number }
  /** How much of a meter is used. */
  | { readonly bill: Asked; readonly quantityOf: string }
  | { readonly figure: string }
  /** A figure that is printed as a whole number. */
  | { readonly wholeFigure: string }
  /** The sum of figures. */
  | { readonly figures: readonly string[] }
  /** Not met, and why. */
  | { readonly not: string }
  /** Met by a test of its own in another file. */
  | { readonly in: string };

const TENANTS: Asked = {
  workload: { requestsPerMonth: 1e7, durationMs: 2000 },
  offer: LAMBDA,
  terms: NO_FREE,
};
const DAY_AT_128_MB: Asked = {
  workload: { requestsPerMonth: 12_400_000, memoryMb: 128 },
  offer: LAMBDA,
  terms: NO_FREE,
};
const DISK_OF_THE_OLD_KIND: Asked = {
  workload: {},
  offer: { ...EC2, instanceType: "t3.medium" },
  terms: {
    sideCosts: { diskGb: 8 },
    customPrices: [
      {
        provider: "aws",
        service: "aws_ebs",
        meter: "gp3_storage",
        change: { unitPrice: 0.1, currency: "USD" },
      },
    ],
  },
};

const DURABLE = "durable operations, and what they write and keep, are not metered";
const MICRO = "Lambda's MicroVMs are no service of the engine";
const OTHER_DISKS = "disks of Azure are not metered: their prices were not collected";
const SURPLUS = "every vCPU-hour counts as surplus there; AWS bills what is beyond the baseline";

/** Printed lines of a bill, each by the meter, or the sum of the meters, that it stands for. */
function lines(
  bill: Asked,
  named: Readonly<Record<string, string | readonly string[]>>,
): Record<string, Met> {
  return Object.fromEntries(
    Object.entries(named).map(([line, meters]) => [
      line,
      { bill, meters: typeof meters === "string" ? [meters] : meters },
    ]),
  );
}

const WORKERS = {
  requests: "requests",
  cpu: "cpu",
  total: ["subscription", "requests", "cpu"],
} as const;
const COMPUTE_AND_REQUESTS = {
  compute: "compute",
  requests: "requests",
  total: ["compute", "requests"],
} as const;
const COMPUTE_AND_EXECUTIONS = {
  compute: "compute",
  executions: "requests",
  total: ["compute", "requests"],
} as const;
const FARGATE = { cpu: "vcpu", memory: "memory", total: ["vcpu", "memory"] } as const;

const MET: Readonly<Record<string, Readonly<Record<string, Met>>>> = {
  "aws-lambda-mobile-backend": lines("aws-lambda-mobile-backend", COMPUTE_AND_REQUESTS),
  "aws-lambda-telemetry": lines("aws-lambda-telemetry", COMPUTE_AND_REQUESTS),
  "aws-lambda-ephemeral-bert": lines("aws-lambda-ml-ephemeral-storage", {
    compute: "compute",
    requests: "requests",
    ephemeral: "ephemeral_storage",
    total: ["compute", "requests", "ephemeral_storage"],
  }),
  "aws-lambda-pc-launch": {
    ...lines("aws-lambda-provisioned-launch-day", {
      pc: "provisioned_concurrency",
      requests: "requests",
      total: ["provisioned_concurrency", "requests", "compute"],
    }),
    compute_pc: { bill: "aws-lambda-provisioned-launch-day", meter: "compute", line: 0 },
    compute_on_demand: { bill: "aws-lambda-provisioned-launch-day", meter: "compute", line: 1 },
  },
  "aws-lambda-pc-cyber-monday": lines("aws-lambda-provisioned-cyber-monday", {
    pc: "provisioned_concurrency",
    compute_pc: "compute",
    requests: "requests",
    total: ["provisioned_concurrency", "compute", "requests"],
  }),
  "aws-lambda-snapstart": lines("aws-lambda-snapstart", {
    requests: "requests",
    compute: "compute",
    snapstart_cache: "snap_start_cache",
    snapstart_restore: "snap_start_restore",
    total: ["requests", "compute", "snap_start_cache", "snap_start_restore"],
  }),
  "aws-lambda-response-stream": lines("aws-lambda-streaming", {
    compute: "compute",
    requests: "requests",
    stream: "response_streaming",
    total: ["compute", "requests", "response_streaming"],
  }),
  "aws-lambda-edge": lines("aws-lambda-edge", COMPUTE_AND_REQUESTS),
  "aws-lmi-api": {
    requests: { figure: "aws-managed-instances-requests" },
    ec2: { figure: "aws-managed-instances-instance-hours" },
    mgmt_fee: { figure: "aws-managed-instances-management-fee" },
    total: {
      figures: [
        "aws-managed-instances-requests",
        "aws-managed-instances-instance-hours",
        "aws-managed-instances-management-fee",
      ],
    },
  },
  "aws-durable-functions": {
    ...lines("aws-lambda-durable", { compute: "compute", requests: "requests" }),
    operations: { not: DURABLE },
    data_written: { not: DURABLE },
    data_retained: { not: DURABLE },
    total: { not: DURABLE },
  },
  "aws-tenant-isolation": {
    ...lines(TENANTS, { requests: "requests", compute: "compute" }),
    tenant: { not: "execution environments of a tenant's own are not metered" },
    total: { not: "execution environments of a tenant's own are not metered" },
  },
  "aws-microvm-coding": { compute: { not: MICRO }, total: { not: MICRO } },
  "aws-microvm-ci": { compute: { not: MICRO }, total: { not: MICRO } },
  "infracost-egress-tokyo-157tb": {
    ...lines("infracost-egress-tokyo", { total: "egress" }),
    ...tiersOf("infracost-egress-tokyo", "egress"),
  },
  "infracost-gcf1-256": lines("infracost-functions-gen1", {
    cpu: "cpu",
    memory: "memory",
    invocations: "requests",
    egress: "egress",
    total: ["cpu", "memory", "requests", "egress"],
  }),
  "infracost-cloudrun-instance": lines("infracost-cloud-run", FARGATE),
  "infracost-azfunc-all-usage": {
    ...lines("infracost-azure-functions", { compute: "compute", executions: "requests" }),
    gb_seconds: { bill: "infracost-azure-functions", quantityOf: "compute" },
  },
  "infracost-nat-100gb": lines("infracost-nat", {
    hours: "nat_gateway",
    data: "nat_data",
    total: ["nat_gateway", "nat_data"],
  }),
  "infracost-alb-1tb": lines("infracost-load-balancer", {
    hours: "load_balancer",
    lcu: "load_balancer_units",
    total: ["load_balancer", "load_balancer_units"],
  }),
  "infracost-apigw-rest-21b": {
    ...lines("infracost-api-gateway", { total: "api_gateway" }),
    ...tiersOf("infracost-api-gateway", "api_gateway"),
  },
  "infracost-cwlogs": {
    ...lines("infracost-logs", { ingest: "logs" }),
    store: { not: "how long logs are kept is not asked for" },
    scan: { not: "queries of logs are not asked for" },
    total: { not: "of logs only what is taken in is metered" },
  },
  "infracost-fargate-1v2g": lines("infracost-fargate", FARGATE),
  "infracost-t3medium-unlimited": {
    ...lines("infracost-t3-unlimited", { instance: "instance_hours" }),
    credits: { not: SURPLUS },
    ...lines(DISK_OF_THE_OLD_KIND, { ebs: "disk" }),
    total: { not: SURPLUS },
  },
  "infracost-azure-b1s": {
    ...lines("infracost-azure-b1s", { vm: "instance_hours" }),
    ...lines("infracost-azure-b1s-hours", { vm_100h: "instance_hours" }),
    disk: { not: OTHER_DISKS },
  },
  "cloudflare-workers-ex1": lines("cloudflare-workers-15m", WORKERS),
  "cloudflare-workers-ex2": lines("cloudflare-workers-3m", WORKERS),
  "cloudflare-workers-ex4": lines("cloudflare-workers-100m", WORKERS),
  "azure-functions-page": lines("azure-functions-consumption", COMPUTE_AND_EXECUTIONS),
  "ms-azure-execution-units": {
    gb_seconds: { figure: "azure-execution-units" },
    simple_gb_seconds: { figure: "azure-gb-seconds" },
  },
  "peer-pbi14-azure": lines("forerunner-azure-functions", COMPUTE_AND_EXECUTIONS),
  "peer-pbi15-oci-free": {
    gb_seconds: { bill: "forerunner-oci-functions", quantityOf: "compute" },
    ...lines("forerunner-oci-functions", { total: ["requests", "compute", "egress"] }),
  },
  "eurosys26-1vcpu-parity": {
    ec2_pct_of_lambda: { figure: "eurosys-ec2" },
    fargate_pct_of_lambda: { figure: "eurosys-fargate" },
  },
  "eurosys26-invocation-fee": { ms: { wholeFigure: "eurosys-invocation" } },
  "bbva-ec2-capacity": {
    max_reqs_per_second: { figure: "bbva-capacity" },
    instances_for_201_of_200: { figure: "bbva-machines" },
  },
  "aicalcus-5m": lines("aicalcus-lambda", { total: ["compute", "requests"] }),
  "urjc-lambda-low": lines("urjc-lambda", COMPUTE_AND_REQUESTS),
  "urjc-apigw-high": {
    ...lines("urjc-api-gateway", {
      calls: "api_gateway",
      transfer: "egress",
      total: ["api_gateway", "egress"],
    }),
    transfer_gb: { bill: "urjc-api-gateway", quantityOf: "egress" },
  },
  "serverless-training-apigw": {
    requests_per_day: { bill: "serverless-training-api-gateway", quantityOf: "api_gateway" },
    ...lines("serverless-training-api-gateway", { usd_per_day: "api_gateway" }),
  },
  "aws-cdf-191": {
    ...lines(DAY_AT_128_MB, { usd_day_128: "compute" }),
    ...lines("aws-cdf-191", { usd_day_512: "compute" }),
  },
  "gcf-page-simple": lines("gcp-functions-gen1-simple", {
    invocations: "requests",
    memory: "memory",
    cpu: "cpu",
    total: ["requests", "memory", "cpu"],
  }),
  "gcf-page-medium": lines("gcp-functions-gen1-http-network", {
    invocations: "requests",
    memory: "memory",
    cpu: "cpu",
    egress: "egress",
    total: ["requests", "memory", "cpu", "egress"],
  }),
  "fargate-page-ex1": lines("aws-fargate-tasks", FARGATE),
  "derived-be-default-t3.micro": {
    break_even_executions: { figure: "forerunner-break-even-t3-micro" },
  },
  "derived-be-default-e2-micro": {
    break_even_executions: { figure: "forerunner-break-even-e2-micro" },
  },
  "derived-be-default-oci-e2-micro": {
    break_even_executions: { figure: "forerunner-break-even-e2-1-micro" },
  },
  "derived-be-egress-invariance": { difference: { in: "published-bills.test.ts" } },
};

/** The four tiers of a line, as `t1` to `t4`. */
function tiersOf(bill: string, meter: string): Record<string, Met> {
  return Object.fromEntries(
    [0, 1, 2, 3].map((tier) => [`t${tier + 1}`, { bill, meter, tier } as const]),
  );
}

const catalog = await new LazyCatalog(diskCatalog()).open();

async function billOf(asked: Asked): Promise<PublishedBill> {
  const bill =
    typeof asked === "string"
      ? PUBLISHED_BILLS.find(({ id }) => id === asked)
      : { ...asked, id: "", title: { en: "", ja: "" }, url: "", printed: {} };
  if (bill === undefined) throw new Error(`no published bill ${JSON.stringify(asked)}`);
  await catalog.load(cardsFor(offersOf(bill), catalog));
  return bill;
}

async function linesOf(asked: Asked, meter: string): Promise<readonly LineItem[]> {
  const { workload, offer, terms } = await billOf(asked);
  const { offers } = simulate(
    {
      workload: { ...BASE_WORKLOAD, ...workload },
      offers: [offer],
      range: { min: 0, max: 1e12 },
      terms: { ...BASE_TERMS, ...terms },
    },
    catalog,
  );
  return (offers[0]?.lineItems ?? []).filter((line) => line.meter === meter);
}

async function figureOf(id: string): Promise<number> {
  const figure = PUBLISHED_FIGURES.find((each) => each.id === id);
  if (figure === undefined) throw new Error(`no published figure ${id}`);
  await catalog.load(cardsFor(offersOf(figure), catalog));
  return checkFigure(figure, catalog).computed;
}

/** What the engine makes of a printed line; `null` for one that is met elsewhere or not at all. */
async function computed(met: Met): Promise<number | null> {
  if ("not" in met || "in" in met) return null;
  if ("figure" in met) return await figureOf(met.figure);
  if ("wholeFigure" in met) return Math.round(await figureOf(met.wholeFigure));
  if ("figures" in met) {
    const figures = await Promise.all(met.figures.map(figureOf));
    return sum(figures);
  }
  if ("quantityOf" in met) {
    return sum((await linesOf(met.bill, met.quantityOf)).map(({ quantity }) => quantity));
  }
  if ("tier" in met) {
    return (await linesOf(met.bill, met.meter))[0]?.tiers[met.tier]?.amount ?? Number.NaN;
  }
  if ("line" in met) {
    return (await linesOf(met.bill, met.meter))[met.line]?.amount ?? Number.NaN;
  }
  const bill = await billOf(met.bill);
  const asked = Object.fromEntries(met.meters.map((meter) => [meter, 0]));
  const { amounts } = checkBill({ ...bill, printed: asked }, catalog);
  return sum(amounts.map((amount) => amount.computed));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** A printed amount may be met by a hair more or less than its last half digit. */
const HAIR = 1e-9;

describe("accepted bills", () => {
  test("are 46, and each line of each is met, or is said not to be", () => {
    expect(accepted.cases.length).toBe(46);
    const printed = accepted.cases.map(({ id, expected }) => [
      id,
      Object.keys(expected).toSorted(),
    ]);
    const met = accepted.cases.map(({ id }) => [id, Object.keys(MET[id] ?? {}).toSorted()]);
    expect(met).toEqual(printed);
    expect(Object.keys(MET).length).toBe(accepted.cases.length);
  });

  test("are not met in 16 of their 142 lines, for what the engine does not meter", () => {
    const all = Object.values(MET).flatMap((each) => Object.values(each));
    expect([all.filter((met) => "not" in met).length, all.length]).toEqual([16, 142]);
  });

  test.each(accepted.cases.map((each) => [each.id, each] as const))(
    "%s comes out as it is printed, line by line",
    async (id, { expected, tolerance }) => {
      for (const [line, printed] of Object.entries(expected)) {
        const amount = await computed(MET[id]?.[line] ?? { not: "" });
        if (amount === null) continue;
        expect(Math.abs(amount - printed), `${line}: ${amount}`).toBeLessThanOrEqual(
          tolerance + HAIR,
        );
      }
    },
  );
});
