import { KB_PER_GB, PERCENT } from "./units.ts";

/** A part of all requests, and how long each of them takes. */
export interface DurationShare {
  readonly durationMs: number;
  /** Part of the requests, 0–1; the shares of a distribution add up to 1. */
  readonly share: number;
}

/** What one request needs, on average over the requests where nothing else is said. */
export interface RequestDemand {
  /** Time that a request takes; the mean, where `durations` says more. */
  readonly durationMs: number;
  /** Memory of the function that serves it. */
  readonly memoryMb: number;
  readonly egressPerRequestKb: number;
  /** Percent of the egress that goes to the internet, 0–100. */
  readonly internetTransferRatio: number;
  /** CPU time of one request; `null` for the documented assumption, see `cpuMsOf`. */
  readonly cpuMs: number | null;
  /** Memory a machine holds per request in flight; `null` for the function's memory. */
  readonly memoryPerRequestMb: number | null;
  /** How the durations are distributed, so that each request is rounded for itself. */
  readonly durations?: readonly DurationShare[];
  /** Requests that wait for a new instance: their part of all, 0–1, and how long it starts. */
  readonly coldStarts?: { readonly ratio: number; readonly initMs: number };
  /** What one request writes to the log. */
  readonly logPerRequestKb?: number;
}

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
