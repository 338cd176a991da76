import { decisionMap as mapOf } from "../../../shared/decision-map.ts";
import type { DecisionMapAnswer } from "../../../shared/schema/answers/decision-map.ts";
import { DecisionMapRequest } from "../../../shared/schema/analysis/decision-map.ts";
import { toWholeNanoseconds } from "../../../shared/units.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { assertFollowed, notFollowed } from "../../mapping/driver-input.ts";
import { pricesUsedBy, withCompared } from "../../mapping/compared.ts";

/** Who is cheapest where, over requests and execution time. */
export const decisionMap = defineRoute({
  method: "POST",
  path: "/api/v1/decision-map",
  input: DecisionMapRequest,
  handle: ({ execution_times: times, ...body }, context) =>
    withCompared(body, context, ({ input, offers, comparison, catalog }) => {
      if (input.workload.functions !== undefined) throw notFollowed("execution_time", "workload");
      assertFollowed("execution_time", input, "workload");
      const columns = mapOf(input, offers, spread(times), input.range, catalog);
      const answer: DecisionMapAnswer = {
        columns: columns.map(({ durationMs, regimes }) => ({
          execution_time_ms: durationMs,
          regimes: regimes.map(({ cheapest, ...regime }) => ({
            ...regime,
            cheapest: cheapest === null ? null : (comparison.offers[cheapest]?.id ?? null),
          })),
        })),
        ...pricesUsedBy(comparison, context),
      };
      return success(answer);
    }),
});

/** Times from the least to the most, each the same factor above the one before it. */
function spread({ min, max, columns }: { min: number; max: number; columns: number }): number[] {
  return Array.from({ length: columns }, (_, index) =>
    toWholeNanoseconds(min * (max / min) ** (index / (columns - 1))),
  );
}
