import { KB_PER_GB, SECONDS_PER_HOUR } from "../units.ts";
import type { Offer } from "../offer.ts";
import type { Workload } from "../workload.ts";
import { responseKbPerRequest } from "./front-door.ts";

/**
 * One capacity unit (LCU) for an hour carries 25 new connections a second, or 1 GB an hour to machines
 * and 0.4 GB to functions; the dimension that is used most is billed. Its 3,000 connections at a time, which
 * are the most of requests of over two minutes alone, and rules beyond the free ten are not counted.
 * https://aws.amazon.com/elasticloadbalancing/pricing/
 */
const CONNECTIONS_PER_LCU_HOUR = 25 * SECONDS_PER_HOUR;
const GB_PER_LCU_HOUR = { function: 0.4, machine: 1 } as const;

/** Fewest machines that need a balancer before them. */
export const BALANCED_MACHINES = 2;

/** Capacity-unit hours of one request, each on a connection of its own. */
export function lcuHoursPerRequest(workload: Workload, kind: Offer["kind"]): number {
  const gb = responseKbPerRequest(workload) / KB_PER_GB;
  return Math.max(1 / CONNECTIONS_PER_LCU_HOUR, gb / GB_PER_LCU_HOUR[kind]);
}

/** KB of a response from which on the data, not the connections, is what is billed. */
export function lcuTurnKb(kind: Offer["kind"]): number {
  return (GB_PER_LCU_HOUR[kind] * KB_PER_GB) / CONNECTIONS_PER_LCU_HOUR;
}
