import { MB_PER_GB, MS_PER_SECOND } from "../units.ts";
import type { FunctionOffer, FunctionOptionName } from "../offer.ts";
import type { RequestUsage } from "../engine/usage.ts";
import type { RequestDemand } from "../request-demand.ts";
import type { InstanceSize } from "./instance-sizes.ts";

/** How much of one meter a workload uses, and under which name its price stands in the rate card. */
export interface MeterUsage {
  readonly meter: string;
  /** Name of the price within the service, when one meter has several (by architecture). */
  readonly price?: string;
  /** The service that the price stands under, where it is another than the rule's. */
  readonly pricedAs?: string;
  readonly usage: RequestUsage;
  /** Charged once for an account, however many functions there are: a subscription. */
  readonly perAccount?: true;
  /** Names a free allowance that several prices share: that of x86 and Arm in aggregate. */
  readonly allowance?: string;
}

/**
 * What a service allows; a workload or an option outside cannot be had there. The page that says so is
 * named above each rule. `check-limits.ts` checks them all.
 */
export interface ServiceLimits {
  /** Most memory of a function, MB. */
  readonly memoryMb: number;
  /** Longest execution, ms. */
  readonly durationMs: number;
  /** Longest start of an instance, ms; a longer one counts towards the execution. */
  readonly initMs?: number;
  /** Most CPU time of a request, ms. */
  readonly cpuMs?: number;
  /** Largest response, KB: held back until it is complete, and streamed. */
  readonly responseKb?: { readonly buffered: number; readonly streamed: number };
  /** vCPUs and the memory that goes with them. */
  readonly sizes?: readonly InstanceSize[];
  /** Most ephemeral storage, MB; less than what is included is what is included. */
  readonly ephemeralStorageMb?: number;
  /** The same of a function that starts from a snapshot. */
  readonly ephemeralStorageWithSnapStartMb?: number;
  /** Most requests that an instance serves at a time. */
  readonly concurrency?: number;
}

/** How a service turns a workload into usage of its meters. Code without prices. */
export interface MeteringRule {
  readonly limits: ServiceLimits;
  /** The options of an offer that this service has. */
  readonly options: readonly FunctionOptionName[];
  /** Two of them that no function has together. */
  readonly notTogether?: readonly [FunctionOptionName, FunctionOptionName];
  /** vCPUs of an instance that asks for none, where they go by something else than `limits.sizes`. */
  readonly defaultCpuCount?: (demand: RequestDemand) => number;
  /** How execution time is rounded, where it is. */
  readonly billedTime?: BilledTime;
  /** Sizes of memory, where what is billed is the smallest that holds a request, or goes by it. */
  readonly memorySizesMb?: readonly number[];
  /** Memory from which on sizes of one's own hold more than they must, with what is asked of an offer. */
  readonly ownSizesMb?: (offer: FunctionOffer) => readonly number[];
  /** Whether arm64 can be chosen, at prices of its own. */
  readonly hasArchitectures?: true;
  /** The service whose prices these are, where it is another than the one that is offered. */
  readonly pricedAs?: string;
  /**
   * Usage of one function: what each of its requests uses, and what a month of it uses without any.
   * The demand and the options are within the limits.
   */
  readonly usage: (demand: RequestDemand, offer: FunctionOffer) => readonly MeterUsage[];
}

/** Usage of a meter that counts requests. */
export const REQUESTS: MeterUsage = {
  meter: "requests",
  usage: { fixed: 0, perRequest: 1 },
};

/** Usage that grows by `perRequest` with each request. */
export function perRequest(amount: number): RequestUsage {
  return { fixed: 0, perRequest: amount };
}

/** Usage of a month that does not depend on requests. */
export function perMonth(amount: number): RequestUsage {
  return { fixed: amount, perRequest: 0 };
}

/** Far less than the nanosecond of an hour that durations are told apart by. */
const LAST_DIGITS = 1e-14;

/**
 * Whole steps that hold so many: what is in proportion to a value at which a step is full is the full step,
 * whatever its computation left behind.
 */
export function stepsBegun(steps: number): number {
  return Math.ceil(steps * (1 - LAST_DIGITS));
}

/** `quantity` rounded up to whole steps. */
export function roundUpTo(step: number, quantity: number): number {
  return stepsBegun(quantity / step) * step;
}

/** How a service rounds the time of a request. */
export interface BilledTime {
  readonly stepMs: number;
  /** The least that is billed for a request. */
  readonly leastMs?: number;
  /** Whether the start of an instance is billed to the request that waits for it. */
  readonly includesInit?: boolean;
}

/** Milliseconds billed for a request on average: each duration of the distribution is rounded for itself. */
export function meanBilledMs(
  { durationMs, durations, coldStarts }: RequestDemand,
  { stepMs, leastMs = 0, includesInit = false }: BilledTime,
): number {
  const billed = (ms: number) => Math.max(leastMs, roundUpTo(stepMs, ms));
  const meanWith = (initMs: number) => {
    if (durations === undefined) return billed(durationMs + initMs);
    let mean = 0;
    for (const part of durations) mean += part.share * billed(part.durationMs + initMs);
    return mean;
  };
  if (!includesInit || coldStarts === undefined) return meanWith(0);
  const { ratio, initMs } = coldStarts;
  return (1 - ratio) * meanWith(0) + ratio * meanWith(initMs);
}

/** GB-seconds of so much memory over so many milliseconds; one division, so that whole figures stay whole. */
export function gbSeconds(memoryMb: number, durationMs: number): number {
  return (memoryMb * durationMs) / (MB_PER_GB * MS_PER_SECOND);
}
