import type { RateCard } from "../catalog/card.ts";
import { findMachine } from "../catalog/find-machine.ts";
import { monthlyTotal } from "../engine/bill.ts";
import type { Capacity } from "../engine/capacity.ts";
import { buildCurve, type CostCurve } from "../engine/curve.ts";
import { PricingError } from "../engine/errors.ts";
import { fleetFor, monthlyCapacity } from "../engine/sizing.ts";
import {
  isFleetUsage,
  isSharedUsage,
  machinesAt,
  requestUsageAt,
  usageAt,
  type MeteredCharge,
  type UsageBend,
} from "../engine/usage.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../offer.ts";
import { capacityFor, sizingOf } from "../price-machine.ts";
import { priceOffer, type OfferPricing } from "../price-offer.ts";
import { capacityDemandOf } from "../workload.ts";
import { billedStairs } from "./billed-stairs.ts";
import { questionAt, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { boughtUpTo } from "./limit-breaks.ts";

/** A part of what is looked along in which every usage is a straight line, but for steps of time. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What an offer costs a month along a driver, and how far it can be bought. */
export interface DrivenOffer {
  /** The cost at the question's load, with the driver (or one over it) where requests usually are. */
  readonly curve: CostCurve;
  /** Beyond this a fixed number of machines is too small; 0 where it is throughout. */
  readonly carriesUpTo: number;
}

/** An offer along a driver, with what is asked and by which card it is priced. */
export interface DrivenInput {
  readonly question: DrivenQuestion;
  readonly driver: Driver;
  readonly offer: Offer;
  readonly card: RateCard;
  /** What is asked at each value: the same of every offer. */
  readonly asked: (x: number) => DrivenQuestion;
  /** What the offer costs at each value that was tried: each is tried for several things. */
  readonly priced: (x: number) => OfferPricing;
  /** What a machine of the offer carries at each value: much less work than what it costs. */
  readonly capacity: (x: number) => Capacity | null;
}

/** An offer along a driver; `asked` is shared by the offers of a question. */
export function drivenInput(
  question: DrivenQuestion,
  driver: Driver,
  offer: Offer,
  card: RateCard,
  asked = questionsAlong(question, driver),
): DrivenInput {
  const priced = keptByNumber((x) => {
    const { workload, terms } = asked(x);
    return priceOffer(workload, offer, terms, card);
  });
  const capacity = keptByNumber((x) => {
    if (offer.kind === "function") return null;
    const machine = findMachine(card, offer.service, offer.instanceType);
    return capacityFor(offer, machine, capacityDemandOf(asked(x).workload));
  });
  return { question, driver, offer, card, asked, priced, capacity };
}

/** The question with the driver at each value of what is looked along. */
export function questionsAlong(
  question: DrivenQuestion,
  driver: Driver,
): (x: number) => DrivenQuestion {
  return keptByNumber((x) => questionAt(question, driver, x));
}

/** The same function, which computes what it gives for a number once. Of the few there are a list is quicker than a map. */
function keptByNumber<T>(compute: (x: number) => T): (x: number) => T {
  const numbers: number[] = [];
  const values: T[] = [];
  return (x) => {
    const index = numbers.indexOf(x);
    if (index !== -1) return values[index] as T;
    const value = compute(x);
    numbers.push(x);
    values.push(value);
    return value;
  };
}

/**
 * An offer's cost along a driver, exact within the piece; `null` for an offer that cannot be bought
 * there, or whose cost is neither a line nor stairs in it. Costs are a month's in the currency of the
 * question's terms, the axis is in the driver's unit. Throws what is no `PricingError` on.
 */
export function driverCurve(input: DrivenInput, piece: Piece): DrivenOffer | null {
  try {
    const { driver, offer } = input;
    if (driver === "exchange_rate") return alongRate(input, piece);
    if (offer.kind === "machine") return machineAlong(input, offer, piece);
    // Not even tried: an error takes longer than what is priced.
    if (piece.from >= boughtUpTo(offer, input.question.workload, driver)) return null;
    const curve = driver === "execution_time" ? alongTime(input, offer, piece) : null;
    return curve ?? functionAlong(input, piece);
  } catch (error) {
    if (error instanceof PricingError) return null;
    throw error;
  }
}

/**
 * An offer's monthly cost at a value of what is looked along; `null` for machines that do not carry the
 * load there. Throws a `PricingError` for an offer that cannot be bought.
 */
export function costFor(input: DrivenInput, x: number): number | null {
  const load = input.question.workload.requestsPerMonth;
  const { charges, fleet, requestsPerMachine } = input.priced(x);
  if (input.offer.kind === "machine") {
    if (fleet === null || requestsPerMachine === null) return null;
    if (machinesAt(fleet, load) * requestsPerMachine < load * (1 - ROUNDING)) return null;
  }
  return monthlyTotal(charges, load, fleet);
}

/** Prices in another money are in proportion to what is looked along. */
function alongRate(input: DrivenInput, piece: Piece): DrivenOffer | null {
  const [first, second] = triedIn(piece);
  const [low, high] = [costFor(input, first), costFor(input, second)];
  if (low === null || high === null) return null;
  const slope = (high - low) / (second - first);
  const curve = { pieces: [{ from: 0, cost: low - slope * first, slope }], fleets: [] };
  return { curve, carriesUpTo: Infinity };
}

/**
 * A function's cost over execution time: a step for each step of time that is billed. `null` for one
 * without such steps.
 */
function alongTime(input: DrivenInput, offer: FunctionOffer, piece: Piece): DrivenOffer | null {
  const { billedTime }: MeteringRule = METERING_RULES[offer.service];
  if (billedTime === undefined) return null;
  // An offer that cannot be bought here is an error.
  input.priced(triedIn(piece)[1]);
  const { workload, terms } = input.question;
  const { durations, ...rest } = workload;
  // Alike durations use what a distribution uses where each of it takes whole steps.
  const priced =
    durations === undefined
      ? input.priced
      : (durationMs: number) => priceOffer({ ...rest, durationMs }, offer, terms, input.card);
  const stairs = billedStairs(workload, billedTime);
  const steps = stairs.minimumMachines + 1;
  const load = workload.requestsPerMonth;
  const low = priced(steps * billedTime.stepMs);
  const high = priced(2 * steps * billedTime.stepMs);
  const charges = low.charges.map((charge, index): MeteredCharge => {
    const once = usedBy(charge, load);
    const twice = usedBy(high.charges[index], load);
    if (isSame(twice, once)) return constant(charge, once);
    // One time and its double lie on the line through whole steps, what is used without any on it too.
    const perMachine = (twice - once) / steps;
    if (isSame(twice, 2 * once)) return { ...charge, usage: { perMachine } };
    return { ...charge, usage: { fixed: once - perMachine * steps, perMachine } };
  });
  return { curve: buildCurve(charges, stairs), carriesUpTo: Infinity };
}

function functionAlong(input: DrivenInput, piece: Piece): DrivenOffer | null {
  const [first, second] = triedIn(piece);
  const charges = linesThrough(input, piece, input.priced(first), input.priced(second));
  return charges && { curve: buildCurve(charges, null), carriesUpTo: Infinity };
}

/** Machines along a driver: as many whatever it is, or one more for each so much of it. */
function machineAlong(input: DrivenInput, offer: MachineOffer, piece: Piece): DrivenOffer | null {
  const sizing = sizingOf(offer, {});
  const tried = triedIn(piece);
  const [low, high] = [input.priced(tried[0]), input.priced(tried[1])];
  const charges = linesThrough(input, piece, low, high);
  const capacity = capacityAlong(input, piece);
  if (charges === null || capacity === null || low.fleet === null) return null;
  const { workload } = input.question;
  const load = workload.requestsPerMonth;
  if (low.fleet.requestsPerMachine === Infinity) {
    const { minimumMachines: machines } = low.fleet;
    const curve = buildCurve(charges, low.fleet);
    if (capacity.timesValue === undefined) {
      const carries = machines * capacity.requestsPerMachine >= load * (1 - ROUNDING);
      return { curve, carriesUpTo: carries ? Infinity : 0 };
    }
    return { curve, carriesUpTo: (machines * capacity.timesValue) / load };
  }
  if (capacity.timesValue === undefined) {
    const { fleet } = low;
    const lines = charges.flatMap((charge): MeteredCharge[] => {
      const { usage } = charge;
      if (isFleetUsage(usage) || isSharedUsage(usage)) {
        return [constant(charge, usageAt(usage, load, fleet))];
      }
      const { fromMachines = 0, ...line } = usage;
      return machinesAt(fleet, load) < fromMachines ? [] : [{ ...charge, usage: line }];
    });
    return { curve: buildCurve(lines, null), carriesUpTo: Infinity };
  }
  const fleet = fleetFor(sizing, capacity.timesValue / load, workload.hourlyWeights);
  return fleet && { curve: buildCurve(charges, fleet), carriesUpTo: Infinity };
}

/** Charges whose usage by request is the line through both prices; `null` if they are no lines. */
function linesThrough(
  { question }: DrivenInput,
  piece: Piece,
  low: OfferPricing,
  high: OfferPricing,
): MeteredCharge[] | null {
  const [first, second] = triedIn(piece);
  const load = question.workload.requestsPerMonth;
  const charges: MeteredCharge[] = [];
  for (const [index, charge] of low.charges.entries()) {
    const { usage } = charge;
    const other = high.charges[index];
    if (other === undefined || other.meter !== charge.meter) return null;
    if (isFleetUsage(usage) || isSharedUsage(usage)) {
      charges.push(charge);
      continue;
    }
    if (isFleetUsage(other.usage) || isSharedUsage(other.usage)) return null;
    const from = requestUsageAt(usage, load);
    const to = requestUsageAt(other.usage, load);
    const slope = (to - from) / (second - first);
    const { fromMachines } = usage;
    const line = { fixed: from - slope * first, perRequest: slope };
    charges.push({
      meter: charge.meter,
      usage: fromMachines === undefined ? line : { ...line, fromMachines },
      price: charge.price,
    });
  }
  return low.charges.length === high.charges.length ? charges : null;
}

/**
 * What one machine carries a month along a driver: `timesValue / x` where that binds which the driver
 * changes, and else the same throughout.
 */
type CapacityAlong =
  | { readonly requestsPerMachine: number; readonly timesValue?: undefined }
  | { readonly timesValue: number };

/** Of a piece in which one resource binds; `null` for a machine that holds no request there. */
function capacityAlong(input: DrivenInput, piece: Piece): CapacityAlong | null {
  const [first, second] = triedIn(piece);
  const [low, high] = [first, second].map((x) => capacityAt(input, x, "requestsPerSecond"));
  if (!low || !high) return null;
  if (isSame(low, high)) return { requestsPerMachine: low };
  return isSame(low * first, high * second) ? { timesValue: low * first } : null;
}

/** Where within a piece the cost of an offer changes its form. */
export function turnsWithin(input: DrivenInput, piece: Piece): number[] {
  const { offer, driver } = input;
  if (offer.kind === "function" || driver === "exchange_rate") return [];
  try {
    const turns = bindingTurns(input, piece);
    return offer.unlimited === true ? [...turns, ...usedUpTurns(input, piece)] : turns;
  } catch (error) {
    if (error instanceof PricingError) return [];
    throw error;
  }
}

/** Where another resource begins to bind a machine. */
function bindingTurns(input: DrivenInput, piece: Piece): number[] {
  const [first, second] = triedIn(piece);
  let timesValue: number | null = null;
  let always: number | null = null;
  for (const resource of ["cpuRequestsPerSecond", "memoryRequestsPerSecond"] as const) {
    const low = capacityAt(input, first, resource);
    const high = capacityAt(input, second, resource);
    if (isSame(low, high)) always = low;
    else if (isSame(low * first, high * second)) timesValue = low * first;
  }
  return timesValue === null || always === null ? [] : [timesValue / always];
}

/** Where the load uses up all that burstable machines have beyond their baseline. */
function usedUpTurns(input: DrivenInput, piece: Piece): number[] {
  const [first, second] = triedIn(piece);
  const load = input.question.workload.requestsPerMonth;
  const high = input.priced(second).charges;
  return input.priced(first).charges.flatMap(({ usage }, index) =>
    bendsOf(usage).flatMap(({ at }, bend) => {
      const other = bendsOf(high[index]?.usage)[bend];
      // Requests until it is used up are in inverse proportion to what each of them uses.
      const isInverse = other !== undefined && isSame(at * first, other.at * second);
      return isInverse ? [(at * first) / load] : [];
    }),
  );
}

function bendsOf(usage: MeteredCharge["usage"] | undefined): readonly UsageBend[] {
  return usage !== undefined && "bends" in usage ? (usage.bends ?? []) : [];
}

/** Requests a month that one machine carries there, of all resources or as far as one goes. */
function capacityAt(input: DrivenInput, x: number, resource: CapacityRate): number {
  const capacity = input.capacity(x);
  return monthlyCapacity(capacity?.[resource] ?? 0, input.asked(x).workload.peakToAverage);
}

type CapacityRate = Exclude<keyof Capacity, "bindingResource">;

/** What a meter of a function uses at a load; less than nothing where requests use up what is idle. */
function usedBy(charge: MeteredCharge | undefined, load: number): number {
  if (charge === undefined || isFleetUsage(charge.usage) || isSharedUsage(charge.usage)) {
    throw new Error("functions use by the request, of the same meters at any time");
  }
  return requestUsageAt(charge.usage, load);
}

function constant(charge: MeteredCharge, quantity: number): MeteredCharge {
  return { ...charge, usage: { fixed: quantity, perRequest: 0 } };
}

/** Two values within the piece: a line goes through both. */
function triedIn({ from, to }: Piece): [number, number] {
  const third = (to - from) / 3;
  return [from + third, to - third];
}

/** Figures this near are the same but for the rounding of their last digits. */
const ROUNDING = 1e-9;

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}
