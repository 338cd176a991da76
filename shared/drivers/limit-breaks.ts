import { lastLoadWithin } from "../engine/graduated-slots.ts";
import { METERING_RULES } from "../metering/index.ts";
import { busiestMs } from "../metering/provisioned.ts";
import type { BilledTime, MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer } from "../offer.ts";
import { withOwnOptions } from "../several-functions.ts";
import { LAMBDA_MB_PER_VCPU, type RequestDemand } from "../request-demand.ts";
import { functionsOf, type Workload } from "../workload.ts";
import type { Driver } from "./driver-names.ts";
import { meanWhere } from "./driver.ts";

/**
 * Values of a driver, in its unit, at which a function's usage changes its form or a limit is passed; of
 * several functions those of each, as the mean that there is then.
 */
export function functionBreaks(offer: FunctionOffer, workload: Workload, driver: Driver): number[] {
  return functionsOf(workload).flatMap((demand) => {
    const { share = 1, options } = demand;
    const own = { demand, offer: withOwnOptions(offer, options) };
    const requests = share * workload.requestsPerMonth;
    return breaksOf(own, driver, requests).map((value) =>
      meanWhere(workload, driver, demand, value),
    );
  });
}

/**
 * The value of a driver, in its unit, beyond which a function cannot be bought: by memory and time, whose limits always
 * hold. `Infinity` for other drivers.
 */
export function boughtUpTo(offer: FunctionOffer, workload: Workload, driver: Driver): number {
  const { memoryMb, durationMs } = METERING_RULES[offer.service].limits;
  if (driver !== "memory" && driver !== "execution_time") return Infinity;
  const limits = functionsOf(workload).map((demand) => {
    const own = driver === "memory" ? memoryMb : meanOfLongest(durationMs, demand);
    return meanWhere(workload, driver, demand, own);
  });
  return Math.min(...limits);
}

/** The mean of a distribution whose longest duration is `ms`: it is the longest that a limit is for. */
function meanOfLongest(
  ms: number,
  { durationMs, durations = [] }: Pick<RequestDemand, "durationMs" | "durations">,
): number {
  return ms * (durationMs / Math.max(durationMs, ...durations.map((one) => one.durationMs)));
}

/** One function with how it is bought. */
interface OneFunction {
  readonly demand: RequestDemand;
  readonly offer: FunctionOffer;
}

function breaksOf(one: OneFunction, driver: Driver, requestsPerMonth: number): number[] {
  const rule: MeteringRule = METERING_RULES[one.offer.service];
  const { limits, memorySizesMb = [] } = rule;
  const { sizes = [], responseKb, cpuMs, memoryMb } = limits;
  if (driver === "execution_time") return timeBreaks(one, requestsPerMonth);
  if (driver === "cpu_time") return cpuMs === undefined ? [] : [cpuMs];
  if (driver === "egress") return responseKb === undefined ? [] : Object.values(responseKb);
  if (driver !== "memory") return [];
  const bounds = sizes.flatMap((size) => size.memoryMb);
  const own = rule.ownSizesMb?.(one.offer) ?? [];
  return [LAMBDA_MB_PER_VCPU, memoryMb, ...memorySizesMb, ...bounds, ...own];
}

/** Mean times at which the longest allowed is reached, and instances kept ready are full. */
function timeBreaks({ demand, offer }: OneFunction, requestsPerMonth: number): number[] {
  const { limits, billedTime }: MeteringRule = METERING_RULES[offer.service];
  // A long start of an instance counts towards the limit.
  const { initMs = 0 } = demand.coldStarts ?? {};
  const most = initMs === 0 ? [0] : [initMs, 0];
  const longest = most.map((ms) => meanOfLongest(limits.durationMs - ms, demand));
  const { provisioned = [], concurrency } = offer;
  const full = provisioned.flatMap((period) =>
    billedTime === undefined
      ? []
      : lastBilled(demand, billedTime, busiestMs(period, requestsPerMonth, concurrency)),
  );
  return [...longest, ...full];
}

/** The longest mean time of which no more than so much is billed, on average. */
function lastBilled(
  { durationMs: meanMs, durations }: RequestDemand,
  { stepMs, leastMs = 0 }: BilledTime,
  billedMs: number,
): number {
  const minimumMachines = Math.max(1, Math.ceil(leastMs / stepMs));
  const slots = (durations ?? [{ durationMs: meanMs, share: 1 }]).map(({ durationMs, share }) => ({
    share,
    minimumMachines,
    requestsPerMachine: stepMs * (meanMs / durationMs),
  }));
  return lastLoadWithin(slots, stepMs, billedMs * (1 + ROUNDING));
}

/** As much more may be served, as the limit has it. */
const ROUNDING = 1e-9;
