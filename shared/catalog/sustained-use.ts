import type { PartMonth } from "../engine/fleet.ts";

/** Parts of a month after which Google's price of an hour falls. */
const STEPS = 4;

/**
 * What a part of a month counts for under Google's sustained-use discount, from what is left of
 * the price after a whole month: each quarter of the month costs less than the one before, in even
 * steps: 100, 80, 60 and 40 % where 70 % are left in all, 100, 86.7, 73.3 and 60 % where 80 % are.
 * https://cloud.google.com/compute/docs/sustained-use-discounts
 */
export function sustainedUse(factor: number): PartMonth {
  const fall = (2 * (1 - factor)) / (STEPS - 1);
  const parts: [number, number][] = [];
  let part = 0;
  for (let step = 0; step < STEPS; step += 1) {
    part += (1 - step * fall) / STEPS;
    parts.push([(step + 1) / STEPS, step === STEPS - 1 ? factor : part]);
  }
  return parts;
}
