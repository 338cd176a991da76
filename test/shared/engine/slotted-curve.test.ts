import { describe, expect, test } from "vitest";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { flatPrice, perMachineCharge, tieredPrice } from "./_prices.ts";

/** Twelve hours with half the requests of the other twelve. */
const FLEET = {
  requestsPerMachine: 100,
  minimumMachines: 1,
  slots: [
    { share: 0.5, requestsPerMachine: 100 },
    { share: 0.5, requestsPerMachine: 200 },
  ],
};
const NOTHING = { from: 0, cost: 0, slope: 0 };

function shared(price = flatPrice(30)) {
  return { meter: "balancer", usage: { perFleet: 1, fromMachines: 1 }, price };
}

describe("machines that follow the hours", () => {
  test("are one fleet for each slot, at whatever load, where a unit has one price", () => {
    expect(buildCurve([perMachineCharge(flatPrice(10))], FLEET)).toEqual({
      pieces: [NOTHING],
      fleets: [100, 200].map((requestsPerMachine) => ({
        requestsPerMachine,
        minimumMachines: 1,
        pieces: [{ from: 0, cost: 0, slope: 5 }],
      })),
    });
  });

  test.each([
    ["an allowance", flatPrice(10, 1)],
    [
      "tiers",
      tieredPrice([
        { upTo: 1, unitPrice: 20 },
        { upTo: Infinity, unitPrice: 10 },
      ]),
    ],
  ])(
    "with %s are as many up to the load at which a unit costs something else, and beyond",
    (_, price) => {
      const { fleets } = buildCurve([perMachineCharge(price)], FLEET);
      // One machine is what always runs; from 100 requests on the busier hours have two.
      const beyond = fleets.filter(({ from }) => from === 100);
      expect(beyond.map(({ requestsPerMachine }) => requestsPerMachine)).toEqual([100, 200]);
      expect(beyond.map(({ pieces }) => pieces[0]?.slope)).toEqual([5, 5]);
    },
  );

  test("share what they share once, in the busiest slot", () => {
    for (const price of [flatPrice(30), flatPrice(60, 0.5)]) {
      const { pieces, fleets } = buildCurve([shared(price)], FLEET);
      expect(pieces).toEqual([NOTHING]);
      expect(fleets).toEqual([
        {
          requestsPerMachine: 100,
          minimumMachines: 1,
          pieces: [
            { from: 0, cost: 0, slope: 30 },
            { from: 1, cost: 30, slope: 0 },
          ],
        },
      ]);
    }
  });
});
