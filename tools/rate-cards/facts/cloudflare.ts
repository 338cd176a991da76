import type { PriceFile, RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { SECONDS_PER_HOUR } from "../../../shared/units.ts";
import { card, perOne, price, repositorySource, type RepositoryFact } from "./card-parts.ts";

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
    readonly containers: {
      readonly gibSecond: number;
      readonly vcpuSecond: number;
      readonly gbDiskSecond: number;
      readonly included: {
        readonly gibHours: number;
        readonly vcpuMinutes: number;
        readonly diskGbHours: number;
      };
      readonly egressPerGb: {
        readonly northAmerica_europe: number;
        readonly oceania_korea_taiwan: number;
        readonly else: number;
      };
    };
    readonly source: RepositoryFact;
  };
}

const SECONDS_PER_MINUTE = 60;
/** The documentation's version is known to be of 2026, not of which day. */
const NOT_BEFORE = "2026-01-01";

/** Egress of containers that the Workers plan includes, on the page that the facts are from: 1 TB, and 500 GB. */
const INCLUDED_EGRESS_GB = { northAmericaEurope: 1000, oceaniaKoreaTaiwan: 500, elsewhere: 500 };

/** The rate card of Cloudflare Workers' paid plan, one for the whole world. */
export function cloudflareCard(
  region: string,
  { cloudflareWorkers }: EdgePlatformFacts,
): RateCardFile {
  const { paid, containers, source } = cloudflareWorkers;
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
  const { included, egressPerGb } = containers;
  const containerPrices: Record<string, PriceFile> = {
    vcpu: price("vCPU-second", containers.vcpuSecond, {
      free: included.vcpuMinutes * SECONDS_PER_MINUTE,
      ...from,
    }),
    memory: price("GiB-second", containers.gibSecond, {
      free: included.gibHours * SECONDS_PER_HOUR,
      ...from,
    }),
    disk: price("GB-second", containers.gbDiskSecond, {
      free: included.diskGbHours * SECONDS_PER_HOUR,
      ...from,
    }),
    "egress.north_america_europe": price("GB", egressPerGb.northAmerica_europe, {
      free: INCLUDED_EGRESS_GB.northAmericaEurope,
      ...from,
    }),
    "egress.oceania_korea_taiwan": price("GB", egressPerGb.oceania_korea_taiwan, {
      free: INCLUDED_EGRESS_GB.oceaniaKoreaTaiwan,
      ...from,
    }),
    "egress.elsewhere": price("GB", egressPerGb.else, {
      free: INCLUDED_EGRESS_GB.elsewhere,
      ...from,
    }),
  };
  return card(
    {
      provider: "cloudflare",
      region,
      currency: "USD",
      services: { cloudflare_workers: workers, cloudflare_containers: containerPrices },
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
