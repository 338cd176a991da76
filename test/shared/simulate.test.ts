import { describe, expect, test } from "vitest";
import { PricingError } from "../../shared/engine/errors.ts";
import type { MachineOffer, Offer } from "../../shared/offer.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate, type SimulationInput } from "../../shared/simulate.ts";
import { INVENTED, LAMBDA, MACHINES, ONE_MACHINE, TERMS, WORKLOAD } from "./_invented.ts";

const RANGE = { min: 0, max: 2000 };

function compared(offers: readonly Offer[], input: Partial<SimulationInput> = {}) {
  return simulate({ workload: WORKLOAD, terms: TERMS, range: RANGE, offers, ...input }, INVENTED);
}

function fixed(machines: number): MachineOffer {
  return { ...ONE_MACHINE, sizing: { kind: "fixed", machines } };
}

function errorOf(run: () => unknown): PricingError {
  try {
    run();
  } catch (error) {
    if (error instanceof PricingError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("offers are named", () => {
  test("by what tells them apart, numbered where nothing does", () => {
    const offers = [LAMBDA, ONE_MACHINE, LAMBDA, { ...ONE_MACHINE, purchase: "spot" }, LAMBDA];
    expect(compared(offers as Offer[]).offers.map(({ id }) => id)).toEqual([
      "aws_lambda/here/x86_64",
      "aws_ec2/here/small",
      "aws_lambda/here/x86_64#2",
      "aws_ec2/here/small/spot",
      "aws_lambda/here/x86_64#3",
    ]);
  });

  test("as the caller names them, and never by a name that another has", () => {
    const named = { ...ONE_MACHINE, id: "aws_lambda/here/x86_64" };
    expect(compared([LAMBDA, named]).offers.map(({ id }) => id)).toEqual([
      "aws_lambda/here/x86_64#2",
      "aws_lambda/here/x86_64",
    ]);
  });

  test("not twice alike by the caller", () => {
    const error = errorOf(() =>
      compared([LAMBDA, { ...LAMBDA, id: "a" }, { ...MACHINES, id: "a" }]),
    );
    expect(error.message).toBe("duplicate_offer_id at offers.2.id");
    expect(error.params).toEqual({ id: "a" });
  });
});

describe("an offer that cannot be bought", () => {
  test("is answered with the reason, and the others are compared", () => {
    const arm: Offer = { ...LAMBDA, architecture: "arm64" };
    const { offers, verdict, regimes } = compared([arm, ONE_MACHINE]);
    expect(offers[0]).toMatchObject({
      region: "here",
      monthlyCost: null,
      lineItems: [],
      capacity: null,
      curve: null,
      unavailable: { code: "no_price", path: ["offers", 0, "region"] },
    });
    expect(offers[1]?.unavailable).toBeNull();
    expect(verdict.cheapest).toBe("aws_ec2/here/small");
    expect(regimes.map(({ cheapest }) => cheapest)).toEqual(["aws_ec2/here/small"]);
  });

  test.each([
    ["no_price", ["offers", 0, "region"], { ...LAMBDA, architecture: "arm64" }],
    ["not_sold_so", ["offers", 0, "purchase"], { ...ONE_MACHINE, purchase: "spot" }],
    ["option_not_offered", ["offers", 0, "concurrency"], { ...LAMBDA, concurrency: 2 }],
  ] as const)("for %s says so at %j", (code, path, offer) => {
    expect(compared([offer]).offers[0]?.unavailable).toMatchObject({ code, path });
  });

  test("because of the workload says so of the workload", () => {
    const workload = { ...WORKLOAD, memoryMb: 20_000 };
    expect(compared([LAMBDA], { workload }).offers[0]?.unavailable).toMatchObject({
      code: "over_service_limit",
      path: ["workload", "memoryMb"],
      params: { service: "aws_lambda", value: 20_000, limit: 10_240, unit: "MB" },
    });
  });

  test("because it names what does not exist is an error", () => {
    const error = errorOf(() => compared([LAMBDA, { ...ONE_MACHINE, instanceType: "smal" }]));
    expect(error).toMatchObject({
      code: "unknown_machine_type",
      path: ["offers", 1, "instanceType"],
    });
  });

  test("of none that can be bought, nothing is the cheapest", () => {
    const { verdict, pricesAsOf, breakEvenPoints, regimes } = compared([
      { ...LAMBDA, architecture: "arm64" },
    ]);
    expect(verdict).toEqual({
      cheapest: null,
      monthlyCost: null,
      carriesLoad: false,
      runnerUp: null,
      savings: null,
      nextBelow: null,
      nextAbove: null,
    });
    expect([pricesAsOf, breakEvenPoints, regimes]).toEqual([null, [], []]);
  });
});

describe("the machines of an offer", () => {
  const busy = { ...WORKLOAD, durationMs: 1000, cpuMs: 1000, memoryPerRequestMb: 1 };

  test.each([
    // One carries 2,628,000 requests of a second.
    [2_628_000, 1, true],
    [2_628_001, 1, false],
    [5_256_000, 2, true],
  ])(
    "for %d requests, %d of a fixed number, carry them: %s",
    (requestsPerMonth, count, carries) => {
      const workload = { ...busy, requestsPerMonth };
      const [offer] = compared([fixed(count)], { workload }).offers;
      expect(offer?.capacity).toMatchObject({
        machines: count,
        requestsPerMachine: 2_628_000,
        carriesLoad: carries,
      });
    },
  );

  test("grow with the load", () => {
    const workload = { ...busy, requestsPerMonth: 2_628_001 };
    const [offer] = compared([MACHINES], { workload }).offers;
    expect(offer?.capacity).toMatchObject({ machines: 2, carriesLoad: true });
    expect(offer?.monthlyCost).toBe(146);
  });

  test("that hold no request are none, and cost nothing that is known", () => {
    const [offer] = compared([MACHINES], { workload: { ...WORKLOAD, memoryMb: 4096 } }).offers;
    expect(offer).toMatchObject({
      monthlyCost: null,
      lineItems: [],
      curve: null,
      unavailable: null,
      capacity: { machines: 0, carriesLoad: false },
    });
  });

  test("are no matter of functions", () => {
    expect(compared([LAMBDA]).offers[0]?.capacity).toBeNull();
  });
});

describe("the verdict", () => {
  const ids = { lambda: "aws_lambda/here/x86_64", machine: "aws_ec2/here/small" };

  test("names the cheapest, the next, what is saved and where it turns", () => {
    const comparison = compared([LAMBDA, ONE_MACHINE]);
    expect(comparison.verdict).toEqual({
      cheapest: ids.machine,
      monthlyCost: 73,
      carriesLoad: true,
      runnerUp: ids.lambda,
      savings: 27,
      nextBelow: { requestsPerMonth: 730, cheapest: ids.lambda },
      nextAbove: null,
    });
    expect(comparison.breakEvenPoints).toEqual([
      {
        between: [ids.lambda, ids.machine],
        requestsPerMonth: 730,
        monthlyCost: 73,
        kind: "equal",
        cheaperBelow: ids.lambda,
        cheaperAbove: ids.machine,
      },
    ]);
    const few = compared([LAMBDA, ONE_MACHINE], {
      workload: { ...WORKLOAD, requestsPerMonth: 100 },
    });
    expect(few.verdict).toMatchObject({
      cheapest: ids.lambda,
      savings: 63,
      nextBelow: null,
      nextAbove: { requestsPerMonth: 730, cheapest: ids.machine },
    });
  });

  test("of a single offer has no other", () => {
    expect(compared([LAMBDA]).verdict).toMatchObject({
      cheapest: ids.lambda,
      runnerUp: null,
      savings: null,
      nextBelow: null,
      nextAbove: null,
    });
  });

  test("where two cost the same names the one of the regime", () => {
    // Both cost 73 for 730 requests; below that, functions cost less.
    const workload = { ...WORKLOAD, requestsPerMonth: 730 };
    const { verdict } = compared([ONE_MACHINE, LAMBDA], { workload });
    expect(verdict).toMatchObject({
      cheapest: ids.lambda,
      savings: 0,
      nextAbove: { requestsPerMonth: 730, cheapest: ids.machine },
    });
  });

  test("prefers what carries the load to what is cheaper and too small", () => {
    const workload = { ...WORKLOAD, requestsPerMonth: 2_628_001, durationMs: 1000, cpuMs: 1000 };
    const offers = [
      { ...ONE_MACHINE, id: "one" },
      { ...fixed(2), id: "two" },
    ];
    const both = compared(offers, { workload, range: { min: 0, max: 1e7 } });
    expect(both.verdict).toMatchObject({
      cheapest: "two",
      monthlyCost: 146,
      carriesLoad: true,
      runnerUp: "one",
      savings: -73,
      nextBelow: { requestsPerMonth: 2_628_000, cheapest: "one" },
      // Beyond both nothing carries the load: the cheapest of all is named.
      nextAbove: { requestsPerMonth: 5_256_000, cheapest: "one" },
    });
    expect(both.regimes).toEqual([
      { from: 0, to: 2_628_000, cheapest: "one", alternating: false },
      { from: 2_628_000, to: 5_256_000, cheapest: "two", alternating: false },
      { from: 5_256_000, to: 1e7, cheapest: "one", alternating: false },
    ]);
    const small = compared(offers.slice(0, 1), { workload });
    expect(small.verdict).toMatchObject({ cheapest: "one", carriesLoad: false });
  });

  test("at the same cost, too, prefers what carries the load", () => {
    const workload = { ...WORKLOAD, requestsPerMonth: 2_628_001, durationMs: 1000, cpuMs: 1000 };
    const customPrices = [
      {
        provider: "aws",
        service: "aws_lambda",
        change: { unitPrice: 0, currency: "USD" },
      },
      { provider: "aws", instanceType: "small", change: { unitPrice: 0, currency: "USD" } },
    ] as const;
    const { verdict } = compared([ONE_MACHINE, LAMBDA], {
      workload,
      terms: { ...TERMS, customPrices },
      range: { min: 0, max: 1e7 },
    });
    expect(verdict).toMatchObject({ cheapest: ids.lambda, carriesLoad: true, savings: 0 });
  });

  test("outside of the range knows of no turn", () => {
    const workload = { ...WORKLOAD, requestsPerMonth: 5000 };
    expect(compared([LAMBDA, ONE_MACHINE], { workload }).verdict).toMatchObject({
      cheapest: ids.machine,
      nextBelow: null,
      nextAbove: null,
    });
  });
});

describe("a comparison", () => {
  test("lists the break-even points of all pairs in ascending order", () => {
    const offers = [LAMBDA, fixed(2), ONE_MACHINE];
    const { breakEvenPoints } = compared(offers);
    expect(breakEvenPoints.map(({ requestsPerMonth }) => requestsPerMonth)).toEqual([730, 1460]);
  });

  test("says where fleets alternate too often to be listed", () => {
    const workload = { ...WORKLOAD, durationMs: 1000, cpuMs: 1000, memoryMb: 128 };
    const { alternations, regimes } = compared([LAMBDA, MACHINES], {
      workload,
      range: { min: 0, max: 1e12 },
      terms: {
        ...TERMS,
        customPrices: [
          {
            provider: "aws",
            service: "aws_lambda",
            meter: "compute",
            change: { unitPrice: (73 / 2_628_000) * 8 * (1 + 1e-8), currency: "USD" },
          },
        ],
      },
    });
    // Functions cost what full machines do and a hair more, so the order turns at every step.
    expect(alternations).toEqual([
      {
        between: ["aws_lambda/here/x86_64", "aws_ec2/here/small"],
        from: expect.any(Number),
        to: 1e12,
      },
    ]);
    expect(regimes.at(-1)).toMatchObject({
      from: alternations[0]?.from,
      to: 1e12,
      alternating: true,
    });
    expect(regimes[0]?.alternating).toBe(false);
  });

  test("is in the money that was asked for, by prices as old as the oldest", () => {
    const { currency, offers, pricesAsOf } = compared([ONE_MACHINE], {
      terms: { ...TERMS, currency: "JPY", exchangeRate: 100 },
    });
    expect([currency, offers[0]?.monthlyCost, pricesAsOf]).toEqual(["JPY", 7300, "2026-01-01"]);
  });
});

describe("the cards that a question needs", () => {
  test("are named once each", () => {
    const there = { ...ONE_MACHINE, region: "there" };
    expect(cardsFor([LAMBDA, ONE_MACHINE, there, LAMBDA], INVENTED)).toEqual([
      { provider: "aws", region: "here" },
      { provider: "aws", region: "there" },
    ]);
  });

  test("that do not exist are an error of the offer", () => {
    const resolveRegion = (): string => {
      throw new PricingError("unknown_region", ["region"], { region: "nowhere" });
    };
    const error = errorOf(() => cardsFor([LAMBDA], { resolveRegion }));
    expect(error.path).toEqual(["offers", 0, "region"]);
  });
});
