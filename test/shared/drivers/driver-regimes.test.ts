import { describe, expect, test } from "vitest";
import { DRIVER_DEFINITIONS } from "../../../shared/drivers/driver.ts";
import { DRIVERS, type Driver } from "../../../shared/drivers/driver-names.ts";
import { drivenInput } from "../../../shared/drivers/driver-curve.ts";
import type { DriverRange } from "../../../shared/drivers/driver-parts.ts";
import { driverExtremes, driverRegimes } from "../../../shared/drivers/driver-regimes.ts";
import { withCustomCatalog } from "../../../shared/catalog/custom-prices.ts";
import { flipsOf } from "../../../shared/drivers/flips.ts";
import type { DriverRegime } from "../../../shared/drivers/regimes-in-part.ts";
import { priceRegimes } from "../../../shared/drivers/price-regimes.ts";
import type { MachineOffer, Offer } from "../../../shared/offer.ts";
import type { PricingTerms } from "../../../shared/pricing-terms.ts";
import type { FunctionOfWorkload, Workload } from "../../../shared/workload.ts";
import {
  BURSTING,
  FOUR_VCPUS,
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
/** Functions for 200 dollars a month, whatever is looked along. */
const FOR_200: Partial<PricingTerms> = {
  customPrices: [
    {
      provider: "aws",
      service: "aws_lambda",
      meter: "compute",
      change: { unitPrice: 200 / (2_628_000 / 8), currency: "USD" },
    },
  ],
};

function along(
  driver: Driver,
  offers: readonly Offer[],
  workload: Partial<Workload> = {},
  terms: Partial<PricingTerms> = {},
  catalog = INVENTED,
): (readonly [number, number, number | null])[] | null {
  const question = {
    workload: { ...WORKLOAD, ...workload },
    terms: { ...TERMS, ...terms },
  };
  return summary(driverRegimes(question, offers, driver, catalog));
}

/** The same within a range. */
function within(
  range: DriverRange,
  driver: Driver,
  offers: readonly Offer[],
  workload: Partial<Workload> = {},
  terms: Partial<PricingTerms> = {},
) {
  const question = { workload: { ...WORKLOAD, ...workload }, terms: { ...TERMS, ...terms } };
  return summary(driverRegimes(question, offers, driver, INVENTED, range));
}

function summary(regimes: readonly DriverRegime[] | null) {
  return regimes && regimes.map(({ from, to, cheapest }) => [from, to, cheapest] as const);
}

const near = (value: number): number => expect.closeTo(value, 6) as number;

const CPU_AND_MEMORY_ARE_GIVEN = { cpuMs: 1, memoryPerRequestMb: 100 };

describe("who is cheapest along a driver", () => {
  test("turns where the steps of time that are billed pass the price of the machine", () => {
    // A dollar for each millisecond: 73 for 73 ms, 74 right after.
    for (const machine of [ONE_MACHINE, MACHINES]) {
      expect(along("execution_time", [LAMBDA, machine])).toEqual([
        [0.1, 73, 0],
        [73, 3_600_000, 1],
      ]);
    }
  });

  test("is nobody beyond the longest time that a function runs, nor beyond its memory", () => {
    expect(along("execution_time", [LAMBDA])).toEqual([
      [0.1, 900_000, 0],
      [900_000, 3_600_000, null],
    ]);
    expect(along("memory", [LAMBDA])).toEqual([
      [128, 10_240, 0],
      [10_240, 32_768, null],
    ]);
  });

  test("turns with memory where it costs what the machine does, and back where that holds no request", () => {
    // 100 dollars for 1,024 MB: 73 for 747.52 MB.
    expect(along("memory", [LAMBDA, ONE_MACHINE])).toEqual([
      [128, near(747.52), 0],
      [near(747.52), 2048, 1],
      [2048, 10_240, 0],
      [10_240, 32_768, null],
    ]);
    expect(along("memory", [LAMBDA, ONE_MACHINE], { memoryReserveMb: 512 })?.[1]).toEqual([
      near(747.52),
      1536,
      1,
    ]);
    expect(along("memory", [LAMBDA, ONE_MACHINE], CPU_AND_MEMORY_ARE_GIVEN)).toEqual([
      [128, near(747.52), 0],
      [near(747.52), 32_768, 1],
    ]);
  });

  test("turns with CPU time where one machine more is needed, or one is too small", () => {
    // Two machines cost 146, three 219.
    expect(along("cpu_time", [LAMBDA, MACHINES], BUSY, FOR_200)).toEqual([
      [0.001, near(2000), 1],
      [near(2000), 3_600_000, 0],
    ]);
    expect(along("cpu_time", [LAMBDA, ONE_MACHINE], BUSY, FOR_200)).toEqual([
      [0.001, near(1000), 1],
      [near(1000), 3_600_000, 0],
    ]);
  });

  test("turns with the peak where one machine more is needed", () => {
    expect(along("peak_to_average", [LAMBDA, MACHINES], BUSY, FOR_200)).toEqual([
      [1, near(2), 1],
      [near(2), 1000, 0],
    ]);
  });

  test("turns with the utilisation, from more machines to fewer", () => {
    expect(along("utilisation", [LAMBDA, MACHINES], BUSY, FOR_200)).toEqual([
      [0.05, near(0.5), 0],
      [near(0.5), 1, 1],
    ]);
  });

  test("turns with what is sent, where its prices differ", () => {
    // 100 dollars and what is sent, against 105 dollars and nothing: 5 GB by 1,000 requests.
    const terms = { exchangeRate: 15_000 / 105 };
    expect(along("egress", [LAMBDA, YEN_MACHINE], {}, terms)).toEqual([
      [0, near(5242.88), 0],
      [near(5242.88), 1_000_000, 1],
    ]);
  });

  test("turns with the exchange rate at the same rate, whatever the money of the answer", () => {
    // 15,000 yen are 100 dollars at 150.
    for (const currency of ["USD", "JPY"] as const) {
      expect(along("exchange_rate", [LAMBDA, YEN_MACHINE], {}, { currency })).toEqual([
        [1, near(150), 0],
        [near(150), 1000, 1],
      ]);
    }
  });

  test("is no machine that is too small, along the exchange rate too", () => {
    const offers = [LAMBDA, { ...YEN_MACHINE, sizing: { kind: "fixed", machines: 1 } } as const];
    const busier = { ...BUSY, requestsPerMonth: 2_628_001 };
    expect(along("exchange_rate", offers, BUSY)?.map(([, , cheapest]) => cheapest)).toContain(1);
    expect(along("exchange_rate", offers, busier)).toEqual([[1, 1000, 0]]);
    const tooLarge = { memoryPerRequestMb: 2049 };
    const peak = [{ ...YEN_MACHINE, sizing: { kind: "peak", minimumMachines: 1 } } as const];
    expect(along("exchange_rate", peak, tooLarge)).toEqual([[1, 1000, null]]);
  });

  test.each(DRIVERS)("is no machine that is not sold: %s", (driver) => {
    const unknown: MachineOffer = { ...ONE_MACHINE, instanceType: "unknown" };
    expect(along(driver, [LAMBDA, unknown])).toEqual(along(driver, [LAMBDA]));
  });

  test("follows prices of the caller's own", () => {
    const customPrices = [
      {
        provider: "aws",
        instanceType: "small",
        change: { unitPrice: 0.2, currency: "USD" },
      },
    ] as const;
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], {}, { customPrices })?.[0]).toEqual([
      0.1,
      near(146),
      0,
    ]);
  });
});

describe("an end of the range at which alone another offer is the cheapest", () => {
  test("is named where a step of what is billed begins right above it", () => {
    // A dollar for each millisecond begun, against 73.50.
    const customPrices = [
      {
        provider: "aws",
        instanceType: "small",
        change: { unitPrice: 73.5 / 730, currency: "USD" },
      },
    ] as const;
    const offers = [LAMBDA, ONE_MACHINE];
    const from = (min: number) =>
      within({ min, max: 200 }, "execution_time", offers, {}, { customPrices });
    expect(from(73)).toEqual([
      [73, 73, 0],
      [73, 200, 1],
    ]);
    expect(from(73.5)).toEqual([[73.5, 200, 1]]);
  });

  test("is named where a size that is sold begins at it", () => {
    // Machines that hold no such request, and instances of 2 GB at least.
    const offers = [ONE_MACHINE, FOUR_VCPUS];
    const upTo = (max: number) =>
      within({ min: 1500, max }, "memory", offers, { memoryReserveMb: 1024 });
    expect(upTo(2048)).toEqual([
      [1500, 2048, null],
      [2048, 2048, 1],
    ]);
    expect(upTo(2047)).toEqual([[1500, 2047, null]]);
    expect(upTo(4096)).toEqual([
      [1500, 2048, null],
      [2048, 4096, 1],
    ]);
  });

  test("is not named where it costs the same as the one beside it", () => {
    // A function for 2,257.51 MB costs as much as the first machine; in between the second is the cheapest.
    const triple: MachineOffer = { ...ONE_MACHINE, instanceType: "triple" };
    const max = 220.46 * 10.24;
    expect(within({ min: 128, max }, "memory", [triple, LAMBDA, ONE_MACHINE])).toEqual([
      [128, near(747.52), 1],
      [near(747.52), 2048, 2],
      [2048, near(max), 1],
    ]);
  });
});

describe("what stands before functions and machines", () => {
  const twoMachines: MachineOffer = { ...ONE_MACHINE, sizing: { kind: "fixed", machines: 2 } };
  const before = (frontDoor: "http_api" | "rest_api") => ({ sideCosts: { frontDoor } });

  test("is an HTTP API's call more for each 512 KB begun, of what is sent alone", () => {
    // 100 dollars and 20 for each 512 KB, against 146; what is sent costs both the same.
    const offers = [LAMBDA, twoMachines];
    expect(along("egress", offers, {}, before("http_api"))).toEqual([
      [0, 1024, 0],
      [1024, 1_000_000, 1],
    ]);
    // 126 dollars are 1,290.24 MB.
    expect(along("memory", offers, CPU_AND_MEMORY_ARE_GIVEN, before("http_api"))?.[0]).toEqual([
      128,
      near(1290.24),
      0,
    ]);
  });

  test("is one call of a REST API, whatever is sent", () => {
    expect(along("egress", [LAMBDA, twoMachines], {}, before("rest_api"))).toEqual([
      [0, 6144, 0],
      [6144, 1_000_000, 1],
    ]);
  });

  // 7.30 dollars for the balancer, and 1 for each 90,000 of 2,628,000 requests: 29.20.
  const balanced = (dollars: number) => ({
    sideCosts: { loadBalancer: true },
    customPrices: [
      {
        provider: "aws",
        service: "aws_lambda",
        meter: "compute",
        change: { unitPrice: dollars / (2_628_000 / 8), currency: "USD" },
      } as const,
    ],
  });

  test("is a load balancer before machines from the second on", () => {
    const turnsAt = (dollars: number) =>
      along("cpu_time", [LAMBDA, MACHINES], BUSY, balanced(dollars))?.map(([, to]) => to);
    // One machine is 73 dollars, two are 182.50.
    expect(turnsAt(74)).toEqual([near(1000), 3_600_000]);
    expect(turnsAt(182)).toEqual([near(1000), 3_600_000]);
    expect(turnsAt(183)).toEqual([near(2000), 3_600_000]);
  });

  test("goes by what is sent, before two machines and not before one", () => {
    const offers = [LAMBDA, MACHINES];
    expect(along("egress", offers, BUSY, balanced(74))).toEqual([[0, 1_000_000, 1]]);
    // For twice the requests: 146 dollars, 7.30, and 1 for each GB an hour, of 5,256,000 requests; against 212.
    const twice = { ...BUSY, requestsPerMonth: 2 * 2_628_000 };
    expect(along("egress", offers, twice, balanced(106))).toEqual([
      [0, near(((212 - 146 - 7.3) * 1_048_576) / 5_256_000), 1],
      [near(((212 - 146 - 7.3) * 1_048_576) / 5_256_000), 6144, 0],
      [6144, 1_000_000, 1],
    ]);
  });
});

describe("one machine whose capacity is just what the load needs", () => {
  test("is bought whatever does not change it", () => {
    expect(along("egress", [LAMBDA, ONE_MACHINE], BUSY, FOR_200)).toEqual([[0, 1_000_000, 1]]);
    // 100 ms of CPU time and a utilisation of 0.7 are the same, but for a rounding.
    const rounded = { ...BUSY, cpuMs: 100, targetUtilisation: 0.7, requestsPerMonth: 18_396_000 };
    expect(along("egress", [LAMBDA, ONE_MACHINE], rounded, FOR_200)).toEqual([[0, 1_000_000, 1]]);
    const more = { ...BUSY, requestsPerMonth: 2_628_001 };
    // Then functions alone, as far as they send.
    expect(along("egress", [LAMBDA, ONE_MACHINE], more, FOR_200)).toEqual([
      [0, 6144, 0],
      [6144, 1_000_000, null],
    ]);
  });
});

describe("a machine that is used beyond what it sustains", () => {
  // 36.50 dollars, and one for each of 730 vCPU-hours beyond a half: 401.50 from a second on.
  test("costs more with CPU time until all of it is used", () => {
    const regimes = along("cpu_time", [LAMBDA, BURSTING], BUSY, FOR_200);
    // 200 − 36.50 are 163.50 hours beyond 365, of 730 for a second.
    expect(regimes).toEqual([
      [0.001, near((1000 * (365 + 163.5)) / 730), 1],
      [near((1000 * (365 + 163.5)) / 730), 3_600_000, 0],
    ]);
  });
});

describe("machines that grow at the same value", () => {
  test("do not take turns there by rounding, though the range goes on much longer", () => {
    // Three for 219 dollars are needed where one for 220.46 is: from the first on every 33 ms, up to 3,600,000.
    const triple: MachineOffer = { ...MACHINES, instanceType: "triple" };
    const own = { ...WORKLOAD, ...BUSY, share: 0.5 };
    const workload = {
      ...BUSY,
      requestsPerMonth: 1000 * 2_628_000,
      // CPU time that is the same whatever the execution time is, and some that goes by it.
      functions: [
        { ...own, cpuMs: 1 },
        { ...own, cpuMs: null, memoryMb: 326 },
      ],
    };
    expect(along("execution_time", [MACHINES, triple], workload)).toEqual([[0.1, 3_600_000, 0]]);
  });
});

describe("the range of what an offer costs along a driver", () => {
  function extremes(
    driver: Driver,
    offer: Offer,
    range: { min: number; max: number },
    workload: Partial<Workload> = {},
  ) {
    const question = { workload: { ...WORKLOAD, ...workload }, terms: TERMS };
    const provider = offer === FOUR_VCPUS ? "google" : "aws";
    const card = INVENTED.card({ provider, region: "here" });
    return driverExtremes(drivenInput(question, driver, offer, card), range);
  }

  test("is from the least to the most of all pieces", () => {
    // A dollar a millisecond.
    expect(extremes("execution_time", LAMBDA, { min: 10, max: 20.5 })).toEqual({
      least: near(10),
      most: near(21),
    });
    expect(extremes("memory", LAMBDA, { min: 1024, max: 10_240 })).toEqual({
      least: near(100),
      most: near(1000),
    });
  });

  test("has no most where the offer cannot be bought everywhere, and no least where nowhere", () => {
    expect(extremes("memory", LAMBDA, { min: 1024, max: 20_480 })).toEqual({
      least: near(100),
      most: null,
    });
    expect(extremes("memory", LAMBDA, { min: 20_000, max: 20_480 })).toEqual({
      least: null,
      most: null,
    });
    // From the least memory on that instances are sold with, 400 dollars of 100 ms of four vCPUs.
    expect(extremes("memory", FOUR_VCPUS, { min: 1024, max: 4096 })).toEqual({
      least: near(400),
      most: null,
    });
    // One that holds no request.
    expect(
      extremes("cpu_time", ONE_MACHINE, { min: 1, max: 10 }, { memoryPerRequestMb: 3000 }),
    ).toEqual({ least: null, most: null });
  });

  test("is that of a machine whether or not it carries the load", () => {
    expect(extremes("cpu_time", ONE_MACHINE, { min: 1, max: 5000 }, BUSY)).toEqual({
      least: near(73),
      most: near(73),
    });
    // Of one that bursts, up to 730 hours, 365 beyond what it sustains.
    expect(extremes("cpu_time", BURSTING, { min: 1, max: 5000 }, BUSY)).toEqual({
      least: near(36.5),
      most: near(401.5),
    });
  });
});

test("nobody takes turns where nothing can be bought", () => {
  const question = { workload: WORKLOAD, terms: TERMS };
  const regimes = driverRegimes(question, [LAMBDA], "memory", INVENTED);
  expect(regimes?.map(({ alternating }) => alternating)).toEqual([false, false]);
  const price = {
    provider: "aws",
    service: "aws_lambda",
    meter: "compute",
    currency: "USD",
  } as const;
  const asked = { workload: { ...WORKLOAD, memoryMb: 20_000 }, terms: TERMS };
  expect(priceRegimes(asked, [LAMBDA], price, INVENTED, { min: 0, max: 1 })).toEqual([
    { from: 0, to: 1, cheapest: null, alternating: false },
  ]);
});

describe("the execution time of a distribution is its mean", () => {
  // A half of the requests takes a third of what the others take.
  const workload = {
    durationMs: 100,
    durations: [
      { durationMs: 50, share: 0.5 },
      { durationMs: 150, share: 0.5 },
    ],
  };

  test("of which each duration is rounded for itself: 37 ms and 109 are the most for 73 dollars", () => {
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], workload)).toEqual([
      [0.1, near(109 / 1.5), 0],
      [near(109 / 1.5), 3_600_000, 1],
    ]);
    const question = { workload: { ...WORKLOAD, ...workload }, terms: TERMS };
    expect(flipsOf(question, [LAMBDA, ONE_MACHINE], ["execution_time"], INVENTED)).toEqual([
      {
        driver: "execution_time",
        value: 100,
        below: { value: near(109 / 1.5), cheapest: 0 },
        above: null,
      },
    ]);
  });

  test("up to where the longest passes the limit", () => {
    expect(along("execution_time", [LAMBDA], workload)).toEqual([
      [0.1, near(600_000), 0],
      [near(600_000), 3_600_000, null],
    ]);
  });

  test("with durations named twice is that of each once", () => {
    const durations = [...workload.durations, ...workload.durations].map((part) => ({
      ...part,
      share: part.share / 2,
    }));
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], { ...workload, durations })).toEqual(
      along("execution_time", [LAMBDA, ONE_MACHINE], workload),
    );
  });

  test("up to two hundred durations, and half as many of which some start an instance", () => {
    const of = (count: number, coldStarts?: Workload["coldStarts"]) => ({
      durationMs: 100,
      durations: Array.from({ length: count }, () => ({ durationMs: 100, share: 1 / count })),
      ...(coldStarts === undefined ? {} : { coldStarts }),
    });
    const offers = [LAMBDA, ONE_MACHINE];
    expect(along("execution_time", offers, of(200))).toEqual([
      [0.1, near(73), 0],
      [near(73), 3_600_000, 1],
    ]);
    expect(along("execution_time", offers, of(201))).toBeNull();
    expect(along("execution_time", offers, of(100, { ratio: 0.1, initMs: 1 }))).not.toBeNull();
    expect(along("execution_time", offers, of(101, { ratio: 0.1, initMs: 1 }))).toBeNull();
  });

  test("of which some requests start an instance, is what the rest of their time adds to that", () => {
    // A start of 100 ms for one request in ten is 10 ms of all; so 63 ms are left of 73.
    const coldStarts = { ratio: 0.1, initMs: 100 };
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], { coldStarts })).toEqual([
      [0.1, near(63), 0],
      [near(63), 3_600_000, 1],
    ]);
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], { ...workload, coldStarts })).toEqual([
      [0.1, near(94 / 1.5), 0],
      [near(94 / 1.5), 3_600_000, 1],
    ]);
    // One that is longer than an INIT may be runs within the longest execution.
    expect(
      along("execution_time", [LAMBDA], { coldStarts: { ratio: 0.1, initMs: 50_000 } }),
    ).toEqual([
      [0.1, near(850_000), 0],
      [near(850_000), 3_600_000, null],
    ]);
  });

  test("of which a start that takes no whole step has steps of its own", () => {
    // Nine tenths of the steps of x ms, and a tenth of those of x + 100.5: 73 up to 62.5 ms.
    const coldStarts = { ratio: 0.1, initMs: 100.5 };
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], { coldStarts })).toEqual([
      [0.1, near(62.5), 0],
      [near(62.5), 3_600_000, 1],
    ]);
  });

  test("of which some are served by instances that are kept, each at its own price", () => {
    const kept = {
      ...LAMBDA,
      provisioned: [{ instances: 1, hoursPerMonth: 1, executionsShare: 0.1 }],
    };
    // A tenth at twice the price: 1.1 dollars for each ms billed, which are 66 up to 66 ms, and 67 beyond.
    // An hour lasts for 100 requests of 36,000 ms.
    expect(along("execution_time", [kept, ONE_MACHINE], workload)).toEqual([
      [0.1, near(66), 0],
      [near(66), 3_600_000, 1],
    ]);
    expect(along("execution_time", [kept], workload)).toEqual([
      [0.1, near(36_000), 0],
      [near(36_000), 3_600_000, null],
    ]);
  });
});

describe("several functions", () => {
  // Of 1,000 requests as many are of the first as of the second.
  const first = { ...WORKLOAD, share: 0.5 };
  const two = (second: Partial<FunctionOfWorkload>, ofFirst: Partial<FunctionOfWorkload> = {}) => ({
    functions: [
      { ...first, ...ofFirst },
      { ...first, ...second },
    ],
  });

  test("keep their proportions along the execution time, and each has its own steps", () => {
    // 50 cents for each ms of the first, of which a mean of 2 is 1, and 25 for each of the second, 3.
    const workload = { ...two({ durationMs: 300, memoryMb: 512 }), durationMs: 200 };
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], workload)).toEqual([
      [0.1, near(116), 0],
      [near(116), 3_600_000, 1],
    ]);
    // The second may take 15 minutes.
    expect(along("execution_time", [LAMBDA], workload)).toEqual([
      [0.1, near(600_000), 0],
      [near(600_000), 3_600_000, null],
    ]);
    const question = { workload: { ...WORKLOAD, ...workload }, terms: TERMS };
    expect(flipsOf(question, [LAMBDA, ONE_MACHINE], ["execution_time"], INVENTED)).toEqual([
      {
        driver: "execution_time",
        value: 200,
        below: { value: near(116), cheapest: 0 },
        above: null,
      },
    ]);
  });

  test("keep their proportions along the memory, but none has less than 128 MB", () => {
    const workload = two({ memoryMb: 128, ...CPU_AND_MEMORY_ARE_GIVEN }, CPU_AND_MEMORY_ARE_GIVEN);
    // 100 dollars for a mean of 1,024 MB; the first has 10,240 where the mean is 5,760.
    expect(along("memory", [LAMBDA, ONE_MACHINE], workload)).toEqual([
      [128, near(747.52), 0],
      [near(747.52), 32_768, 1],
    ]);
    expect(along("memory", [LAMBDA], workload)).toEqual([
      [128, near(5760), 0],
      [near(5760), 32_768, null],
    ]);
    // 36.50 for a mean of 373.76, where the first has 619.52.
    const burst: MachineOffer = { ...ONE_MACHINE, instanceType: "burst" };
    expect(along("memory", [LAMBDA, burst], workload)?.[0]).toEqual([128, near(373.76), 0]);
    const question = { workload: { ...WORKLOAD, ...workload }, terms: TERMS };
    const at = DRIVER_DEFINITIONS.memory.write(question, 373.76).workload;
    expect(at.functions?.map(({ memoryMb }) => memoryMb)).toEqual([near(619.52), 128]);
    const least = DRIVER_DEFINITIONS.memory.write(question, 128).workload;
    expect(least.functions?.map(({ memoryMb }) => memoryMb)).toEqual([128, 128]);
  });

  test("need machines for what goes with the memory and for what does not", () => {
    // Two requests of a second in flight: one of 1,024 MB, and one of the function's memory.
    const busy = { ...BUSY, requestsPerMonth: 2 * 2_628_000, cpuMs: 1 };
    const workload = {
      ...busy,
      ...two(
        { ...busy, memoryMb: 1024, memoryPerRequestMb: null },
        { ...busy, memoryMb: 1024, memoryPerRequestMb: 1024 },
      ),
    };
    // Functions cost 100 dollars for 1,024 MB: a machine, up to there, 73, and two 146.
    const customPrices = [
      {
        provider: "aws",
        service: "aws_lambda",
        meter: "compute",
        change: { unitPrice: 100 / (2 * 2_628_000), currency: "USD" },
      },
    ] as const;
    expect(along("memory", [LAMBDA, MACHINES], workload, { customPrices })?.slice(0, 3)).toEqual([
      [128, near(747.52), 0],
      [near(747.52), near(1024), 1],
      [near(1024), near(1495.04), 0],
    ]);
    // One alone carries them up to there.
    expect(along("memory", [LAMBDA, ONE_MACHINE], workload, { customPrices })).toEqual([
      [128, near(747.52), 0],
      [near(747.52), near(1024), 1],
      [near(1024), near(10_240), 0],
      [near(10_240), 32_768, null],
    ]);
    // Twice as many need two, and one in the twelve hours that are half as busy; from 1,024 MB on three, and two.
    const autoscaled: MachineOffer = {
      ...MACHINES,
      sizing: { kind: "autoscaled", minimumMachines: 1 },
    };
    const hourlyWeights = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 2 : 1));
    const twice = { ...workload, requestsPerMonth: 4 * 2_628_000, hourlyWeights };
    const for150 = [
      { ...customPrices[0], change: { ...customPrices[0].change, unitPrice: 150 / 10_512_000 } },
    ];
    expect(
      along("memory", [LAMBDA, autoscaled], twice, { customPrices: for150 })?.slice(0, 5),
    ).toEqual([
      [128, near((1.5 * 73 * 1024) / 150), 0],
      [near((1.5 * 73 * 1024) / 150), near(1024), 1],
      [near(1024), near((2.5 * 73 * 1024) / 150), 0],
      [near((2.5 * 73 * 1024) / 150), 2048, 1],
      [2048, near(10_240), 0],
    ]);
  });

  test("of which one goes by the memory use up all that a machine has with it", () => {
    // Of a second each: half of them 1,500 ms of CPU time, half as much of 1,000 as they have of 1,769 MB.
    const busy = { ...BUSY, share: 0.5 };
    const workload = { ...BUSY, ...two({ ...busy, cpuMs: null }, { ...busy, cpuMs: 1500 }) };
    const question = { workload: { ...WORKLOAD, ...workload }, terms: TERMS };
    const card = INVENTED.card({ provider: "aws", region: "here" });
    const input = drivenInput(question, "memory", BURSTING, card);
    // 365 of 730 hours are sustained; all are used up from 884.5 MB on.
    expect(driverExtremes(input, { min: 128, max: 1600 })).toEqual({
      least: near(36.5 + 730 * (0.75 + (0.5 * 128) / 1769) - 365),
      most: near(36.5 + 365),
    });
    expect(driverExtremes(input, { min: 128, max: 800 }).most).toEqual(
      near(36.5 + 730 * (0.75 + (0.5 * 800) / 1769) - 365),
    );
  });

  test("keep their proportions along the CPU time and the egress; without any, all send the same", () => {
    const ofCpu = { ...BUSY, ...two({ ...BUSY, cpuMs: 1500 }, { ...BUSY, cpuMs: 500 }) };
    expect(along("cpu_time", [LAMBDA, MACHINES], ofCpu, FOR_200)).toEqual([
      [0.001, near(2000), 1],
      [near(2000), 3_600_000, 0],
    ]);
    const question = (egress: readonly [number, number]) => ({
      workload: {
        ...WORKLOAD,
        ...two({ egressPerRequestKb: egress[1] }, { egressPerRequestKb: egress[0] }),
      },
      terms: TERMS,
    });
    const sent = (egress: readonly [number, number]) =>
      DRIVER_DEFINITIONS.egress
        .write(question(egress), 8)
        .workload.functions?.map(({ egressPerRequestKb }) => egressPerRequestKb);
    expect(sent([1, 3])).toEqual([4, 12]);
    expect(sent([0, 0])).toEqual([8, 8]);
    // The second sends 6,144 KB at most.
    expect(along("egress", [LAMBDA], question([1, 3]).workload)).toEqual([
      [0, 4096, 0],
      [4096, 1_000_000, null],
    ]);
    expect(along("egress", [LAMBDA], question([0, 0]).workload)?.[0]).toEqual([0, 6144, 0]);
  });

  describe("of both architectures, which share free GB-seconds as they use them", () => {
    const onArm = { options: { architecture: "arm64" } } as const;
    /** So many GB-seconds are free, and the machine costs so many dollars a month. */
    const withFree = (free: number, monthly: number): Partial<PricingTerms> => {
      const own = { provider: "aws" } as const;
      const perHour = { unitPrice: monthly / 730, currency: "USD" } as const;
      return {
        customPrices: [
          { ...own, service: "aws_lambda", meter: "compute", change: { free, discountPercent: 0 } },
          { ...own, service: "aws_ec2", instanceType: "small", change: perHour },
        ],
      };
    };
    const arm: Offer = { ...LAMBDA, architecture: "arm64" };

    test("turn with memory where one has the least that there is, and uses less and less of all", () => {
      const small = { cpuMs: 1, memoryPerRequestMb: 1 };
      // On Arm 128 MB, 6.25 GB-seconds; the other uses 33.75 of 40, of which 30 are billed, at 691.2 MB.
      const workload = {
        ...two({ ...onArm, ...small, memoryMb: 128 }, small),
        memoryMb: 576,
      };
      const terms = withFree(10, (33.75 + 6.25 / 2) * (30 / 40));
      const offers = [LAMBDA, ONE_MACHINE];
      const at = near((691.2 + 128) / 2);
      expect(along("memory", offers, workload, terms, INVENTED_WITH_ARM)?.slice(0, 2)).toEqual([
        [128, at, 0],
        [at, 32_768, 1],
      ]);
      const question = { workload: { ...WORKLOAD, ...workload }, terms: { ...TERMS, ...terms } };
      const [flips] = flipsOf(question, offers, ["memory"], INVENTED_WITH_ARM);
      expect(flips?.below).toEqual({ value: at, cheapest: 0 });
      expect(flips?.above).toBeNull();
    });

    test("turn with time at a step of one of them, which changes the parts of both", () => {
      // Of 10 and 30 ms. In the 11th and the 31st 11 of 21 are billed: 9.56 dollars; in the 32nd 11.5 of 21.5, 10.03.
      const workload = {
        ...two({ durationMs: 30 }, { ...onArm, durationMs: 10 }),
        durationMs: 20,
        cpuMs: 1,
      };
      const regimes = along(
        "execution_time",
        [LAMBDA, ONE_MACHINE],
        workload,
        withFree(10, 10),
        INVENTED_WITH_ARM,
      );
      expect(regimes?.slice(0, 2)).toEqual([
        [0.1, near(62 / 3), 0],
        [near(62 / 3), 3_600_000, 1],
      ]);
    });

    test("turn within what one architecture has free, where it has more than the other", () => {
      const own = { provider: "aws", service: "aws_lambda" } as const;
      const at = (free: number, unitPrice: number) => ({
        free,
        unitPrice,
        currency: "USD" as const,
      });
      const customPrices = [
        { ...own, meter: "compute.x86_64", change: at(10.5, 1) },
        { ...own, meter: "compute.arm64", change: at(80, 2) },
      ];
      // As many GB-seconds as milliseconds: on Arm alone 2x - 160 dollars; half of them on x86 and half on Arm
      // x/2 - 5.25 up to 80, and 1.5x - 85.25 from there on. All is free up to 10 of them, which either may be.
      const regimes = along(
        "execution_time",
        [LAMBDA, arm],
        two(onArm),
        { customPrices },
        INVENTED_WITH_ARM,
      );
      expect(regimes?.filter(([, to]) => to > 11)).toEqual([
        [expect.anything(), near(149), 1],
        [near(149), 900_000, 0],
        [900_000, 3_600_000, null],
      ]);
    });

    test("do not turn where all is free, though another costs the same there", () => {
      const third = { ...onArm, share: 0.4 };
      const functions = [{ ...first, share: 0.3 }, third, { ...onArm, share: 0.3 }].map(
        (one, index) => ({ ...first, ...(index === 0 ? { options: {} } : {}), ...one }),
      );
      const question = {
        workload: { ...WORKLOAD, functions },
        terms: { ...TERMS, ...withFree(40, 1e6) },
      };
      const drivers = ["execution_time", "memory"] as const;
      for (const offers of [
        [LAMBDA, arm],
        [arm, LAMBDA],
      ]) {
        for (const { below, above } of flipsOf(question, offers, drivers, INVENTED_WITH_ARM)) {
          expect([below, above]).toEqual([null, null]);
        }
        for (const driver of drivers) {
          const regimes = driverRegimes(question, offers, driver, INVENTED_WITH_ARM) ?? [];
          const named = regimes.flatMap(({ cheapest }) => (cheapest === null ? [] : [cheapest]));
          expect(named).toEqual([offers.indexOf(arm)]);
        }
      }
    });

    test("cost the least and the most at both ends of a range", () => {
      const workload = { ...two({ ...onArm, durationMs: 300 }), durationMs: 200 };
      const question = {
        workload: { ...WORKLOAD, ...workload },
        terms: { ...TERMS, ...withFree(40, 1) },
      };
      const card = withCustomCatalog(
        INVENTED_WITH_ARM,
        question.terms.customPrices ?? [],
        null,
      ).card({
        provider: "aws",
        region: "here",
      });
      // 50 and 150 GB-seconds, of which 160 are billed; 100 and 300, of which 360 are.
      expect(
        driverExtremes(drivenInput(question, "execution_time", LAMBDA, card), {
          min: 200,
          max: 400,
        }),
      ).toEqual({ least: near((50 + 75) * (160 / 200)), most: near((100 + 150) * (360 / 400)) });
    });
  });

  test.each(DRIVERS)("of which there is one are what it is alone: %s", (driver) => {
    const offers = [LAMBDA, ONE_MACHINE, MACHINES];
    const alone = along(driver, offers);
    expect(along(driver, offers, { functions: [{ ...WORKLOAD, share: 1 }] })).toEqual(
      alone?.map(([from, to, cheapest]) => [near(from), near(to), cheapest]),
    );
  });
});

describe("starts of instances that take no time", () => {
  test.each([
    { ratio: 0, initMs: 100 },
    { ratio: 0.1, initMs: 0 },
  ])("change nothing: %j", (coldStarts) => {
    expect(along("execution_time", [LAMBDA, ONE_MACHINE], { coldStarts })).toHaveLength(2);
  });
});

describe("what would have to change", () => {
  function flips(workload: Partial<Workload>, driver: Driver = "execution_time") {
    const question = { workload: { ...WORKLOAD, ...workload }, terms: TERMS };
    return flipsOf(question, [LAMBDA, ONE_MACHINE], [driver], INVENTED);
  }

  test("is the nearest value beyond which another offer is the cheapest, on either side", () => {
    expect(flips({ durationMs: 50 })).toEqual([
      { driver: "execution_time", value: 50, below: null, above: { value: 73, cheapest: 1 } },
    ]);
    expect(flips({ durationMs: 100 })).toEqual([
      { driver: "execution_time", value: 100, below: { value: 73, cheapest: 0 }, above: null },
    ]);
    expect(flips({ memoryMb: 1024 }, "memory")).toEqual([
      {
        driver: "memory",
        value: 1024,
        below: { value: near(747.52), cheapest: 0 },
        above: { value: 2048, cheapest: 0 },
      },
    ]);
  });

  test("at a turn itself, still counts from what holds below it", () => {
    expect(flips({ durationMs: 73 })[0]).toMatchObject({
      below: null,
      above: { value: 73, cheapest: 1 },
    });
  });

  test("passes over values for which nothing can be bought", () => {
    const question = { workload: { ...WORKLOAD, memoryMb: 512 }, terms: TERMS };
    expect(flipsOf(question, [LAMBDA], ["memory"], INVENTED)).toEqual([
      { driver: "memory", value: 512, below: null, above: null },
    ]);
  });

  test("is asked for one driver at a time, in the order named", () => {
    const question = { workload: WORKLOAD, terms: TERMS };
    const drivers = ["memory", "execution_time"] as const;
    const answer = flipsOf(question, [LAMBDA, ONE_MACHINE], drivers, INVENTED);
    expect(answer.map(({ driver }) => driver)).toEqual(drivers);
  });
});

describe("who is cheapest along a price", () => {
  const question = { workload: WORKLOAD, terms: TERMS };
  const range = { min: 0, max: 10 };
  const compute = {
    provider: "aws",
    service: "aws_lambda",
    meter: "compute",
    currency: "USD",
  } as const;

  function alongPrice(offers: readonly Offer[], workload: Partial<Workload> = {}) {
    const asked = { ...question, workload: { ...WORKLOAD, ...workload } };
    return summary(priceRegimes(asked, offers, compute, INVENTED, range));
  }

  test("turns where both cost the same", () => {
    // 100 GB-seconds against 73 dollars.
    for (const machine of [ONE_MACHINE, MACHINES]) {
      expect(alongPrice([LAMBDA, machine])).toEqual([
        [0, near(0.73), 0],
        [near(0.73), 10, 1],
      ]);
    }
  });

  test("is no offer that cannot be bought, nor one that is too small", () => {
    expect(alongPrice([LAMBDA, ONE_MACHINE], { memoryMb: 10_241 })).toEqual([[0, 10, null]]);
    expect(alongPrice([ONE_MACHINE, LAMBDA], { memoryMb: 4096 })).toEqual([[0, 10, 1]]);
    expect(alongPrice([MACHINES, LAMBDA], { memoryMb: 4096 })).toEqual([[0, 10, 1]]);
    const busy = { ...BUSY, requestsPerMonth: 2_628_001, memoryMb: 1024 };
    expect(alongPrice([ONE_MACHINE, LAMBDA], busy)).toEqual([[0, 10, 1]]);
    expect(alongPrice([ONE_MACHINE, LAMBDA], { ...BUSY, memoryMb: 1024 })?.at(-1)).toEqual([
      expect.anything(),
      10,
      0,
    ]);
  });

  test("stands beside other prices of the caller's own", () => {
    const customPrices = [
      { provider: "aws", instanceType: "small", change: { unitPrice: 0.2, currency: "USD" } },
    ] as const;
    const asked = { ...question, terms: { ...TERMS, customPrices } };
    const regimes = priceRegimes(asked, [LAMBDA, ONE_MACHINE], compute, INVENTED, range);
    expect(summary(regimes)?.[0]).toEqual([0, near(1.46), 0]);
  });

  test("is looked along in the price's own money", () => {
    const inYen = { ...compute, currency: "JPY" } as const;
    const regimes = priceRegimes(question, [LAMBDA, ONE_MACHINE], inYen, INVENTED, {
      min: 0,
      max: 1000,
    });
    expect(summary(regimes)?.[0]).toEqual([0, near(0.73 * 150), 0]);
  });
});
