import * as z from "zod/mini";
import { pricesUsed } from "./prices-used.ts";

/** `POST /api/v1/decision-map`: the answer. */
export const DecisionMapAnswer = z.object({
  columns: z.array(
    z.object({
      execution_time_ms: z.number(),
      regimes: z.array(
        z.object({
          from: z.number(),
          to: z.number(),
          cheapest: z.nullable(z.string()),
          alternating: z.boolean(),
        }),
      ),
    }),
  ),
  ...pricesUsed,
});
export type DecisionMapAnswer = z.infer<typeof DecisionMapAnswer>;
