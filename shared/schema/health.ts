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
  }),
});
