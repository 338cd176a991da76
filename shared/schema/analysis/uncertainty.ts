import * as z from "zod/mini";
import { comparedFields, minimumBeforeMaximum } from "../compare.ts";
import { number } from "../primitives.ts";
import type { FieldName } from "../../fields.ts";

function rangeOf(field: FieldName) {
  return z.optional(
    z.object({ min: number(field), max: number(field) }).check(minimumBeforeMaximum()),
  );
}

/** `POST /api/v1/uncertainty`: the question. */
export const UncertaintyRequest = z.object({
  ...comparedFields,
  ranges: z.object({
    requests: rangeOf("monthly_executions"),
    execution_time: rangeOf("execution_time_ms"),
    memory: rangeOf("service_memory_mb"),
    cpu_time: rangeOf("cpu_ms"),
    egress: rangeOf("egress_per_request_kb"),
    peak_to_average: rangeOf("peak_to_average"),
    utilisation: rangeOf("target_utilisation"),
    exchange_rate: rangeOf("exchange_rate"),
  }),
});
