import fc from "fast-check";
import { expect, test } from "vitest";
import { costJustAfter } from "../../../shared/engine/cost-just-after.ts";
import { costAt } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { StepWalk } from "../../../shared/engine/step-walk.ts";
import { stretchesOf } from "../../../shared/engine/stretches.ts";
import type { PriceTier } from "../../../shared/engine/price.ts";
import type { Fleet } from "../../../shared/engine/fleet.ts";
import { anyOffer, runs } from "./_arbitraries.ts";
import { flatPrice, tieredPrice } from "./_prices.ts";

const TIERS: PriceTier[] = [
  { upTo: 2000, unitPrice: 0.1 },
  { upTo: Infinity, unitPrice: 0.04 },
];

/** Walks fifty steps of each stretch and compares every cost with the one that is asked directly. */
function expectAsAskedDirectly(curve: ReturnType<typeof buildCurve>): void {
  const walk = new StepWalk(curve);
  const stretches = stretchesOf(curve, 1e9);
  for (const [index, { from }] of stretches.entries()) {
    const to = stretches[index + 1]?.from ?? 1e9;
    walk.startAt(from);
    let position = from;
    for (let step = 0; step < 50 && position < to; step += 1) {
      const next = Math.min(walk.nextStep, to);
      expect(walk.costAt(position)).toBe(costJustAfter(curve, position));
      expect(walk.costAt(next)).toBe(costAt(curve, next));
      if (next < to) walk.takeStep();
      position = next;
    }
  }
}

test("a walk has, to the bit, the costs that the curve has", () => {
  fc.assert(
    fc.property(anyOffer, ({ charges, fleet }) => {
      expectAsAskedDirectly(buildCurve(charges, fleet));
    }),
    runs(500),
  );
});

test.each([
  ["flat", flatPrice(0.1)],
  ["with an allowance", flatPrice(0.1, 1500)],
  ["tiered", tieredPrice(TIERS)],
])("so it has with machines that follow the hours at a price that is %s", (_, price) => {
  const fleet: Fleet = {
    requestsPerMachine: 1000,
    minimumMachines: 1,
    slots: [
      { share: 0.25, requestsPerMachine: 1000 },
      { share: 0.5, requestsPerMachine: 1700 },
      { share: 0.25, requestsPerMachine: Infinity },
    ],
  };
  expectAsAskedDirectly(buildCurve([{ meter: "hours", usage: { perMachine: 730 }, price }], fleet));
});

test("a walk knows where all fleets grow together, but for those that never do", () => {
  const fleets = [100, 150, Infinity].map((requestsPerMachine) => ({
    requestsPerMachine,
    minimumMachines: 1,
    pieces: [{ from: 0, cost: 0, slope: 1 }],
  }));
  const walk = new StepWalk({ pieces: [{ from: 0, cost: 0, slope: 0 }], fleets });
  walk.startAt(0);
  const together: number[] = [];
  const steps: number[] = [];
  while (walk.nextStep <= 600) {
    const { nextStep } = walk;
    steps.push(nextStep);
    if (walk.everyFleetGrowsAt(nextStep)) together.push(nextStep);
    walk.takeStep();
  }
  expect(steps).toEqual([100, 150, 200, 300, 400, 450, 500, 600]);
  expect(together).toEqual([300, 600]);
});
