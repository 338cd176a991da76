import * as z from "zod/mini";

const Component = z.enum(["healthy", "unhealthy"]);

export const HealthAnswer = z.object({
  status: Component,
  version: z.string(),
  timestamp: z.string(),
  components: z.object({
    lambda_calculator: Component,
    vm_calculator: Component,
    egress_calculator: Component,
    catalog: Component,
    /** The store that replicas share; not there without one. Answers do not depend on it. */
    store: z.optional(Component),
  }),
  /** Whether this process is about to leave; only there where it can be told to. */
  draining: z.optional(z.boolean()),
  /** How old the prices are; `null` when the catalog cannot be read. */
  catalog: z.nullable(
    z.object({
      /** The newest and the oldest date of a price, `YYYY-MM-DD`. */
      as_of: z.string(),
      oldest: z.string(),
      age_days: z.number(),
      regions: z.number(),
      prices: z.number(),
    }),
  ),
});
export type HealthAnswer = z.infer<typeof HealthAnswer>;
