import type { Price } from "./price.ts";

/** Usage a month that grows with the load: `fixed + perRequest × requests`. */
export interface RequestUsage {
  readonly fixed: number;
  readonly perRequest: number;
}

/** Usage a month of each machine of a fleet. */
export interface FleetUsage {
  readonly perMachine: number;
}

/** One billed dimension of an offer: how much of it is used, and at what price. */
export interface MeteredCharge {
  readonly meter: string;
  readonly usage: RequestUsage | FleetUsage;
  readonly price: Price;
}

/**
 * How many machines run: one more for every `requestsPerMachine` requests a month begun, but never
 * fewer than `minimumMachines`. `Infinity` requests per machine is a fleet that does not grow.
 */
export interface Fleet {
  readonly requestsPerMachine: number;
  readonly minimumMachines: number;
}

export function isFleetUsage(usage: RequestUsage | FleetUsage): usage is FleetUsage {
  return "perMachine" in usage;
}

/** Machines that run at a load: the fewest whose capacities add up to it. */
export function machinesAt(fleet: Fleet, requestsPerMonth: number): number {
  const { requestsPerMachine, minimumMachines } = fleet;
  if (requestsPerMachine === Infinity) return minimumMachines;
  let machines = Math.ceil(requestsPerMonth / requestsPerMachine);
  // The division can round across a whole number; the product decides, so that a fleet grows
  // exactly after `machines × requestsPerMachine`, where the curve has its step.
  if ((machines - 1) * requestsPerMachine >= requestsPerMonth) machines -= 1;
  else if (machines * requestsPerMachine < requestsPerMonth) machines += 1;
  return Math.max(machines, minimumMachines);
}

/** Machines that run at any load just above this one. */
export function machinesJustAfter(fleet: Fleet, requestsPerMonth: number): number {
  const machines = machinesAt(fleet, requestsPerMonth);
  return machines * fleet.requestsPerMachine <= requestsPerMonth ? machines + 1 : machines;
}

/** Units of a meter that a month at this load uses. */
export function usageAt(
  usage: RequestUsage | FleetUsage,
  requestsPerMonth: number,
  machines: number,
): number {
  return isFleetUsage(usage)
    ? usage.perMachine * machines
    : usage.fixed + usage.perRequest * requestsPerMonth;
}
