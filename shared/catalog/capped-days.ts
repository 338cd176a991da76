import type { PartMonth } from "../engine/fleet.ts";
import { DAYS_PER_MONTH, HOURS_PER_DAY } from "../units.ts";
import type { UsageCaps } from "./usage-caps.ts";

/** What a part of the month counts for, each day capped for itself, the busiest hours first. */
export function cappedDays(
  { hoursPerDay, daysPerMonth }: UsageCaps,
  weights: readonly number[],
): PartMonth {
  const days = weights.length / HOURS_PER_DAY;
  const hoursRun = Array.from({ length: days }, () => 0);
  const order = weights.map((_, hour) => hour).toSorted((a, b) => weightAt(b) - weightAt(a));
  function weightAt(hour: number): number {
    return weights[hour] ?? 0;
  }
  return order.map((hour, index) => {
    const day = Math.floor(hour / HOURS_PER_DAY);
    hoursRun[day] = (hoursRun[day] ?? 0) + 1;
    let billedDays = 0;
    for (const hours of hoursRun) billedDays += Math.min(1, hours / hoursPerDay);
    const part = (billedDays / days) * (DAYS_PER_MONTH / daysPerMonth);
    return [(index + 1) / weights.length, Math.min(1, part)] as const;
  });
}
