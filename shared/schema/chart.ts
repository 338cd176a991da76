import * as z from "zod/mini";
import { comparedFields, RangeBody } from "./compare.ts";
import { numberOrDefault } from "./primitives.ts";

/** `GET /api/v1/chart.svg`: the question of `/compare`, and how large the picture is. */
export const ChartRequest = z.object({
  ...comparedFields,
  range: z.prefault(RangeBody, {}),
  width: numberOrDefault("chart_width"),
  height: numberOrDefault("chart_height"),
});
