import type { PartMonth } from "../engine/usage.ts";
import { HOURS_PER_DAY, HOURS_PER_MONTH } from "../units.ts";

/**
 * How Sakura Cloud bills a part of a month: by the hour until that costs as much as a day, by the day
 * until that costs as much as a month.
 * https://manual.sakura.ad.jp/cloud/payment/payment.html
 */
export interface UsageCaps {
  /** Hours that cost as much as a day. */
  readonly hoursPerDay: number;
  /** Days that cost as much as a month. */
  readonly daysPerMonth: number;
}

const DAYS_PER_MONTH = HOURS_PER_MONTH / HOURS_PER_DAY;

/**
 * What a part of the month counts for under these caps. `weights` is how busy each hour of a day
 * (24) or of a week (168) is: a machine runs in the busiest, and each day is capped for itself. Without
 * them its hours are spread evenly over the days.
 */
export function cappedMonth(caps: UsageCaps, weights?: readonly number[]): PartMonth {
  return weights === undefined ? evenDays(caps) : daysOf(caps, weights);
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

function daysOf({ hoursPerDay, daysPerMonth }: UsageCaps, weights: readonly number[]): PartMonth {
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
