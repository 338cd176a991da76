import { openRateCard } from "./catalog/card.ts";
import type { PriceFile, RateCardFile } from "./catalog/rate-card.ts";
import type { MachineOffer, FunctionOffer } from "./offer.ts";
import type { PricingTerms } from "./price-offer.ts";
import { simulate, type PricedOffer } from "./simulate.ts";
import { WHOLE_MACHINES, type Workload } from "./workload.ts";

/** Invented round prices, so that the right bills can be worked out by hand. */
function invented(unit: string, unitPrice: number, free = 0): PriceFile {
  return { unit, free, tiers: [[null, unitPrice]], source: "invented", confidence: "high" };
}

const CARD_FILE: RateCardFile = {
  schema: 2,
  provider: "aws",
  region: "ap-northeast-1",
  currency: "USD",
  as_of: "2000-01-01",
  sources: {
    invented: { title: "invented", url: "", date: "2000-01-01" },
  },
  services: {
    aws_lambda: {
      requests: invented("request", 0.5, 100),
      "compute.x86_64": invented("GB-second", 2, 50),
    },
  },
  egress: invented("GB", 0.25, 10),
  machine_types: {
    families: { test: "test" },
    vcpu: [1],
    memory_mb: [2048],
    arm64: [],
    baseline: [],
    per: "hour",
    prices: {
      on_demand: { source: "invented", confidence: "high", decimals: 3, unit_prices: [0.125] },
    },
  },
};

/** 300 requests of 500 ms with 1 GB, each sending 0.5 GB: 150 GB-s and 150 GB in all. */
const WORKLOAD: Workload = {
  requestsPerMonth: 300,
  durationMs: 500,
  memoryMb: 1024,
  egressPerRequestKb: 524_288,
  internetTransferRatio: 100,
  ...WHOLE_MACHINES,
};

const TERMS: PricingTerms = {
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  currency: "USD",
  exchangeRate: 1,
  // The case sends more with a response than a function may.
  limitsMemoryAndTimeAlone: true,
};

const FUNCTION_OFFER: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: "ap-northeast-1",
  architecture: "x86_64",
};

const MACHINE_OFFER: MachineOffer = {
  kind: "machine",
  service: "aws_ec2",
  region: "ap-northeast-1",
  instanceType: "test",
  purchase: "on_demand",
  sizing: { kind: "fixed", machines: 2 },
};

export interface SelfTest {
  readonly functions: boolean;
  readonly machines: boolean;
  readonly egress: boolean;
}

/** Prices a known case and compares each part with the bill worked out by hand. */
export function selfTest(): SelfTest {
  const card = openRateCard(CARD_FILE);
  const { offers } = simulate(
    {
      workload: WORKLOAD,
      offers: [FUNCTION_OFFER, MACHINE_OFFER],
      range: { min: 0, max: 1000 },
      terms: TERMS,
    },
    { resolveRegion: (_provider, region) => region, card: () => card },
  );
  const [ofFunction, ofMachine] = offers;
  return {
    // (300 − 100) × 0.5 and (150 − 50) × 2
    functions: amountOf(ofFunction, "requests") === 100 && amountOf(ofFunction, "compute") === 200,
    // 2 machines × 730 h × 0.125
    machines: amountOf(ofMachine, "instance_hours") === 182.5,
    // (150 − 10) × 0.25, the same on either side
    egress: amountOf(ofFunction, "egress") === 35 && amountOf(ofMachine, "egress") === 35,
  };
}

function amountOf(offer: PricedOffer | undefined, meter: string): number | undefined {
  return offer?.lineItems.find((line) => line.meter === meter)?.amount;
}
