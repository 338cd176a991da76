import { affordable } from "../../../shared/budget.ts";
import { en } from "../../../shared/messages/en.ts";
import { offerLabel } from "../../../shared/offer-label.ts";
import type { BudgetAnswer } from "../../../shared/schema/answers/budget.ts";
import { BudgetRequest } from "../../../shared/schema/analysis/budget.ts";
import { toRequestsPerSecond } from "../../../shared/units.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { pricesUsedBy, withCompared } from "../../mapping/compared.ts";

/** What load an amount a month pays for, with each offer. */
export const budget = defineRoute({
  method: "POST",
  path: "/api/v1/budget",
  input: BudgetRequest,
  handle: ({ amount, ...body }, context) =>
    withCompared(body, context, ({ input, comparison }) => {
      const offers = comparison.offers.map((offer) => {
        const bought = affordable(offer, amount, input.range.max);
        const { requestsPerMonth: executions } = bought;
        return {
          id: offer.id,
          label: offerLabel(offer.offer, en),
          executions_per_month: executions,
          executions_per_second: executions === null ? null : toRequestsPerSecond(executions),
          monthly_cost: bought.monthlyCost,
          machines: bought.machines,
          limit: bought.limit,
        };
      });
      const answer: BudgetAnswer = {
        currency: comparison.currency,
        amount,
        offers: offers.toSorted(
          (a, b) => (b.executions_per_month ?? -1) - (a.executions_per_month ?? -1),
        ),
        ...pricesUsedBy(comparison, context),
      };
      return success(answer);
    }),
});
