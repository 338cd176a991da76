import * as z from "zod/mini";
import { CurrencyCode } from "../terms.ts";
import { pricesUsed } from "./prices-used.ts";

/** `POST /api/v1/budget`: the answer, what carries most first. */
export const BudgetAnswer = z.object({
  currency: CurrencyCode,
  amount: z.number(),
  offers: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** `null` when the amount does not pay for the offer at all. */
      executions_per_month: z.nullable(z.number()),
      executions_per_second: z.nullable(z.number()),
      monthly_cost: z.nullable(z.number()),
      machines: z.nullable(z.number()),
      limit: z.nullable(z.enum(["amount", "capacity", "range"])),
    }),
  ),
  ...pricesUsed,
});
export type BudgetAnswer = z.infer<typeof BudgetAnswer>;
