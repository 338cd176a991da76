import { describe, expect, test } from "vitest";
import type { Driver } from "../../../shared/drivers/driver-names.ts";
import { driverRegimes } from "../../../shared/drivers/driver-regimes.ts";
import { flipsOf } from "../../../shared/drivers/flips.ts";
import type { MachineOffer, Offer } from "../../../shared/offer.ts";
import type { PricingTerms } from "../../../shared/pricing-terms.ts";
import type { Workload } from "../../../shared/workload.ts";
import {
  INVENTED,
  INVENTED_WITH_ARM,
  LAMBDA,
  MACHINES,
  ONE_MACHINE,
  TERMS,
  WORKLOAD,
  YEN_MACHINE,
} from "../_invented.ts";

/** As many requests as keep one vCPU busy all month, of a second each. */
const BUSY: Partial<Workload> = {
  requestsPerMonth: 2_628_000,
  durationMs: 1000,
  cpuMs: 1000,
  memoryMb: 128,
  memoryPerRequestMb: 1,
};
/** Functions for so many dollars a month, whatever is looked along. */
function functionsFor(dollars: number): Partial<PricingTerms> {
  return {
    customPrices: [
      {
        provider: "aws",
        service: "aws_lambda",
        meter: "compute",
        change: { unitPrice: dollars / (2_628_000 / 8), currency: "USD" },
      },
    ],
  };
}

/** Below and above: at which value, and which offer is the cheapest beyond. */
function flips(
  driver: Driver,
  offers: readonly Offer[],
  workload: Partial<Workload> = {},
  terms: Partial<PricingTerms> = {},
) {
  const question = { workload: { ...WORKLOAD, ...workload }, terms: { ...TERMS, ...terms } };
  const [answer] = flipsOf(question, offers, [driver], INVENTED);
  return [answer?.below, answer?.above].map((flip) => flip && [flip.value, flip.cheapest]);
}

const near = (value: number): number => expect.closeTo(value, 6) as number;
const machinesAlways = (machines: number): MachineOffer => ({
  ...ONE_MACHINE,
  sizing: { kind: "fixed", machines },
});

describe("what would have to change of a driver whose cost is straight in one over it", () => {
  // Functions for 200 dollars; two machines, for 146, carry the load from a utilisation of a half on.
  test("is less of it below, and more above: the utilisation", () => {
    const at = (targetUtilisation: number) =>
      flips("utilisation", [LAMBDA, MACHINES], { ...BUSY, targetUtilisation }, functionsFor(200));
    expect(at(0.7)).toEqual([[near(0.5), 0], null]);
    expect(at(0.3)).toEqual([null, [near(0.5), 1]]);
  });

  test.each(["USD", "JPY"] as const)("or, for %s, the exchange rate", (currency) => {
    const at = (exchangeRate: number) =>
      flips("exchange_rate", [LAMBDA, YEN_MACHINE], {}, { currency, exchangeRate });
    expect(at(140)).toEqual([null, [near(150), 1]]);
    expect(at(160)).toEqual([[near(150), 0], null]);
  });
});

describe("the nearest turn", () => {
  test("lies in the next piece, or several further on", () => {
    // What functions cost reaches 146 at 1,495.04 MB; a vCPU is whole at 1,769 MB.
    const given = { cpuMs: 1, memoryPerRequestMb: 100 };
    const offers = [LAMBDA, machinesAlways(2)];
    expect(flips("memory", offers, { ...given, memoryMb: 128 })).toEqual([
      null,
      [near(1495.04), 1],
    ]);
    expect(flips("memory", offers, { ...given, memoryMb: 1700 })).toEqual([
      [near(1495.04), 0],
      null,
    ]);
    expect(flips("memory", offers, { ...given, memoryMb: 2000 })).toEqual([
      [near(1495.04), 0],
      null,
    ]);
    expect(flips("memory", offers, { ...given, memoryMb: 20_000 })).toEqual([
      [near(1495.04), 0],
      null,
    ]);
  });

  test("is the nearest of several", () => {
    // 73 at 747.52 MB, where the one machine is the cheapest, and not two at 1,495.04.
    const given = { cpuMs: 1, memoryPerRequestMb: 100 };
    const offers = [machinesAlways(2), LAMBDA, ONE_MACHINE, machinesAlways(3)];
    expect(flips("memory", offers, { ...given, memoryMb: 200 })).toEqual([null, [near(747.52), 2]]);
    expect(flips("memory", offers, { ...given, memoryMb: 1000 })).toEqual([
      [near(747.52), 1],
      null,
    ]);
  });

  test("is the nearest below, too, in whatever order offers are named", () => {
    // 15,000 yen are 73 dollars at 205.48, and 100 at 150.
    for (const offers of [
      [YEN_MACHINE, LAMBDA, ONE_MACHINE],
      [YEN_MACHINE, ONE_MACHINE, LAMBDA],
    ]) {
      const terms = { currency: "JPY", exchangeRate: 300 } as const;
      expect(flips("exchange_rate", offers, {}, terms)).toEqual([
        [near(15_000 / 73), offers.indexOf(ONE_MACHINE)],
        null,
      ]);
    }
  });

  test("is where something can be bought, when nothing can now", () => {
    expect(flips("memory", [LAMBDA], { memoryMb: 12_000 })).toEqual([[10_240, 0], null]);
    expect(flips("execution_time", [LAMBDA], { durationMs: 1_000_000 })).toEqual([
      [900_000, 0],
      null,
    ]);
    // Of two that can be bought again, the cheaper one there.
    const offers = [LAMBDA, machinesAlways(3), ONE_MACHINE];
    expect(flips("memory", offers, { memoryMb: 20_000 })).toEqual([[10_240, 0], null]);
    const tooLong = { ...BUSY, memoryPerRequestMb: 3000, memoryMb: 20_000 };
    expect(flips("memory", offers, tooLong)).toEqual([[10_240, 0], null]);
  });

  test("is where the cheapest can no longer be bought, or is too small", () => {
    // One machine for 73 dollars carries requests of up to a second; then two, for 146.
    const offers = [LAMBDA, ONE_MACHINE, machinesAlways(2)];
    expect(flips("cpu_time", offers, { ...BUSY, cpuMs: 500 }, functionsFor(200))).toEqual([
      null,
      [near(1000), 2],
    ]);
    expect(flips("cpu_time", offers, { ...BUSY, cpuMs: 1500 }, functionsFor(200))).toEqual([
      [near(1000), 1],
      [near(2000), 0],
    ]);
    expect(flips("cpu_time", offers, { ...BUSY, cpuMs: 3000 }, functionsFor(200))).toEqual([
      [near(2000), 2],
      null,
    ]);
  });

  test("is the end of what a driver takes, where that value alone has another cheapest", () => {
    // One machine for 73 dollars carries them at a utilisation of 1, and two for 146 at any below.
    const at = (dollars: number) =>
      flips(
        "utilisation",
        [LAMBDA, MACHINES],
        { ...BUSY, targetUtilisation: 0.7 },
        functionsFor(dollars),
      );
    expect(at(100)).toEqual([null, [1, 1]]);
    expect(at(72)).toEqual([null, null]);
  });

  test("is where they part, of two that cost the same now", () => {
    // From one second to two both cost 146 dollars: two machines, and functions. Up to one, a machine costs 73.
    const at = (cpuMs: number) =>
      flips("cpu_time", [LAMBDA, MACHINES], { ...BUSY, cpuMs }, functionsFor(146));
    for (const cpuMs of [500, 1500, 2000]) expect(at(cpuMs)).toEqual([null, [near(2000), 0]]);
    expect(at(2500)).toEqual([[near(2000), 1], null]);
  });

  test("counts from what is billed where a machine is just full, on whichever side rounding has it", () => {
    // 700 ms at a utilisation of 0.7: a machine for 73 dollars, or functions for 100. Another would cost 146.
    const full = { ...BUSY, cpuMs: 700, targetUtilisation: 0.7 };
    for (const machine of [MACHINES, ONE_MACHINE]) {
      const at = (driver: Driver) => flips(driver, [LAMBDA, machine], full, functionsFor(100));
      expect(at("cpu_time")).toEqual([null, [near(700), 0]]);
      expect(at("utilisation")).toEqual([[near(0.7), 0], null]);
      expect(at("peak_to_average")).toEqual([null, [near(1), 0]]);
    }
  });

  test("of two that become the cheapest together is the one that is cheaper beyond", () => {
    // Up to 2 s two machines carry the load, for 146 dollars; up to one, one of those that grow does.
    const offers = [LAMBDA, machinesAlways(2), MACHINES];
    const workload = { ...BUSY, cpuMs: 2500 };
    expect(flips("cpu_time", offers, workload, functionsFor(200))).toEqual([[near(2000), 2], null]);
    expect(flips("cpu_time", offers.toReversed(), workload, functionsFor(200))).toEqual([
      [near(2000), 0],
      null,
    ]);
  });

  test("of two that always cost the same, and become the cheapest, is the first", () => {
    const offers = [LAMBDA, ONE_MACHINE, { ...ONE_MACHINE }];
    expect(flips("execution_time", offers, { durationMs: 50 })).toEqual([null, [73, 1]]);
  });

  // 2.5 requests a second: one machine carries those of up to 400 ms of CPU time, two of 800, three of 1,200.
  test("lies at the nearest end of a part, within the piece and from another", () => {
    const offers = [machinesAlways(3), machinesAlways(1), machinesAlways(2)];
    const busier = { ...BUSY, requestsPerMonth: 2.5 * 2_628_000 };
    const byCpu = (cpuMs: number) =>
      flips("cpu_time", offers, { ...busier, memoryPerRequestMb: 512, cpuMs });
    // Up to 250 ms it is the memory that limits them, which is another piece.
    expect(byCpu(100)).toEqual([null, [near(400), 2]]);
    expect(byCpu(500)).toEqual([
      [near(400), 1],
      [near(800), 0],
    ]);
    expect(byCpu(1000)).toEqual([[near(800), 2], null]);
    // CPU time goes by the memory, up to 1,769 MB.
    const byMemory = (memoryMb: number) =>
      flips("memory", offers, { ...busier, cpuMs: null, memoryMb });
    expect(byMemory(2000)).toEqual([[near(0.8 * 1769), 2], null]);
    expect(byMemory(300)).toEqual([null, [near(0.4 * 1769), 2]]);
  });

  test("is none of two offers that always cost the same", () => {
    expect(flips("memory", [LAMBDA, { ...LAMBDA }], { memoryMb: 512 })).toEqual([null, null]);
    expect(flips("cpu_time", [ONE_MACHINE, { ...ONE_MACHINE }], BUSY)).toEqual([null, null]);
  });

  test("counts from the one that is the cheapest around, of two that cost the same now", () => {
    // A dollar a millisecond, so both cost 73 at 73 ms, and functions more right after.
    const offers = [ONE_MACHINE, LAMBDA];
    expect(flips("execution_time", offers, { durationMs: 73 })).toEqual([null, [73, 0]]);
    // At 747.52 MB both cost the same; below it functions are cheaper.
    const given = { cpuMs: 1, memoryPerRequestMb: 100 };
    const [below, above] = flips("memory", offers, { ...given, memoryMb: 747.52 });
    expect([below?.[1] ?? null, above?.[1] ?? null].filter((index) => index !== null)).toHaveLength(
      1,
    );
  });
});

describe("two fleets that overtake each other at every machine", () => {
  // One for each second of CPU time at 72.95 dollars, or for each half of one at 36.50: the smaller are
  // the cheaper in each first half of a second up to the 730th. From the 1,459th on no step can make them so.
  const smaller: MachineOffer = { ...MACHINES, instanceType: "burst" };
  const terms: Partial<PricingTerms> = {
    customPrices: [
      {
        provider: "aws",
        instanceType: "small",
        change: { unitPrice: 72.95 / 730, currency: "USD" },
      },
    ],
  };
  const at = (cpuMs: number, offers: readonly Offer[] = [MACHINES, smaller]) =>
    flips("cpu_time", offers, { ...BUSY, cpuMs }, terms);

  test("turn at the next step, while there are few enough to be listed", () => {
    expect(at(10_200)).toEqual([
      [near(10_000), 0],
      [near(10_500), 0],
    ]);
    expect(at(10_700)).toEqual([
      [near(10_500), 1],
      [near(11_000), 1],
    ]);
    expect(at(10_200, [smaller, MACHINES])).toEqual([
      [near(10_000), 1],
      [near(10_500), 1],
    ]);
  });

  test("turn at the next step also where there are too many to list", () => {
    for (const offers of [
      [MACHINES, smaller],
      [smaller, MACHINES],
    ]) {
      const [larger, smallest] = [offers.indexOf(MACHINES), offers.indexOf(smaller)];
      expect(at(600_200, offers)).toEqual([
        [near(600_000), larger],
        [near(600_500), larger],
      ]);
      expect(at(600_700, offers)).toEqual([
        [near(600_500), smallest],
        [near(601_000), smallest],
      ]);
    }
  });

  test("turn there whatever functions there are, of one architecture and of both", () => {
    const each = { ...WORKLOAD, ...BUSY, cpuMs: 600_200, share: 0.5 };
    const ofBoth = [each, { ...each, options: { architecture: "arm64" } as const }];
    const nextStep = [
      [near(600_000), 0],
      [near(600_500), 0],
    ];
    const offers = [MACHINES, smaller];
    const workload = { ...BUSY, cpuMs: 600_200 };
    expect(flips("cpu_time", offers, { ...workload, functions: ofBoth }, terms)).toEqual(nextStep);
    // A whole vCPU for all of the time.
    const whole = { ...BUSY, cpuMs: null, memoryMb: 1769, durationMs: 600_200 };
    const ofOne = [1, 2].map(() => ({ ...WORKLOAD, ...whole, share: 0.5 }));
    expect(flips("execution_time", offers, { ...whole, functions: ofOne }, terms)).toEqual(
      nextStep,
    );
  });

  test("turn last in the 729th second, of too many to list", () => {
    for (const offers of [
      [MACHINES, smaller],
      [smaller, MACHINES],
    ]) {
      expect(at(2_500_000, offers)).toEqual([[near(728_500), offers.indexOf(smaller)], null]);
    }
  });

  test("are said to alternate where there are too many turns to list", () => {
    const question = {
      workload: { ...WORKLOAD, ...BUSY },
      terms: { ...TERMS, ...terms },
    };
    const regimes = driverRegimes(question, [MACHINES, smaller], "cpu_time", INVENTED) ?? [];
    const alternating = regimes.filter((regime) => regime.alternating);
    expect(alternating).toHaveLength(1);
    expect(alternating[0]?.from).toBe(501_000);
    expect(alternating[0]?.to).toBeCloseTo(1_459_000, -1);
    const after = regimes.slice(regimes.findIndex((regime) => regime.alternating) + 1);
    expect(after).toEqual([
      { from: alternating[0]?.to, to: 3_600_000, cheapest: 0, alternating: false },
    ]);
    // At an end of the range that is within it either may be the cheapest, which is not named for itself.
    for (const max of [600_200, 600_700]) {
      const range = { min: 0.001, max };
      const upTo = driverRegimes(question, [MACHINES, smaller], "cpu_time", INVENTED, range);
      expect(upTo?.filter(({ from }) => from >= 501_000)).toEqual([
        expect.objectContaining({ from: 501_000, to: max, alternating: true }),
      ]);
    }
  });
});

describe("where functions of both architectures may share an allowance", () => {
  const onArm = { ...WORKLOAD, options: { architecture: "arm64" }, share: 0.5 } as const;
  const flipsAt = (memoryMb: number, driver: Driver = "memory", durationMs = 100) => {
    const each = { memoryMb, durationMs };
    const functions = [
      { ...WORKLOAD, ...each, share: 0.5 },
      { ...onArm, ...each },
    ];
    const question = { workload: { ...WORKLOAD, ...each, functions }, terms: TERMS };
    const offers = [LAMBDA, ONE_MACHINE];
    const [answer] = flipsOf(question, offers, [driver], INVENTED_WITH_ARM);
    return [answer?.below, answer?.above].map((flip) => flip && [flip.value, flip.cheapest]);
  };

  test("the nearest turns are those around the value, of an offer that is the cheapest twice", () => {
    // 75 dollars for 1,024 MB: 73 for 996.69 MB. A machine has 2 GB.
    const turn = near((73 * 1024) / 75);
    expect(flipsAt(512)).toEqual([null, [turn, 1]]);
    expect(flipsAt(1500)).toEqual([
      [turn, 0],
      [near(2048), 0],
    ]);
    expect(flipsAt(4096)).toEqual([[near(2048), 1], null]);
  });

  test.each([0.05, 4_000_000])("a time that the field does not take has none: %d ms", (ms) => {
    expect(flipsAt(1024, "execution_time", ms)).toEqual([null, null]);
  });
});

test("a driver along which a question is not looked at is left out", () => {
  const durations = Array.from({ length: 201 }, () => ({ durationMs: 100, share: 1 / 201 }));
  const question = { workload: { ...WORKLOAD, durations }, terms: TERMS };
  const answer = flipsOf(question, [LAMBDA], ["execution_time", "memory"], INVENTED);
  expect(answer.map(({ driver }) => driver)).toEqual(["memory"]);
});

describe("a value that the driver's field does not take", () => {
  test.each([0.05, 4_000_000])("has no turns: %d ms", (durationMs) => {
    expect(flips("execution_time", [LAMBDA, ONE_MACHINE], { durationMs })).toEqual([null, null]);
  });

  test("has some at the ends of what it takes", () => {
    const offers = [LAMBDA, ONE_MACHINE];
    expect(flips("execution_time", offers, { durationMs: 0.1 })).toEqual([null, [73, 1]]);
    expect(flips("execution_time", offers, { durationMs: 3_600_000 })).toEqual([[73, 0], null]);
  });
});

test("many functions whose responses have thousands of steps through an HTTP API are followed to the end", () => {
  const share = 1 / 25;
  const functions = Array.from({ length: 25 }, (_, index) => ({
    ...WORKLOAD,
    egressPerRequestKb: 10 + index * 1.37,
    share,
  }));
  const streaming = { ...LAMBDA, streamsResponses: true };
  const throughHttpApi = { sideCosts: { frontDoor: "http_api" } } as const;
  expect(flips("egress", [streaming], { functions }, throughHttpApi)).toEqual([null, null]);
});
