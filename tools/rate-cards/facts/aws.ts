import type { PriceFile, RateCardFile, SourceFile } from "../../../shared/catalog/rate-card.ts";
import { compareNaturally } from "../natural-order.ts";
import { baselineOf } from "./baselines.ts";
import {
  card,
  entryOf,
  machineTypes,
  perOne,
  repositorySource,
  type MachineRow,
  type Origin,
  type RepositoryFact,
} from "./card-parts.ts";

export interface Ec2Facts {
  readonly _about: { readonly sources: readonly (RepositoryFact & { readonly id: string })[] };
  readonly types: Readonly<Record<string, Ec2Type>>;
  readonly regions: Readonly<
    Record<string, { readonly types: Readonly<Record<string, Ec2Price>> }>
  >;
}

interface Ec2Type {
  readonly vcpu?: number;
  readonly memoryMiB?: number;
  readonly arch: string;
  readonly burstable?: boolean;
}

interface Ec2Price {
  readonly usdPerHour?: number;
  readonly src?: "karpenter" | "skypilot" | "skypilot*";
  readonly stale?: unknown;
}

interface LambdaTier {
  readonly upToGbSeconds: number | null;
  readonly usdPerGbSecond: number;
}

export interface LambdaFacts {
  readonly _about: {
    readonly freeTier: {
      readonly requestsPerMonth: number;
      readonly gbSecondsPerMonth: number;
    };
  };
  readonly regions: Readonly<
    Record<
      string,
      {
        readonly requestUsdPerMillion: number;
        readonly x86: { readonly tiers: readonly LambdaTier[] };
        readonly arm64: { readonly tiers: readonly LambdaTier[] };
        readonly tmpUsdPerGbSecond?: number;
        readonly confidence: "high" | "medium";
        readonly tiers2and3?: string;
        readonly note?: string;
      }
    >
  >;
}

export interface AwsEgressFacts {
  readonly freeGbPerMonth: number;
  readonly regions: Readonly<Record<string, readonly (readonly [number | null, number])[]>>;
  readonly source: RepositoryFact;
}

/** Regions whose Lambda and egress prices were also read in AWS's own offer files, and those files. */
const READ_IN_OFFERS = ["us-east-1", "sa-east-1"];
const LAMBDA_OFFER_VERSION = "20260919002359";
const TRANSFER_OFFER_VERSION = "20260916132208";
/** The Lambda calculator file is undated; it has the region that opened on this day. */
const LAMBDA_FILE_NOT_BEFORE = "2024-08-22";
/** The machine catalogue is undated; it has the c8i types, which were launched on this day. */
const CATALOGUE_NOT_BEFORE = "2025-10-06";

const CATALOGUE: Origin = { source: "ec2-catalogue", confidence: "medium" };
const BY_SIZE: Origin = {
  source: "ec2-catalogue",
  confidence: "derived",
  note: "From a listed size of the same family: AWS prices are in proportion to the size.",
};
const NEWER: Origin = { source: "ec2-2026", confidence: "high" };
const NEWER_METAL: Origin = {
  source: "ec2-2026",
  confidence: "low",
  note: "This source lists the dedicated price of some metal sizes, which is higher.",
};

/** The rate card of an AWS region. */
export function awsCard(
  region: string,
  ec2: Ec2Facts,
  lambda: LambdaFacts,
  egress: AwsEgressFacts,
): RateCardFile {
  return card(
    {
      provider: "aws",
      region,
      currency: "USD",
      services: { aws_lambda: lambdaPrices(region, lambda) },
      egress: {
        unit: "GB",
        free: egress.freeGbPerMonth,
        tiers: entryOf(egress.regions, region),
        source: READ_IN_OFFERS.includes(region) ? "egress-offer" : "egress",
        confidence: "high",
        note: "The allowance is the account's, over all regions and services.",
      },
      machine_types: machineTypes(
        machineRows(region, ec2),
        "hour",
        {
          source: "ec2",
          confidence: "high",
          note: "Linux, shared tenancy. AWS has not moved prices of types on sale since.",
        },
        compareTypes,
      ),
    },
    sources(region, ec2, egress),
  );
}

function lambdaPrices(region: string, facts: LambdaFacts): Record<string, PriceFile> {
  const { requestsPerMonth, gbSecondsPerMonth } = facts._about.freeTier;
  const prices = entryOf(facts.regions, region);
  const source = READ_IN_OFFERS.includes(region) ? "lambda-offer" : "lambda";
  const { confidence } = prices;
  const compute = (tiers: readonly LambdaTier[]): PriceFile => ({
    unit: "GB-second",
    free: gbSecondsPerMonth,
    tiers: tiers.map(({ upToGbSeconds, usdPerGbSecond }) => [upToGbSeconds, usdPerGbSecond]),
    source,
    confidence,
    note:
      prices.tiers2and3 === undefined
        ? "The allowance is the account's, over both architectures."
        : "Tiers 2 and 3 are 0.9 and 0.8 of the first, as AWS announced.",
  });
  return {
    requests: {
      unit: "request",
      free: requestsPerMonth,
      tiers: [[null, perOne(prices.requestUsdPerMillion, 6)]],
      source,
      confidence,
    },
    "compute.x86_64": compute(prices.x86.tiers),
    "compute.arm64": compute(prices.arm64.tiers),
    ...(prices.tmpUsdPerGbSecond === undefined
      ? {}
      : {
          ephemeral_storage: {
            unit: "GB-second",
            tiers: [[null, prices.tmpUsdPerGbSecond]],
            source: "lambda",
            confidence,
            note: "Of /tmp beyond the first 512 MB, which are not metered.",
          },
        }),
  };
}

function machineRows(region: string, facts: Ec2Facts): MachineRow[] {
  return Object.entries(entryOf(facts.regions, region).types).flatMap(([name, price]) => {
    const type = facts.types[name];
    if (type?.vcpu === undefined || type.memoryMiB === undefined) return [];
    if (price.usdPerHour === undefined || price.stale !== undefined) return [];
    const baseline = baselineOf("aws", name);
    if (type.burstable === true && baseline === undefined) throw new Error(`no baseline: ${name}`);
    return {
      name,
      vcpu: type.vcpu,
      memoryMb: type.memoryMiB,
      arm64: type.arch === "arm64",
      baseline,
      price: price.usdPerHour,
      from: originOf(name, price),
    };
  });
}

function originOf(name: string, { src }: Ec2Price): Origin | undefined {
  if (src === "skypilot") return CATALOGUE;
  if (src === "skypilot*") return BY_SIZE;
  if (src === "karpenter") return name.includes(".metal") ? NEWER_METAL : NEWER;
  return undefined;
}

const SMALL_SIZES = ["nano", "micro", "small", "medium", "large", "xlarge"];

/** Orders types by family, then size. */
function compareTypes(a: string, b: string): number {
  const [familyOfA = "", sizeOfA = ""] = a.split(".");
  const [familyOfB = "", sizeOfB = ""] = b.split(".");
  return (
    compareNaturally(familyOfA, familyOfB) ||
    sizeRank(sizeOfA) - sizeRank(sizeOfB) ||
    compareNaturally(sizeOfA, sizeOfB)
  );
}

function sizeRank(size: string): number {
  const small = SMALL_SIZES.indexOf(size);
  if (small >= 0) return small;
  const number = Number(/\d+/u.exec(size)?.[0] ?? 0);
  const afterAllOthers = size.startsWith("metal") ? 1000 : 0;
  return afterAllOthers + SMALL_SIZES.length + number;
}

function sources(
  region: string,
  ec2: Ec2Facts,
  egress: AwsEgressFacts,
): Record<string, SourceFile> {
  const byId = new Map(ec2._about.sources.map((source) => [source.id, source]));
  const named = (id: string): RepositoryFact => {
    const source = byId.get(id);
    if (source === undefined) throw new Error(`the facts lack the source "${id}"`);
    return source;
  };
  const offers = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";
  return {
    ec2: repositorySource("AWS price list, EC2 on-demand", {
      ...named("awsstatic"),
      path: `data/ec2/${region}-ondemand.json`,
    }),
    "ec2-2026": repositorySource("AWS price list, EC2 on-demand", named("karpenter")),
    "ec2-catalogue": repositorySource("AWS machine catalogue (undated, at the earliest this day)", {
      ...named("skypilot"),
      date: CATALOGUE_NOT_BEFORE,
    }),
    "lambda-offer": {
      title: `AWS Price List, AWSLambda offer version ${LAMBDA_OFFER_VERSION}`,
      url: `${offers}/AWSLambda/${LAMBDA_OFFER_VERSION}/${region}/index.json`,
      date: "2026-09-19",
    },
    lambda: {
      title: "AWS Pricing Calculator, Lambda price file (undated copy, at the earliest this day)",
      url: "https://calculator.aws/pricing/2.0/meteredUnitMaps/lambda/USD/current/lambda.json",
      date: LAMBDA_FILE_NOT_BEFORE,
    },
    "egress-offer": {
      title: `AWS Price List, AWSDataTransfer offer version ${TRANSFER_OFFER_VERSION}`,
      url: `${offers}/AWSDataTransfer/${TRANSFER_OFFER_VERSION}/${region}/index.json`,
      date: "2026-09-16",
    },
    egress: repositorySource("AWS data transfer prices", egress.source),
  };
}
