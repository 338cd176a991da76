import { KB_PER_GB, MB_PER_GB, SECONDS_PER_HOUR } from "../units.ts";
import type { FunctionOffer } from "../offer.ts";
import type { RequestDemand } from "../workload.ts";
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
const INCLUDED_STORAGE_MB = 512;
/** Provisioned concurrency is billed by five minutes begun. */
const PROVISIONED_STEPS_PER_HOUR = 12;
/** Part of a streamed response that is sent without charge. */
export const INCLUDED_STREAM_KB = 6 * 1024;

/**
 * AWS Lambda: requests, GB-seconds of the configured memory over the duration (with INIT, where a
 * request waits for it) rounded up to 1 ms, GB-seconds of /tmp beyond 512 MB; with provisioned
 * concurrency GB-seconds of the instances kept ready, and another price for the requests that they
 * serve; with SnapStart the cache and each restore; streamed responses beyond 6 MB.
 * https://aws.amazon.com/lambda/pricing/ and
 * https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/
 */
export const awsLambda: MeteringRule = {
  limits: { memoryMb: 10_240, durationMs: 900_000 },
  options: ["ephemeralStorageMb", "provisioned", "snapStart", "streamsResponses"],
  billedTime: BILLED_TIME,
  hasArchitectures: true,
  usage: (demand, offer) => {
    const billedMs = meanBilledMs(demand, BILLED_TIME);
    const chargedStorageMb = offer.ephemeralStorageMb - INCLUDED_STORAGE_MB;
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

function computeUsage(
  demand: RequestDemand,
  { architecture, provisioned }: FunctionOffer,
  billedMs: number,
): MeterUsage[] {
  const { memoryMb } = demand;
  const onDemand = (share: number): MeterUsage => ({
    meter: "compute",
    price: `compute.${architecture}`,
    usage: perRequest(share * gbSeconds(memoryMb, billedMs)),
  });
  if (provisioned === undefined) return [onDemand(1)];
  const { instances, hoursPerMonth, executionsShare } = provisioned;
  const hours = Math.ceil(hoursPerMonth * PROVISIONED_STEPS_PER_HOUR) / PROVISIONED_STEPS_PER_HOUR;
  const idle = (instances * hours * SECONDS_PER_HOUR * memoryMb) / MB_PER_GB;
  // Instances that are kept ready have been started before a request comes.
  const { coldStarts: _, ...warm } = demand;
  const warmMs = meanBilledMs(warm, BILLED_TIME);
  return [
    {
      meter: "provisioned_concurrency",
      price: `provisioned_idle.${architecture}`,
      usage: perMonth(idle),
    },
    {
      meter: "compute",
      price: `provisioned_compute.${architecture}`,
      usage: perRequest(executionsShare * gbSeconds(memoryMb, warmMs)),
    },
    ...(executionsShare < 1 ? [onDemand(1 - executionsShare)] : []),
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
