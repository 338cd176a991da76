import { SECONDS_PER_MONTH } from "../units.ts";
import { slotsOf } from "./slots.ts";
import type { Fleet } from "./fleet.ts";

/**
 * How many machines are rented. `fixed`: a number, whatever the load. `peak`: as many as the
 * busiest moment needs, all month. `autoscaled`: as many as each hour of the profile needs.
 */
export type Sizing =
  | { readonly kind: "fixed"; readonly machines: number }
  | { readonly kind: "peak"; readonly minimumMachines: number }
  | { readonly kind: "autoscaled"; readonly minimumMachines: number };

/**
 * Requests a month that one machine carries when the peak rate is `peakToAverage` times the mean.
 * `requestsPerSecond` is its capacity.
 */
export function monthlyCapacity(requestsPerSecond: number, peakToAverage: number): number {
  return (requestsPerSecond * SECONDS_PER_MONTH) / peakToAverage;
}

/**
 * The fleet that a sizing runs; `null` when it must grow but a machine carries nothing.
 * `requestsPerMachine` is what one carries at the busiest moment, a month; `weights` is how the
 * requests are spread over the hours, in any unit: without them every hour is alike.
 */
export function fleetFor(
  sizing: Sizing,
  requestsPerMachine: number,
  weights?: readonly number[],
): Fleet | null {
  if (sizing.kind === "fixed") {
    return { requestsPerMachine: Infinity, minimumMachines: sizing.machines };
  }
  if (requestsPerMachine === 0) return null;
  const { kind, minimumMachines } = sizing;
  if (kind === "peak" || weights === undefined) return { requestsPerMachine, minimumMachines };
  return { requestsPerMachine, minimumMachines, slots: slotsOf(weights, requestsPerMachine) };
}
