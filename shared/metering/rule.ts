import { MB_PER_GB, MS_PER_SECOND } from "../units.ts";
import type { FunctionOffer } from "../offer.ts";
import type { RequestUsage } from "../engine/usage.ts";
import type { Workload } from "../workload.ts";

/** How much of one meter a workload uses, and under which name its price stands in the rate card. */
export interface MeterUsage {
  readonly meter: string;
  /** Name of the price within the service, when one meter has several (by architecture). */
  readonly price?: string;
  readonly usage: RequestUsage;
}

/** What a service allows; a workload outside cannot be run there. */
export interface ServiceLimits {
  readonly memoryMb: number;
  readonly durationMs: number;
}

/** How a service turns a workload into usage of its meters. Code without prices. */
export interface MeteringRule {
  readonly limits: ServiceLimits;
  readonly usage: (workload: Workload, offer: FunctionOffer) => readonly MeterUsage[];
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

/** `quantity` rounded up to whole steps. */
export function roundUpTo(step: number, quantity: number): number {
  return Math.ceil(quantity / step) * step;
}

/** GB-seconds of so much memory over so many milliseconds; one division, so that whole figures stay whole. */
export function gbSeconds(memoryMb: number, durationMs: number): number {
  return (memoryMb * durationMs) / (MB_PER_GB * MS_PER_SECOND);
}
