import type { PartMonth } from "../engine/fleet.ts";

/** What is left of the price in each quarter of the month, of series that keep 70 % and 80.02 % in all. */
const KEEPING_70_PERCENT = [1, 0.8, 0.6, 0.4];
const KEEPING_80_PERCENT = [1, 0.8678, 0.733, 0.6];
/** No series keeps as much as lies between the two. */
const BETWEEN = 0.75;

/**
 * What a part of a month counts for under Google's sustained-use discount, from what is left of
 * the price after a whole month: each quarter of the month costs less than the one before.
 * https://cloud.google.com/compute/docs/sustained-use-discounts
 */
export function sustainedUse(factor: number): PartMonth {
  const quarters = factor < BETWEEN ? KEEPING_70_PERCENT : KEEPING_80_PERCENT;
  const last = quarters.length - 1;
  let part = 0;
  return quarters.map((left, quarter) => {
    part += left / quarters.length;
    return [(quarter + 1) / quarters.length, quarter === last ? factor : part] as const;
  });
}
