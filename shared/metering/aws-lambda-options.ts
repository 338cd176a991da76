import { scaledUsage } from "../engine/request-usage.ts";
import type { FunctionOffer } from "../offer.ts";
import { KB_PER_GB, MB_PER_GB } from "../units.ts";
import type { RequestDemand } from "../request-demand.ts";
import {
  BILLED_TIME,
  COMPUTE_ALLOWANCE,
  INCLUDED_STORAGE_MB,
  INCLUDED_STREAM_KB,
} from "./aws-lambda-terms.ts";
import { readySecondsOf, warmMsOf } from "./aws-lambda-ready.ts";
import { splitRequests } from "./provisioned.ts";
import { gbSeconds, meanBilledMs, perMonth, perRequest, type MeterUsage } from "./rule.ts";

/**
 * What a Lambda function with options is billed by beside its requests; `null` for one without any.
 * The pages are named above the rule.
 */
export function lambdaOptions(demand: RequestDemand, offer: FunctionOffer): MeterUsage[] | null {
  const { ephemeralStorageMb, provisioned, snapStart, streamsResponses, savingsPlan } = offer;
  const options = [ephemeralStorageMb, provisioned, snapStart, streamsResponses, savingsPlan];
  if (options.every((option) => option === undefined)) return null;
  const billedMs = meanBilledMs(demand, BILLED_TIME);
  const chargedStorageMb = (ephemeralStorageMb ?? INCLUDED_STORAGE_MB) - INCLUDED_STORAGE_MB;
  return [
    ...computeUsage(demand, offer, billedMs),
    ...(chargedStorageMb > 0
      ? [{ meter: "ephemeral_storage", usage: perRequest(gbSeconds(chargedStorageMb, billedMs)) }]
      : []),
    ...snapStartUsage(demand, offer),
    ...streamingUsage(demand, offer),
  ];
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
    allowance: COMPUTE_ALLOWANCE,
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
