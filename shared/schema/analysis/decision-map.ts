import * as z from "zod/mini";
import { pricesUsed } from "../prices-used.ts";
import { MAP_CELLS_MAX } from "../../fields.ts";
import { comparedFields, minimumBeforeMaximum, RangeBody } from "../compare.ts";
import { number, numberOrDefault } from "../primitives.ts";

/** `POST /api/v1/decision-map`: the question. */
export const DecisionMapRequest = z
  .object({
    ...comparedFields,
    range: z.prefault(RangeBody, {}),
    execution_times: z
      .object({
        min: number("execution_time_ms"),
        max: number("execution_time_ms"),
        columns: numberOrDefault("map_columns"),
      })
      .check(minimumBeforeMaximum()),
  })
  .check(
    z.refine(
      ({ offers, execution_times: { columns } }) => offers.length * columns <= MAP_CELLS_MAX,
      {
        path: ["execution_times", "columns"],
        error: `times the number of offers must be at most ${MAP_CELLS_MAX}`,
      },
    ),
  );

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
