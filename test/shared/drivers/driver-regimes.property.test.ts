import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { RateCard } from "../../../shared/catalog/card.ts";
import type { Catalog, LoadedCards } from "../../../shared/catalog/catalog.ts";
import { withCustomCatalog, type CustomPrice } from "../../../shared/catalog/custom-prices.ts";
import { LazyCatalog } from "../../../shared/catalog/lazy-catalog.ts";
import { fieldRange } from "../../../shared/drivers/driver-parts.ts";
import { driverRegimes } from "../../../shared/drivers/driver-regimes.ts";
import { flipsOf } from "../../../shared/drivers/flips.ts";
import { DRIVER_DEFINITIONS, type DrivenQuestion } from "../../../shared/drivers/driver.ts";
import { DRIVERS, type Driver } from "../../../shared/drivers/driver-names.ts";
import { meanDurationMs, sharesOfHistogram } from "../../../shared/duration-distribution.ts";
import { billAt, totalOf } from "../../../shared/engine/bill.ts";
import { PricingError } from "../../../shared/engine/errors.ts";
import { machinesAt } from "../../../shared/engine/usage.ts";
import type { FunctionOffer, MachineOffer, Offer, OwnOptions } from "../../../shared/offer.ts";
import { cardKeyOf, priceOffer, type PricingTerms } from "../../../shared/price-offer.ts";
import { cardsFor } from "../../../shared/cards-for.ts";
import type { RequestDemand } from "../../../shared/request-demand.ts";
import type { FunctionOfWorkload, Workload } from "../../../shared/workload.ts";
import { diskPlatform } from "../../../worker/disk-platform.ts";
import { runs } from "../engine/_arbitraries.ts";

const RUNS = runs(300);
/** As many turns at least are met on the way, or nothing was tried. */
const FEWEST = Math.floor(RUNS.numRuns / 50);

const REGION = "ap-northeast-1";
const FUNCTIONS: readonly FunctionOffer[] = (
  [
    ["aws_lambda", "arm64"],
    ["aws_lambda", "x86_64"],
    ["gcp_functions", "x86_64"],
    ["gcp_functions_gen1", "x86_64"],
    ["gcp_cloudrun", "x86_64"],
    ["azure_functions", "x86_64"],
    ["azure_functions_flex", "x86_64"],
    ["oci_functions", "x86_64"],
    ["cloudflare_workers", "x86_64"],
    ["cloudflare_containers", "x86_64"],
    ["aws_fargate_task", "arm64"],
  ] as const
).map(([service, architecture]) => ({
  kind: "function",
  service,
  region: REGION,
  architecture,
}));
/** With instances that are kept, whose idle time requests use up. */
const KEPT: readonly FunctionOffer[] = FUNCTIONS.filter(
  ({ service }) => service === "gcp_cloudrun" || service === "gcp_functions",
).map((offer) => ({ ...offer, minimumInstances: 2 }));
/** With instances that are kept ready for some of the requests. */
const READY: readonly FunctionOffer[] = FUNCTIONS.filter(
  ({ service }) => service === "aws_lambda" || service === "azure_functions_flex",
).map((offer) => ({
  ...offer,
  provisioned: [
    { instances: 20, hoursPerMonth: 200, executionsShare: 0.2 },
    { instances: 3, hoursPerMonth: 730, executionsShare: 0.1 },
  ],
}));
const MACHINES: readonly MachineOffer[] = (
  [
    ["aws_ec2", "t4g.small", { kind: "peak", minimumMachines: 1 }],
    ["aws_ec2", "m7g.large", { kind: "peak", minimumMachines: 2 }],
    ["aws_ec2", "c7g.medium", { kind: "autoscaled", minimumMachines: 1 }],
    ["google_cloud", "e2-standard-2", { kind: "peak", minimumMachines: 1 }],
    ["azure", "Standard_D2s_v5", { kind: "fixed", machines: 3 }],
    ["oci", "VM.Standard.A1.Flex_2_12", { kind: "peak", minimumMachines: 1 }],
    ["oci", "VM.Standard.A1.Flex_2_8", { kind: "autoscaled", minimumMachines: 1 }],
    ["google_cloud", "n2-standard-2", { kind: "autoscaled", minimumMachines: 2 }],
    ["sakura_cloud", "4core_8gb", { kind: "peak", minimumMachines: 1 }],
    ["aws_fargate", "1_2", { kind: "peak", minimumMachines: 1 }],
    ["gcp_cloudrun_instances", "1_2", { kind: "peak", minimumMachines: 1 }],
    ["cloudflare_container_instances", "standard-1", { kind: "fixed", machines: 3 }],
  ] as const
).map(([service, instanceType, sizing]) => ({
  kind: "machine",
  service,
  region: REGION,
  instanceType,
  purchase: "on_demand",
  sizing,
}));
const UNLIMITED: MachineOffer = {
  kind: "machine",
  service: "aws_ec2",
  region: REGION,
  instanceType: "t3.medium",
  purchase: "on_demand",
  sizing: { kind: "fixed", machines: 2 },
  unlimited: true,
};
const PART_OF_THE_MONTH: MachineOffer = {
  ...UNLIMITED,
  unlimited: false,
  sizing: { kind: "peak", minimumMachines: 1 },
  hoursPerMonth: 300,
};
/** Which can be had behind an HTTP API, and machines beside them. */
const BEHIND_HTTP_API: readonly Offer[] = [
  ...FUNCTIONS.slice(0, 2),
  ...FUNCTIONS.slice(0, 2).map((offer) => ({ ...offer, streamsResponses: true })),
  ...MACHINES.slice(0, 3),
];
const OFFERS: readonly Offer[] = [
  ...FUNCTIONS,
  ...KEPT,
  ...READY,
  ...MACHINES,
  UNLIMITED,
  PART_OF_THE_MONTH,
];

let catalog: Catalog;
beforeAll(async () => {
  catalog = await new LazyCatalog(diskPlatform.catalog).open();
  await catalog.load(cardsFor(OFFERS, catalog));
});

/** The catalog with each question's own prices, made once for all values that are tried. */
const catalogsWithOwn = new WeakMap<readonly CustomPrice[], LoadedCards>();

function cardOf(offer: Offer, { customPrices = [] }: PricingTerms): RateCard {
  const own = catalogsWithOwn.get(customPrices) ?? withCustomCatalog(catalog, customPrices, null);
  catalogsWithOwn.set(customPrices, own);
  return own.card(cardKeyOf(offer, own));
}

/** What an offer costs with the driver at this value, from its bill; `null` if it cannot be bought or does not carry. */
function costAt(question: DrivenQuestion, offer: Offer, driver: Driver, value: number) {
  const { workload, terms } = DRIVER_DEFINITIONS[driver].write(question, value);
  const load = workload.requestsPerMonth;
  try {
    const card = cardOf(offer, terms);
    const { charges, fleet, requestsPerMachine } = priceOffer(workload, offer, terms, card);
    if (offer.kind === "machine") {
      if (fleet === null || requestsPerMachine === null) return null;
      if (machinesAt(fleet, load) * requestsPerMachine < load * (1 - 1e-12)) return null;
    }
    return totalOf(billAt(charges, load, fleet));
  } catch (error) {
    if (error instanceof PricingError) return null;
    throw error;
  }
}

/** What requests of one function need. */
const demands = fc
  .record({
    durationMs: fc.integer({ min: 5, max: 20_000 }),
    /** Of a distribution: how long other requests take against the first, and how many they are. */
    spread: fc.option(
      fc.array(fc.tuple(fc.constantFrom(0.2, 0.5, 1, 1.7, 12), fc.integer({ min: 1, max: 90 })), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    memoryMb: fc.integer({ min: 128, max: 4096 }),
    cpuShare: fc.option(fc.double({ min: 0.02, max: 1, noNaN: true })),
    memoryPerRequestMb: fc.constantFrom(null, 20, 200),
    egressPerRequestKb: fc.constantFrom(0, 3, 200),
    coldStarts: fc.option(
      fc.record({ ratio: fc.constantFrom(0.01, 0.3), initMs: fc.constantFrom(120, 700.5, 3000) }),
    ),
  })
  .map(({ cpuShare, spread, coldStarts, ...drawn }): RequestDemand => {
    const times = spread === null ? drawn : distributionOf(drawn.durationMs, spread);
    return {
      ...drawn,
      ...times,
      ...(coldStarts === null ? {} : { coldStarts }),
      cpuMs: cpuShare === null ? null : times.durationMs * cpuShare,
      internetTransferRatio: 100,
    };
  });

interface PartOfPortfolio {
  readonly demand: RequestDemand;
  readonly weight: number;
  readonly options: OwnOptions | undefined;
}
type Needed = RequestDemand & Pick<Workload, "functions">;

/** Several functions, with the mean of what their requests need. */
const portfoliosOf = (drawn: fc.Arbitrary<PartOfPortfolio[]>): fc.Arbitrary<Needed> =>
  drawn
    .filter((parts) => parts.some(({ weight }) => weight > 0))
    .map((parts) => {
      let total = 0;
      for (const { weight } of parts) total += weight;
      const functions = parts.map(({ demand, weight, options }): FunctionOfWorkload => ({
        ...demand,
        share: weight / total,
        ...(options === undefined ? {} : { options }),
      }));
      const mean = (of: (demand: RequestDemand) => number): number =>
        functions.reduce((sum, one) => sum + one.share * of(one), 0);
      return {
        durationMs: mean((one) => one.durationMs),
        memoryMb: mean((one) => one.memoryMb),
        egressPerRequestKb: mean((one) => one.egressPerRequestKb),
        internetTransferRatio: 100,
        cpuMs: null,
        memoryPerRequestMb: null,
        functions,
      };
    });

const portfolios = portfoliosOf(
  fc.array(
    fc.record({
      demand: demands,
      weight: fc.integer({ min: 0, max: 9 }),
      options: fc.constantFrom<(OwnOptions | undefined)[]>(
        undefined,
        {},
        { minimumInstances: 3 },
        { cpuCount: 1 },
        { architecture: "arm64" },
        { ephemeralStorageMb: 2048 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
);

/** Functions of both architectures, so that they share an allowance, and others that are as the offer has it. */
const ofBothArchitectures = portfoliosOf(
  fc.tuple(
    ...(["arm64", "x86_64", undefined, undefined] as const).map((architecture) =>
      fc.record({
        demand: demands,
        weight: fc.integer({ min: architecture === undefined ? 0 : 1, max: 9 }),
        options: fc.constant(architecture && { architecture }),
      }),
    ),
  ),
);

const questions = questionsOf(fc.oneof(demands, portfolios));

function questionsOf(needs: fc.Arbitrary<Needed>): fc.Arbitrary<DrivenQuestion> {
  return fc
    .record({
      needed: needs,
      exponent: fc.double({ min: 4, max: 9.5, noNaN: true }),
      peakToAverage: fc.constantFrom(1, 3, 8),
      currency: fc.constantFrom("USD", "JPY"),
      includeFreeTier: fc.boolean(),
      sideCosts: fc.constantFrom(
        {},
        { loadBalancer: true, publicIpv4: true, frontDoor: "load_balancer" as const },
      ),
      hours: fc.option(
        fc
          .array(fc.integer({ min: 0, max: 10 }), { minLength: 24, maxLength: 24 })
          .filter((weights) => weights.some((weight) => weight > 0)),
      ),
    })
    .map(
      ({
        needed,
        exponent,
        peakToAverage,
        currency,
        includeFreeTier,
        sideCosts,
        hours,
      }): DrivenQuestion => ({
        workload: {
          ...needed,
          peakToAverage,
          ...(hours === null ? {} : { hourlyWeights: hours }),
          requestsPerMonth: Math.round(10 ** exponent),
          targetUtilisation: 0.7,
          memoryReserveMb: 256,
        },
        terms: {
          sideCosts,
          includeFreeTier,
          includeEgressFreeTier: true,
          customEgressRates: {},
          currency,
          exchangeRate: 150,
        },
      }),
    );
}

/** Durations around one of 10 requests, with their mean. */
function distributionOf(durationMs: number, spread: readonly (readonly [number, number])[]) {
  const durations = sharesOfHistogram([
    { durationMs, weight: 10 },
    ...spread.map(([factor, weight]) => ({ durationMs: durationMs * factor, weight })),
  ]);
  return { durationMs: meanDurationMs(durations), durations };
}

const pickedOffers = fc
  .uniqueArray(fc.integer({ min: 0, max: OFFERS.length - 1 }), { minLength: 2, maxLength: 6 })
  .map((picked) => picked.flatMap((index) => OFFERS[index] ?? []));

/** How near to a turn bills are asked for, but for the rounding of what a machine carries. */
const NEXT = 3e-9;

/** The regimes along a driver name whom the bills name; gives how often the cheapest changes. */
function agreesWithBills(
  driver: Driver,
  asked: fc.Arbitrary<DrivenQuestion>,
  offered: fc.Arbitrary<Offer[]>,
): number {
  let turns = 0;
  fc.assert(
    fc.property(
      asked,
      offered,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
      (question, offers, shares) => {
        const range = fieldRange(driver);
        const regimes = driverRegimes(question, offers, driver, catalog, range);
        const isAlong = DRIVER_DEFINITIONS[driver].read(question) !== null;
        expect(regimes !== null).toBe(isAlong);
        if (regimes === null) return;
        expect(regimes[0]?.from).toBeCloseTo(range.min, 9);
        expect((regimes.at(-1)?.to ?? 0) / range.max).toBeCloseTo(1, 9);
        turns += regimes.length - 1;
        const values = [
          ...shares.map((share) => range.min * (range.max / Math.max(range.min, 1e-3)) ** share),
          ...regimes.flatMap(({ from, to }) => [from * (1 + NEXT), to * (1 - NEXT)]),
        ].filter((value) => value > range.min && value < range.max);
        for (const value of values) {
          const regime = regimes.find(({ from, to }) => value > from && value <= to);
          if (regime?.alternating === true) continue;
          const costs = offers.map((offer) => costAt(question, offer, driver, value));
          const lowest = Math.min(...costs.map((cost) => cost ?? Infinity));
          const named =
            typeof regime?.cheapest === "number" ? (costs[regime.cheapest] ?? Infinity) : Infinity;
          const what = `${driver} ${value}: ${offers.map(({ service }) => service).join(", ")} ${costs.join(", ")}`;
          if (lowest === Infinity) expect(named, what).toBe(Infinity);
          else expect(named / Math.max(lowest, 1e-9), what).toBeLessThan(1 + 1e-9);
        }
      },
    ),
    { ...RUNS, seed: 11 },
  );
  return turns;
}

describe("who is cheapest along a driver", () => {
  test.each(DRIVERS)("%s: agrees with the bills at every value tried", (driver) => {
    expect(agreesWithBills(driver, questions, pickedOffers)).toBeGreaterThanOrEqual(FEWEST);
  });

  test("egress through an HTTP API, which counts each 512 KB begun, agrees with them, too", () => {
    const asked = questions.map(({ workload, terms }) => ({
      workload,
      terms: { ...terms, sideCosts: { frontDoor: "http_api" as const } },
    }));
    const offered = fc.subarray([...BEHIND_HTTP_API], { minLength: 2 });
    expect(agreesWithBills("egress", asked, offered)).toBeGreaterThanOrEqual(FEWEST);
  });
});

/** Values at which sizes, steps, blocks and limits end, within the range of each driver's field. */
const ENDS: Readonly<Record<Driver, readonly number[]>> = {
  execution_time: [0.1, 1, 50, 100, 3000, 900_000, 3_600_000],
  memory: [128, 256, 512, 1024, 2048, 4096, 10_240, 32_768],
  cpu_time: [0, 10, 500, 30_000, 300_000, 3_600_000],
  egress: [0, 512, 1024, 6144, 102_400],
  peak_to_average: [1, 2, 8, 100],
  utilisation: [0.05, 0.25, 0.5, 1],
  exchange_rate: [1, 150, 300],
};

describe("at both ends of a range, whichever values it has", () => {
  const ends = (driver: Driver) =>
    fc.subarray([...ENDS[driver]], { minLength: 2, maxLength: 2 }).map(([min = 0, max = 0]) => ({
      min,
      max,
    }));

  test.each(DRIVERS)("%s: the one that is named has the least bill", (driver) => {
    fc.assert(
      fc.property(questions, pickedOffers, ends(driver), (question, offers, range) => {
        const regimes = driverRegimes(question, offers, driver, catalog, range);
        if (regimes === null) return;
        for (const [end, regime] of [
          [range.min, regimes[0]],
          [range.max, regimes.at(-1)],
        ] as const) {
          if (regime?.alternating === true) continue;
          const costs = offers.map((offer) => costAt(question, offer, driver, end) ?? Infinity);
          const named = costs[regime?.cheapest ?? -1] ?? Infinity;
          const least = Math.min(...costs);
          const what = `${driver} ${end}: ${offers.map(({ service }) => service).join(", ")} ${costs.join(", ")}`;
          if (least === Infinity) expect(named, what).toBe(Infinity);
          else expect(named, what).toBeLessThanOrEqual(least * (1 + 1e-9) + 1e-9);
        }
      }),
      { ...RUNS, seed: 13 },
    );
  });

  test.each(DRIVERS)(
    "%s: no other than the cheapest now is told of, or it has the least bill",
    (driver) => {
      fc.assert(
        fc.property(questions, pickedOffers, (question, offers) => {
          const [flips] = flipsOf(question, offers, [driver], catalog);
          if (flips === undefined) return;
          const costsAt = (value: number) =>
            offers.map((offer) => costAt(question, offer, driver, value) ?? Infinity);
          const isLeast = (index: number, value: number) => {
            const costs = costsAt(value);
            const least = Math.min(...costs);
            return (costs[index] ?? Infinity) <= least * (1 + 1e-9) + 1e-9;
          };
          const { min, max } = fieldRange(driver);
          const isBoughtAt = (value: number) => Math.min(...costsAt(value)) < Infinity;
          for (const [flip, end] of [
            [flips.below, min],
            [flips.above, max],
          ] as const) {
            const what = `${driver} ${flips.value}–${end}: ${offers.map(({ service }) => service).join(", ")}`;
            if (flip?.value === end) expect(isLeast(flip.cheapest, end), what).toBe(true);
            if (flip !== null || !isBoughtAt(end)) continue;
            const stays = offers.some(
              (_, index) => isLeast(index, flips.value) && isLeast(index, end),
            );
            expect(stays, what).toBe(true);
          }
        }),
        { ...RUNS, seed: 14 },
      );
    },
  );
});

const GRID = 24;

/** Values from one to another, both among them: ever the same factor apart, and ever the same distance. */
function gridOf(from: number, to: number): number[] {
  return Array.from({ length: GRID + 1 }, (_, index) => index / GRID).flatMap((share) => [
    from + (to - from) * share,
    ...(from > 0 ? [from * (to / from) ** share] : []),
  ]);
}

/** One that is the cheapest now is so up to the next turns by the bills, and no further; gives how many there are. */
function expectNearest(question: DrivenQuestion, offers: readonly Offer[], driver: Driver): number {
  let found = 0;
  const [flips] = flipsOf(question, offers, [driver], catalog);
  if (flips === undefined) return 0;
  const { value, below, above } = flips;
  const regimes = driverRegimes(question, offers, driver, catalog) ?? [];
  // Where fleets overtake each other too often to be listed, either may be named.
  if (regimes.some(({ alternating }) => alternating)) return 0;
  const costsAt = (at: number) =>
    offers.map((offer) => costAt(question, offer, driver, at) ?? Infinity);
  const isLeast = (index: number, at: number) => {
    const costs = costsAt(at);
    const least = Math.min(...costs);
    return least === Infinity || (costs[index] ?? Infinity) <= least * (1 + 1e-9) + 1e-9;
  };
  const beside = (at: number) => NEXT * at;
  const range = fieldRange(driver);
  const least = below === null ? range.min : below.value + beside(below.value);
  const most = above === null ? range.max : above.value - beside(above.value);
  const tried = [
    ...regimes.flatMap(({ from, to }) => [from + beside(from), (from + to) / 2, to - beside(to)]),
    ...gridOf(least, value),
    ...gridOf(value, most),
  ].filter((at) => at > least && at < most);
  // Another than those that are named beyond, which may cost the same before.
  const lasting = offers.findIndex(
    (_, index) =>
      index !== below?.cheapest &&
      index !== above?.cheapest &&
      isLeast(index, value) &&
      tried.every((at) => isLeast(index, at)),
  );
  const what = `${driver} ${value}, ${below?.value}–${above?.value}: ${offers.map(({ service }) => service).join(", ")}`;
  const isBought = Math.min(...costsAt(value)) < Infinity;
  if (!isBought) return 0;
  expect(lasting, what).toBeGreaterThanOrEqual(0);
  for (const [flip, beyond] of [
    [below, -1],
    [above, 1],
  ] as const) {
    if (flip === null) continue;
    found += 1;
    // At an end of the range the value itself may be the only one; else it may be cheapest for less than that.
    const regime = regimes.find(
      ({ from, to }) => from < to && flip.value === (beyond > 0 ? from : to),
    );
    const middle = regime === undefined ? Infinity : (regime.to - regime.from) / 2;
    const at = flip.value + beyond * Math.min(beside(flip.value), middle);
    const within = Math.min(range.max, Math.max(range.min, at));
    expect(isLeast(flip.cheapest, within), what).toBe(true);
  }
  return found;
}

/** The same of questions that are asked right at a turn of theirs. */
function expectNearestAtTurns(
  driver: Driver,
  questioned: fc.Arbitrary<DrivenQuestion>,
  offered: fc.Arbitrary<Offer[]>,
  seed: number,
): number {
  let found = 0;
  fc.assert(
    fc.property(questioned, offered, fc.nat(20), (asked, offers, drawn) => {
      const ends = (driverRegimes(asked, offers, driver, catalog) ?? []).map(({ to }) => to);
      const turn = ends.slice(0, -1)[drawn % (ends.length - 1)];
      if (turn === undefined) return;
      const question = DRIVER_DEFINITIONS[driver].write(asked, turn);
      found += expectNearest(question, offers, driver);
    }),
    { ...RUNS, seed },
  );
  return found;
}

describe("the nearest values at which another offer becomes the cheapest", () => {
  test.each(DRIVERS)("%s: are those of the bills", (driver) => {
    let found = 0;
    fc.assert(
      fc.property(questions, pickedOffers, (question, offers) => {
        found += expectNearest(question, offers, driver);
      }),
      { ...RUNS, seed: 12 },
    );
    expect(found).toBeGreaterThanOrEqual(FEWEST);
  });

  test.each(DRIVERS)("%s: are those of the bills right at a turn, too", (driver) => {
    const found = expectNearestAtTurns(driver, questions, pickedOffers, 15);
    expect(found).toBeGreaterThanOrEqual(FEWEST);
  });
});

describe("functions of both architectures, which share an allowance as they use it", () => {
  const ofX86 = { provider: "aws", service: "aws_lambda", meter: "compute.x86_64" } as const;
  // As much as Arm has free, or other than that.
  const freeOnX86 = fc.constantFrom(null, 0, 40_000, 4_000_000);
  const asked = fc
    .tuple(questionsOf(ofBothArchitectures), freeOnX86)
    .map(([{ workload, terms }, free]) => ({
      workload,
      terms: {
        ...terms,
        includeFreeTier: true,
        customPrices: free === null ? [] : [{ ...ofX86, change: { free, discountPercent: 0 } }],
      },
    }));
  const ofLambda = OFFERS.filter(({ service }) => service === "aws_lambda");
  const offered = fc
    .tuple(fc.subarray(ofLambda, { minLength: 1 }), fc.subarray(MACHINES.slice(), { maxLength: 3 }))
    .map(([functions, machines]) => [...functions, ...machines]);

  test.each(["execution_time", "memory"] as const)(
    "%s: the regimes are those of the bills",
    (driver) => {
      expect(agreesWithBills(driver, asked, offered)).toBeGreaterThanOrEqual(FEWEST);
    },
  );

  test.each(["execution_time", "memory"] as const)(
    "%s: the nearest turns are those of the bills",
    (driver) => {
      let found = 0;
      fc.assert(
        fc.property(asked, offered, (question, offers) => {
          found += expectNearest(question, offers, driver);
        }),
        { ...RUNS, seed: 16 },
      );
      expect(found).toBeGreaterThanOrEqual(FEWEST);
    },
  );

  test.each(["execution_time", "memory"] as const)(
    "%s: they are right at a turn, too",
    (driver) => {
      const found = expectNearestAtTurns(driver, asked, offered, 17);
      expect(found).toBeGreaterThanOrEqual(FEWEST);
    },
  );
});
