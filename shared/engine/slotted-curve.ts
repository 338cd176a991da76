import { buildPieces, LinearTerm, type CurveTerm } from "./curve-terms.ts";
import type { CostCurve, FleetCurve } from "./curve.ts";
import type { FleetSlot, PartMonth } from "./fleet.ts";
import { graduatedSlots } from "./graduated-slots.ts";
import { machineTerm } from "./machine-term.ts";
import type { Price } from "./price.ts";
import { slotFleets } from "./slots.ts";
import { isFleetUsage, type MeteredCharge } from "./usage.ts";

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
  const slotsFor = (partMonth?: PartMonth) => slotFleets(slots, minimumMachines, partMonth);
  const fleets: FleetCurve[] = [];
  const others: CurveTerm[] = [];
  const plain = byMachine.filter(({ usage, price }) => !isFleetUsage(usage) || !isGraduated(price));
  for (const [index, { share: _, ...slot }] of slotsFor().entries()) {
    const terms = plain.flatMap((charge) => {
      const { usage } = charge;
      if (!isFleetUsage(usage)) return index === 0 ? [machineTerm(charge, 1)] : [];
      const { share = 0 } = slotsFor(usage.partMonth)[index] ?? {};
      return [new LinearTerm(0, usage.perMachine * share, charge.price)];
    });
    if (terms.length > 0) fleets.push({ ...slot, pieces: buildPieces(terms) });
  }
  for (const { usage, price } of byMachine) {
    if (!isFleetUsage(usage)) continue;
    if (isGraduated(price)) {
      const parts = graduatedSlots(slotsFor(usage.partMonth), usage, price);
      fleets.push(...parts.fleets);
      others.push(parts.offsets);
    } else if (usage.fixed !== undefined) {
      others.push(new LinearTerm(usage.fixed, 0, price));
    }
  }
  return { pieces: buildPieces([...byRequest, ...others]), fleets };
}

/** Whether the price of a unit depends on how many are used in all. */
function isGraduated({ free, tiers }: Price): boolean {
  return free > 0 || tiers.length > 1;
}
