import type { CostCurve } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { flatPrice, perMachineCharge, subscription } from "../engine/_prices.ts";

/** Machines in whole numbers, so that what they cost is exact: `price` for each `capacity` begun, and `fixed` beside. */
export interface WholeFleet {
  readonly capacity: number;
  readonly price: number;
  readonly fixed: number;
}

export function curveOf({ capacity, price, fixed }: WholeFleet): CostCurve {
  const charges = [perMachineCharge(flatPrice(price)), subscription(fixed)];
  return buildCurve(charges, { requestsPerMachine: capacity, minimumMachines: 1 });
}

function costOf({ capacity, price, fixed }: WholeFleet, value: number): number {
  return fixed + price * Math.ceil(value / capacity);
}

/** Values between which no fleet grows, one after the other, and what each of them costs there. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly costs: readonly number[];
}

/** Every level of a range, ascending: each step of each fleet is gone to. */
export function levelsOf(fleets: readonly WholeFleet[], from: number, to: number): Level[] {
  const levels: Level[] = [];
  for (let at = from; at < to;) {
    const steps = fleets.map(({ capacity }) => capacity * (Math.floor(at / capacity) + 1));
    const next = Math.min(to, ...steps);
    const middle = at + (next - at) / 2;
    levels.push({ from: at, to: next, costs: fleets.map((fleet) => costOf(fleet, middle)) });
    at = next;
  }
  return levels;
}
