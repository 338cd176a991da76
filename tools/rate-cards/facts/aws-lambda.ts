import type { Confidence, PriceFile } from "../../../shared/catalog/rate-card.ts";
import cloudfront from "../cloudfront-transfer.json" with { type: "json" };
import { perOne, price, tieredPrice } from "./card-parts.ts";

interface LambdaTier {
  readonly upToGbSeconds: number | null;
  readonly usdPerGbSecond: number;
}

interface ArchitecturePrices {
  readonly tiers: readonly LambdaTier[];
  readonly provisionedIdleUsdPerGbSecond?: number;
  readonly provisionedDurationUsdPerGbSecond?: number;
  /** Says so where the provisioned prices were derived. */
  readonly provisioned?: string;
}

export interface LambdaFacts {
  readonly _about: {
    readonly freeTier: {
      readonly requestsPerMonth: number;
      readonly gbSecondsPerMonth: number;
    };
    readonly limits: { readonly responseStreamingFreeGiBPerMonth: number };
    readonly otherUsEast1: {
      readonly snapStartCacheUsdPerGbSecond: number;
      readonly snapStartRestoreUsdPerGb: number;
      readonly responseStreamingUsdPerGb: number;
      readonly edgeRequestUsdPerMillion: number;
      readonly edgeUsdPerGbSecond: number;
      readonly managedInstances: { readonly formula: string };
      readonly computeSavingsPlanNoUpfrontUsdPerGbSecond: {
        readonly x86: number;
        readonly arm64: number;
        readonly note: string;
      };
    };
  };
  readonly regions: Readonly<Record<string, LambdaRegion>>;
}

interface LambdaRegion {
  readonly requestUsdPerMillion: number;
  readonly x86: ArchitecturePrices;
  readonly arm64: ArchitecturePrices;
  readonly tmpUsdPerGbSecond?: number;
  readonly confidence: "high" | "medium";
  readonly tiers2and3?: string;
  readonly note?: string;
}

/** The region in which the prices of the newer options were read. */
const READ_IN = "us-east-1";
const NOT_READ_HERE = `The price of ${READ_IN}; not read for this region.`;

/** Prices of a region's meters; `source` is where all but those of the calculator file were read. */
export function lambdaPrices(
  region: string,
  facts: LambdaFacts,
  source: "lambda" | "lambda-offer",
): Record<string, PriceFile> | null {
  const prices = facts.regions[region];
  if (prices === undefined) return null;
  const { _about: about } = facts;
  const { requestsPerMonth } = about.freeTier;
  const { confidence } = prices;
  return {
    requests: price("request", perOne(prices.requestUsdPerMillion, 6), {
      free: requestsPerMonth,
      source,
      confidence,
    }),
    "compute.x86_64": computePrice(prices.x86, prices, facts, source),
    "compute.arm64": computePrice(prices.arm64, prices, facts, source),
    ...provisionedPrices("x86_64", prices.x86, confidence),
    ...provisionedPrices("arm64", prices.arm64, confidence),
    ...(prices.tmpUsdPerGbSecond === undefined
      ? {}
      : {
          ephemeral_storage: price("GB-second", prices.tmpUsdPerGbSecond, {
            source: "lambda",
            confidence,
            note: "Of /tmp beyond the first 512 MB, which are not metered.",
          }),
        }),
    ...newerOptions(region, facts),
  };
}

function computePrice(
  { tiers }: ArchitecturePrices,
  { confidence, tiers2and3, note }: LambdaRegion,
  { _about: about }: LambdaFacts,
  source: string,
): PriceFile {
  const derived = tiers2and3 === undefined ? [] : ["Tiers 2 and 3 are 0.9 and 0.8 of the first."];
  const notes = [...derived, ...(note === undefined ? [] : [`${note}.`])];
  return {
    unit: "GB-second",
    free: about.freeTier.gbSecondsPerMonth,
    tiers: tiers.map(({ upToGbSeconds, usdPerGbSecond }) => [upToGbSeconds, usdPerGbSecond]),
    source,
    confidence,
    note: ["The allowance is the account's, over both architectures.", ...notes].join(" "),
  };
}

function provisionedPrices(
  architecture: string,
  prices: ArchitecturePrices,
  regionConfidence: Confidence,
): Record<string, PriceFile> {
  const { provisionedIdleUsdPerGbSecond: idle, provisionedDurationUsdPerGbSecond: used } = prices;
  if (idle === undefined || used === undefined) return {};
  const from =
    prices.provisioned === undefined
      ? { source: "lambda", confidence: regionConfidence }
      : ({
          source: "lambda",
          confidence: "derived",
          note: "0.8 of the price for x86, the ratio that was read for us-east-1.",
        } as const);
  return {
    [`provisioned_idle.${architecture}`]: price("GB-second", idle, from),
    [`provisioned_compute.${architecture}`]: price("GB-second", used, from),
  };
}

function newerOptions(region: string, { _about: about }: LambdaFacts): Record<string, PriceFile> {
  const { otherUsEast1: other, limits, freeTier } = about;
  const isRead = region === READ_IN;
  const from = isRead
    ? ({ source: "lambda-options", confidence: "high" } as const)
    : ({ source: "lambda-options", confidence: "low", note: NOT_READ_HERE } as const);
  const plan = other.computeSavingsPlanNoUpfrontUsdPerGbSecond;
  const inPlan = { free: freeTier.gbSecondsPerMonth, ...from };
  return {
    snapstart_cache: price("GB-second", other.snapStartCacheUsdPerGbSecond, from),
    snapstart_restore: price("GB", other.snapStartRestoreUsdPerGb, from),
    response_streaming: price("GB", other.responseStreamingUsdPerGb, {
      free: limits.responseStreamingFreeGiBPerMonth,
      ...from,
    }),
    ...(isRead
      ? {
          "savings_plan.x86_64": price("GB-second", plan.x86, inPlan),
          "savings_plan.arm64": price("GB-second", plan.arm64, inPlan),
          ...provisionedInPlan(plan.note),
          edge_requests: price("request", perOne(other.edgeRequestUsdPerMillion, 6), from),
          edge_compute: price("GB-second", other.edgeUsdPerGbSecond, from),
        }
      : {}),
  };
}

/**
 * What functions of Lambda@Edge send goes out through CloudFront; it stands in the card that their other
 * prices stand in.
 */
export function edgeServices(region: string): Record<string, Record<string, PriceFile>> {
  if (region !== READ_IN) return {};
  const tiers = cloudfront.usd_per_gb_beyond.map(([upTo = null, each = null]) => {
    if (each === null) throw new Error("a tier of CloudFront's transfer lacks its price");
    return [upTo, each] as const;
  });
  const { free_gb: free, note } = cloudfront;
  const from = { source: "cloudfront", confidence: "high", note } as const;
  return { aws_lambda_edge: { egress: tieredPrice("GB", tiers, { free, ...from }) } };
}

/** What provisioned concurrency on x86 costs in a Savings Plan: being there, and what it runs. */
function provisionedInPlan(note: string): Record<string, PriceFile> {
  const [, idle, used] = /provisioned ([\d.]+) \/ ([\d.]+)/u.exec(note) ?? [];
  if (idle === undefined || used === undefined) {
    throw new Error(`the Savings Plan's note reads "${note}"`);
  }
  const from = { source: "lambda-options", confidence: "high" } as const;
  return {
    "savings_plan_idle.x86_64": price("GB-second", Number(idle), from),
    "savings_plan_provisioned.x86_64": price("GB-second", Number(used), from),
  };
}

/** What Lambda charges for running functions on instances of one's own. */
export function managedInstancePrices({ _about: about }: LambdaFacts): Record<string, PriceFile> {
  const { formula } = about.otherUsEast1.managedInstances;
  const [, percent, perMillion] =
    /(\d+)% management fee \+ \$([\d.]+) per million/u.exec(formula) ?? [];
  if (percent === undefined || perMillion === undefined) {
    throw new Error(`the fee of managed instances reads "${formula}"`);
  }
  const from = { source: "lambda-options", confidence: "high" } as const;
  return {
    requests: price("request", perOne(Number(perMillion), 6), from),
    management_fee: price("share of the instance's price", perOne(Number(percent), 2), from),
  };
}
