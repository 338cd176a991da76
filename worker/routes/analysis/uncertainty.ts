import type { UncertaintyAnswer } from "../../../shared/schema/answers/uncertainty.ts";
import { UncertaintyRequest } from "../../../shared/schema/analysis/uncertainty.ts";
import { costRanges, usesUpIdle, winningShares } from "../../../shared/uncertainty.ts";
import { DRIVERS } from "../../../shared/drivers/driver-names.ts";
import { assertFollowed, notFollowed } from "../../mapping/driver-input.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { pricesUsedBy, withCompared } from "../../mapping/compared.ts";

/** What costs are at least and at most when inputs are known as ranges, and who wins how much of them. */
export const uncertainty = defineRoute({
  method: "POST",
  path: "/api/v1/uncertainty",
  input: UncertaintyRequest,
  handle: ({ ranges, ...body }, context) =>
    withCompared(body, context, ({ input, offers, comparison, catalog }) => {
      for (const driver of DRIVERS) {
        if (ranges[driver] === undefined) continue;
        const path = `ranges.${driver}`;
        if (driver === "execution_time" && usesUpIdle(input, offers)) {
          throw notFollowed(driver, path);
        }
        assertFollowed(driver, input, path);
      }
      const costs = costRanges(input, offers, ranges, catalog);
      const ids = comparison.offers.map(({ id }) => id);
      const answer: UncertaintyAnswer = {
        currency: comparison.currency,
        offers: comparison.offers.map(({ id, monthlyCost }, index) => ({
          id,
          monthly_cost: monthlyCost,
          least: costs[index]?.least ?? null,
          most: costs[index]?.most ?? null,
        })),
        shares: winningShares(input, comparison.offers, ranges, catalog).map((won) => ({
          input: won.input,
          wins: Object.fromEntries(won.shares.map((share, index) => [ids[index] ?? "", share])),
        })),
        ...pricesUsedBy(comparison, context),
      };
      return success(answer);
    }),
});
