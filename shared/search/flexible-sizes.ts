import type { FlexibleShape } from "../catalog/card.ts";
import type { CapacityDemand } from "../engine/capacity.ts";
import { MB_PER_GB, MS_PER_SECOND } from "../units.ts";

/** A size of a shape whose cores and memory the buyer chooses, and how many of it carry a load. */
export interface FlexibleSize {
  readonly ocpu: number;
  readonly memoryGb: number;
  /** At the busiest moment. */
  readonly machines: number;
  /** As many as would carry it if there were parts of machines. */
  readonly wanted: number;
}

/** What is to be carried: what a request asks, and how many a second at the busiest moment. */
export interface FlexibleLoad {
  readonly demand: CapacityDemand;
  readonly peakRequestsPerSecond: number;
  readonly minimumMachines: number;
  readonly mostMachines: number;
  /**
   * What a fleet costs goes by its machines, not by all their cores and memory alone: small ones follow the
   * load more closely where they come and go with it, and large ones are fewer where each is charged for.
   */
  readonly countsMachines: boolean;
}

/**
 * The sizes of a shape, in whole cores and GB, of which one is the cheapest that carries a load:
 * whatever the prices of cores and memory are, each other size needs as many or more of both, with as
 * many machines where they count. For every number of machines that a size needs the smallest size is
 * taken that then suffices.
 */
export function flexibleSizes(shape: FlexibleShape, load: FlexibleLoad): FlexibleSize[] {
  const sizes: FlexibleSize[] = [];
  for (const machines of fleetSizes(shape, load)) {
    const size = smallestSize(shape, load, machines);
    if (size !== null) sizes.push(size);
  }
  return load.countsMachines ? sizes : undominated(sizes);
}

/** Numbers of machines at which a size of whole cores or whole GB is just enough. */
function fleetSizes(shape: FlexibleShape, load: FlexibleLoad): Set<number> {
  const counts = new Set<number>();
  const add = (machines: number): void => {
    const count = Math.max(load.minimumMachines, Math.ceil(machines * BELOW));
    if (count <= load.mostMachines) counts.add(count);
  };
  const cores = coresFor(shape, load, 1);
  for (let ocpu = Math.ceil(shape.ocpu[0]); ocpu <= shape.ocpu[1]; ocpu += 1) add(cores / ocpu);
  const heldMb = heldFor(load, 1);
  for (let gb = Math.ceil(shape.memoryGb[0]); gb <= shape.memoryGb[1]; gb += 1) {
    const usableMb = gb * MB_PER_GB - load.demand.memoryReserveMb;
    if (usableMb >= load.demand.largestRequestMb) add(heldMb / usableMb);
  }
  return counts;
}

/** The least cores and memory of each of so many machines that carry the load; `null` if none do. */
function smallestSize(
  shape: FlexibleShape,
  load: FlexibleLoad,
  machines: number,
): FlexibleSize | null {
  const { largestRequestMb, memoryReserveMb } = load.demand;
  const ocpu = Math.max(Math.ceil(shape.ocpu[0]), wholeUp(coresFor(shape, load, machines)));
  const heldMb = Math.max(largestRequestMb, heldFor(load, machines));
  const needed = wholeUp((heldMb + memoryReserveMb) / MB_PER_GB);
  const [leastPerOcpu, mostPerOcpu] = shape.memoryGbPerOcpu;
  const memoryGb = Math.max(needed, Math.ceil(shape.memoryGb[0]), Math.ceil(leastPerOcpu * ocpu));
  // So much memory for so few cores takes more cores.
  const cores = Math.max(ocpu, Math.ceil(memoryGb / mostPerOcpu));
  if (cores > shape.ocpu[1] || memoryGb > shape.memoryGb[1]) return null;
  const usableMb = memoryGb * MB_PER_GB - memoryReserveMb;
  const wanted = Math.max(coresFor(shape, load, 1) / cores, heldFor(load, 1) / usableMb);
  return { ocpu: cores, memoryGb, machines, wanted };
}

/** OCPUs of each of so many machines. */
function coresFor({ vcpuPerOcpu }: FlexibleShape, load: FlexibleLoad, machines: number): number {
  const { cpuMs, targetUtilisation } = load.demand;
  const cpus = (load.peakRequestsPerSecond * (cpuMs / MS_PER_SECOND)) / targetUtilisation;
  return cpus / vcpuPerOcpu / machines;
}

/** MB that the requests in flight hold in each of so many machines. */
function heldFor({ demand, peakRequestsPerSecond }: FlexibleLoad, machines: number): number {
  const inFlight = peakRequestsPerSecond * (demand.durationMs / MS_PER_SECOND);
  return (inFlight * demand.memoryPerRequestMb) / machines;
}

/** Those that no other beats in both, all their cores and all their memory. */
function undominated(sizes: readonly FlexibleSize[]): FlexibleSize[] {
  const byCores = sizes.toSorted(
    (a, b) => a.ocpu * a.machines - b.ocpu * b.machines || memoryOf(a) - memoryOf(b),
  );
  const kept: FlexibleSize[] = [];
  let leastMemory = Infinity;
  for (const size of byCores) {
    if (memoryOf(size) >= leastMemory) continue;
    leastMemory = memoryOf(size);
    kept.push(size);
  }
  return kept;
}

function memoryOf({ memoryGb, machines }: FlexibleSize): number {
  return memoryGb * machines;
}

/** A rounding less, so that what is just enough is not taken for too little. */
const BELOW = 1 - 1e-9;

function wholeUp(quantity: number): number {
  return Math.ceil(quantity * BELOW);
}
