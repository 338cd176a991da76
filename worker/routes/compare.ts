import { flipsOf } from "../../shared/drivers/flips.ts";
import { CompareRequest } from "../../shared/schema/compare.ts";
import { success } from "../http/respond.ts";
import { defineRoute } from "../http/route.ts";
import { withCompared } from "../mapping/compared.ts";
import { toComparisonAnswer } from "../mapping/comparison-answer.ts";

/** What the verdict says of, besides requests. */
const VERDICT_DRIVERS = ["execution_time", "memory", "cpu_time"] as const;

/** Any offers against each other: bills, curves, break-even points, regimes. */
export const compare = defineRoute({
  method: "POST",
  path: "/api/v1/compare",
  summary: "Bills, cost curves, break-even points and regimes of any offers",
  input: CompareRequest,
  handle: (body, context) =>
    withCompared(body, context, ({ input, offers, comparison, catalog }) => {
      const flips = flipsOf(input, offers, VERDICT_DRIVERS, catalog);
      return success(toComparisonAnswer(input, comparison, flips, context.today()));
    }),
});
