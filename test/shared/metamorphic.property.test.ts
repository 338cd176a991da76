import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../shared/catalog/catalog.ts";
import type { CustomPrice } from "../../shared/catalog/custom-prices.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import { PROVIDERS } from "../../shared/catalog/providers.ts";
import { PURCHASES } from "../../shared/catalog/purchase.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../../shared/offer.ts";
import type { PricingTerms } from "../../shared/pricing-terms.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate } from "../../shared/simulate.ts";
import type { RequestDemand } from "../../shared/request-demand.ts";
import type { Workload } from "../../shared/workload.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { runs } from "./engine/_arbitraries.ts";

const REGION = "us-east-1";
const functionOffer = (service: FunctionOffer["service"], more = {}): FunctionOffer => ({
  kind: "function",
  service,
  region: REGION,
  architecture: "x86_64",
  ...more,
});
const machineOffer = (
  service: MachineOffer["service"],
  instanceType: string,
  more: Partial<MachineOffer> = {},
): MachineOffer => ({
  kind: "machine",
  service,
  region: REGION,
  instanceType,
  purchase: "on_demand",
  sizing: { kind: "peak", minimumMachines: 1 },
  ...more,
});
const OFFERS: readonly Offer[] = [
  functionOffer("aws_lambda", { architecture: "arm64" }),
  functionOffer("aws_lambda", {
    provisioned: [{ instances: 5, hoursPerMonth: 200, executionsShare: 0.3 }],
    ephemeralStorageMb: 2048,
  }),
  functionOffer("aws_lambda", { snapStart: { coldStartRatio: 0.01, activeSeconds: 100_000 } }),
  functionOffer("gcp_cloudrun", { concurrency: 8, minimumInstances: 2 }),
  functionOffer("gcp_functions"),
  functionOffer("gcp_functions_gen1"),
  functionOffer("azure_functions"),
  functionOffer("azure_functions_flex"),
  functionOffer("oci_functions"),
  functionOffer("aws_fargate_task"),
  machineOffer("aws_ec2", "t3.medium"),
  machineOffer("aws_ec2", "m7g.large", { purchase: "commitment_1y" }),
  machineOffer("aws_ec2", "t3.micro", { sizing: { kind: "fixed", machines: 2 }, unlimited: true }),
  machineOffer("google_cloud", "n2-standard-4"),
  machineOffer("google_cloud", "e2-small", {
    sizing: { kind: "autoscaled", minimumMachines: 1 },
    purchase: "spot",
  }),
  machineOffer("azure", "Standard_D4s_v5", { purchase: "commitment_3y" }),
  machineOffer("oci", "VM.Standard.A1.Flex_4_24"),
  machineOffer("sakura_cloud", "2core_4gb"),
];
const TERMS: PricingTerms = {
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  currency: "USD",
  exchangeRate: 150,
};

let catalog: Catalog;
beforeAll(async () => {
  catalog = await new LazyCatalog(diskPlatform.catalog).open();
  await catalog.load(cardsFor(OFFERS, catalog));
});

/** What each offer costs a month; `null` for one that cannot be bought. */
function costs(workload: Workload, terms: PricingTerms, offers = OFFERS): (number | null)[] {
  const range = { min: 0, max: 0 };
  const answer = simulate({ workload, offers, range, terms }, catalog);
  return answer.offers.map(({ monthlyCost }) => monthlyCost);
}

/** A discount on everything, each way of buying included. */
function discount(discountPercent: number): readonly CustomPrice[] {
  return PROVIDERS.flatMap((provider) => [
    { provider, change: { discountPercent } },
    ...PURCHASES.map((purchase) => ({ provider, purchase, change: { discountPercent } })),
  ]);
}

const demands: fc.Arbitrary<RequestDemand> = fc
  .record({
    durationMs: fc.integer({ min: 1, max: 30_000 }),
    memoryMb: fc.integer({ min: 128, max: 1536 }),
    egressPerRequestKb: fc.constantFrom(0, 5, 500),
    cpuShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    cold: fc.boolean(),
  })
  .map(({ cpuShare, cold, ...drawn }) => ({
    ...drawn,
    internetTransferRatio: 100,
    cpuMs: drawn.durationMs * cpuShare,
    memoryPerRequestMb: null,
    ...(cold ? { coldStarts: { ratio: 0.02, initMs: 700 } } : {}),
  }));
const around = {
  peakToAverage: 3,
  targetUtilisation: 0.7,
  memoryReserveMb: 256,
  hourlyWeights: Array.from({ length: 24 }, (_, hour) => 1 + Math.abs(12 - hour)),
};
const loads = fc.double({ min: 0, max: 10, noNaN: true }).map((power) => Math.round(10 ** power));
const workloads: fc.Arbitrary<Workload> = fc
  .tuple(demands, loads)
  .map(([demand, requestsPerMonth]) => ({ ...demand, ...around, requestsPerMonth }));
const RUNS = { ...runs(300), seed: 4 };

describe("what must hold whatever the figures", () => {
  test("half of every price is half of every bill", () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const full = costs(workload, TERMS);
        const half = costs(workload, { ...TERMS, customPrices: discount(50) });
        for (const [index, cost] of full.entries()) {
          expect(half[index]).toBeCloseTo((cost ?? 0) / 2, 9 - digitsOf(cost));
        }
      }),
      RUNS,
    );
  });

  test("a larger discount never raises a bill", () => {
    fc.assert(
      fc.property(workloads, fc.nat(100), fc.nat(100), (workload, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const dear = costs(workload, { ...TERMS, customPrices: discount(less) });
        const cheap = costs(workload, { ...TERMS, customPrices: discount(more) });
        for (const [index, cost] of dear.entries()) {
          expect(cheap[index] ?? 0).toBeLessThanOrEqual((cost ?? 0) * (1 + 1e-12));
        }
      }),
      RUNS,
    );
  });

  test("bills without allowances are never lower", () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const free = costs(workload, TERMS);
        const all = costs(workload, {
          ...TERMS,
          includeFreeTier: false,
          includeEgressFreeTier: false,
        });
        for (const [index, cost] of free.entries()) {
          expect(all[index] ?? 0).toBeGreaterThanOrEqual((cost ?? 0) * (1 - 1e-12));
        }
      }),
      RUNS,
    );
  });

  test("yen are dollars at the rate", () => {
    fc.assert(
      fc.property(
        workloads,
        fc.double({ min: 50, max: 300, noNaN: true }),
        (workload, exchangeRate) => {
          const dollars = costs(workload, { ...TERMS, exchangeRate });
          const yen = costs(workload, { ...TERMS, exchangeRate, currency: "JPY" });
          for (const [index, cost] of dollars.entries()) {
            expect((yen[index] ?? 0) / exchangeRate).toBeCloseTo(cost ?? 0, 9 - digitsOf(cost));
          }
        },
      ),
      RUNS,
    );
  });

  test("more requests never cost less", () => {
    fc.assert(
      fc.property(workloads, fc.double({ min: 1, max: 4, noNaN: true }), (workload, factor) => {
        const more = Math.ceil(workload.requestsPerMonth * factor);
        // An instance that is kept is billed as idle, at a price of its own, until requests use it.
        const offers = OFFERS.filter(
          (offer) => offer.kind === "machine" || offer.minimumInstances === undefined,
        );
        // What cannot be bought for more is not cheaper.
        const few = costs(workload, TERMS, offers);
        const many = costs({ ...workload, requestsPerMonth: more }, TERMS, offers);
        for (const [index, cost] of few.entries()) {
          expect(many[index] ?? Infinity).toBeGreaterThanOrEqual((cost ?? 0) * (1 - 1e-12));
        }
      }),
      RUNS,
    );
  });

  test("a function split into parts of one account costs what it costs whole, but for what each keeps", () => {
    const offers = OFFERS.filter(
      (offer) =>
        offer.kind === "machine" ||
        (offer.minimumInstances ?? offer.provisioned ?? offer.snapStart) === undefined,
    );
    fc.assert(
      fc.property(
        workloads,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }),
        (workload, weights) => {
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const functions = weights.map((weight) => ({ ...workload, share: weight / sum }));
          const whole = costs(workload, TERMS, offers);
          const split = costs({ ...workload, functions }, TERMS, offers);
          for (const [index, cost] of whole.entries()) {
            expect(split[index]).toBeCloseTo(cost ?? 0, 7 - digitsOf(cost));
          }
        },
      ),
      RUNS,
    );
  });

  test("functions that share an account's volume tiers cost no more than each for itself", () => {
    const terms = { ...TERMS, includeFreeTier: false, includeEgressFreeTier: false };
    const offers = OFFERS.filter(
      (offer) => offer.kind === "function" && offer.minimumInstances === undefined,
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(demands, loads), { minLength: 2, maxLength: 4 }),
        (functions) => {
          const total = functions.reduce((sum, [, load]) => sum + load, 0);
          const [first] = functions;
          if (first === undefined || total === 0) return;
          const parts = functions.map(([demand, load]) => ({ ...demand, share: load / total }));
          const whole = { ...first[0], ...around, requestsPerMonth: total, functions: parts };
          const together = costs(whole, terms, offers);
          const apart = functions.map(([demand, load]) =>
            costs({ ...demand, ...around, requestsPerMonth: load }, terms, offers),
          );
          for (const [index, cost] of together.entries()) {
            if (cost === null || apart.some((each) => each[index] === null)) continue;
            const sum = apart.reduce((all, each) => all + (each[index] ?? 0), 0);
            expect(cost, offers[index]?.service).toBeLessThanOrEqual(sum * (1 + 1e-9) + 1e-9);
          }
        },
      ),
      RUNS,
    );
  });
});

/** Digits before the point, so that closeness is a share of the amount. */
function digitsOf(amount: number | null): number {
  return amount === null || amount < 1 ? 0 : Math.ceil(Math.log10(amount)) + 1;
}
