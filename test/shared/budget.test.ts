import { describe, expect, test } from "vitest";
import { affordable } from "../../shared/budget.ts";
import { buildCurve } from "../../shared/engine/build-curve.ts";
import type { FunctionOffer, MachineOffer } from "../../shared/offer.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import type { Billed } from "../_exact.ts";
import { flatPrice, line, machines, perRequestCharge, subscription } from "./engine/_prices.ts";

const FUNCTION: FunctionOffer = {
  kind: "function",
  service: "aws_lambda",
  region: "us-east-1",
  architecture: "x86_64",
};
const MACHINE: MachineOffer = {
  kind: "machine",
  service: "aws_ec2",
  region: "us-east-1",
  instanceType: "t3.small",
  purchase: "on_demand",
  sizing: { kind: "peak", minimumMachines: 1 },
};
const CAPACITY = {
  requestsPerSecond: 10,
  cpuRequestsPerSecond: 10,
  memoryRequestsPerSecond: 80,
  bindingResource: "cpu",
} as const;

function priced(
  { charges, fleet }: Billed,
  offer: FunctionOffer | MachineOffer,
  machineCount = 0,
  requestsPerMachine = 100,
): PricedOffer {
  return {
    id: "an offer",
    offer,
    region: offer.region,
    monthlyCost: 0,
    lineItems: [],
    capacity:
      offer.kind === "machine"
        ? { ...CAPACITY, requestsPerMachine, machines: machineCount, carriesLoad: true }
        : null,
    curve: buildCurve(charges, fleet),
    unavailable: null,
  };
}

describe("an amount a month buys of a function", () => {
  test.each([
    // 10 a month and 0.5 a request.
    [9.99, null, null, null],
    [10, 0, 10, "amount"],
    [10.5, 1, 10.5, "amount"],
    [10.99, 1, 10.5, "amount"],
    [110, 200, 110, "amount"],
    [510, 1000, 510, "range"],
    [600, 1000, 510, "range"],
  ])("for %d: %s requests, which cost %s", (amount, requestsPerMonth, monthlyCost, limit) => {
    const offer = priced(line(0.5, 10), FUNCTION);
    const machineCount = null;
    expect(affordable(offer, amount, 1000)).toEqual({
      requestsPerMonth,
      monthlyCost,
      machines: machineCount,
      limit,
    });
  });

  test("with an allowance, all that is free for nothing", () => {
    const free: Billed = { charges: [perRequestCharge(flatPrice(1, 300))], fleet: null };
    expect(affordable(priced(free, FUNCTION), 0, 1000)).toMatchObject({
      requestsPerMonth: 300,
      monthlyCost: 0,
    });
  });

  test("whose kept instances cost less with requests, as much as is paid for above that, too", () => {
    // 20 without requests, 1 less for each up to 10, and 0.5 more from the first on.
    const kept: Billed = {
      charges: [
        { meter: "idle", usage: { fixed: 10, perRequest: -1 }, price: flatPrice(2) },
        perRequestCharge(flatPrice(0.5)),
      ],
      fleet: null,
    };
    // 15 is passed downwards at 10/3, and upwards at 30.
    expect(affordable(priced(kept, FUNCTION), 15, 1000)).toMatchObject({
      requestsPerMonth: 30,
      monthlyCost: 15,
      limit: "amount",
    });
  });

  test("that is not sold, nothing", () => {
    const offer = { ...priced(line(1), FUNCTION), curve: null };
    expect(affordable(offer, 1000, 1000)).toEqual({
      requestsPerMonth: null,
      monthlyCost: null,
      machines: null,
      limit: null,
    });
  });
});

describe("an amount a month buys of machines", () => {
  const growing = () =>
    priced(machines(10, { requestsPerMachine: 100, minimumMachines: 1 }), MACHINE, 1);

  test.each([
    [9, null, null],
    [10, 100, 1],
    [39, 300, 3],
    [40, 400, 4],
  ])("that grow with the load, for %d: %s requests on %s", (amount, requests, count) => {
    expect(affordable(growing(), amount, 1e6)).toMatchObject({
      requestsPerMonth: requests,
      machines: count,
      limit: requests === null ? null : "amount",
    });
  });

  const fixed = { requestsPerMachine: Infinity, minimumMachines: 3 };

  test("of a fixed number, what they carry", () => {
    const offer = priced(machines(10, fixed), MACHINE, 3);
    expect(affordable(offer, 30, 1000)).toEqual({
      requestsPerMonth: 300,
      monthlyCost: 30,
      machines: 3,
      limit: "capacity",
    });
    expect(affordable(offer, 30, 200)).toMatchObject({ requestsPerMonth: 200, limit: "range" });
    expect(affordable(offer, 29, 1000)).toMatchObject({ requestsPerMonth: null, machines: null });
  });

  test("of a fixed number, no more than it pays for besides", () => {
    const { charges } = machines(10, fixed);
    const offer = priced(
      { charges: [...charges, perRequestCharge(flatPrice(1)), subscription(5)], fleet: fixed },
      MACHINE,
      3,
    );
    expect(affordable(offer, 50, 1000)).toEqual({
      requestsPerMonth: 15,
      monthlyCost: 50,
      machines: 3,
      limit: "amount",
    });
  });
});
