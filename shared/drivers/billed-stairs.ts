import { METERING_RULES } from "../metering/index.ts";
import { isFleetUsage, isSharedUsage, type MeteredCharge } from "../engine/usage.ts";
import { perMonth, type BilledTime, type MeteringRule, type MeterUsage } from "../metering/rule.ts";
import type { FunctionOffer } from "../offer.ts";
import { isSamePrice, withOwnOptions } from "../several-functions.ts";
import type { RequestDemand } from "../request-demand.ts";
import { capacityDemandOf, functionsOf, type Workload } from "../workload.ts";
import type { Stair } from "./stairs.ts";

/** What the requests of a function offer use of its charges, in the order of its bill. */
export interface BilledStairs {
  /**
   * Of requests that take equally long, over the mean execution time in ms: those that wait for the start
   * of an instance have that before them.
   */
  readonly stairs: readonly Stair[];
  /** The fewest steps that are billed. */
  readonly minimumMachines: number;
  /** What is used of each charge without any step, but for CPU time that goes by the execution time. */
  readonly fixed: readonly number[];
}

/** Figures this near are the same but for the rounding of their last digits. */
const ROUNDING = 1e-9;
const NO_STARTS = { ratio: 0, initMs: 0 };

/**
 * The steps of time that are billed along the mean execution time, at the workload's load: of each
 * duration of each function for itself.
 */
export function billedStairs(
  workload: Workload,
  offer: FunctionOffer,
  { stepMs, leastMs = 0 }: BilledTime,
): BilledStairs {
  const minimumMachines = Math.max(1, Math.ceil(leastMs / stepMs));
  const { durationMs: meanMs } = capacityDemandOf(workload);
  const charges: MeterUsage[] = [];
  const fixed: number[] = [];
  const stairs = new Map<string, Stair & { readonly uses: number[] }>();
  const add = (charge: number, amount: number, durationMs: number, initMs: number): void => {
    if (amount === 0) return;
    const key = `${durationMs} ${initMs}`;
    const longer = meanMs / durationMs;
    const slot = { share: 1, requestsPerMachine: stepMs * longer, headStart: initMs * longer };
    const stair = stairs.get(key) ?? { slot, uses: [] };
    stair.uses[charge] = (stair.uses[charge] ?? 0) + amount;
    stairs.set(key, stair);
  };
  for (const { durations, coldStarts, share = 1, options, ...demand } of functionsOf(workload)) {
    // Where starts are not billed, they use nothing more.
    const { ratio, initMs } = coldStarts ?? NO_STARTS;
    const parts = durations ?? [{ durationMs: demand.durationMs, share: 1 }];
    // A start of whole steps adds as many to those of its requests.
    const wholeSteps = leastMs === 0 && initMs % stepMs === 0 ? initMs / stepMs : 0;
    const own = withOwnOptions(offer, options);
    const requests = workload.requestsPerMonth * share;
    for (const uses of usesOfTime(demand, own, ratio, minimumMachines * stepMs, requests)) {
      const { used, ofFewest, ofTime, ofStarts } = uses;
      const charge = chargeOf(used, share, charges);
      const rest = ofFewest - ofTime + ofStarts * wholeSteps;
      const before = used.perAccount === true ? 0 : (fixed[charge] ?? 0);
      fixed[charge] = before + (Math.abs(rest) <= ROUNDING * ofFewest ? 0 : rest);
      for (const part of parts) {
        const each = part.share / minimumMachines;
        add(charge, each * (ofTime - ofStarts), part.durationMs, 0);
        add(charge, each * ofStarts, part.durationMs, wholeSteps === 0 ? initMs : 0);
      }
    }
  }
  return { stairs: [...stairs.values()], minimumMachines, fixed };
}

/** What requests that are billed for the fewest steps use of a meter. */
interface UsesOfTime {
  readonly used: MeterUsage;
  readonly ofFewest: number;
  /** The part of it that goes by their time. */
  readonly ofTime: number;
  /** As much more of starts of instances that take as long. */
  readonly ofStarts: number;
}

/** Read off times of the fewest steps and of twice as many, and off starts of instances as long. */
function usesOfTime(
  demand: RequestDemand,
  offer: FunctionOffer,
  ratio: number,
  fewestMs: number,
  requests: number,
): UsesOfTime[] {
  const { usage }: MeteringRule = METERING_RULES[offer.service];
  const alike = { ...demand, cpuMs: demand.cpuMs ?? 0, durationMs: fewestMs };
  const twice = usage({ ...alike, durationMs: 2 * fewestMs }, offer);
  const started = usage({ ...alike, coldStarts: { ratio, initMs: fewestMs } }, offer);
  return usage(alike, offer).map((used, index) => {
    const ofFewest = usedBy(used, requests);
    const ofTime = usedBy(twice[index], requests) - ofFewest;
    return { used, ofFewest, ofTime, ofStarts: usedBy(started[index], requests) - ofFewest };
  });
}

/** Which charge of a bill a usage is a part of: what has the same price is one, and an account's is there once. */
function chargeOf(used: MeterUsage, share: number, charges: MeterUsage[]): number {
  const { fixed, perRequest } = used.usage;
  const ofAll = { ...used, usage: { fixed, perRequest: perRequest * share } };
  const known = charges.findIndex((charge) => isSamePrice(charge, ofAll));
  return known === -1 ? charges.push(ofAll) - 1 : known;
}

/** What requests use of a meter of functions while nothing is used up; less than nothing of what is idle. */
export function usedBy(
  { usage }: Pick<MeteredCharge, "usage"> = NOTHING,
  requests: number,
): number {
  if (isFleetUsage(usage) || isSharedUsage(usage)) return 0;
  return usage.fixed + usage.perRequest * requests;
}

const NOTHING = { usage: perMonth(0) };
