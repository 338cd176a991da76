import { CompareAnswer, CompareRequest } from "../../shared/schema/compare.ts";
import { cardsFor, simulate } from "../../shared/simulate.ts";
import { success } from "../http/respond.ts";
import { defineRoute } from "../http/route.ts";
import { toComparisonAnswer } from "../mapping/comparison-answer.ts";
import { toOffer } from "../mapping/offer-input.ts";
import { toTerms } from "../mapping/terms-input.ts";
import { toWorkload } from "../mapping/workload-input.ts";

/** Any offers against each other: bills, curves, break-even points, regimes. */
export const compare = defineRoute({
  method: "POST",
  path: "/api/v1/compare",
  summary: "Bills, cost curves, break-even points and regimes of any offers",
  input: CompareRequest,
  answer: CompareAnswer,
  handle: (body, { catalog, exchangeRate, today }) => {
    const workload = toWorkload(body.workload);
    const offers = body.offers.map(toOffer);
    return catalog.with(
      (opened) => cardsFor(offers, opened),
      (opened) => {
        const terms = toTerms(body, exchangeRate(opened.index).rate);
        const input = { workload, offers, range: body.range, terms };
        const comparison = simulate(input, opened);
        const [first, ...others] = comparison.offers;
        if (first?.unavailable && others.every(({ unavailable }) => unavailable !== null)) {
          throw first.unavailable;
        }
        return success(toComparisonAnswer(input, comparison, today()));
      },
    );
  },
});
