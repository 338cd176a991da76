import * as z from "zod/mini";
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
