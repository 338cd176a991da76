import { describe, expect, test } from "vitest";
import {
  meanDurationMs,
  sharesOfHistogram,
  sharesOfPercentiles,
} from "../../shared/duration-distribution.ts";
import { meanBilledMs } from "../../shared/metering/rule.ts";

const sumOf = (shares: readonly { readonly share: number }[]) =>
  shares.reduce((sum, { share }) => sum + share, 0);

describe("a histogram of durations", () => {
  test("counts each duration with its weight against all", () => {
    const shares = sharesOfHistogram([
      { durationMs: 10, weight: 30 },
      { durationMs: 500, weight: 0 },
      { durationMs: 50, weight: 10 },
    ]);
    expect(shares).toEqual([
      { durationMs: 10, share: 0.75 },
      { durationMs: 50, share: 0.25 },
    ]);
    expect(meanDurationMs(shares)).toBe(20);
  });
});

describe("percentiles of durations", () => {
  test("count the requests between two of them with the mean of both", () => {
    const shares = sharesOfPercentiles([
      { durationMs: 100, percentile: 50 },
      { durationMs: 300, percentile: 90 },
      { durationMs: 1000, percentile: 100 },
    ]);
    expect(shares.map(({ durationMs }) => durationMs)).toEqual([100, 200, 650]);
    expect(sumOf(shares)).toBeCloseTo(1, 12);
    expect(meanDurationMs(shares)).toBeCloseTo(50 + 80 + 65, 9);
  });

  test("count the requests above the highest with that one", () => {
    const shares = sharesOfPercentiles([
      { durationMs: 20, percentile: 50 },
      { durationMs: 80, percentile: 99 },
    ]);
    expect(shares.at(-1)).toMatchObject({ durationMs: 80 });
    expect(shares.at(-1)?.share).toBeCloseTo(0.01, 12);
    expect(sumOf(shares)).toBeCloseTo(1, 12);
  });
});

describe("what is billed of a distribution", () => {
  const demand = {
    durationMs: 50,
    memoryMb: 128,
    egressPerRequestKb: 0,
    internetTransferRatio: 100,
    cpuMs: null,
    memoryPerRequestMb: null,
  };

  test("is rounded for each request, not for the mean", () => {
    const durations = [
      { durationMs: 1, share: 0.5 },
      { durationMs: 99, share: 0.5 },
    ];
    expect(meanBilledMs({ ...demand, durations }, { stepMs: 100 })).toBe(100);
    expect(meanBilledMs({ ...demand, durations }, { stepMs: 1, leastMs: 50 })).toBe(74.5);
    expect(meanBilledMs(demand, { stepMs: 1, leastMs: 50 })).toBe(50);
  });

  test("has the start of an instance in it where the service bills that", () => {
    const coldStarts = { ratio: 0.1, initMs: 250.2 };
    const time = { stepMs: 1, includesInit: true };
    expect(meanBilledMs({ ...demand, coldStarts }, time)).toBeCloseTo(0.9 * 50 + 0.1 * 301, 9);
    expect(meanBilledMs({ ...demand, coldStarts }, { stepMs: 1 })).toBe(50);
  });
});
