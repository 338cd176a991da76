import { FIELDS } from "../fields.ts";
import type { MachineServiceId } from "./providers.ts";

/**
 * One managed instance in each of three availability zones. A function whose minimum of execution
 * environments is set lower, to one at least, can do with fewer.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-scaling.html
 */
const MANAGED_INSTANCES = 3;

/** Machines of a service that run even without load where nobody says how many. */
export function minimumMachinesOf(service: MachineServiceId): number {
  return service === "aws_lambda_managed_instances"
    ? MANAGED_INSTANCES
    : FIELDS.minimum_machines.default;
}
