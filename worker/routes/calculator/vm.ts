import { VmRequest } from "../../../shared/schema/calculator-v1.ts";
import { convert } from "../../../shared/currency.ts";
import { cardKeyOf } from "../../../shared/price-offer.ts";
import { pricesUsed } from "../../../shared/mapping/prices-used.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import {
  amountOf,
  billOf,
  CALCULATOR_PATH,
  calculatorPricing,
  machineOffer,
  machineTerms,
  toTerms,
  toWorkload,
} from "./calculator.ts";
import { machineAnswer, type MachineAnswer } from "./machine-answer.ts";

/** How long a request takes does not bear on one machine, whatever the load. */
const NO_FUNCTION = { memory_mb: 128, execution_time_seconds: 1 };

/** Monthly cost of one machine, and of the data it sends. */
export const vm = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/vm`,
  input: VmRequest,
  handle: (body, { catalog, today }) => {
    const offer = machineOffer(body);
    return catalog.with(
      (opened) => [cardKeyOf(offer, opened)],
      (opened) => {
        const workload = toWorkload({ ...body, ...NO_FUNCTION });
        const terms = machineTerms(offer, toTerms(body));
        const { pricing, card } = calculatorPricing(workload, offer, terms, opened);
        const { machine } = pricing;
        const { provider, instance_type } = body;
        const lines = billOf(pricing, workload);
        const answer = machine && machineAnswer(machine, body.exchange_rate);
        if (answer === null) throw new Error("a machine that was priced on demand is sold so");
        return success({
          provider,
          instance_type,
          ...answer,
          configuration: { provider, instance_type, region: card.region },
          ...(body.monthly_executions > 0
            ? withEgress(answer, amountOf(lines, "egress"), body.exchange_rate)
            : {}),
          ...pricesUsed(lines, today()),
        });
      },
    );
  },
});

/** Egress and the total, in yen too for a machine that is priced in yen. */
function withEgress(machine: MachineAnswer, egressUsd: number, exchangeRate: number) {
  const usd = {
    egress_cost_usd: egressUsd,
    total_monthly_cost_usd: machine.monthly_cost_usd + egressUsd,
  };
  if (machine.monthly_cost_jpy === undefined) return usd;
  const egressJpy = convert(egressUsd, "USD", "JPY", exchangeRate);
  return {
    ...usd,
    egress_cost_jpy: egressJpy,
    total_monthly_cost_jpy: machine.monthly_cost_jpy + egressJpy,
  };
}
