import type { PartMonth } from "../engine/fleet.ts";
import { DAYS_PER_MONTH, HOURS_PER_DAY, HOURS_PER_MONTH } from "../units.ts";
import { cappedDays } from "./capped-days.ts";
import type { UsageCaps } from "./usage-caps.ts";

/**
 * What a part of the month counts for under these caps. `weights` is how busy each hour of a day
 * (24) or of a week (168) is: a machine runs in the busiest, and each day is capped for itself. Without
 * them its hours are spread evenly over the days.
 */
export function cappedMonth(caps: UsageCaps, weights?: readonly number[]): PartMonth {
  return weights === undefined ? evenDays(caps) : cappedDays(caps, weights);
}

function evenDays({ hoursPerDay, daysPerMonth }: UsageCaps): PartMonth {
  const hoursOfMonth = hoursPerDay * daysPerMonth;
  const cappedDay = DAYS_PER_MONTH / daysPerMonth;
  if (cappedDay < 1) {
    return [
      [hoursPerDay / HOURS_PER_DAY, cappedDay],
      [1, cappedDay],
    ];
  }
  return [
    [hoursOfMonth / HOURS_PER_MONTH, 1],
    [1, 1],
  ];
}
