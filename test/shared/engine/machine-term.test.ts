import { expect, test } from "vitest";
import { buildPieces } from "../../../shared/engine/curve-terms.ts";
import { machineTerm } from "../../../shared/engine/machine-term.ts";
import { flatPrice, perMachineCharge, perRequestCharge } from "./_prices.ts";

const price = flatPrice(3);

test("machines cost each its hours for the part of the month that they run", () => {
  expect(buildPieces([machineTerm(perMachineCharge(price, 10), 0.5)])).toEqual([
    { from: 0, cost: 0, slope: 15 },
  ]);
});

test("what is used whatever runs is paid whatever part of the month machines run", () => {
  const charge = { meter: "storage", usage: { perMachine: 10, fixed: 4 }, price };
  expect(buildPieces([machineTerm(charge, 0.5)])).toEqual([{ from: 0, cost: 12, slope: 15 }]);
});

test("what machines share costs the same for whatever part of the month they run", () => {
  const charge = { meter: "balancer", usage: { perFleet: 10, fromMachines: 1 }, price };
  expect(machineTerm(charge, 0.5).costAt(2)).toBe(30);
});

test("what goes by requests is none of it", () => {
  expect(() => machineTerm(perRequestCharge(price), 1)).toThrow("no usage of machines");
});
