import { buildPieces, LinearTerm, type CurveTerm } from "./curve-terms.ts";
import type { CostCurve, FleetCurve } from "./curve.ts";
import type { FleetSlot } from "./fleet.ts";
import { graduatedSlots } from "./graduated-slots.ts";
import { machineTerm } from "./machine-term.ts";
import type { Price } from "./price.ts";
import { slotFleets } from "./slots.ts";
import { isFleetUsage, type FleetUsage, type MeteredCharge } from "./usage.ts";

/**
 * The curve of machines that come and go with the load, a fleet for each slot, beside the terms
 * that go by requests.
 */
export function slottedCurve(
  byRequest: readonly CurveTerm[],
  byMachine: readonly MeteredCharge[],
  slots: readonly FleetSlot[],
  minimumMachines: number,
): CostCurve {
  const slotsFor = ({ partMonth, weights }: Partial<FleetUsage> = {}) =>
    slotFleets(slots, minimumMachines, partMonth, weights);
  const fleets: FleetCurve[] = [];
  const others: CurveTerm[] = [];
  const plain = byMachine.filter(
    ({ usage, price }) => !isFleetUsage(usage) || !isGraduated(usage, price),
  );
  for (const [index, { share: _, ...slot }] of slotsFor().entries()) {
    const terms = plain.flatMap((charge) => {
      const { usage } = charge;
      if (!isFleetUsage(usage)) return index === 0 ? [machineTerm(charge, 1)] : [];
      const { share = 0 } = slotsFor(usage)[index] ?? {};
      return [new LinearTerm(0, usage.perMachine * share, charge.price)];
    });
    if (terms.length > 0) fleets.push({ ...slot, pieces: buildPieces(terms) });
  }
  for (const { usage, price } of byMachine) {
    if (!isFleetUsage(usage)) continue;
    if (isGraduated(usage, price)) {
      const parts = graduatedSlots(slotsFor(usage), usage, price);
      fleets.push(...parts.fleets);
      others.push(parts.offsets);
    } else if (usage.fixed !== undefined) {
      others.push(new LinearTerm(usage.fixed, 0, price));
    }
  }
  return { pieces: buildPieces([...byRequest, ...others]), fleets };
}

/** Whether what a unit costs depends on how many are used in all; what is used up costs nothing further. */
function isGraduated({ perMachine }: FleetUsage, { free, tiers }: Price): boolean {
  return perMachine < 0 || free > 0 || tiers.length > 1;
}
