import { MB_PER_GB, MS_PER_SECOND } from "../units.ts";
import type { CapacityDemand } from "../engine/capacity.ts";
import type { RateCard } from "./card.ts";

/** Sizes tried of a shape whose cores and memory the buyer chooses. */
const OCPUS_TRIED = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];

/**
 * Names of a flexible shape in sizes that suit a demand: for each number of cores as much memory,
 * in whole GB, as the requests hold that those cores serve, so that neither waits for the other.
 * A type that is not flexible is its own only name.
 */
export function flexibleNames(card: RateCard, shape: string, demand: CapacityDemand): string[] {
  if (!card.flexibleShapes.includes(shape)) return [shape];
  const names = OCPUS_TRIED.map((ocpu) => {
    const vcpu = card.machine(`${shape}_${ocpu}_${DEFAULT_PROBE_GB}`)?.vcpu ?? ocpu;
    const requestsPerSecond = (vcpu * demand.targetUtilisation) / (demand.cpuMs / MS_PER_SECOND);
    const inFlight = requestsPerSecond * (demand.durationMs / MS_PER_SECOND);
    const heldMb = Math.max(demand.largestRequestMb, inFlight * demand.memoryPerRequestMb);
    return `${shape}_${ocpu}_${Math.ceil((heldMb + demand.memoryReserveMb) / MB_PER_GB)}`;
  });
  return names.filter((name) => card.machine(name) !== undefined);
}

/** Memory that every shape can have with any number of cores tried. */
const DEFAULT_PROBE_GB = 16;
