import type { CardStore } from "../../../shared/catalog/card-store.ts";
import type { FunctionOffer } from "../../../shared/offer.ts";
import type { OfferPricing, PricingTerms } from "../../../shared/price-offer.ts";
import type { ComparisonRequest } from "../../../shared/schema/calculator-v1.ts";
import type { Workload } from "../../../shared/workload.ts";
import { PricingError } from "../../../shared/engine/errors.ts";
import { pricingProblem } from "../../http/problem.ts";
import {
  lambdaOffer,
  loadPricing,
  machineOffer,
  machineTerms,
  toTerms,
  toWorkload,
} from "./calculator.ts";

/** The function side and the machine side of a comparison, priced. */
export interface PricedComparison {
  readonly workload: Workload;
  readonly lambda: OfferPricing;
  readonly lambdaRegion: string;
  readonly machines: readonly PricedMachine[];
  /** What is charged by, in the order of the answer. */
  readonly charges: OfferPricing["charges"];
}

interface PricedMachine {
  readonly config: ComparisonRequest["vm_configs"][number];
  readonly region: string;
  readonly pricing: OfferPricing;
}

type ComparisonBody = Pick<
  ComparisonRequest,
  "vm_configs" | "custom_egress_rates" | "include_egress_free_tier" | "exchange_rate"
> & {
  readonly lambda_config: ComparisonRequest["lambda_config"] & {
    readonly monthly_executions: number;
  };
};

/** Prices both sides of `/comparison` and `/export_csv`. */
export async function pricedComparison(
  body: ComparisonBody,
  cards: CardStore,
): Promise<PricedComparison> {
  const { lambda_config: config } = body;
  const workload = toWorkload(config);
  const terms: PricingTerms = toTerms({ ...body, include_free_tier: config.include_free_tier });
  const offer: FunctionOffer = lambdaOffer(config);
  const lambda = await naming(["lambda_config"], () => loadPricing(workload, offer, terms, cards));
  const machines: PricedMachine[] = [];
  for (const [index, vm] of body.vm_configs.entries()) {
    const machine = machineOffer(vm);
    // One card after the other: they are few, and after the first request all are there.
    // oxlint-disable-next-line no-await-in-loop
    const { pricing, card } = await naming(["vm_configs", String(index)], () =>
      loadPricing(workload, machine, machineTerms(machine, terms), cards),
    );
    machines.push({ config: vm, region: card.region, pricing });
  }
  return {
    workload,
    lambda: lambda.pricing,
    lambdaRegion: lambda.card.region,
    machines,
    charges: [lambda.pricing, ...machines.map(({ pricing }) => pricing)].flatMap(
      ({ charges }) => charges,
    ),
  };
}

/** Names the part of the body that an error of the engine is about. */
async function naming<T>(prefix: readonly string[], run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    throw pricingProblem(error.within(...prefix));
  }
}
