import type { LoadedCards } from "../../../shared/catalog/catalog.ts";
import type { LazyCatalog } from "../../../shared/catalog/lazy-catalog.ts";
import type { FunctionOffer, MachineOffer } from "../../../shared/offer.ts";
import { cardKeyOf, type OfferPricing, type PricingTerms } from "../../../shared/price-offer.ts";
import type { ComparisonRequest } from "../../../shared/schema/calculator-v1.ts";
import type { Workload } from "../../../shared/workload.ts";
import type { LineItem } from "../../../shared/engine/bill.ts";
import { naming } from "../../../shared/engine/errors.ts";
import {
  billOf,
  calculatorPricing,
  lambdaOffer,
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
  /** Every bill's lines at the workload's load. */
  readonly lines: readonly LineItem[];
}

interface PricedMachine {
  readonly service: MachineOffer["service"];
  /** The type by the name that the client used. */
  readonly instanceType: string;
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

/** Prices both sides of `/comparison` and `/export_csv`, and answers with what `run` makes of them. */
export function withComparison<T>(
  body: ComparisonBody,
  catalog: LazyCatalog,
  run: (priced: PricedComparison) => T,
): T | Promise<T> {
  const lambda = lambdaOffer(body.lambda_config);
  const machines = body.vm_configs.map(machineOffer);
  return catalog.with(
    (opened) => [
      naming(["lambda_config"], () => cardKeyOf(lambda, opened)),
      ...machines.map((machine, index) =>
        naming(["vm_configs", String(index)], () => cardKeyOf(machine, opened)),
      ),
    ],
    (opened) => run(pricedComparison(body, lambda, machines, opened)),
  );
}

function pricedComparison(
  body: ComparisonBody,
  lambdaOf: FunctionOffer,
  machineOffers: readonly MachineOffer[],
  catalog: LoadedCards,
): PricedComparison {
  const { lambda_config: config } = body;
  const workload = toWorkload(config);
  const terms: PricingTerms = toTerms({ ...body, include_free_tier: config.include_free_tier });
  const lambda = naming(["lambda_config"], () =>
    calculatorPricing(workload, lambdaOf, terms, catalog),
  );
  const machines = machineOffers.map((machine, index) => {
    const { pricing, card } = naming(["vm_configs", String(index)], () =>
      calculatorPricing(workload, machine, machineTerms(machine, terms), catalog),
    );
    const { service, instanceType } = machine;
    return { service, instanceType, region: card.region, pricing };
  });
  return {
    workload,
    lambda: lambda.pricing,
    lambdaRegion: lambda.card.region,
    machines,
    lines: [lambda.pricing, ...machines.map(({ pricing }) => pricing)].flatMap((pricing) =>
      billOf(pricing, workload),
    ),
  };
}
