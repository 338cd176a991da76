import { MS_PER_SECOND } from "../units.ts";

/** What one request needs of a machine, and how full a machine may be run. */
export interface CapacityDemand {
  readonly durationMs: number;
  /** CPU time of one request, on one vCPU. */
  readonly cpuMs: number;
  /** Memory held while a request is in flight, on average over the time they take. */
  readonly memoryPerRequestMb: number;
  /** Memory of the largest request: a machine that cannot hold it carries nothing. */
  readonly largestRequestMb: number;
  /** Share of the CPU that the peak may use, 0–1. */
  readonly targetUtilisation: number;
  /** Memory that the operating system and the runtime keep. */
  readonly memoryReserveMb: number;
}

export interface MachineResources {
  readonly vcpu: number;
  readonly memoryMb: number;
  /** Share of each vCPU that can be used all month: 1, or less for burstable and shared-core types. */
  readonly baseline: number;
}

/** Requests per second that one machine carries, and which resource limits it. */
export interface Capacity {
  readonly requestsPerSecond: number;
  readonly cpuRequestsPerSecond: number;
  readonly memoryRequestsPerSecond: number;
  readonly bindingResource: "cpu" | "memory";
}

/**
 * The smaller of two bounds. CPU: `vCPU × baseline × targetUtilisation / cpuSeconds`. Memory (by
 * Little's law): `(memory − reserve) / memoryPerRequest / durationSeconds`. Zero when not even
 * one request fits into the memory.
 */
export function capacityOf(machine: MachineResources, demand: CapacityDemand): Capacity {
  const sustainedCpus = machine.vcpu * machine.baseline * demand.targetUtilisation;
  const cpuRequestsPerSecond = sustainedCpus / (demand.cpuMs / MS_PER_SECOND);
  const usableMb = machine.memoryMb - demand.memoryReserveMb;
  const inFlight = usableMb / demand.memoryPerRequestMb;
  const memoryRequestsPerSecond =
    usableMb < demand.largestRequestMb ? 0 : inFlight / (demand.durationMs / MS_PER_SECOND);
  return {
    requestsPerSecond: Math.min(cpuRequestsPerSecond, memoryRequestsPerSecond),
    cpuRequestsPerSecond,
    memoryRequestsPerSecond,
    bindingResource: cpuRequestsPerSecond <= memoryRequestsPerSecond ? "cpu" : "memory",
  };
}
