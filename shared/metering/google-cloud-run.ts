import { MB_PER_GB, MS_PER_SECOND, SECONDS_PER_MONTH } from "../units.ts";
import type { FunctionOffer } from "../offer.ts";
import type { RequestDemand } from "../request-demand.ts";
import { defaultVcpu } from "./instance-sizes.ts";
import { CLOUD_RUN_SIZES } from "./size-tables.ts";
import {
  gbSeconds,
  meanBilledMs,
  perRequest,
  REQUESTS,
  type MeteringRule,
  type MeterUsage,
} from "./rule.ts";

/** An instance is billed while it starts, too. */
export const BILLED_TIME = { stepMs: 100, includesInit: true } as const;

/**
 * Cloud Run with request-based billing: requests, and vCPU-seconds and GiB-seconds of instances
 * over the duration rounded up to 100 ms; instances that are kept without requests, at the idle
 * price. Requests that an instance serves at a time (`concurrency`, one unless given) share its
 * seconds: here each has its part, as if instances were always that full, whatever the load. At loads
 * that do not fill them a request costs more, up to what it costs alone.
 * Without vCPUs asked for an instance has one, or as many as its memory needs.
 * https://cloud.google.com/run/pricing
 *
 * Limits: https://cloud.google.com/run/docs/configuring/services/cpu,
 * https://cloud.google.com/run/docs/configuring/services/memory-limits and
 * https://cloud.google.com/run/docs/about-concurrency
 */
export const googleCloudRun: MeteringRule = {
  limits: {
    memoryMb: 32_768,
    durationMs: 3_600_000,
    sizes: CLOUD_RUN_SIZES,
    concurrency: 1000,
  },
  options: ["cpuCount", "concurrency", "minimumInstances"],
  billedTime: BILLED_TIME,
  memorySizesMb: CLOUD_RUN_SIZES.map(({ memoryMb: [, most] }) => most),
  usage: (demand, offer) =>
    instanceUsage(offer.cpuCount ?? defaultVcpu(CLOUD_RUN_SIZES, demand.memoryMb), demand, offer),
};

/** Usage of instances with so many vCPUs. */
export function instanceUsage(
  vcpu: number,
  demand: RequestDemand,
  { concurrency = 1, minimumInstances = 0 }: FunctionOffer,
): MeterUsage[] {
  const billedMs = meanBilledMs(demand, BILLED_TIME) / concurrency;
  const seconds = billedMs / MS_PER_SECOND;
  const usage: MeterUsage[] = [
    REQUESTS,
    { meter: "vcpu", usage: perRequest(vcpu * seconds) },
    { meter: "memory", usage: perRequest(gbSeconds(demand.memoryMb, billedMs)) },
  ];
  if (minimumInstances === 0) return usage;
  // While it serves a request, an instance that is kept is not idle.
  const idle = (perSecond: number) => ({
    fixed: minimumInstances * SECONDS_PER_MONTH * perSecond,
    perRequest: -seconds * perSecond,
  });
  return [
    ...usage,
    { meter: "idle_vcpu", usage: idle(vcpu) },
    { meter: "idle_memory", usage: idle(demand.memoryMb / MB_PER_GB) },
  ];
}
