import { chargeFor } from "./price.ts";
import type { Fleet } from "./fleet.ts";
import { usageAt, type MeteredCharge } from "./usage.ts";

/** What a month costs at one load: the total of its bill, without the lines. */
export function monthlyTotal(
  charges: readonly MeteredCharge[],
  requestsPerMonth: number,
  fleet: Fleet | null,
): number {
  let total = 0;
  for (const { usage, price } of charges) {
    total += chargeFor(price, usageAt(usage, requestsPerMonth, fleet));
  }
  return total;
}
