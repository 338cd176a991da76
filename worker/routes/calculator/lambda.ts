import { LambdaRequest } from "../../../shared/schema/calculator-v1.ts";
import { totalOf } from "../../../shared/engine/bill.ts";
import { cardKeyOf } from "../../../shared/price-offer.ts";
import { pricesUsed } from "../../../shared/mapping/prices-used.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import {
  amountOf,
  billOf,
  CALCULATOR_PATH,
  lambdaOffer,
  calculatorPricing,
  quantityOf,
  toTerms,
  toWorkload,
} from "./calculator.ts";

/** Monthly cost of an AWS Lambda workload, in US dollars. */
export const lambda = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/lambda`,
  input: LambdaRequest,
  handle: (body, { catalog, today }) => {
    const offer = lambdaOffer(body);
    return catalog.with(
      (opened) => [cardKeyOf(offer, opened)],
      (opened) => {
        const workload = toWorkload(body);
        const { pricing, card } = calculatorPricing(workload, offer, toTerms(body), opened);
        const lines = billOf(pricing, workload);
        return success({
          request_charges: amountOf(lines, "requests"),
          compute_charges: amountOf(lines, "compute"),
          egress_charges: amountOf(lines, "egress"),
          total_cost: totalOf(lines),
          gb_seconds: quantityOf(lines, "compute"),
          configuration: {
            memory_mb: body.memory_mb,
            execution_time_seconds: body.execution_time_seconds,
            monthly_executions: body.monthly_executions,
            include_free_tier: body.include_free_tier,
            egress_per_request_kb: body.egress_per_request_kb,
            internet_transfer_ratio: body.internet_transfer_ratio,
            region: card.region,
            architecture: body.architecture,
          },
          ...pricesUsed(lines, today()),
        });
      },
    );
  },
});
