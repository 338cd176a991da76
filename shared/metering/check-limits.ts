import { PricingError } from "../engine/errors.ts";
import type { FunctionOffer, FunctionOptionName } from "../offer.ts";
import type { RequestDemand } from "../request-demand.ts";
import { atMost } from "./at-most.ts";
import { warmMsOf } from "./aws-lambda-ready.ts";
import { defaultVcpu, describedSizes, holds, sizeOf, type InstanceSize } from "./instance-sizes.ts";
import { requestsServed } from "./provisioned.ts";
import { meanBilledMs, type MeteringRule } from "./rule.ts";

/** One function with how it is bought, and its requests a month. */
export interface LimitedFunction {
  readonly demand: RequestDemand;
  readonly offer: FunctionOffer;
  readonly requestsPerMonth: number;
}

/** Every option there is. */
const OPTION_NAMES: ReadonlySet<string> = new Set<FunctionOptionName>([
  "ephemeralStorageMb",
  "cpuCount",
  "concurrency",
  "minimumInstances",
  "provisioned",
  "snapStart",
  "streamsResponses",
  "savingsPlan",
  "egressArea",
]);

/** Memory and execution time, the only limits that the calculator, v1, has. */
export function checkMemoryAndTime({ demand, offer }: LimitedFunction, rule: MeteringRule): void {
  const { limits } = rule;
  atMost(offer, "memoryMb", demand.memoryMb, limits.memoryMb, "MB");
  atMost(offer, "durationMs", longestMs(demand), limits.durationMs, "ms");
}

/**
 * Holds a function and its options to everything that its service allows. Throws a `PricingError`
 * that names the field and what is allowed there.
 */
export function checkLimits(function_: LimitedFunction, rule: MeteringRule): void {
  checkOptions(function_.offer, rule);
  checkTogether(function_.offer, rule);
  checkMemoryAndTime(function_, rule);
  checkDemand(function_, rule);
  checkSize(function_, rule);
  checkStorage(function_.offer, rule);
  checkProvisioned(function_, rule);
}

function checkOptions(offer: FunctionOffer, rule: MeteringRule): void {
  const { service } = offer;
  if (offer.architecture === "arm64" && rule.hasArchitectures !== true) {
    throw new PricingError("option_not_offered", ["architecture"], {
      option: offer.architecture,
      service,
      allowed: ["x86_64"],
    });
  }
  // Few offers have one, so what they have is looked through, not what they could have.
  for (const option in offer) {
    if (!isOption(option)) continue;
    if (offer[option] === undefined || rule.options.includes(option)) continue;
    throw new PricingError("option_not_offered", [option], {
      option,
      service,
      allowed: rule.options,
    });
  }
}

function checkTogether(offer: FunctionOffer, { notTogether }: MeteringRule): void {
  if (notTogether?.every((option) => offer[option] !== undefined) !== true) return;
  const { service } = offer;
  const [option, other] = notTogether;
  throw new PricingError("options_not_together", [option], { service, option, other });
}

function isOption(name: string): name is FunctionOptionName {
  return OPTION_NAMES.has(name);
}

function checkDemand({ demand, offer }: LimitedFunction, { limits }: MeteringRule): void {
  const { cpuMs, coldStarts, egressPerRequestKb } = demand;
  if (limits.cpuMs !== undefined && cpuMs !== null) {
    atMost(offer, "cpuMs", cpuMs, limits.cpuMs, "ms");
  }
  if (limits.initMs !== undefined && coldStarts !== undefined) {
    const left = Math.max(limits.initMs, limits.durationMs - longestMs(demand));
    atMost(offer, ["coldStarts", "initMs"], coldStarts.initMs, left, "ms");
  }
  const most = mostResponseKb(offer, limits);
  if (most !== undefined) atMost(offer, "egressPerRequestKb", egressPerRequestKb, most, "KB");
}

/** KB that a response of a function can have; `undefined` where its service has no limit. */
function mostResponseKb(
  { streamsResponses }: FunctionOffer,
  { responseKb }: MeteringRule["limits"],
): number | undefined {
  return streamsResponses === true ? responseKb?.streamed : responseKb?.buffered;
}

function checkSize({ demand, offer }: LimitedFunction, rule: MeteringRule): void {
  const { sizes, concurrency: most } = rule.limits;
  const { concurrency = 1 } = offer;
  if (most !== undefined) atMost(offer, "concurrency", concurrency, most, "requests");
  if (sizes === undefined) return;
  const vcpu =
    offer.cpuCount ?? rule.defaultCpuCount?.(demand) ?? defaultVcpu(sizes, demand.memoryMb);
  const size = sizeOf(sizes, vcpu);
  // What goes with the memory by default need not be among what can be asked for.
  const isAsked = offer.cpuCount !== undefined;
  if (isAsked && (size === undefined || !holds(size, demand.memoryMb))) {
    throw noSuchSize(offer, demand, vcpu, size === undefined ? sizes : [size]);
  }
  if (size?.concurrency !== undefined) {
    atMost(offer, "concurrency", concurrency, size.concurrency, `requests with ${vcpu} vCPU`);
  }
}

function noSuchSize(
  { service }: FunctionOffer,
  { memoryMb }: RequestDemand,
  vcpu: number,
  sizes: readonly InstanceSize[],
): PricingError {
  return new PricingError("size_not_offered", ["cpuCount"], {
    service,
    vcpu,
    memoryMb,
    allowed: describedSizes(sizes),
  });
}

function checkStorage(offer: FunctionOffer, { limits }: MeteringRule): void {
  const { ephemeralStorageMb, snapStart } = offer;
  const most =
    snapStart === undefined ? limits.ephemeralStorageMb : limits.ephemeralStorageWithSnapStartMb;
  if (ephemeralStorageMb === undefined || most === undefined) return;
  atMost(offer, "ephemeralStorageMb", ephemeralStorageMb, most, "MB");
}

/** Instances kept ready cannot serve more than the time that they are there. */
function checkProvisioned(
  { demand, offer, requestsPerMonth }: LimitedFunction,
  { billedTime }: MeteringRule,
): void {
  if (offer.provisioned === undefined || billedTime === undefined) return;
  const msPerRequest =
    offer.service === "aws_lambda" ? warmMsOf(demand) : meanBilledMs(demand, billedTime);
  let left = 1;
  for (const [index, period] of offer.provisioned.entries()) {
    const served = requestsServed(period, msPerRequest, offer.concurrency);
    const most = Math.min(left, requestsPerMonth === 0 ? 1 : served / requestsPerMonth);
    // Shares that add up to one, and loads that fill the instances, are rounded.
    if (period.executionsShare > most * ROUNDED_UP) {
      const path = ["provisioned", index, "executionsShare"] as const;
      atMost(offer, path, period.executionsShare, most, "of all executions");
    }
    left -= period.executionsShare;
  }
}

const ROUNDED_UP = 1 + 1e-9;

function longestMs({ durationMs, durations = [] }: RequestDemand): number {
  let longest = durationMs;
  for (const part of durations) longest = Math.max(longest, part.durationMs);
  return longest;
}
