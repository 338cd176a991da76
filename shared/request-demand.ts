import { KB_PER_GB, PERCENT } from "./units.ts";
import type { RequestDemand } from "./workload.ts";

/**
 * Memory at which AWS Lambda gives one full vCPU; below it the share is proportional.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
export const LAMBDA_MB_PER_VCPU = 1769;

/**
 * CPU time of one request. Unless measured, the upper bound that Lambda's CPU share sets:
 * `duration × min(1, memory / 1769 MB)`.
 */
export function cpuMsOf({ cpuMs, durationMs, memoryMb }: RequestDemand): number {
  return cpuMs ?? durationMs * Math.min(1, memoryMb / LAMBDA_MB_PER_VCPU);
}

/** GB that a request with this demand sends to the internet. */
export function internetGb({ egressPerRequestKb, internetTransferRatio }: RequestDemand): number {
  const internetKb = (egressPerRequestKb * internetTransferRatio) / PERCENT;
  return internetKb / KB_PER_GB;
}
