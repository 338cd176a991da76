import type { CostCurve } from "../engine/curve.ts";
import { buildCurve } from "../engine/build-curve.ts";
import type { FleetSlot } from "../engine/fleet.ts";
import { isSharedUsage, type MeteredCharge } from "../engine/usage.ts";

/** What is billed once more for each so much of a driver begun. */
export interface Stair {
  readonly slot: FleetSlot;
  /** What a step uses of each charge. */
  readonly uses: readonly (number | undefined)[];
}

/** What is charged along a driver: lines, and stairs that some of them go by instead. */
export interface ChargesAlong {
  readonly lines: readonly MeteredCharge[];
  readonly stairs: readonly Stair[];
  /** The fewest steps that are billed. */
  readonly minimumMachines: number;
}

/**
 * The curve of charges along a driver: lines, but of those of which stairs use something only what is used
 * without a step stays. `minimumMachines`: the fewest steps that are billed.
 */
export function curveWithStairs(
  lines: readonly MeteredCharge[],
  stairs: readonly Stair[],
  minimumMachines: number,
): CostCurve {
  const charges = lines.map((line, index): MeteredCharge => {
    const weights = stairs.map(({ uses }) => uses[index] ?? 0);
    let step = 0;
    for (const weight of weights) step += weight;
    if (step === 0 || isSharedUsage(line.usage)) return line;
    const { fixed = 0 } = line.usage;
    if (weights.length === 1) return { ...line, usage: { fixed, perMachine: step } };
    const usage = { fixed, perMachine: Math.sign(step), weights: weights.map(Math.abs) };
    return { ...line, usage };
  });
  const slots = stairs.map(({ slot }) => slot);
  const [first] = slots;
  if (first === undefined) return buildCurve(charges, null);
  const { share: _, ...steps } = first;
  const fleet = { ...steps, minimumMachines };
  return buildCurve(charges, slots.length === 1 ? fleet : { ...fleet, slots });
}
