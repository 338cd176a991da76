import type { DurationPercentile } from "../../shared/duration-distribution.ts";
import { FIELDS } from "../../shared/fields.ts";

const PERCENTILES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100];
/** Fewer durations are no distribution. */
const FEWEST = 20;
const DIGITS = 4;

/** How measured durations are distributed, as inputs take it: the mean, and percentiles. */
export interface MeasuredDurations {
  readonly durationMs: number;
  /** None for few durations, or where all are the same. */
  readonly durations: readonly DurationPercentile[];
}

/** The mean and the percentiles of durations, of which there is one at least, in ms. */
export function measuredDurations(durationsMs: readonly number[]): MeasuredDurations {
  const sorted = durationsMs.map(allowedMs).sort((a, b) => a - b);
  let sum = 0;
  for (const duration of sorted) sum += duration;
  const durationMs = allowedMs(rounded(sum / sorted.length));
  const isDistributed = sorted.length >= FEWEST && sorted[0] !== sorted.at(-1);
  return { durationMs, durations: isDistributed ? percentilesOf(sorted) : [] };
}

/** By nearest rank: the duration that so many percent do not exceed. */
function percentilesOf(sorted: readonly number[]): DurationPercentile[] {
  return PERCENTILES.map((percentile) => {
    const rank = Math.ceil((percentile / 100) * sorted.length);
    return { percentile, durationMs: rounded(sorted[Math.max(1, rank) - 1] ?? 0) };
  });
}

function allowedMs(durationMs: number): number {
  const { min, max } = FIELDS.execution_time_ms;
  return Math.min(max, Math.max(min, durationMs));
}

function rounded(durationMs: number): number {
  return Number(durationMs.toPrecision(DIGITS));
}
