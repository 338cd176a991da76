import { openRateCard } from "../../shared/catalog/card.ts";
import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import type { PriceFile, RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { FunctionOffer, MachineOffer } from "../../shared/offer.ts";
import type { PricingTerms } from "../../shared/pricing-terms.ts";
import type { Workload } from "../../shared/workload.ts";

function price(unit: string, unitPrice: number): PriceFile {
  return { unit, tiers: [[null, unitPrice]], source: "invented", confidence: "high" };
}

const AROUND = {
  schema: 2,
  region: "here",
  as_of: "2026-01-01",
  sources: { invented: { title: "invented", url: "about:blank", date: "2026-01-01" } },
} as const;

/**
 * A dollar for a GB-second, two of instances that are kept ready, and one for a GB sent; a dollar for a minute of a vCPU of a task; 73 dollars a month for 1 vCPU with 2 GB, 36.50 for one that
 * sustains half of its vCPU, and a dollar for each vCPU-hour beyond that; 220.46 for 3 vCPUs. Two cents for a call of an API; 7.30 dollars a
 * month for a load balancer, and one for each hour of a unit of it.
 */
const AWS: RateCardFile = {
  ...AROUND,
  provider: "aws",
  currency: "USD",
  services: {
    aws_lambda: {
      requests: price("request", 0),
      "compute.x86_64": price("GB-second", 1),
      "provisioned_idle.x86_64": price("GB-second", 0),
      "provisioned_compute.x86_64": price("GB-second", 2),
    },
    aws_fargate: {
      "vcpu.x86_64": price("vCPU-hour", 60),
      "memory.x86_64": price("GB-hour", 0),
    },
    aws_ec2: { "surplus_vcpu.x86_64": price("vCPU-hour", 1) },
    aws_api_gateway: { http: price("request", 0.02), rest: price("request", 0.02) },
    aws_load_balancer: { alb_hours: price("hour", 0.01), lcu_hours: price("LCU-hour", 1) },
  },
  egress: price("GB", 1),
  machine_types: {
    families: { small: "small", burst: "burst", triple: "triple" },
    vcpu: [1, 1, 3],
    memory_mb: [2048, 2048, 6144],
    arm64: [],
    baseline: [[1, 0.5]],
    per: "hour",
    prices: {
      on_demand: {
        source: "invented",
        confidence: "high",
        decimals: 3,
        unit_prices: [0.1, 0.05, 0.302],
      },
    },
  },
};

/** 15,000 yen a month for 1 vCPU with 2 GB; nothing for what is sent. */
const SAKURA: RateCardFile = {
  ...AROUND,
  provider: "sakura",
  currency: "JPY",
  services: {},
  egress: price("GB", 0),
  machine_types: {
    families: { "1core_2gb": "1core_2gb" },
    vcpu: [1],
    memory_mb: [2048],
    arm64: [],
    baseline: [],
    per: "month",
    prices: {
      on_demand: { source: "invented", confidence: "high", decimals: 0, unit_prices: [15_000] },
    },
  },
};

/** A dollar for a vCPU-second, and nothing else. */
const GOOGLE: RateCardFile = {
  ...AROUND,
  provider: "google",
  currency: "USD",
  services: {
    gcp_cloudrun: {
      requests: price("request", 0),
      vcpu: price("vCPU-second", 1),
      memory: price("GiB-second", 0),
    },
  },
  egress: price("GB", 0),
};

/** A dollar for a GB-second, that of an instance that is always ready included. */
const AZURE: RateCardFile = {
  ...AROUND,
  provider: "azure",
  currency: "USD",
  services: {
    azure_functions_flex: {
      requests: price("request", 0),
      compute: price("GB-second", 1),
      always_ready_baseline: price("GB-second", 0),
      always_ready_requests: price("request", 0),
      always_ready_compute: price("GB-second", 1),
    },
  },
  egress: price("GB", 0),
};

/** Five dollars a month for an account, and one for a vCPU-second and for a GiB-second. */
const CLOUDFLARE: RateCardFile = {
  ...AROUND,
  provider: "cloudflare",
  currency: "USD",
  services: {
    cloudflare_workers: { subscription: price("month", 5), requests: price("request", 0) },
    cloudflare_containers: {
      vcpu: price("vCPU-second", 1),
      memory: price("GiB-second", 1),
      disk: price("GB-second", 0),
      "egress.elsewhere": price("GB", 0),
    },
  },
  egress: price("GB", 0),
};

const CARDS = new Map(
  [AWS, SAKURA, GOOGLE, AZURE, CLOUDFLARE].map((file) => [file.provider, openRateCard(file)]),
);

/** Cards with round prices, so that answers can be worked out by hand. */
export const INVENTED: LoadedCards = {
  resolveRegion: (_provider, region) => region,
  card: ({ provider }) => {
    const card = CARDS.get(provider);
    if (card === undefined) throw new Error(`no card is invented for ${provider}`);
    return card;
  },
};

const WITH_ARM = openRateCard({
  ...AWS,
  services: {
    ...AWS.services,
    aws_lambda: { ...AWS.services["aws_lambda"], "compute.arm64": price("GB-second", 0.5) },
  },
});

/** The same with functions on Arm, too, of which a GB-second costs half a dollar. */
export const INVENTED_WITH_ARM: LoadedCards = {
  ...INVENTED,
  card: (key) => (key.provider === "aws" ? WITH_ARM : INVENTED.card(key)),
};

export const LAMBDA: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: "here",
  architecture: "x86_64",
};

/** Instances of four vCPUs, which have 2 GB at least. */
export const FOUR_VCPUS: FunctionOffer = {
  ...LAMBDA,
  service: "gcp_cloudrun",
  cpuCount: 4,
};

/** One machine, whatever the load. */
export const ONE_MACHINE: MachineOffer = {
  kind: "machine",
  service: "aws_ec2",
  region: "here",
  instanceType: "small",
  purchase: "on_demand",
  sizing: { kind: "fixed", machines: 1 },
};

/** As many of them as the peak needs. */
export const MACHINES: MachineOffer = {
  ...ONE_MACHINE,
  sizing: { kind: "peak", minimumMachines: 1 },
};

/** One machine that is used beyond what it sustains. */
export const BURSTING: MachineOffer = { ...ONE_MACHINE, instanceType: "burst", unlimited: true };

export const YEN_MACHINE: MachineOffer = {
  ...ONE_MACHINE,
  service: "sakura_cloud",
  instanceType: "1core_2gb",
};

/** A thousand requests of 100 ms with 1 GB: 100 dollars on functions, next to nothing on a machine. */
export const WORKLOAD: Workload = {
  requestsPerMonth: 1000,
  durationMs: 100,
  memoryMb: 1024,
  egressPerRequestKb: 0,
  internetTransferRatio: 100,
  peakToAverage: 1,
  cpuMs: null,
  memoryPerRequestMb: null,
  targetUtilisation: 1,
  memoryReserveMb: 0,
};

export const TERMS: PricingTerms = {
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  currency: "USD",
  exchangeRate: 150,
};
