import { SECONDS_PER_MONTH } from "../units.ts";
import type { Fleet } from "./usage.ts";

/**
 * How many machines are rented. `fixed`: a number, whatever the load. `peak`: as many as the
 * busiest moment needs, all month.
 */
export type Sizing =
  | { readonly kind: "fixed"; readonly machines: number }
  | { readonly kind: "peak"; readonly minimumMachines: number };

/**
 * Requests a month that one machine carries when the peak rate is `peakToAverage` times the mean.
 * `requestsPerSecond` is its capacity.
 */
export function monthlyCapacity(requestsPerSecond: number, peakToAverage: number): number {
  return (requestsPerSecond * SECONDS_PER_MONTH) / peakToAverage;
}

/** The fleet that a sizing runs; `null` when it must grow but a machine carries nothing. */
export function fleetFor(sizing: Sizing, requestsPerMachine: number): Fleet | null {
  if (sizing.kind === "fixed") {
    return { requestsPerMachine: Infinity, minimumMachines: sizing.machines };
  }
  if (requestsPerMachine === 0) return null;
  return { requestsPerMachine, minimumMachines: sizing.minimumMachines };
}
