import type { CustomPrice } from "../catalog/custom-prices.ts";
import type { RateCard } from "../catalog/card.ts";
import type { LoadedCards } from "../catalog/catalog.ts";
import { capacityOf } from "../engine/capacity.ts";
import { chargeFor } from "../engine/price.ts";
import { machinesAt } from "../engine/usage.ts";
import { gbSeconds } from "../metering/rule.ts";
import type { MachineOffer } from "../offer.ts";
import { LAMBDA_MB_PER_VCPU } from "../request-demand.ts";
import { MB_PER_GB, PERCENT, SECONDS_PER_HOUR } from "../units.ts";
import { BURSTABLE_FIGURES } from "./burstable-figures.ts";
import { EC2, LAMBDA, machinePriceOfThen, NO_FREE } from "./base-question.ts";
import type { InBothLanguages, PublishedFigure } from "./published.ts";
import { SUSTAINED_USE_FIGURES } from "./sustained-use-figures.ts";

const LAMBDA_PAGE = "https://aws.amazon.com/lambda/pricing/";
const AZURE_UNITS = "https://learn.microsoft.com/azure/azure-functions/functions-consumption-costs";
const EUROSYS = "https://github.com/ubc-cirrus-lab/demystifying-serverless-costs";
const BBVA = "https://github.com/BBVA/economics-of-serverless";
const FORERUNNER = "https://github.com/armaniacs/cost-sim-vm-lambda";
const ACTIVE_CPU = "https://developers.cloudflare.com/changelog/post/2025-11-21-new-cpu-pricing/";

const CONTAINER = { ...LAMBDA, service: "cloudflare_containers", region: "global" } as const;

/** Half of a cent. */
const CENT = 0.005;
/** The paper counts a month of 30 days. */
const PAPER_HOURS_PER_MONTH = 720;

/** Published figures that are no bills. */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  managedInstanceFigure("instance_hours", 2000, 91.4, {
    en: "Lambda Managed Instances: 2,000 hours of m7g.xlarge under a savings plan",
    ja: "Lambda Managed Instances: Savings Plan の m7g.xlarge を 2,000 時間",
  }),
  managedInstanceFigure("management_fee", 2000, 48.96, {
    en: "Lambda Managed Instances: the management fee of those 2,000 hours",
    ja: "Lambda Managed Instances: 同じ 2,000 時間の管理料金",
  }),
  managedInstanceFigure("requests", 1e8, 20, {
    en: "Lambda Managed Instances: 100 million requests",
    ja: "Lambda Managed Instances: 1 億リクエスト",
  }),
  {
    id: "azure-execution-units",
    title: {
      en: "Azure Functions: 1,110,000,000 execution units in GB-seconds",
      ja: "Azure Functions: 1,110,000,000 実行ユニットの GB 秒換算",
    },
    url: AZURE_UNITS,
    unit: "gb_seconds",
    printed: 1083.98,
    within: CENT,
    offers: [],
    compute: () => gbSeconds(1_110_000_000, 1),
  },
  {
    id: "azure-gb-seconds",
    title: {
      en: "Azure Functions: half a gigabyte for three seconds",
      ja: "Azure Functions: 0.5 GB を 3 秒",
    },
    url: AZURE_UNITS,
    unit: "gb_seconds",
    printed: 1.5,
    within: 0,
    offers: [],
    compute: () => gbSeconds(512, 3000),
  },
  {
    id: "eurosys-ec2",
    title: {
      en: "A vCPU of EC2 as a part of what one of Lambda costs (EuroSys ’26)",
      ja: "Lambda に対する EC2 の 1 vCPU の料金比（EuroSys ’26）",
    },
    url: EUROSYS,
    unit: "percent",
    printed: 41.136238846997045,
    within: 5e-7,
    offers: [LAMBDA],
    compute: (_, cards) => {
      const card = virginia(cards);
      const [hour] = card.machine("c6g.medium")?.charges.on_demand ?? [];
      const machine = hour === undefined ? Number.NaN : chargeFor(hour.price, 1);
      const disk = unitPrice(card, "aws_ebs", "gp3_storage") / PAPER_HOURS_PER_MONTH;
      return (PERCENT * (machine + disk)) / lambdaVcpuHour(card);
    },
  },
  {
    id: "eurosys-fargate",
    title: {
      en: "A vCPU of Fargate as a part of what one of Lambda costs (EuroSys ’26)",
      ja: "Lambda に対する Fargate の 1 vCPU の料金比（EuroSys ’26）",
    },
    url: EUROSYS,
    unit: "percent",
    printed: 47.76882088832442,
    within: 5e-7,
    offers: [LAMBDA],
    compute: (_, cards) => {
      const card = virginia(cards);
      const fargate =
        unitPrice(card, "aws_fargate", "vcpu.arm64") +
        2 * unitPrice(card, "aws_fargate", "memory.arm64") +
        unitPrice(card, "aws_fargate", "ephemeral_storage");
      return (PERCENT * fargate) / lambdaVcpuHour(card);
    },
  },
  {
    id: "eurosys-invocation",
    title: {
      en: "Lambda: how long 128 MB must run to cost as much as one invocation (EuroSys ’26)",
      ja: "Lambda: 1 回の呼び出しと同額になる 128 MB の実行時間（EuroSys ’26）",
    },
    url: EUROSYS,
    unit: "ms",
    printed: 96,
    within: 0.5,
    offers: [LAMBDA],
    compute: (ask) => {
      const { offers } = ask(
        { requestsPerMonth: 1e9, durationMs: 1, memoryMb: 128 },
        [LAMBDA],
        NO_FREE,
      );
      const [requests, compute] = offers[0]?.lineItems ?? [];
      return (requests?.amount ?? 0) / (compute?.amount ?? 0);
    },
  },
  {
    id: "bbva-capacity",
    title: {
      en: "A machine of 1 GB serving requests of 1 GB and 200 ms",
      ja: "1 GB、200 ミリ秒のリクエストを 1 GB のマシンで処理する能力",
    },
    url: BBVA,
    unit: "requests_per_second",
    printed: 5,
    within: 0,
    offers: [],
    compute: () =>
      capacityOf(
        { vcpu: 1, memoryMb: 1024, baseline: 1 },
        {
          durationMs: 200,
          cpuMs: 1e-9,
          memoryPerRequestMb: 1024,
          largestRequestMb: 1024,
          targetUtilisation: 1,
          memoryReserveMb: 0,
        },
      ).requestsPerSecond,
  },
  {
    id: "bbva-machines",
    title: {
      en: "Machines for one request more than one of them carries",
      ja: "1 台の処理能力を 1 リクエスト超えるときの台数",
    },
    url: BBVA,
    unit: "machines",
    printed: 2,
    within: 0,
    offers: [],
    compute: () => machinesAt({ requestsPerMachine: 200, minimumMachines: 1 }, 201),
  },
  breakEvenFigure("t3-micro", "t3.micro", 1_968_123, { instanceType: "t3.micro" }, []),
  breakEvenFigure(
    "e2-micro",
    "e2-micro",
    1_632_765,
    { service: "google_cloud", instanceType: "e2-micro" },
    [machinePriceOfThen("google", 0.0084)],
  ),
  breakEvenFigure(
    "e2-1-micro",
    "VM.Standard.E2.1.Micro",
    430_034,
    { service: "oci", instanceType: "VM.Standard.E2.1.Micro" },
    [machinePriceOfThen("oci", 0.005)],
  ),
  {
    id: "cloudflare-containers-active-cpu",
    title: {
      en: "Cloudflare Containers: an hour of standard-2, of whose CPU a fifth is used",
      ja: "Cloudflare Containers: CPU の 20 % を使う standard-2 の 1 時間",
    },
    url: ACTIVE_CPU,
    unit: "usd",
    printed: 0.0144,
    within: 1e-9,
    offers: [CONTAINER],
    compute: (ask) => {
      const hour = { requestsPerMonth: 1, durationMs: 3_600_000, memoryMb: 6144 };
      const { offers } = ask({ ...hour, cpuMs: 720_000 }, [CONTAINER], NO_FREE);
      return offers[0]?.lineItems.find(({ meter }) => meter === "vcpu")?.amount ?? Number.NaN;
    },
  },
  ...BURSTABLE_FIGURES,
  ...SUSTAINED_USE_FIGURES,
];

/** One of the amounts of a bill that is given by the hour and by the request. */
function managedInstanceFigure(
  meter: string,
  quantity: number,
  printed: number,
  title: InBothLanguages,
): PublishedFigure {
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
  return {
    id: `aws-managed-instances-${meter.replaceAll("_", "-")}`,
    title,
    url: LAMBDA_PAGE,
    unit: "usd",
    printed,
    within: CENT,
    offers: [offer],
    compute: (ask) => {
      const { offers } = ask({ requestsPerMonth: 1e8 }, [offer], { customPrices: [plan] });
      const line = offers[0]?.lineItems.find((item) => item.meter === meter);
      return (line?.tiers[0]?.unitPrice ?? 0) * quantity;
    },
  };
}

/** Where a machine and the Lambda of the forerunner's page cost the same, recomputed from its prices. */
function breakEvenFigure(
  id: string,
  name: string,
  printed: number,
  machine: Partial<MachineOffer>,
  customPrices: readonly CustomPrice[],
): PublishedFigure {
  const region = "ap-northeast-1";
  const offers = [
    { ...LAMBDA, region },
    { ...EC2, region, ...machine },
  ];
  return {
    id: `forerunner-break-even-${id}`,
    title: {
      en: `Break-even point of ${name} and Lambda, at the prices of the forerunner of this page`,
      ja: `${name} と Lambda の損益分岐点（前身のシミュレーターの料金）`,
    },
    url: FORERUNNER,
    unit: "requests_per_month",
    printed,
    within: 1.25,
    offers,
    compute: (ask) =>
      ask({ memoryMb: 512, egressPerRequestKb: 100 }, offers, {
        includeEgressFreeTier: false,
        customPrices,
      }).breakEvenPoints.at(-1)?.requestsPerMonth ?? Number.NaN,
  };
}

function virginia(cards: LoadedCards): RateCard {
  return cards.card({ provider: "aws", region: "us-east-1" });
}

function unitPrice(card: RateCard, service: string, meter: string): number {
  return card.price(service, meter).tiers[0]?.unitPrice ?? Number.NaN;
}

/** What one vCPU of Lambda costs an hour on arm64. */
function lambdaVcpuHour(card: RateCard): number {
  const gb = LAMBDA_MB_PER_VCPU / MB_PER_GB;
  return unitPrice(card, "aws_lambda", "compute.arm64") * gb * SECONDS_PER_HOUR;
}
