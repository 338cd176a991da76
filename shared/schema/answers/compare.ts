import * as z from "zod/mini";
import { DRIVERS } from "../../drivers/driver-names.ts";
import { CurrencyCode } from "../terms.ts";
import { PriceFlags, pricesUsed, Source } from "./prices-used.ts";

export const LineItemAnswer = z.object({
  meter: z.string(),
  quantity: z.number(),
  unit: z.string(),
  free: z.number(),
  billable: z.number(),
  tiers: z.array(
    z.object({
      from: z.number(),
      up_to: z.nullable(z.number()),
      quantity: z.number(),
      unit_price: z.number(),
      amount: z.number(),
    }),
  ),
  amount: z.number(),
  /** `null` for a price that the request gave. */
  source: z.nullable(Source),
  flags: PriceFlags,
});

export const CapacityAnswer = z.object({
  requests_per_second: z.number(),
  cpu_requests_per_second: z.number(),
  memory_requests_per_second: z.number(),
  binding_resource: z.enum(["cpu", "memory"]),
  executions_per_machine: z.number(),
  machines: z.number(),
  carries_load: z.boolean(),
});

const Step = z.object({ every: z.number(), amount: z.number() });

export const CurveSegment = z.object({
  from: z.number(),
  to: z.number(),
  intercept: z.number(),
  slope: z.number(),
  step: z.optional(Step),
  steps: z.optional(z.readonly(z.array(Step))),
});

const TurnAnswer = z.nullable(
  z.object({
    executions_per_month: z.number(),
    executions_per_second: z.number(),
    cheapest: z.string(),
  }),
);

const FlipTurn = z.nullable(z.object({ value: z.number(), cheapest: z.string() }));
export const FlipAnswer = z.object({
  driver: z.enum(DRIVERS),
  unit: z.string(),
  value: z.number(),
  below: FlipTurn,
  above: FlipTurn,
});

/** `POST /api/v1/compare`: the answer. */
export const CompareAnswer = z.object({
  currency: CurrencyCode,
  offers: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["function", "machine"]),
      provider: z.string(),
      region: z.string(),
      label: z.string(),
      monthly_cost: z.nullable(z.number()),
      line_items: z.array(LineItemAnswer),
      capacity: z.nullable(CapacityAnswer),
      /** Why the offer cannot be bought for this workload; `null` when it can. */
      unavailable: z.nullable(
        z.object({
          code: z.string(),
          /** The field at fault, from the root of the request: `workload.memory_mb`. */
          field: z.string(),
          message: z.string(),
        }),
      ),
      curve: z.array(CurveSegment),
    }),
  ),
  break_even_points: z.array(
    z.object({
      between: z.array(z.string()),
      executions_per_month: z.number(),
      executions_per_second: z.number(),
      monthly_cost: z.number(),
      kind: z.enum(["equal", "step"]),
      cheaper_below: z.string(),
      cheaper_above: z.string(),
    }),
  ),
  alternations: z.array(
    z.object({ between: z.array(z.string()), from: z.number(), to: z.number() }),
  ),
  regimes: z.array(
    z.object({ from: z.number(), to: z.number(), cheapest: z.string(), alternating: z.boolean() }),
  ),
  verdict: z.object({
    cheapest: z.nullable(z.string()),
    monthly_cost: z.nullable(z.number()),
    carries_load: z.boolean(),
    runner_up: z.nullable(z.string()),
    savings: z.nullable(z.number()),
    next_break_even_below: TurnAnswer,
    next_break_even_above: TurnAnswer,
    /** How far each driver would have to change, alone, for another offer to be the cheapest. */
    would_change: z.array(FlipAnswer),
  }),
  assumptions: z.object({
    peak_to_average: z.number(),
    cpu_ms: z.number(),
    memory_per_request_mb: z.number(),
    target_utilisation: z.number(),
    memory_reserve_mb: z.number(),
    exchange_rate: z.number(),
  }),
  ...pricesUsed,
});
export type CompareAnswer = z.infer<typeof CompareAnswer>;
