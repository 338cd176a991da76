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
import { termsFields } from "./terms.ts";
import { WorkloadBody } from "./workload.ts";

export const FunctionOfferBody = z.object({
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

export const MachineOfferBody = z.object({
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

export const OfferBody = z.discriminatedUnion("kind", [FunctionOfferBody, MachineOfferBody]);
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

/** A range whose ends are in the wrong order names its `max`. */
export function minimumBeforeMaximum() {
  return z.refine<{ min: number; max: number }>(({ min, max }) => min <= max, {
    path: ["max"],
    error: "must not be less than min",
  });
}
