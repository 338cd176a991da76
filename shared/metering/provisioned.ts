import { sumOfUsages } from "../engine/request-usage.ts";
import type { RequestUsage } from "../engine/usage.ts";
import type { ProvisionedPeriod } from "../offer.ts";
import { MS_PER_SECOND, SECONDS_PER_HOUR } from "../units.ts";

/** Requests that instances kept ready serve, and those that are left to others. */
export interface ReadySplit {
  readonly ready: RequestUsage;
  readonly others: RequestUsage;
}

/**
 * How many requests a month the instances of a period can serve at most, when each takes so many
 * milliseconds and an instance serves so many at a time.
 */
export function requestsServed(
  { instances, hoursPerMonth }: ProvisionedPeriod,
  msPerRequest: number,
  concurrency = 1,
): number {
  const seconds = instances * hoursPerMonth * SECONDS_PER_HOUR;
  return (seconds * MS_PER_SECOND * concurrency) / msPerRequest;
}

/** The longest that each request may take, ms, for the instances of a period to serve their share of so many a month. */
export function busiestMs(
  period: ProvisionedPeriod,
  requestsPerMonth: number,
  concurrency = 1,
): number {
  return requestsServed(period, 1, concurrency) / (requestsPerMonth * period.executionsShare);
}

/**
 * Divides requests by who serves them: of each period its share, as far as its instances can; all
 * others on demand.
 */
export function splitRequests(
  periods: readonly ProvisionedPeriod[],
  msPerRequest: number,
  concurrency = 1,
): ReadySplit {
  let left = 1;
  const ready: RequestUsage[] = [];
  const beyond: RequestUsage[] = [];
  for (const period of periods) {
    const { executionsShare: share } = period;
    if (share === 0) continue;
    left -= share;
    const at = requestsServed(period, msPerRequest, concurrency) / share;
    ready.push({ fixed: 0, perRequest: share, bends: [{ at, perRequest: 0 }] });
    beyond.push({ fixed: 0, perRequest: 0, bends: [{ at, perRequest: share }] });
  }
  return {
    ready: sumOfUsages(ready),
    others: sumOfUsages([{ fixed: 0, perRequest: Math.max(0, left) }, ...beyond]),
  };
}
