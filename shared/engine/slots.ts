import { partOf, type Fleet, type FleetSlot, type PartMonth } from "./fleet.ts";

/** Hours of equal weight together, the busiest first; an hour without requests needs no machine more. */
export function slotsOf(weights: readonly number[], requestsPerMachine: number): FleetSlot[] {
  const busiest = Math.max(...weights);
  const hours = new Map<number, number>();
  for (const weight of weights) hours.set(weight, (hours.get(weight) ?? 0) + 1);
  return [...hours]
    .toSorted(([a], [b]) => b - a)
    .map(([weight, count]) => ({
      share: count / weights.length,
      requestsPerMachine: requestsPerMachine * (busiest / weight),
    }));
}

/** A slot as a fleet of its own. */
export interface SlotFleet extends Fleet {
  readonly share: number;
}

/**
 * Each slot of a fleet as a fleet of its own, in their order. With a `partMonth` that is the busiest first: a
 * machine that runs in one slot runs in all that are busier, so what a slot adds to the part of the month
 * that it runs is what `partMonth` makes of all of them less what it makes of the busier. With `weights` it
 * is the slot's of them.
 */
export function slotFleets(
  slots: readonly FleetSlot[],
  minimumMachines: number,
  partMonth?: PartMonth,
  weights?: readonly number[],
): SlotFleet[] {
  let runs = 0;
  return slots.map((slot, index) => {
    const fleet = { ...slot, minimumMachines };
    if (weights !== undefined) return { ...fleet, share: weights[index] ?? 0 };
    if (partMonth === undefined) return fleet;
    const before = runs;
    runs += slot.share;
    const part = partOf(partMonth, Math.min(1, runs)) - partOf(partMonth, before);
    return { ...fleet, share: part };
  });
}
