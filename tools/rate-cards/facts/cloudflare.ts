import type { PriceFile, RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { card, perOne, repositorySource, type RepositoryFact } from "./card-parts.ts";

export interface EdgePlatformFacts {
  readonly cloudflareWorkers: {
    readonly paid: {
      readonly monthlyMinimum: number;
      readonly includedRequests: number;
      readonly usdPerMillionRequests: number;
      readonly includedCpuMs: number;
      readonly usdPerMillionCpuMs: number;
      readonly egressPerGb: number;
    };
    readonly source: RepositoryFact;
  };
}

/** The documentation's version is known to be of 2026, not of which day. */
const NOT_BEFORE = "2026-01-01";

/** The rate card of Cloudflare Workers' paid plan, one for the whole world. */
export function cloudflareCard(
  region: string,
  { cloudflareWorkers }: EdgePlatformFacts,
): RateCardFile {
  const { paid, source } = cloudflareWorkers;
  const from = { source: "workers", confidence: "high" } as const;
  const workers: Record<string, PriceFile> = {
    subscription: { unit: "month", tiers: [[null, paid.monthlyMinimum]], ...from },
    requests: {
      unit: "request",
      free: paid.includedRequests,
      tiers: [[null, perOne(paid.usdPerMillionRequests, 6)]],
      ...from,
    },
    cpu: {
      unit: "CPU-millisecond",
      free: paid.includedCpuMs,
      tiers: [[null, perOne(paid.usdPerMillionCpuMs, 6)]],
      ...from,
    },
  };
  return card(
    {
      provider: "cloudflare",
      region,
      currency: "USD",
      services: { cloudflare_workers: workers },
      egress: { unit: "GB", tiers: [[null, paid.egressPerGb]], ...from },
    },
    {
      workers: {
        ...repositorySource("Cloudflare Workers pricing (at the earliest this day)", {
          ...source,
          date: NOT_BEFORE,
        }),
        licence: "CC BY 4.0",
      },
    },
  );
}
