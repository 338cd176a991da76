import type { Machine } from "../catalog/machine.ts";
import type { Fleet } from "../engine/fleet.ts";
import type { Offer } from "../offer.ts";
import { MS_PER_SECOND, SECONDS_PER_MONTH } from "../units.ts";
import { capacityDemandOf, type Workload } from "../workload.ts";
import { divisor, operand } from "./operands.ts";
import type { UsageTerm } from "./usage-formula.ts";

/** How many requests one machine carries, by each resource, and how many machines that makes. */
export interface CapacityFormulas {
  /** Requests a second by CPU, and by memory. */
  readonly cpu: UsageTerm;
  readonly memory: UsageTerm;
  /** Memory of the machine, and what of it the system keeps, MB. */
  readonly memoryMb: number;
  readonly memoryReserveMb: number;
  /** Requests a month that one machine carries, from the smaller of the two. */
  readonly perMonth: (requestsPerSecond: number) => UsageTerm;
  /** Machines before they are rounded up; `null` for a number that is fixed. */
  readonly machines: ((requestsPerMachine: number) => UsageTerm) | null;
}

/** The formulas of `engine/capacity.ts` and `engine/sizing.ts`, with their operands. */
export function capacityFormulas(
  workload: Workload,
  machine: Machine,
  offer: Offer,
  fleet: Fleet,
): CapacityFormulas {
  const demand = capacityDemandOf(workload);
  const isUnlimited = offer.kind === "machine" && offer.unlimited === true;
  const baseline = isUnlimited ? 1 : machine.baseline;
  return {
    cpu: [
      operand("vcpu", machine.vcpu),
      ...(baseline === 1 ? [] : [operand("sustained_vcpu", baseline)]),
      operand("utilisation", demand.targetUtilisation),
      divisor("cpu_seconds", demand.cpuMs / MS_PER_SECOND),
    ],
    memory: [
      operand("usable_mb", machine.memoryMb - demand.memoryReserveMb),
      divisor("memory_mb", demand.memoryPerRequestMb),
      divisor("duration_seconds", demand.durationMs / MS_PER_SECOND),
    ],
    memoryMb: machine.memoryMb,
    memoryReserveMb: demand.memoryReserveMb,
    perMonth: (requestsPerSecond) => [
      operand("requests_per_second", requestsPerSecond),
      operand("seconds_per_month", SECONDS_PER_MONTH),
      divisor("peak_to_average", workload.peakToAverage),
    ],
    machines:
      fleet.requestsPerMachine === Infinity
        ? null
        : (requestsPerMachine) => [
            operand("requests", workload.requestsPerMonth),
            divisor("requests_per_machine", requestsPerMachine),
          ],
  };
}
