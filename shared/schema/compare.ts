import * as z from "zod/mini";
import {
  FUNCTION_SERVICE_IDS,
  MACHINE_SERVICE_IDS,
  type FunctionServiceId,
  type MachineServiceId,
} from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { OFFERS_MAX } from "../fields.ts";
import { choice, flag, name, number, numberOrDefault } from "./primitives.ts";
import { CurrencyCode, CustomEgressRates } from "./terms.ts";

const WorkloadBody = z.object({
  monthly_executions: number("monthly_executions"),
  execution_time_ms: number("execution_time_ms"),
  memory_mb: number("service_memory_mb"),
  egress_per_request_kb: numberOrDefault("egress_per_request_kb"),
  internet_transfer_ratio: numberOrDefault("internet_transfer_ratio"),
  peak_to_average: numberOrDefault("peak_to_average"),
  cpu_ms: z.optional(number("cpu_ms")),
  memory_per_request_mb: z.optional(number("memory_per_request_mb")),
  target_utilisation: numberOrDefault("target_utilisation"),
  memory_reserve_mb: numberOrDefault("memory_reserve_mb"),
});

const FunctionOfferBody = z.object({
  kind: z.literal("function"),
  id: z.optional(name()),
  provider: choice(FUNCTION_SERVICE_IDS as [FunctionServiceId, ...FunctionServiceId[]]),
  region: name(),
  architecture: z.prefault(choice(["x86_64", "arm64"]), "x86_64"),
  ephemeral_storage_mb: numberOrDefault("ephemeral_storage_mb"),
  cpu_count: numberOrDefault("cpu_count"),
});

const MachineOfferBody = z.object({
  kind: z.literal("machine"),
  id: z.optional(name()),
  provider: choice(MACHINE_SERVICE_IDS as [MachineServiceId, ...MachineServiceId[]]),
  region: name(),
  instance_type: name(),
  purchase: z.prefault(choice(PURCHASES), "on_demand"),
  sizing: z.prefault(choice(["peak", "fixed"]), "peak"),
  machines: numberOrDefault("machines"),
  minimum_machines: numberOrDefault("minimum_machines"),
});

const OfferBody = z.discriminatedUnion("kind", [FunctionOfferBody, MachineOfferBody]);
export type OfferBody = z.infer<typeof OfferBody>;

const RangeBody = z
  .object({
    min: numberOrDefault("range_min"),
    max: numberOrDefault("range_max"),
  })
  .check(minimumBeforeMaximum());

/** `POST /api/v1/compare`: the question. */
export const CompareRequest = z.object({
  workload: WorkloadBody,
  offers: z.array(OfferBody).check(z.minLength(1), z.maxLength(OFFERS_MAX)),
  range: z.prefault(RangeBody, {}),
  include_free_tier: flag(true),
  include_egress_free_tier: flag(true),
  custom_egress_rates: z.optional(CustomEgressRates),
  currency: z.prefault(CurrencyCode, "USD"),
  exchange_rate: numberOrDefault("exchange_rate"),
});
export type CompareRequest = z.infer<typeof CompareRequest>;

const Source = z.object({
  title: z.string(),
  url: z.string(),
  date: z.string(),
  confidence: z.enum(["high", "medium", "low", "derived"]),
  note: z.optional(z.string()),
});

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

const CurveSegment = z.object({
  from: z.number(),
  to: z.number(),
  intercept: z.number(),
  slope: z.number(),
  step: z.optional(z.object({ every: z.number(), amount: z.number() })),
});

const TurnAnswer = z.nullable(
  z.object({
    executions_per_month: z.number(),
    executions_per_second: z.number(),
    cheapest: z.string(),
  }),
);

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
  }),
  assumptions: z.object({
    peak_to_average: z.number(),
    cpu_ms: z.number(),
    memory_per_request_mb: z.number(),
    target_utilisation: z.number(),
    memory_reserve_mb: z.number(),
    exchange_rate: z.number(),
  }),
  prices_as_of: z.nullable(z.string()),
});
export type CompareAnswer = z.infer<typeof CompareAnswer>;

/** A range whose ends are in the wrong order names its `max`. */
export function minimumBeforeMaximum() {
  return z.refine<{ min: number; max: number }>(({ min, max }) => min <= max, {
    path: ["max"],
    error: "must not be less than min",
  });
}
