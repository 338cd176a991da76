import * as z from "zod/mini";
import { pricesUsed } from "../prices-used.ts";
import { comparedFields, minimumBeforeMaximum } from "../compare.ts";
import { number } from "../primitives.ts";
import { CurrencyCode } from "../terms.ts";
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

/** `POST /api/v1/uncertainty`: the answer. */
export const UncertaintyAnswer = z.object({
  currency: CurrencyCode,
  offers: z.array(
    z.object({
      id: z.string(),
      monthly_cost: z.nullable(z.number()),
      /** Over all corners of the ranges; `null` where the offer cannot be bought. */
      least: z.nullable(z.number()),
      most: z.nullable(z.number()),
    }),
  ),
  /** By input: the share of its range that each offer wins, with the others as they are. */
  shares: z.array(z.object({ input: z.string(), wins: z.record(z.string(), z.number()) })),
  ...pricesUsed,
});
export type UncertaintyAnswer = z.infer<typeof UncertaintyAnswer>;
