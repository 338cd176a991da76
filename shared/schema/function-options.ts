import * as z from "zod/mini";
import { PROVISIONED_PERIODS_MAX } from "../fields.ts";
import { choice, number, numberOrDefault, optionalFlag } from "./primitives.ts";

/** Instances kept ready for some hours of the month. */
const ProvisionedBody = z.object({
  instances: number("provisioned_instances"),
  hours: numberOrDefault("provisioned_hours"),
  executions_share: numberOrDefault("share"),
});

/** What can be chosen of a function, in an offer or for one function of several. */
export const functionOptionFields = {
  ephemeral_storage_mb: z.optional(number("instance_storage_mb")),
  cpu_count: z.optional(number("instance_cpu_count")),
  concurrency: z.optional(number("concurrency")),
  minimum_instances: z.optional(number("minimum_instances")),
  provisioned_concurrency: z.optional(
    z.union([
      ProvisionedBody,
      z.array(ProvisionedBody).check(z.minLength(1), z.maxLength(PROVISIONED_PERIODS_MAX)),
    ]),
  ),
  snap_start: z.optional(
    z.object({
      cold_start_ratio: number("cold_start_ratio"),
      active_seconds: numberOrDefault("active_seconds"),
    }),
  ),
  response_streaming: optionalFlag(),
};

/** The architectures that functions run on. */
export const ArchitectureChoice = choice(["x86_64", "arm64"]);

const FunctionOptionsBody = z.object(functionOptionFields);
export type FunctionOptionsBody = z.infer<typeof FunctionOptionsBody>;
