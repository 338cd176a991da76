import * as z from "zod/mini";
import {
  FUNCTION_SERVICE_IDS,
  MACHINE_SERVICE_IDS,
  type FunctionServiceId,
  type MachineServiceId,
} from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { DRIVERS } from "../drivers/driver-names.ts";
import { OFFERS_MAX } from "../fields.ts";
import { PriceFlags, pricesUsed, Source } from "./prices-used.ts";
import { choice, flag, name, number, numberOrDefault } from "./primitives.ts";
import { CurrencyCode, termsFields } from "./terms.ts";
import { WorkloadBody } from "./workload.ts";

const FunctionOfferBody = z.object({
  kind: z.literal("function"),
  id: z.optional(name()),
  provider: choice(FUNCTION_SERVICE_IDS as [FunctionServiceId, ...FunctionServiceId[]]),
  region: name(),
  architecture: z.prefault(choice(["x86_64", "arm64"]), "x86_64"),
  ephemeral_storage_mb: numberOrDefault("ephemeral_storage_mb"),
  cpu_count: numberOrDefault("cpu_count"),
  concurrency: z.optional(number("concurrency")),
  minimum_instances: z.optional(number("minimum_instances")),
  provisioned_concurrency: z.optional(
    z.object({
      instances: number("provisioned_instances"),
      hours: numberOrDefault("provisioned_hours"),
      executions_share: numberOrDefault("share"),
    }),
  ),
  snap_start: z.optional(
    z.object({
      cold_start_ratio: number("cold_start_ratio"),
      active_seconds: numberOrDefault("active_seconds"),
    }),
  ),
  response_streaming: flag(false),
});

const MachineOfferBody = z.object({
  kind: z.literal("machine"),
  id: z.optional(name()),
  provider: choice(MACHINE_SERVICE_IDS as [MachineServiceId, ...MachineServiceId[]]),
  region: name(),
  instance_type: name(),
  purchase: z.prefault(choice(PURCHASES), "on_demand"),
  sizing: z.prefault(choice(["peak", "fixed", "autoscaled"]), "peak"),
  machines: numberOrDefault("machines"),
  minimum_machines: numberOrDefault("minimum_machines"),
  unlimited: flag(false),
});

const OfferBody = z.discriminatedUnion("kind", [FunctionOfferBody, MachineOfferBody]);
export type OfferBody = z.infer<typeof OfferBody>;

export const RangeBody = z
  .object({
    min: numberOrDefault("range_min"),
    max: numberOrDefault("range_max"),
  })
  .check(minimumBeforeMaximum());

/** A workload, the ways to buy it that are compared, and on which terms. */
export const comparedFields = {
  workload: WorkloadBody,
  offers: z.array(OfferBody).check(z.minLength(1), z.maxLength(OFFERS_MAX)),
  ...termsFields,
};

const ComparedBody = z.object(comparedFields);
export type ComparedBody = z.infer<typeof ComparedBody>;

/** `POST /api/v1/compare`: the question. */
export const CompareRequest = z.object({
  ...comparedFields,
  range: z.prefault(RangeBody, {}),
});
export type CompareRequest = z.infer<typeof CompareRequest>;

const LineItemAnswer = z.object({
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

const CapacityAnswer = z.object({
  requests_per_second: z.number(),
  cpu_requests_per_second: z.number(),
  memory_requests_per_second: z.number(),
  binding_resource: z.enum(["cpu", "memory"]),
  executions_per_machine: z.number(),
  machines: z.number(),
  carries_load: z.boolean(),
});

const Step = z.object({ every: z.number(), amount: z.number() });

const CurveSegment = z.object({
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
const FlipAnswer = z.object({
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
      unavailable: z.nullable(z.object({ code: z.string(), message: z.string() })),
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

/** A range whose ends are in the wrong order names its `max`. */
export function minimumBeforeMaximum() {
  return z.refine<{ min: number; max: number }>(({ min, max }) => min <= max, {
    path: ["max"],
    error: "must not be less than min",
  });
}
