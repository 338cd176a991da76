import type { MachineServiceId } from "../catalog/providers.ts";
import type { Price } from "../engine/price.ts";

/** As many of a size as carry the load, by the name that an offer has for it. */
export interface SizedFleet {
  readonly name: string;
  /** What they use of each price in a month. */
  readonly units: readonly number[];
}

/** Sizes that the same prices bill. */
export interface SizesAlike {
  readonly service: MachineServiceId;
  readonly prices: readonly Price[];
  /** How many sizes there are; those that carry the load, what uses the least of the first price first. */
  readonly sizes: number;
  readonly carrying: readonly SizedFleet[];
}

/** In the order that a search goes through them. */
export function byFirstUnits(fleets: readonly SizedFleet[]): readonly SizedFleet[] {
  return fleets.toSorted((a, b) => (a.units[0] ?? 0) - (b.units[0] ?? 0));
}
