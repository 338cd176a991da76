import { expect, test } from "vitest";
import { graduatedSlots } from "../../../shared/engine/graduated-slots.ts";

const SLOTS = [
  { share: 0.5, requestsPerMachine: 100, minimumMachines: 1 },
  { share: 0.5, requestsPerMachine: 150, minimumMachines: 1 },
];
const PRICE = {
  unit: "GB",
  currency: "USD",
  free: 200,
  tiers: [{ upTo: Infinity, unitPrice: 1 }],
  provenance: null,
} as const;

test.each([1e-9, 1e-14, 1e-277])(
  "an allowance that machines of %d GB hardly touch ends the search for where it is used up",
  (perMachine) => {
    const { fleets } = graduatedSlots(SLOTS, perMachine, PRICE);
    const perRequest = perMachine * (0.5 / 100 + 0.5 / 150);
    expect(fleets).toHaveLength(2);
    for (const { from = 0 } of fleets) expect(from / (200 / perRequest)).toBeCloseTo(1, 6);
  },
);
