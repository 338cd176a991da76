import { carriesUpTo } from "../../../shared/carries-up-to.ts";
import { offersWithCurve, type OfferWithCurve } from "../../../shared/cheapest-by-load.ts";
import { PERCENT } from "../../../shared/units.ts";
import { loadsReached, monthReaching, paybackMonth, project } from "../../../shared/growth.ts";
import type { GrowthAnswer } from "../../../shared/schema/answers/growth.ts";
import { GrowthRequest } from "../../../shared/schema/analysis/growth.ts";
import { invalidFields } from "../../http/problem.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { pricesUsedBy, withCompared } from "../../mapping/compared.ts";
import { toWorkload } from "../../mapping/workload-input.ts";

/** What each offer costs month by month as the load grows, and when the answer changes. */
export const growth = defineRoute({
  method: "POST",
  path: "/api/v1/growth",
  input: GrowthRequest,
  handle: ({ growth_percent: percent, months, migration, ...body }, context) => {
    const { requestsPerMonth } = toWorkload(body.workload);
    const growing = { requestsPerMonth, monthlyRate: percent / PERCENT, months };
    const reached = loadsReached(growing);
    const range = {
      min: Math.min(body.range.min, reached.min),
      max: Math.max(body.range.max, reached.max),
    };
    return withCompared({ ...body, range }, context, ({ comparison }) => {
      const bought = offersWithCurve(comparison);
      const ids = bought.map(({ id }) => id);
      const projected = project(
        growing,
        bought.map(({ curve }) => curve),
      );
      const byId = (values: readonly number[]) =>
        Object.fromEntries(values.map((value, index) => [ids[index] ?? "", value]));
      const inAll = projected.at(-1)?.cumulated ?? [];
      const answer: GrowthAnswer = {
        currency: comparison.currency,
        months: projected.map((month) => ({
          month: month.month,
          executions: month.requestsPerMonth,
          costs: byId(month.costs),
          cumulated: byId(month.cumulated),
        })),
        break_even_points: comparison.breakEvenPoints
          .flatMap((point) => {
            const month = monthReaching(growing, point.requestsPerMonth);
            if (month === null) return [];
            const { between, requestsPerMonth: executions, cheaperAbove, cheaperBelow } = point;
            return [
              {
                between: [...between],
                executions_per_month: executions,
                month,
                // A load that shrinks comes from above.
                cheaper_above: percent < 0 ? cheaperBelow : cheaperAbove,
              },
            ];
          })
          .toSorted((a, b) => a.month - b.month),
        cheapest_in_all: cheapestInAll(bought, inAll, reached.max),
        payback_month:
          migration === undefined
            ? null
            : paybackMonth(
                projected,
                indexOf(ids, migration.from, "from"),
                indexOf(ids, migration.to, "to"),
                migration.cost,
              ),
        ...pricesUsedBy(comparison, context),
      };
      return success(answer);
    });
  },
});

/** The cheapest of those that carry every month's load or, if none does, of all. */
function cheapestInAll(
  bought: readonly OfferWithCurve[],
  cumulated: readonly number[],
  greatestLoad: number,
): string | null {
  const carrying = bought.filter((offer) => carriesUpTo(offer) >= greatestLoad);
  const candidates = carrying.length > 0 ? carrying : bought;
  let cheapest: string | null = null;
  let least = Infinity;
  for (const [index, offer] of bought.entries()) {
    const cost = cumulated[index] ?? Infinity;
    if (!candidates.includes(offer) || cost >= least) continue;
    [cheapest, least] = [offer.id, cost];
  }
  return cheapest;
}

function indexOf(ids: readonly string[], id: string, field: string): number {
  const index = ids.indexOf(id);
  if (index !== -1) return index;
  const path = `migration.${field}`;
  const message = `${path}: there is no offer "${id}"; there are ${ids.join(", ")}`;
  throw invalidFields([{ path, message }]);
}
