import * as z from "zod/mini";
import { CurrencyCode } from "../terms.ts";
import { pricesUsed } from "./prices-used.ts";

/** `POST /api/v1/growth`: the answer. Month 0 is this one. */
export const GrowthAnswer = z.object({
  currency: CurrencyCode,
  months: z.array(
    z.object({
      month: z.number(),
      executions: z.number(),
      costs: z.record(z.string(), z.number()),
      cumulated: z.record(z.string(), z.number()),
    }),
  ),
  break_even_points: z.array(
    z.object({
      between: z.array(z.string()),
      executions_per_month: z.number(),
      /** The first month that has reached it. */
      month: z.number(),
      cheaper_above: z.string(),
    }),
  ),
  cheapest_in_all: z.nullable(z.string()),
  /** The first month at whose end a migration has paid; `null` when it does not. */
  payback_month: z.nullable(z.number()),
  ...pricesUsed,
});
export type GrowthAnswer = z.infer<typeof GrowthAnswer>;
