import { partOf, type Fleet, type PartMonth } from "./fleet.ts";
import { slotFleets } from "./slots.ts";
import type { Price } from "./price.ts";

/** Usage a month that changes with the load: `fixed + perRequest × requests`, but never below zero. */
export interface RequestUsage {
  readonly fixed: number;
  /** Negative where requests use up what would otherwise be billed as idle. */
  readonly perRequest: number;
  /** Only while a fleet has so many machines: what a load balancer before them counts. */
  readonly fromMachines?: number;
  /** Loads from which on a request uses another amount: where something is used up, say. Ascending. */
  readonly bends?: readonly UsageBend[];
}

/** From so many requests a month on, each further one uses `perRequest`. */
export interface UsageBend {
  readonly at: number;
  readonly perRequest: number;
}

/** Usage a month of each machine of a fleet that runs all month; a part of it for a part of a month. */
export interface FleetUsage {
  /** Negative where machines use up what would otherwise be billed as idle. */
  readonly perMachine: number;
  /** Used whatever runs; in all never below zero. */
  readonly fixed?: number;
  /** What a machine of each slot counts for, where that is not the slot's part of the month. */
  readonly weights?: readonly number[];
  /** What a part of a month counts for, where that is not the same part. */
  readonly partMonth?: PartMonth;
}

/** Usage a month that begins with the so-manieth machine: a load balancer is needed for two. */
export interface SharedUsage {
  readonly perFleet: number;
  readonly fromMachines: number;
}

export type Usage = RequestUsage | FleetUsage | SharedUsage;

/** One billed dimension of an offer: how much of it is used, and at what price. */
export interface MeteredCharge {
  readonly meter: string;
  readonly usage: Usage;
  readonly price: Price;
  /** A free allowance that others may share: all of it, of which `price.free` is this one's part. */
  readonly sharedFree?: number;
}

/** Whether a usage is that of each machine. */
export function isFleetUsage(usage: Usage): usage is FleetUsage {
  return "perMachine" in usage;
}

/** Whether a usage is that of the fleet as a whole. */
export function isSharedUsage(usage: Usage): usage is SharedUsage {
  return "perFleet" in usage;
}

/** Machines that run at a load, in the busiest slot: the fewest whose capacities add up to it. */
export function machinesAt(fleet: Fleet, requestsPerMonth: number): number {
  const { requestsPerMachine, minimumMachines, headStart = 0 } = fleet;
  if (requestsPerMachine === Infinity) return minimumMachines;
  let machines = Math.ceil((requestsPerMonth + headStart) / requestsPerMachine);
  // The division can round across a whole number; the product decides, so that a fleet grows
  // exactly after `machines × requestsPerMachine`, where the curve has its step.
  if (mostCarriedBy(machines - 1, fleet) >= requestsPerMonth) machines -= 1;
  else if (mostCarriedBy(machines, fleet) < requestsPerMonth) machines += 1;
  return Math.max(machines, minimumMachines);
}

/** The greatest load for which so many machines of a fleet are enough. */
export function mostCarriedBy(machines: number, { requestsPerMachine, headStart }: Fleet): number {
  const load = machines * requestsPerMachine;
  return headStart === undefined ? load : load - headStart;
}

/** Machines that run at any load just above this one. */
export function machinesJustAfter(fleet: Fleet, requestsPerMonth: number): number {
  const machines = machinesAt(fleet, requestsPerMonth);
  return mostCarriedBy(machines, fleet) <= requestsPerMonth ? machines + 1 : machines;
}

/** Machines that a month at this load is billed for, a machine that runs for a part of it as that part. */
export function billedMachinesAt(
  fleet: Fleet,
  requestsPerMonth: number,
  partMonth?: PartMonth,
  weights?: readonly number[],
): number {
  if (fleet.slots === undefined) {
    return partOf(partMonth, 1) * machinesAt(fleet, requestsPerMonth);
  }
  let machines = 0;
  for (const slot of slotFleets(fleet.slots, fleet.minimumMachines, partMonth, weights)) {
    machines += slot.share * machinesAt(slot, requestsPerMonth);
  }
  return machines;
}

/** Whether a usage is none up to a load, and begins with a higher one. */
export function isUsedOnlyBeyond(usage: Usage, requestsPerMonth: number): boolean {
  if (isFleetUsage(usage) || isSharedUsage(usage) || usage.bends === undefined) return false;
  const isNone = usage.fixed === 0 && usage.perRequest === 0;
  return isNone && requestUsageAt(usage, requestsPerMonth) === 0;
}

/** Units of a meter that a month at this load uses; without a fleet, machines use nothing. */
export function usageAt(usage: Usage, requestsPerMonth: number, fleet: Fleet | null): number {
  if (isFleetUsage(usage)) {
    if (fleet === null) return 0;
    const { fixed = 0, perMachine, partMonth, weights } = usage;
    const machines = billedMachinesAt(fleet, requestsPerMonth, partMonth, weights);
    return Math.max(0, fixed + perMachine * machines);
  }
  if (isSharedUsage(usage)) {
    const isShared = fleet !== null && machinesAt(fleet, requestsPerMonth) >= usage.fromMachines;
    return isShared ? usage.perFleet : 0;
  }
  const { fromMachines } = usage;
  const isEarly =
    fromMachines !== undefined && requestsPerMonth <= lastLoadBefore(fromMachines, fleet);
  if (isEarly) return 0;
  return Math.max(0, requestUsageAt(usage, requestsPerMonth));
}

/**
 * Requests a month after which a fleet has so many machines: below 0 where it always has, `Infinity`
 * where it never does and for no fleet.
 */
export function lastLoadBefore(machines: number, fleet: Fleet | null): number {
  if (fleet === null) return Infinity;
  if (fleet.minimumMachines >= machines) return -Infinity;
  return mostCarriedBy(machines - 1, fleet);
}

/** Units that a load uses by request; below zero where requests have used up more than there was. */
export function requestUsageAt(usage: RequestUsage, requestsPerMonth: number): number {
  const { fixed, perRequest, bends } = usage;
  if (bends === undefined) return fixed + perRequest * requestsPerMonth;
  let quantity = fixed;
  let from = 0;
  let each = perRequest;
  for (const bend of bends) {
    if (bend.at >= requestsPerMonth) break;
    quantity += each * (bend.at - from);
    from = bend.at;
    each = bend.perRequest;
  }
  return quantity + each * (requestsPerMonth - from);
}
