import { VmAnswer, VmRequest } from "../../../shared/schema/calculator-v1.ts";
import { conversionFactor } from "../../../shared/price-offer.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import {
  amountOf,
  billOf,
  CALCULATOR_PATH,
  loadPricing,
  machineOffer,
  machineTerms,
  pricesAsOf,
  toTerms,
  toWorkload,
} from "./calculator.ts";
import { machineAnswer } from "./machine-answer.ts";

/** How long a request takes does not bear on one machine, whatever the load. */
const NO_FUNCTION = { memory_mb: 128, execution_time_seconds: 1 };

/** Monthly cost of one machine, and of the data it sends. */
export const vm = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/vm`,
  summary: "Monthly cost of one machine, with egress",
  input: VmRequest,
  answer: VmAnswer,
  handle: async (body, { cards }) => {
    const workload = toWorkload({ ...body, ...NO_FUNCTION });
    const offer = machineOffer(body);
    const terms = machineTerms(offer, toTerms(body));
    const { pricing, card } = await loadPricing(workload, offer, terms, cards);
    const { machine } = pricing;
    if (machine === null) throw new Error("a machine offer has a machine");
    const answer = machineAnswer(machine, card.currency, body.exchange_rate);
    const toJpy = conversionFactor("USD", "JPY", body.exchange_rate);
    const egressUsd = amountOf(billOf(pricing, workload), "egress");
    const inYen =
      answer.monthly_cost_jpy === undefined
        ? {}
        : {
            egress_cost_jpy: egressUsd * toJpy,
            total_monthly_cost_jpy: answer.monthly_cost_jpy + egressUsd * toJpy,
          };
    return success({
      provider: body.provider,
      instance_type: body.instance_type,
      ...answer,
      configuration: {
        provider: body.provider,
        instance_type: body.instance_type,
        region: card.region,
      },
      ...(body.monthly_executions > 0
        ? {
            egress_cost_usd: egressUsd,
            total_monthly_cost_usd: answer.monthly_cost_usd + egressUsd,
            ...inYen,
          }
        : {}),
      prices_as_of: pricesAsOf(pricing.charges),
    });
  },
});
