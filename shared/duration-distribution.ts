import { PERCENT } from "./units.ts";
import type { DurationShare, RequestDemand } from "./request-demand.ts";

/** A duration, and how many requests take it against the others. */
export interface WeightedDuration {
  readonly durationMs: number;
  readonly weight: number;
}

/** A duration, and the percent of the requests that take no longer, above 0 and up to 100. */
export interface DurationPercentile {
  readonly durationMs: number;
  readonly percentile: number;
}

/** The shares of a histogram; its weights are in any unit and not all zero. */
export function sharesOfHistogram(parts: readonly WeightedDuration[]): DurationShare[] {
  let total = 0;
  for (const { weight } of parts) total += weight;
  return parts
    .filter(({ weight }) => weight > 0)
    .map(({ durationMs, weight }) => ({ durationMs, share: weight / total }));
}

/**
 * The shares that percentiles stand for, given in ascending order. Between two of them requests
 * are taken to be spread evenly, so that they count with the mean of both; below the lowest and
 * above the highest they count with that one.
 */
export function sharesOfPercentiles(points: readonly DurationPercentile[]): DurationShare[] {
  const shares: DurationShare[] = [];
  let before: DurationPercentile | null = null;
  for (const point of points) {
    const durationMs =
      before === null ? point.durationMs : (before.durationMs + point.durationMs) / 2;
    shares.push({ durationMs, share: (point.percentile - (before?.percentile ?? 0)) / PERCENT });
    before = point;
  }
  if (before !== null && before.percentile < PERCENT) {
    shares.push({ durationMs: before.durationMs, share: 1 - before.percentile / PERCENT });
  }
  return shares.filter(({ share }) => share > 0);
}

/** The mean of a distribution, ms. */
export function meanDurationMs(shares: readonly DurationShare[]): number {
  let mean = 0;
  for (const { durationMs, share } of shares) mean += durationMs * share;
  return mean;
}

/** What requests need whose mean takes so long; a distribution keeps its form. */
export function withMeanDuration<Demand extends RequestDemand>(
  demand: Demand,
  meanMs: number,
): Demand {
  const { durations, durationMs } = demand;
  if (durations === undefined) return { ...demand, durationMs: meanMs };
  const scaled = durations.map((part) => ({
    ...part,
    durationMs: (part.durationMs * meanMs) / durationMs,
  }));
  return { ...demand, durationMs: meanMs, durations: scaled };
}
