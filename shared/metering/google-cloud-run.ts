import { MS_PER_SECOND } from "../units.ts";
import {
  gbSeconds,
  perRequest,
  REQUESTS,
  roundUpTo,
  type MeteringRule,
  type MeterUsage,
} from "./rule.ts";

const BILLED_MS = 100;

/**
 * Cloud Run with request-based billing and one request per instance at a time: requests, and
 * vCPU-seconds and GiB-seconds over the duration rounded up to 100 ms.
 * https://cloud.google.com/run/pricing
 */
export const googleCloudRun: MeteringRule = {
  limits: { memoryMb: 32_768, durationMs: 3_600_000 },
  usage: (workload, offer) => instanceUsage(offer.cpuCount, workload.memoryMb, workload.durationMs),
};

/** Usage of an instance that serves one request at a time. */
export function instanceUsage(vcpu: number, memoryMb: number, durationMs: number): MeterUsage[] {
  const billedMs = roundUpTo(BILLED_MS, durationMs);
  return [
    REQUESTS,
    { meter: "vcpu", usage: perRequest((vcpu * billedMs) / MS_PER_SECOND) },
    { meter: "memory", usage: perRequest(gbSeconds(memoryMb, billedMs)) },
  ];
}
