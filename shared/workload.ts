import { meanDemand, meanInternetGb, type DemandOfShare } from "./mean-demand.ts";
import { cpuMsOf, internetGb, type RequestDemand } from "./request-demand.ts";
import type { CapacityDemand } from "./engine/capacity.ts";
import type { OwnOptions } from "./offer.ts";

/** How many requests a month, and what one request needs. Limits and defaults: `fields.ts`. */
export interface Workload extends RequestDemand {
  readonly requestsPerMonth: number;
  /** Peak request rate over mean request rate, ≥ 1. */
  readonly peakToAverage: number;
  /** Share of a machine's CPU that the peak may use, 0–1. */
  readonly targetUtilisation: number;
  /** Memory of a machine that requests cannot use. */
  readonly memoryReserveMb: number;
  /** How the requests are spread over the hours of a day (24) or of a week (168), in any unit. */
  readonly hourlyWeights?: readonly number[];
  /** Several functions in one workload, each with its part of the requests; the shares add up to 1. */
  readonly functions?: readonly FunctionOfWorkload[];
}

/** Of a workload of which it is not asked what a machine can carry: an even load, and a machine of which all can be used. */
export const WHOLE_MACHINES = {
  peakToAverage: 1,
  cpuMs: null,
  memoryPerRequestMb: null,
  targetUtilisation: 1,
  memoryReserveMb: 0,
} as const;

/** One function of several: its part of the requests, 0–1, and what is chosen for it alone. */
export interface FunctionOfWorkload extends DemandOfShare {
  readonly options?: OwnOptions;
}

/** The functions of a workload with their parts of the requests: one with all, where it has no more. */
export function functionsOf(
  workload: Workload,
): readonly (Omit<FunctionOfWorkload, "share"> & { readonly share?: number })[] {
  return workload.functions ?? [workload];
}

/** GB that one request sends to the internet, on average over the functions. */
export function egressGbPerRequest(workload: Workload): number {
  if (workload.functions === undefined) return internetGb(workload);
  return meanInternetGb(workload.functions);
}

/** What the mean request of the workload asks of a machine. */
export function capacityDemandOf(workload: Workload): CapacityDemand {
  // Asked for every machine of a comparison, nearly always of one function: that one needs no mean.
  if (workload.functions !== undefined) return meanDemand(workload, workload.functions);
  const memoryMb = workload.memoryPerRequestMb ?? workload.memoryMb;
  return {
    durationMs: workload.durationMs,
    cpuMs: cpuMsOf(workload),
    memoryPerRequestMb: memoryMb,
    largestRequestMb: memoryMb,
    targetUtilisation: workload.targetUtilisation,
    memoryReserveMb: workload.memoryReserveMb,
  };
}
