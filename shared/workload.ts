import { KB_PER_GB, PERCENT } from "./units.ts";
import type { CapacityDemand } from "./engine/capacity.ts";

/**
 * Memory at which AWS Lambda gives one full vCPU; below it the share is proportional.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
export const LAMBDA_MB_PER_VCPU = 1769;

/** How many requests a month, and what one request needs. Limits and defaults: `fields.ts`. */
export interface Workload {
  readonly requestsPerMonth: number;
  readonly durationMs: number;
  readonly memoryMb: number;
  readonly egressPerRequestKb: number;
  /** Percent of the egress that goes to the internet, 0–100. */
  readonly internetTransferRatio: number;
  /** Peak request rate over mean request rate, ≥ 1. */
  readonly peakToAverage: number;
  /** CPU time of one request; `null` for the documented assumption, see `cpuMsOf`. */
  readonly cpuMs: number | null;
  /** Memory a machine holds per request in flight; `null` for the function's memory. */
  readonly memoryPerRequestMb: number | null;
  /** Share of a machine's CPU that the peak may use, 0–1. */
  readonly targetUtilisation: number;
  /** Memory of a machine that requests cannot use. */
  readonly memoryReserveMb: number;
}

/**
 * CPU time of one request. Unless measured, the upper bound that Lambda's CPU share sets:
 * `duration × min(1, memory / 1769 MB)`.
 */
export function cpuMsOf(workload: Workload): number {
  return (
    workload.cpuMs ?? workload.durationMs * Math.min(1, workload.memoryMb / LAMBDA_MB_PER_VCPU)
  );
}

/** GB that one request sends to the internet. */
export function egressGbPerRequest(workload: Workload): number {
  const internetKb = (workload.egressPerRequestKb * workload.internetTransferRatio) / PERCENT;
  return internetKb / KB_PER_GB;
}

/** What one request of the workload asks of a machine. */
export function capacityDemandOf(workload: Workload): CapacityDemand {
  return {
    durationMs: workload.durationMs,
    cpuMs: cpuMsOf(workload),
    memoryPerRequestMb: workload.memoryPerRequestMb ?? workload.memoryMb,
    targetUtilisation: workload.targetUtilisation,
    memoryReserveMb: workload.memoryReserveMb,
  };
}
