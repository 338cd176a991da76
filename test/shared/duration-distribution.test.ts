import { describe, expect, test } from "vitest";
import {
  meanDurationMs,
  sharesOfHistogram,
  sharesOfPercentiles,
  withMeanDuration,
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

const NANOSECOND_MS = 1e-6;
const EACH_MS = { stepMs: 1 };

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

  test("of another mean goes with each duration that fills a step, and that is a nanosecond longer", () => {
    const durations = [
      { durationMs: 83.1, share: 0.3 },
      { durationMs: 17.3, share: 0.7 },
    ];
    const distributed = { ...demand, durations, durationMs: meanDurationMs(durations) };
    for (const [index, { durationMs }] of durations.entries()) {
      const billedFor = (ms: number) => {
        const scaled = withMeanDuration(distributed, ms * (distributed.durationMs / durationMs));
        const ofIt = scaled.durations
          ?.slice(index, index + 1)
          .map((part) => ({ ...part, share: 1 }));
        return meanBilledMs({ ...demand, durations: ofIt ?? [] }, EACH_MS);
      };
      for (let steps = 1; steps <= 2000; steps += 1) {
        expect(billedFor(steps)).toBe(steps);
        expect(billedFor(steps + NANOSECOND_MS)).toBe(steps + 1);
      }
    }
  });

  test("of one duration alone is that of the duration, whatever the mean", () => {
    const alone = { ...demand, durations: [{ durationMs: demand.durationMs, share: 1 }] };
    for (const meanMs of [72.999_999_9, 73, 73.000_000_1, 73.5]) {
      expect(meanBilledMs(withMeanDuration(alone, meanMs), EACH_MS)).toBe(
        meanBilledMs(withMeanDuration(demand, meanMs), EACH_MS),
      );
    }
  });
});
