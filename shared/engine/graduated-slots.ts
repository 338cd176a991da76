import type { CurveTerm } from "./curve-terms.ts";
import type { FleetCurve } from "./curve.ts";
import { JumpingTerm } from "./jumping-term.ts";
import { chargeFor, type Price } from "./price.ts";
import { machinesJustAfter, mostCarriedBy, type FleetUsage } from "./usage.ts";
import type { SlotFleet } from "./slots.ts";

/**
 * The cost of machines that come and go, where the price of an hour depends on how many are used
 * in all: between the loads at which the sum over the slots passes a bound of the price, every slot
 * costs the same price, and an offset makes up for what the hours below the bound cost. Usage that
 * falls passes the bounds from above, and none is left below zero.
 */
export function graduatedSlots(
  slots: readonly SlotFleet[],
  { perMachine, fixed = 0 }: FleetUsage,
  price: Price,
): { readonly fleets: FleetCurve[]; readonly offsets: CurveTerm } {
  const fleets: FleetCurve[] = [];
  const levels: { from: number; cost: number }[] = [];
  const bounds = [
    { bound: 0, unitPrice: 0 },
    ...price.tiers.map(({ unitPrice }, index) => ({
      bound: price.free + (price.tiers[index - 1]?.upTo ?? 0),
      unitPrice,
    })),
  ];
  const used = slots.filter(({ share }) => share > 0);
  const isFalling = perMachine < 0;
  if (isFalling) bounds.reverse();
  let from = 0;
  for (const [index, { bound, unitPrice }] of bounds.entries()) {
    const next = bounds[index + 1];
    const passed = isFalling ? bound : next?.bound;
    const upTo =
      next === undefined || passed === undefined
        ? Infinity
        : lastLoadWithin(used, Math.abs(perMachine), isFalling ? fixed - passed : passed - fixed);
    if (upTo <= from) continue;
    levels.push({ from, cost: chargeFor(price, bound) + unitPrice * (fixed - bound) });
    if (unitPrice > 0) {
      for (const { share, ...slot } of used) {
        const slope = perMachine * share * unitPrice;
        fleets.push({ ...slot, from, upTo, pieces: [{ from: 0, cost: 0, slope }] });
      }
    }
    from = upTo;
  }
  return { fleets, offsets: new JumpingTerm(levels) };
}

/** The most requests a month at which all slots together use no more than the bound; 0 for none. */
export function lastLoadWithin(
  slots: readonly SlotFleet[],
  perMachine: number,
  bound: number,
): number {
  const usageJustAfter = (load: number) => {
    let machines = 0;
    for (const slot of slots) machines += slot.share * machinesJustAfter(slot, load);
    return perMachine * machines;
  };
  let perRequest = 0;
  let oneEach = 0;
  let mostEach = 0;
  for (const { share, requestsPerMachine, minimumMachines, headStart = 0 } of slots) {
    perRequest += (perMachine * share) / requestsPerMachine;
    const begun = 1 + headStart / requestsPerMachine;
    oneEach += perMachine * share * begun;
    mostEach += perMachine * share * (minimumMachines + Math.max(0, begun));
  }
  // Usage lies no more than `oneEach` above a straight line, so the bound is not passed before here, if all
  // slots have more than the fewest machines. Any slot has no more than these and those that are begun
  // together, which are not fewer than none however late it starts: `mostEach` holds for all.
  let load = Math.max(0, (bound - oneEach) / perRequest);
  if (usageJustAfter(load) > bound) {
    load = Math.max(0, (bound - mostEach) / perRequest);
  }
  while (usageJustAfter(load) <= bound) {
    const next = nextStep(slots, load);
    // Of a usage so small that so many machines have no steps that can be told apart.
    if (next <= load) break;
    load = next;
  }
  return load;
}

function nextStep(slots: readonly SlotFleet[], load: number): number {
  let next = Infinity;
  for (const slot of slots) {
    next = Math.min(next, mostCarriedBy(machinesJustAfter(slot, load), slot));
  }
  return next;
}
