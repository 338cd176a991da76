import { describe, expect, test } from "vitest";
import type { Offer } from "../../shared/offer.ts";
import { simulate, type PricedOffer } from "../../shared/simulate.ts";
import { costRanges, winningShares, type UncertainRanges } from "../../shared/uncertainty.ts";
import { INVENTED, LAMBDA, MACHINES, ONE_MACHINE, TERMS, WORKLOAD } from "./_invented.ts";

const OFFERS: readonly Offer[] = [LAMBDA, ONE_MACHINE];
const QUESTION = { workload: WORKLOAD, terms: TERMS };

function priced(offers: readonly Offer[]): readonly PricedOffer[] {
  const range = { min: 0, max: 1e6 };
  return simulate({ ...QUESTION, offers, range }, INVENTED).offers;
}

function shares(ranges: UncertainRanges, offers = OFFERS) {
  return winningShares(QUESTION, priced(offers), ranges, INVENTED).map(({ input, shares: won }) => [
    input,
    won.map((share) => Number(share.toFixed(9))),
  ]);
}

describe("what an offer costs at least and at most", () => {
  test("is what it costs at the corners of the ranges", () => {
    const ranges = { requests: { min: 500, max: 2000 }, memory: { min: 512, max: 2048 } };
    // 100 dollars for 1,000 requests with 1 GB.
    expect(costRanges(QUESTION, OFFERS, ranges, INVENTED)).toEqual([
      { least: 25, most: 400 },
      { least: 73, most: 73 },
    ]);
  });

  test("is what it costs, where nothing is uncertain", () => {
    const narrow = { requests: { min: 7, max: 7 }, memory: undefined };
    for (const ranges of [{}, narrow]) {
      expect(costRanges(QUESTION, [LAMBDA], ranges, INVENTED)).toEqual([{ least: 100, most: 100 }]);
    }
  });

  test("has no upper end for an offer that cannot be bought at some corner, and none at any", () => {
    const some = { memory: { min: 1024, max: 20_480 } };
    expect(costRanges(QUESTION, [LAMBDA], some, INVENTED)).toEqual([{ least: 100, most: null }]);
    const none = { memory: { min: 10_241, max: 20_480 } };
    expect(costRanges(QUESTION, [LAMBDA], none, INVENTED)).toEqual([{ least: null, most: null }]);
    // Machines that hold no request are no fleet; a fixed one costs what it costs.
    const large = { memory: { min: 1024, max: 4096 } };
    expect(costRanges(QUESTION, [MACHINES, ONE_MACHINE], large, INVENTED)).toEqual([
      { least: 73, most: null },
      { least: 73, most: 73 },
    ]);
  });

  test("counts prices of the caller's own", () => {
    const customPrices = [
      { provider: "aws", service: "aws_lambda", change: { unitPrice: 2, currency: "USD" } },
    ] as const;
    const question = { ...QUESTION, terms: { ...TERMS, customPrices } };
    const ranges = { execution_time: { min: 100, max: 200 } };
    // 2 dollars for each of a thousand requests, too.
    expect(costRanges(question, [LAMBDA], ranges, INVENTED)).toEqual([{ least: 2200, most: 2400 }]);
  });
});

describe("how much of a range each offer wins", () => {
  test("is the part in which it is the cheapest, each input for itself", () => {
    // 73 dollars are 730 requests, or 73 ms.
    const ranges = { requests: { min: 230, max: 1230 }, execution_time: { min: 53, max: 153 } };
    expect(shares(ranges)).toEqual([
      ["requests", [0.5, 0.5]],
      ["execution_time", [0.2, 0.8]],
    ]);
  });

  test("is nothing of a part for which none can be bought", () => {
    expect(shares({ memory: { min: 5120, max: 15_360 } }, [LAMBDA])).toEqual([["memory", [0.5]]]);
  });

  test("names offers by their places, those that cannot be bought included", () => {
    const arm: Offer = { ...LAMBDA, architecture: "arm64" };
    expect(priced([arm])[0]?.unavailable?.code).toBe("no_price");
    expect(shares({ requests: { min: 230, max: 1230 } }, [arm, ...OFFERS])).toEqual([
      ["requests", [0, 0.5, 0.5]],
    ]);
  });

  test("is not told of what is certain", () => {
    expect(shares({ requests: { min: 5, max: 5 }, memory: undefined })).toEqual([]);
  });
});
