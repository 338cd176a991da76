import * as z from "zod/mini";
import { pricesUsed } from "./prices-used.ts";

/** `POST /api/v1/break-even`: the answer. */
export const BreakEvenAnswer = z.object({
  driver: z.string(),
  unit: z.string(),
  /** What it is in the question; `null` for a price, whose tiers are no single value. */
  value: z.nullable(z.number()),
  regimes: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      /** `null` where no offer can be bought. */
      cheapest: z.nullable(z.string()),
      alternating: z.boolean(),
    }),
  ),
  break_even_points: z.array(
    z.object({
      value: z.number(),
      cheaper_below: z.nullable(z.string()),
      cheaper_above: z.nullable(z.string()),
    }),
  ),
  ...pricesUsed,
});
export type BreakEvenAnswer = z.infer<typeof BreakEvenAnswer>;
