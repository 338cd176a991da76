import * as z from "zod/mini";
import {
  FUNCTION_SERVICE_IDS,
  MACHINE_SERVICE_IDS,
  type FunctionServiceId,
  type MachineServiceId,
} from "../catalog/providers.ts";
import { PURCHASES } from "../catalog/purchase.ts";
import { OFFERS_MAX } from "../fields.ts";
import { EGRESS_AREAS } from "../catalog/egress-area.ts";
import { ArchitectureChoice, functionOptionFields } from "./function-options.ts";
import { choice, flag, name, number, numberOrDefault, optionalFlag } from "./primitives.ts";
import { termsFields } from "./terms.ts";
import { WorkloadBody } from "./workload.ts";

export const FunctionOfferBody = z.object({
  kind: z.literal("function"),
  id: z.optional(name()),
  provider: choice(FUNCTION_SERVICE_IDS as [FunctionServiceId, ...FunctionServiceId[]]),
  region: name(),
  architecture: z.prefault(ArchitectureChoice, "x86_64"),
  ...functionOptionFields,
  savings_plan: optionalFlag(),
  egress_area: z.optional(choice(EGRESS_AREAS)),
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
  minimum_machines: z.optional(number("minimum_machines")),
  unlimited: flag(false),
  hours_per_month: z.optional(number("hours_per_month")),
  ephemeral_storage_mb: z.optional(number("instance_storage_mb")),
  egress_area: z.optional(choice(EGRESS_AREAS)),
});

export const OfferBody = z
  .discriminatedUnion("kind", [FunctionOfferBody, MachineOfferBody])
  .check(
    z.refine(
      (offer) =>
        offer.kind === "function" ||
        offer.hours_per_month === undefined ||
        offer.sizing !== "autoscaled",
      { path: ["hours_per_month"], error: "must not be given with sizing autoscaled" },
    ),
  );
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
