import type { CapacityDemand } from "./engine/capacity.ts";
import { cpuMsOf, internetGb } from "./request-demand.ts";
import type { FunctionOfWorkload, Workload } from "./workload.ts";

/** GB that a request of several functions sends to the internet, on average. */
export function meanInternetGb(functions: readonly FunctionOfWorkload[]): number {
  let gb = 0;
  for (const demand of functions) gb += demand.share * internetGb(demand);
  return gb;
}

/** What the mean request of several functions asks of a machine. */
export function meanDemand(
  { targetUtilisation, memoryReserveMb }: Workload,
  functions: readonly FunctionOfWorkload[],
): CapacityDemand {
  let cpuMs = 0;
  let memoryMbMs = 0;
  let largestRequestMb = 0;
  let durationMs = 0;
  for (const demand of functions) {
    const memoryMb = demand.memoryPerRequestMb ?? demand.memoryMb;
    const { share } = demand;
    cpuMs += share * cpuMsOf(demand);
    durationMs += share * demand.durationMs;
    memoryMbMs += share * demand.durationMs * memoryMb;
    largestRequestMb = Math.max(largestRequestMb, memoryMb);
  }
  return {
    durationMs,
    cpuMs,
    memoryPerRequestMb: memoryMbMs / durationMs,
    largestRequestMb,
    targetUtilisation,
    memoryReserveMb,
  };
}
