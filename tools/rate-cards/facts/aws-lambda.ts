import type { PriceFile } from "../../../shared/catalog/rate-card.ts";
import { entryOf, perOne } from "./card-parts.ts";

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

/** Prices of a region's meters; `source` is where all but `/tmp` were read. */
export function lambdaPrices(
  region: string,
  { _about: about, regions }: LambdaFacts,
  source: "lambda" | "lambda-offer",
): Record<string, PriceFile> {
  const { requestsPerMonth, gbSecondsPerMonth } = about.freeTier;
  const prices = entryOf(regions, region);
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
