import * as z from "zod/mini";
import { comparedFields, RangeBody } from "../compare.ts";
import { number } from "../primitives.ts";

/** `POST /api/v1/budget`: the question. */
export const BudgetRequest = z.object({
  ...comparedFields,
  range: z.prefault(RangeBody, {}),
  amount: number("budget_amount"),
});
