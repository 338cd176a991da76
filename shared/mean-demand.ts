import type { CapacityDemand } from "./engine/capacity.ts";
import { cpuMsOf, internetGb, type RequestDemand } from "./request-demand.ts";

/** What a request of one function of several needs. */
export interface DemandOfShare extends RequestDemand {
  /** The function's part of all requests, 0–1; the shares add up to 1. */
  readonly share: number;
}

/** GB that a request of several functions sends to the internet, on average. */
export function meanInternetGb(functions: readonly DemandOfShare[]): number {
  let gb = 0;
  for (const demand of functions) gb += demand.share * internetGb(demand);
  return gb;
}

/** What the mean request of several functions asks of a machine. */
export function meanDemand(
  {
    targetUtilisation,
    memoryReserveMb,
  }: Pick<CapacityDemand, "targetUtilisation" | "memoryReserveMb">,
  functions: readonly DemandOfShare[],
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
