/**
 * The only place with conversions between units.
 *
 * A month is 730 hours everywhere: a convention of this project, that of the AWS and Azure
 * calculators. 1 GB is 1024 MB: AWS, Azure and OCI meter memory and transfer in binary units
 * under the decimal name, Google writes GiB and means the same.
 */
export const HOURS_PER_MONTH = 730;
export const HOURS_PER_DAY = 24;
/** Days of a month of 730 hours: not a whole number. */
export const DAYS_PER_MONTH = HOURS_PER_MONTH / HOURS_PER_DAY;
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_MONTH = HOURS_PER_MONTH * SECONDS_PER_HOUR;
export const MS_PER_SECOND = 1000;
export const MB_PER_GB = 1024;
export const KB_PER_GB = 1024 * 1024;
export const PERCENT = 100;

export type Currency = "USD" | "JPY";

/** Requests per second, averaged over a month, of a number of requests per month. */
export function toRequestsPerSecond(requestsPerMonth: number): number {
  return requestsPerMonth / SECONDS_PER_MONTH;
}

/** Requests per month of an average number of requests per second. */
export function toRequestsPerMonth(requestsPerSecond: number): number {
  return requestsPerSecond * SECONDS_PER_MONTH;
}

/** A duration in milliseconds, free of the rounding that `1.001 * 1000` leaves behind. */
export function secondsToMs(seconds: number): number {
  return toWholeNanoseconds(seconds * MS_PER_SECOND);
}

/** A duration cut to nanoseconds: what a computation left behind them would be billed as a step. */
export function toWholeNanoseconds(durationMs: number): number {
  return Math.round(durationMs * ROUNDING_SCALE) / ROUNDING_SCALE;
}

/** Durations are told apart to the nanosecond. */
const ROUNDING_SCALE = 1_000_000;
