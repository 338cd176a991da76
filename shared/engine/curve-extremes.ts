import type { LoadRange } from "./load-range.ts";
import { costJustAfter } from "./cost-just-after.ts";
import { costAt, type CostCurve, type FleetCurve } from "./curve.ts";
import { machinesAt, machinesJustAfter, mostCarriedBy } from "./usage.ts";

/** The least and the most that a curve costs anywhere in a range. */
export interface Extremes {
  readonly least: number;
  readonly most: number;
}

/**
 * What a curve costs at least and at most in a range, exactly. Costs need not rise with the load: an
 * instance that is kept is billed as idle until requests use it up. Between bends the curve goes one
 * way, up or down, or from step to step; so its ends, its bends and the steps beside them are enough.
 */
export function extremesOf(curve: CostCurve, { min, max }: LoadRange): Extremes {
  let least = Infinity;
  let most = -Infinity;
  const look = (cost: number): void => {
    least = Math.min(least, cost);
    most = Math.max(most, cost);
  };
  for (const load of turnsOf(curve, { min, max })) {
    if (load < min || load > max) continue;
    look(costAt(curve, load));
    if (load < max) look(costJustAfter(curve, load));
  }
  return { least, most };
}

/** The ends of the range, the bends, and the steps next to each. */
function turnsOf(curve: CostCurve, { min, max }: LoadRange): number[] {
  // What does not grow has neither: machines of hours without requests.
  const growing = curve.fleets.filter((fleet) => fleet.requestsPerMachine < Infinity);
  const bends = [min, max, ...curve.pieces.map(({ from }) => from), ...growing.flatMap(bendsOf)];
  return bends.flatMap((load) => [load, ...growing.flatMap((fleet) => stepsBeside(fleet, load))]);
}

/** The last step before the price of machines changes; where a fleet begins or ends the curve has a piece of its own. */
function bendsOf(fleet: FleetCurve): number[] {
  return fleet.pieces.map(({ from }) => mostCarriedBy(Math.floor(from), fleet));
}

/** The last step before a load, and the first one from it on. */
function stepsBeside(fleet: FleetCurve, load: number): number[] {
  return [
    mostCarriedBy(machinesAt(fleet, load) - 1, fleet),
    mostCarriedBy(machinesJustAfter(fleet, load), fleet),
  ];
}
