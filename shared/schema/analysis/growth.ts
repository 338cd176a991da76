import * as z from "zod/mini";
import { comparedFields, RangeBody } from "../compare.ts";
import { name, number, numberOrDefault } from "../primitives.ts";

/** `POST /api/v1/growth`: the question. */
export const GrowthRequest = z.object({
  ...comparedFields,
  range: z.prefault(RangeBody, {}),
  growth_percent: number("growth_percent"),
  months: numberOrDefault("horizon_months"),
  migration: z.optional(
    z.object({ from: name(), to: name(), cost: numberOrDefault("one_off_cost") }),
  ),
});
