import { describe, expect, test } from "vitest";
import { costsOnMap, decisionMap } from "../../shared/decision-map.ts";
import type { Offer } from "../../shared/offer.ts";
import { INVENTED, LAMBDA, MACHINES, ONE_MACHINE, TERMS, WORKLOAD } from "./_invented.ts";

const RANGE = { min: 0, max: 2000 };

function map(offers: readonly Offer[], durationsMs: readonly number[], memoryMb = 1024) {
  const workload = { ...WORKLOAD, memoryMb };
  return decisionMap({ workload, terms: TERMS }, offers, durationsMs, RANGE, INVENTED);
}

describe("the decision map", () => {
  test("has in each column who is cheapest at that execution time", () => {
    // 73 dollars are 730 requests of 100 ms, and 1,460 of 50 ms.
    expect(map([LAMBDA, ONE_MACHINE], [100, 50, 10])).toEqual([
      {
        durationMs: 100,
        regimes: [
          { from: 0, to: 730, cheapest: 0, alternating: false },
          { from: 730, to: 2000, cheapest: 1, alternating: false },
        ],
      },
      {
        durationMs: 50,
        regimes: [
          { from: 0, to: 1460, cheapest: 0, alternating: false },
          { from: 1460, to: 2000, cheapest: 1, alternating: false },
        ],
      },
      { durationMs: 10, regimes: [{ from: 0, to: 2000, cheapest: 0, alternating: false }] },
    ]);
  });

  test("has nobody where nothing can be bought", () => {
    expect(map([LAMBDA], [1_000_000])).toEqual([
      { durationMs: 1_000_000, regimes: [{ ...RANGE_AS_REGIME, cheapest: null }] },
    ]);
  });

  test("names offers by their places, those that cannot be bought included", () => {
    const [column] = map([MACHINES, LAMBDA], [10], 4096);
    expect(column?.regimes).toEqual([{ ...RANGE_AS_REGIME, cheapest: 1 }]);
    const [late] = map([LAMBDA, ONE_MACHINE], [1_000_000], 1024);
    expect(late?.regimes).toEqual([{ ...RANGE_AS_REGIME, cheapest: 1 }]);
  });

  test("counts a fixed number of machines as far as it carries", () => {
    const question = { workload: { ...WORKLOAD, memoryMb: 1024 }, terms: TERMS };
    const far = { min: 0, max: 1e9 };
    const regimes = (offers: readonly Offer[], whereNoneCarries: "nobody" | "cheapestOfAll") =>
      decisionMap(question, offers, [100], far, INVENTED, whereNoneCarries)[0]?.regimes ?? [];
    expect(regimes([ONE_MACHINE], "cheapestOfAll")).toEqual([
      { from: 0, to: 1e9, cheapest: 0, alternating: false },
    ]);
    expect(regimes([ONE_MACHINE], "nobody").map(({ cheapest }) => cheapest)).toEqual([0, null]);
    const [, machine, beyond] = regimes([LAMBDA, ONE_MACHINE], "cheapestOfAll");
    expect(machine).toMatchObject({ from: expect.closeTo(730, 9), cheapest: 1 });
    expect(beyond).toMatchObject({ from: machine?.to, to: 1e9, cheapest: 0 });
    const at = (requestsPerMonth: number) =>
      costsOnMap(question, [LAMBDA, ONE_MACHINE], { durationMs: 100, requestsPerMonth }, INVENTED);
    expect(at(1460)).toEqual([expect.closeTo(146, 9), expect.closeTo(73, 9)]);
    expect(at((machine?.to ?? 0) + 1)[1]).toBeNull();
  });

  test("keeps the form of a distribution of durations", () => {
    const durations = [
      { durationMs: 50, share: 0.5 },
      { durationMs: 150, share: 0.5 },
    ];
    const workload = { ...WORKLOAD, memoryMb: 1024, durationMs: 100, durations };
    const spread = decisionMap(
      { workload, terms: TERMS },
      [LAMBDA, ONE_MACHINE],
      [100, 50],
      RANGE,
      INVENTED,
    );
    expect(spread.map(({ regimes }) => regimes[0]?.to)).toEqual([
      expect.closeTo(730, 6),
      expect.closeTo(1460, 6),
    ]);
  });

  test("follows prices of the caller's own", () => {
    const customPrices = [
      { provider: "aws", instanceType: "small", change: { unitPrice: 0.05, currency: "USD" } },
    ] as const;
    const question = { workload: WORKLOAD, terms: { ...TERMS, customPrices } };
    const [column] = decisionMap(question, [LAMBDA, ONE_MACHINE], [100], RANGE, INVENTED);
    expect(column?.regimes[0]?.to).toBeCloseTo(365, 9);
  });
});

const RANGE_AS_REGIME = { from: 0, to: 2000, alternating: false };
