import type { ProvisionedPeriod } from "../offer.ts";
import { SECONDS_PER_HOUR } from "../units.ts";
import type { RequestDemand } from "../request-demand.ts";
import { BILLED_TIME } from "./aws-lambda-terms.ts";
import { meanBilledMs } from "./rule.ts";

/** Provisioned concurrency is billed by five minutes begun. */
const PROVISIONED_STEPS_PER_HOUR = 12;

/** Milliseconds billed for a request to an instance that is kept ready: it has been started before. */
export function warmMsOf(demand: RequestDemand): number {
  return meanBilledMs(demand, { ...BILLED_TIME, includesInit: false });
}

/** Seconds a month that the instances of a period are billed for being ready, all together. */
export function readySecondsOf({ instances, hoursPerMonth }: ProvisionedPeriod): number {
  const steps = Math.ceil(hoursPerMonth * PROVISIONED_STEPS_PER_HOUR);
  return (instances * steps * SECONDS_PER_HOUR) / PROVISIONED_STEPS_PER_HOUR;
}
