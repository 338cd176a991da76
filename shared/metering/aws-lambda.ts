import { scaledUsage } from "../engine/request-usage.ts";
import type { FunctionOffer, ProvisionedPeriod } from "../offer.ts";
import { KB_PER_GB, MB_PER_GB, SECONDS_PER_HOUR } from "../units.ts";
import type { RequestDemand } from "../workload.ts";
import { splitRequests } from "./provisioned.ts";
import {
  gbSeconds,
  meanBilledMs,
  perMonth,
  perRequest,
  REQUESTS,
  type MeteringRule,
  type MeterUsage,
} from "./rule.ts";

/** Since August 2025 INIT is billed for every kind of function. */
const BILLED_TIME = { stepMs: 1, includesInit: true } as const;
/** /tmp that each function has without charge. */
export const INCLUDED_STORAGE_MB = 512;
/** Provisioned concurrency is billed by five minutes begun. */
const PROVISIONED_STEPS_PER_HOUR = 12;
/** Part of a streamed response that is sent without charge; longer ones cannot be sent at once. */
export const INCLUDED_STREAM_KB = 6 * 1024;

/**
 * AWS Lambda: requests, GB-seconds of the configured memory over the duration (with INIT, where a
 * request waits for it) rounded up to 1 ms, GB-seconds of /tmp beyond 512 MB; with provisioned
 * concurrency GB-seconds of the instances kept ready, and another price for the requests that they
 * serve; with SnapStart the cache and each restore; streamed responses beyond 6 MB. With a Compute
 * Savings Plan the GB-seconds have its price. The free GB-seconds are for x86 and Arm together.
 * https://aws.amazon.com/lambda/pricing/ and
 * https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/
 *
 * Limits: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; an INIT of more
 * than 10 s runs again within the timeout:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export const awsLambda: MeteringRule = {
  limits: {
    memoryMb: 10_240,
    durationMs: 900_000,
    initMs: 10_000,
    responseKb: { buffered: INCLUDED_STREAM_KB, streamed: 200 * 1024 },
    ephemeralStorageMb: 10_240,
  },
  options: ["ephemeralStorageMb", "provisioned", "snapStart", "streamsResponses", "savingsPlan"],
  billedTime: BILLED_TIME,
  hasArchitectures: true,
  usage: (demand, offer) => {
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    const { ephemeralStorageMb = INCLUDED_STORAGE_MB } = offer;
    const chargedStorageMb = ephemeralStorageMb - INCLUDED_STORAGE_MB;
    return [
      REQUESTS,
      ...computeUsage(demand, offer, billedMs),
      ...(chargedStorageMb > 0
        ? [{ meter: "ephemeral_storage", usage: perRequest(gbSeconds(chargedStorageMb, billedMs)) }]
        : []),
      ...snapStartUsage(demand, offer),
      ...streamingUsage(demand, offer),
    ];
  },
};

/** Milliseconds billed for a request to an instance that is kept ready: it has been started before. */
export function warmMsOf(demand: RequestDemand): number {
  return meanBilledMs(demand, { ...BILLED_TIME, includesInit: false });
}

/** Seconds a month that the instances of a period are billed for being ready, all together. */
export function readySecondsOf({ instances, hoursPerMonth }: ProvisionedPeriod): number {
  const steps = Math.ceil(hoursPerMonth * PROVISIONED_STEPS_PER_HOUR);
  return (instances * steps * SECONDS_PER_HOUR) / PROVISIONED_STEPS_PER_HOUR;
}

function computeUsage(
  demand: RequestDemand,
  { architecture, provisioned, savingsPlan }: FunctionOffer,
  billedMs: number,
): MeterUsage[] {
  const { memoryMb } = demand;
  const price = (listed: string, inPlan: string) =>
    `${savingsPlan === true ? inPlan : listed}.${architecture}`;
  const onDemand = {
    meter: "compute",
    price: price("compute", "savings_plan"),
    allowance: "compute",
  };
  const each = gbSeconds(memoryMb, billedMs);
  if (provisioned === undefined) return [{ ...onDemand, usage: perRequest(each) }];
  const warmMs = warmMsOf(demand);
  const { ready, others } = splitRequests(provisioned, warmMs);
  let readySeconds = 0;
  for (const period of provisioned) readySeconds += readySecondsOf(period);
  return [
    {
      meter: "provisioned_concurrency",
      price: price("provisioned_idle", "savings_plan_idle"),
      usage: perMonth((readySeconds * memoryMb) / MB_PER_GB),
    },
    {
      meter: "compute",
      price: price("provisioned_compute", "savings_plan_provisioned"),
      usage: scaledUsage(ready, gbSeconds(memoryMb, warmMs)),
    },
    { ...onDemand, usage: scaledUsage(others, each) },
  ];
}

function snapStartUsage({ memoryMb }: RequestDemand, { snapStart }: FunctionOffer): MeterUsage[] {
  if (snapStart === undefined) return [];
  const memoryGb = memoryMb / MB_PER_GB;
  return [
    {
      meter: "snap_start_cache",
      price: "snapstart_cache",
      usage: perMonth(memoryGb * snapStart.activeSeconds),
    },
    {
      meter: "snap_start_restore",
      price: "snapstart_restore",
      usage: perRequest(memoryGb * snapStart.coldStartRatio),
    },
  ];
}

function streamingUsage(
  { egressPerRequestKb }: RequestDemand,
  { streamsResponses }: FunctionOffer,
): MeterUsage[] {
  const chargedKb = egressPerRequestKb - INCLUDED_STREAM_KB;
  if (streamsResponses !== true || chargedKb <= 0) return [];
  return [{ meter: "response_streaming", usage: perRequest(chargedKb / KB_PER_GB) }];
}
