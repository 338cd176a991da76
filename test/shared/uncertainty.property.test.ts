import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Catalog } from "../../shared/catalog/catalog.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import type { FunctionOffer, Offer } from "../../shared/offer.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { simulate } from "../../shared/simulate.ts";
import { costRanges } from "../../shared/uncertainty.ts";
import type { Workload } from "../../shared/workload.ts";
import { diskPlatform } from "../../worker/disk-platform.ts";
import { runs } from "./engine/_arbitraries.ts";

const REGION = "ap-northeast-1";
const KEPT: FunctionOffer = {
  kind: "function",
  service: "gcp_cloudrun",
  region: REGION,
  architecture: "x86_64",
  minimumInstances: 1,
};
const OFFERS: readonly Offer[] = [
  KEPT,
  { ...KEPT, minimumInstances: 3 },
  { ...KEPT, service: "aws_lambda", architecture: "arm64", minimumInstances: 0 },
  {
    kind: "machine",
    service: "aws_ec2",
    region: REGION,
    instanceType: "c7g.medium",
    purchase: "on_demand",
    sizing: { kind: "peak", minimumMachines: 1 },
  },
].map((offer) => {
  if (!("minimumInstances" in offer) || offer.minimumInstances !== 0) return offer as Offer;
  const { minimumInstances: _, ...rest } = offer;
  return rest as Offer;
});
const TERMS = {
  includeFreeTier: true,
  includeEgressFreeTier: true,
  customEgressRates: {},
  currency: "USD",
  exchangeRate: 150,
} as const;

let catalog: Catalog;
beforeAll(async () => {
  catalog = await new LazyCatalog(diskPlatform.catalog).open();
  await catalog.load(cardsFor(OFFERS, catalog));
});

const workloadWith = (part: Partial<Workload>): Workload => ({
  requestsPerMonth: 100_000,
  durationMs: 1000,
  memoryMb: 512,
  egressPerRequestKb: 0,
  internetTransferRatio: 100,
  peakToAverage: 3,
  cpuMs: 20,
  memoryPerRequestMb: 50,
  targetUtilisation: 0.7,
  memoryReserveMb: 256,
  ...part,
});

function costs(workload: Workload): (number | null)[] {
  const range = { min: 0, max: 1e9 };
  return simulate({ workload, offers: OFFERS, range, terms: TERMS }, catalog).offers.map(
    ({ monthlyCost }) => monthlyCost,
  );
}

describe("the range of a cost", () => {
  test("holds what an instance that is kept costs while requests use up its idle time", () => {
    const question = { workload: workloadWith({}), terms: TERMS };
    const [range] = costRanges(question, [KEPT], { requests: { min: 0, max: 400_000 } }, catalog);
    const at = (requestsPerMonth: number) => costs(workloadWith({ requestsPerMonth }))[0] ?? 0;
    expect(range?.least).toBeLessThanOrEqual(at(180_000));
    expect(range?.least).toBeLessThan(Math.min(at(0), at(400_000)));
    expect(range?.most).toBeCloseTo(Math.max(at(0), at(400_000)), 9);
  });

  test("holds what is sent within a range of times that is a rounding wide", () => {
    const asked = { requestsPerMonth: 2_621_441, durationMs: 10 };
    const question = { workload: workloadWith(asked), terms: TERMS };
    const ranges = {
      execution_time: { min: 10, max: 10 + 16 * Number.EPSILON },
      egress: { min: 0, max: 40 },
    };
    const sent = costs(workloadWith({ ...asked, egressPerRequestKb: 40 }));
    expect(costRanges(question, OFFERS, ranges, catalog).map(({ most }) => most)).toEqual(
      sent.map((cost) => expect.closeTo(cost ?? Number.NaN, 9)),
    );
  });

  test("holds every cost within ranges of requests, time, memory and egress", () => {
    const spread = (low: fc.Arbitrary<number>) =>
      fc.record({ min: low, width: fc.double({ min: 0, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(
        spread(fc.integer({ min: 0, max: 5_000_000 })),
        spread(fc.integer({ min: 10, max: 3000 })),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.boolean(),
          ),
          {
            minLength: 8,
            maxLength: 8,
          },
        ),
        (loads, times, points) => {
          const requests = { min: loads.min, max: Math.round(loads.min * (1 + loads.width)) };
          const time = { min: times.min, max: times.min * (1 + times.width) };
          const egress = { min: 0, max: 40 };
          const question = {
            workload: workloadWith({ requestsPerMonth: requests.min, durationMs: time.min }),
            terms: TERMS,
          };
          const ranges = { requests, execution_time: time, egress };
          const found = costRanges(question, OFFERS, ranges, catalog);
          for (const [x, y, sends] of points) {
            const inside = costs(
              workloadWith({
                requestsPerMonth: Math.round(requests.min + (requests.max - requests.min) * x),
                durationMs: time.min + (time.max - time.min) * y,
                egressPerRequestKb: sends ? egress.max : egress.min,
              }),
            );
            for (const [index, { least, most }] of found.entries()) {
              const cost = inside[index] ?? Number.NaN;
              expect(cost).toBeGreaterThanOrEqual((least ?? Number.NaN) * (1 - 1e-9) - 1e-9);
              expect(cost).toBeLessThanOrEqual((most ?? Number.NaN) * (1 + 1e-9) + 1e-9);
            }
          }
        },
      ),
      { ...runs(150), seed: 5 },
    );
  });
});
