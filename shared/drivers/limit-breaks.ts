import { METERING_RULES } from "../metering/index.ts";
import { busiestMs } from "../metering/provisioned.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer } from "../offer.ts";
import { LAMBDA_MB_PER_VCPU, type Workload } from "../workload.ts";
import type { Driver } from "./driver-names.ts";

/** Values of a driver, in its unit, at which a function's usage changes its form or a limit is passed. */
export function functionBreaks(offer: FunctionOffer, workload: Workload, driver: Driver): number[] {
  const { limits, memorySizesMb = [] }: MeteringRule = METERING_RULES[offer.service];
  const { sizes = [], responseKb, cpuMs, durationMs, memoryMb } = limits;
  if (driver === "execution_time") {
    const { provisioned = [], concurrency } = offer;
    const full = provisioned.map((period) =>
      busiestMs(period, workload.requestsPerMonth, concurrency),
    );
    // A long start of an instance counts towards the limit.
    const { initMs = 0 } = workload.coldStarts ?? {};
    const longest = initMs === 0 ? [durationMs] : [durationMs - initMs, durationMs];
    return [...longest.map((ms) => meanOfLongest(ms, workload)), ...full];
  }
  if (driver === "cpu_time") return cpuMs === undefined ? [] : [cpuMs];
  if (driver === "egress") return responseKb === undefined ? [] : Object.values(responseKb);
  if (driver !== "memory") return [];
  const bounds = sizes.flatMap((size) => size.memoryMb);
  return [LAMBDA_MB_PER_VCPU, memoryMb, ...memorySizesMb, ...bounds];
}

/**
 * The value of a driver, in its unit, beyond which a function cannot be bought: by memory and time, whose limits always
 * hold. `Infinity` for other drivers.
 */
export function boughtUpTo(offer: FunctionOffer, workload: Workload, driver: Driver): number {
  const { memoryMb, durationMs } = METERING_RULES[offer.service].limits;
  if (driver === "memory") return memoryMb;
  return driver === "execution_time" ? meanOfLongest(durationMs, workload) : Infinity;
}

/** The mean of a distribution whose longest duration is `ms`: it is the longest that a limit is for. */
function meanOfLongest(ms: number, { durationMs, durations = [] }: Workload): number {
  return ms * (durationMs / Math.max(durationMs, ...durations.map((one) => one.durationMs)));
}
