import { isActiveAfter, pieceFromHere, valueAt, type CostCurve } from "./curve.ts";
import { machinesJustAfter } from "./usage.ts";

/** Monthly cost at any load just above this one: a step or jump that begins here is taken. */
export function costJustAfter(curve: CostCurve, requestsPerMonth: number): number {
  const { from, cost, slope } = pieceFromHere(curve.pieces, requestsPerMonth);
  let fleetsCost = 0;
  for (const fleet of curve.fleets) {
    if (!isActiveAfter(fleet, requestsPerMonth)) continue;
    fleetsCost += valueAt(fleet.pieces, machinesJustAfter(fleet, requestsPerMonth));
  }
  return cost + slope * (requestsPerMonth - from) + fleetsCost;
}
