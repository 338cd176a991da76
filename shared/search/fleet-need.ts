import type { CapacityDemand } from "../engine/capacity.ts";
import { peakOf } from "../hourly-profile.ts";
import { MS_PER_SECOND, SECONDS_PER_MONTH } from "../units.ts";
import { capacityDemandOf } from "../workload.ts";
import type { SearchQuestion } from "./question.ts";

/** No machine of this type carries the load within the limits. */
export const NONE = 0;
/** A rounding less, so that the exact number of machines, or their cost, cannot come out below. */
export const BELOW = 1 - 1e-9;

/** How many machines a workload needs, whatever they are and wherever. */
export interface FleetNeed {
  readonly demand: CapacityDemand;
  /** Requests per second of the busiest moment. */
  readonly peak: number;
  /** The mean over the hours of the machines that run, against those of the busiest hour. */
  readonly meanOfPeak: number;
  /** Machines needed on average over the month, of so many vCPUs all month; `NONE` if more than `most`. */
  readonly machinesOf: (sustainedCpus: number, memoryMb: number, most: number) => number;
  /** Machines on average over the month, of those at the peak; `wanted` if there were parts of machines. */
  readonly onAverage: (atPeak: number, wanted: number) => number;
}

/** What the workload of a search needs. */
export function fleetNeedOf({ workload, filters }: SearchQuestion): FleetNeed {
  const { hourlyWeights: weights } = workload;
  const { minimumMachines } = filters;
  const demand = capacityDemandOf(workload);
  const peak = (workload.requestsPerMonth / SECONDS_PER_MONTH) * workload.peakToAverage;
  const followsHours = filters.sizing === "autoscaled" && weights !== undefined;
  const meanOfPeak = followsHours ? 1 / peakOf(weights) : 1;
  const heldMbSeconds = (demand.memoryPerRequestMb * demand.durationMs) / MS_PER_SECOND;
  const onAverage = (atPeak: number, wanted: number): number =>
    meanOfPeak === 1 ? atPeak : Math.max(minimumMachines, wanted * meanOfPeak);
  const machinesOf = (sustainedCpus: number, memoryMb: number, most: number): number => {
    const usableMb = memoryMb - demand.memoryReserveMb;
    if (usableMb < demand.largestRequestMb) return NONE;
    const byCpu = (sustainedCpus * demand.targetUtilisation) / (demand.cpuMs / MS_PER_SECOND);
    const wanted = (peak / Math.min(byCpu, usableMb / heldMbSeconds)) * BELOW;
    const atPeak = Math.max(minimumMachines, Math.ceil(wanted));
    return atPeak > most ? NONE : onAverage(atPeak, wanted);
  };
  return { demand, peak, meanOfPeak, machinesOf, onAverage };
}
