import type { CapacityDemand } from "../engine/capacity.ts";
import type { RequestUsage } from "../engine/usage.ts";
import type { MachineServiceId } from "../catalog/providers.ts";
import { MS_PER_SECOND } from "../units.ts";
import { perMonth, perRequest } from "./rule.ts";

/** What is billed by request beside machines: usage of a meter, under the service that has its price. */
export interface MachineRequestUsage {
  readonly service: string;
  readonly meter: string;
  readonly usage: RequestUsage;
}

/**
 * What a service of machines bills by request, or once for an account: nothing, for most.
 * https://aws.amazon.com/lambda/pricing/ for Lambda Managed Instances, whose requests are charged, and
 * https://developers.cloudflare.com/containers/pricing/ for Cloudflare's containers: the subscription
 * of the Workers plan, requests, which a Worker takes, and vCPU-seconds that were used.
 */
export function machineRequests(
  service: MachineServiceId,
  { cpuMs }: CapacityDemand,
): readonly MachineRequestUsage[] {
  if (service === "aws_lambda_managed_instances") {
    return [{ service, meter: "requests", usage: perRequest(1) }];
  }
  if (service !== "cloudflare_container_instances") return [];
  return [
    { service: "cloudflare_workers", meter: "subscription", usage: perMonth(1) },
    { service: "cloudflare_workers", meter: "requests", usage: perRequest(1) },
    { service: "cloudflare_containers", meter: "vcpu", usage: perRequest(cpuMs / MS_PER_SECOND) },
  ];
}
