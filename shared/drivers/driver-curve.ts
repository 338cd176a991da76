import type { RateCard } from "../catalog/card.ts";
import { findMachine } from "../catalog/find-machine.ts";
import type { Price } from "../engine/price.ts";
import { monthlyTotal } from "../engine/monthly-total.ts";
import type { CostCurve } from "../engine/curve.ts";
import { buildCurve } from "../engine/build-curve.ts";
import { ifPriced } from "../engine/errors.ts";
import { fleetFor } from "../engine/sizing.ts";
import {
  isFleetUsage,
  isSharedUsage,
  machinesAt,
  requestUsageAt,
  usageAt,
  type MeteredCharge,
  type RequestUsage,
} from "../engine/usage.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { BilledTime, MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../offer.ts";
import { capacityFor, sizingOf } from "../price-machine.ts";
import { priceOffer, type OfferPricing } from "../price-offer.ts";
import { capacityDemandOf } from "../workload.ts";
import { dividedAllowance, mayDivide, type DividedAllowance } from "./divided-allowance.ts";
import { billedStairs, usedBy } from "./billed-stairs.ts";
import { questionAt, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { boughtUpTo } from "./limit-breaks.ts";
import { curveWithStairs, type ChargesAlong } from "./stairs.ts";
import { throughHttpApi } from "./through-http-api.ts";

/** A part of what is looked along in which every usage is a straight line, but for steps of time. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What an offer costs a month along a driver, and how far it can be bought. */
export interface DrivenOffer {
  /** The cost at the question's load, with the driver (or one over it) where requests usually are. */
  readonly curve: CostCurve;
  /** Where functions share an allowance: the `curve` is as that is divided at the place that was priced. */
  readonly divided?: DividedAllowance;
  /** Beyond this a fixed number of machines is too small; below zero where it is throughout. */
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
  return { question, driver, offer, card, asked, priced };
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
 * there. Costs are a month's in the currency of the
 * question's terms, the axis is in the driver's unit. Throws what is no `PricingError` on.
 */
export function driverCurve(input: DrivenInput, piece: Piece): DrivenOffer | null {
  const { driver, offer } = input;
  return ifPriced(() => {
    if (driver === "exchange_rate") return alongRate(input, piece);
    if (offer.kind === "machine") return machineAlong(input, offer, piece);
    // Not even tried: an error takes longer than what is priced.
    if (piece.from >= boughtUpTo(offer, input.question.workload, driver)) return null;
    return functionAlong(input, offer, piece);
  });
}

/**
 * An offer's monthly cost at a value of what is looked along; `null` for machines that do not carry the
 * load there. Throws a `PricingError` for an offer that cannot be bought.
 */
export function costFor({ question, offer, priced }: DrivenInput, x: number): number | null {
  return costCarrying(priced(x), offer, question.workload.requestsPerMonth);
}

/** What an offer costs a month at a load; `null` for machines that do not carry it. */
export function costCarrying(
  { charges, fleet, requestsPerMachine }: OfferPricing,
  { kind }: Offer,
  load: number,
): number | null {
  if (kind === "machine") {
    if (fleet === null) return null;
    const carried = machinesAt(fleet, load) * (requestsPerMachine ?? 0);
    if (carried < load * (1 - ROUNDING)) return null;
  }
  return monthlyTotal(charges, load, fleet);
}

/** Prices in another money are in proportion to what is looked along. */
function alongRate(input: DrivenInput, piece: Piece): DrivenOffer | null {
  const { fixed, slope } = lineOver(piece, (x) => costFor(input, x) ?? Number.NaN);
  if (Number.isNaN(slope)) return null;
  const curve = { pieces: [{ from: 0, cost: fixed, slope }], fleets: [] };
  return { curve, carriesUpTo: Infinity };
}

function functionAlong(input: DrivenInput, offer: FunctionOffer, piece: Piece): DrivenOffer {
  const { question, driver } = input;
  const { billedTime }: MeteringRule = METERING_RULES[offer.service];
  const { workload, terms } = question;
  const { lines, stairs, minimumMachines } =
    driver === "execution_time" && billedTime !== undefined
      ? alongTime(input, offer, billedTime, piece)
      : { lines: linesThrough(input, piece), stairs: [], minimumMachines: 1 };
  const curveAt = (priceOf: (charge: MeteredCharge) => Price): CostCurve => {
    const priced = lines.map((line) => ({ ...line, price: priceOf(line) }));
    return curveWithStairs(priced, stairs, minimumMachines);
  };
  const isStepped = driver === "egress" && terms.sideCosts?.frontDoor === "http_api";
  const curve = isStepped ? throughHttpApi(lines, workload) : curveAt(({ price }) => price);
  const driven = { curve, carriesUpTo: Infinity };
  const free = lines.flatMap(({ sharedFree }) => sharedFree ?? []);
  return free.some(Boolean) && mayDivide(question, driver)
    ? { ...driven, divided: dividedAllowance(free, curveAt) }
    : driven;
}

/** A function's charges over execution time: a step for each step of time that is billed. */
function alongTime(
  input: DrivenInput,
  offer: FunctionOffer,
  billedTime: BilledTime,
  piece: Piece,
): ChargesAlong {
  const [, at] = triedIn(piece);
  // An offer that cannot be bought here is an error.
  const { charges } = input.priced(at);
  const { workload } = input.question;
  const { stairs, minimumMachines, fixed } = billedStairs(workload, offer, billedTime);
  const lines = charges.map((charge, index) => {
    const used = usedBy(charge, workload.requestsPerMonth);
    const without = fixed[index] ?? used;
    // CPU time is billed as it is used.
    return lineOf(charge, without, (used - without) / at);
  });
  return { lines, stairs, minimumMachines };
}

/** Machines along a driver: as many whatever it is, or one more for each so much of it. */
function machineAlong(input: DrivenInput, offer: MachineOffer, piece: Piece): DrivenOffer | null {
  const charges = linesThrough(input, piece);
  const { workload } = input.question;
  const load = workload.requestsPerMonth;
  // Machines that the load needs, not rounded up.
  const { fixed, slope } = lineOver(piece, (x) => load / (input.priced(x).requestsPerMachine ?? 0));
  const { fleet } = input.priced(triedIn(piece)[0]);
  if (fleet === null || !Number.isFinite(slope)) return null;
  if (fleet.requestsPerMachine === Infinity) {
    // Without a slope as many are needed throughout: they are enough for all of it, or for nothing.
    const needed = slope === 0 ? fixed * (1 - ROUNDING) : fixed;
    const carriesUpTo = (fleet.minimumMachines - needed) / slope;
    return { curve: buildCurve(charges, fleet), carriesUpTo };
  }
  if (slope === 0) {
    const lines = charges.flatMap((charge): MeteredCharge[] => {
      const { usage } = charge;
      if (isFleetUsage(usage) || isSharedUsage(usage)) {
        return [lineOf(charge, usageAt(usage, load, fleet), 0)];
      }
      const { fromMachines = 0, ...line } = usage;
      return machinesAt(fleet, load) < fromMachines ? [] : [{ ...charge, usage: line }];
    });
    return { curve: buildCurve(lines, null), carriesUpTo: Infinity };
  }
  const headStart = fixed / slope;
  const grown = fleetFor(sizingOf(offer, {}), 1 / slope, workload.hourlyWeights) ?? fleet;
  const { slots } = grown;
  const curve = buildCurve(charges, {
    ...grown,
    headStart,
    ...(slots && { slots: slots.map((slot) => ({ ...slot, headStart })) }),
  });
  return { curve, carriesUpTo: Infinity };
}

/** Charges whose usage by request is the line through both prices: within a piece they are the same ones. */
function linesThrough({ question, priced }: DrivenInput, piece: Piece): MeteredCharge[] {
  const load = question.workload.requestsPerMonth;
  return priced(triedIn(piece)[0]).charges.map((charge, index) => {
    const { usage } = charge;
    if (isFleetUsage(usage) || isSharedUsage(usage)) return charge;
    const { bends: _, ...rest } = usage;
    const { fixed, slope } = lineOver(piece, (x) =>
      requestUsageAt(priced(x).charges[index]?.usage as RequestUsage, load),
    );
    return { ...charge, usage: { ...rest, fixed, perRequest: slope } };
  });
}

/** Where within a piece the cost of an offer changes its form. */
export function turnsWithin(input: DrivenInput, piece: Piece): number[] {
  const { offer } = input;
  if (offer.kind === "function") return [];
  const turns = ifPriced(() => {
    const turn = bindingTurn(input, offer, piece);
    return offer.unlimited === true ? [turn, ...usedUpTurns(input, piece)] : [turn];
  });
  return turns ?? [];
}

/** Where another resource begins to bind a machine: by both, as many would be needed. */
function bindingTurn({ asked, card }: DrivenInput, offer: MachineOffer, piece: Piece): number {
  const machine = findMachine(card, offer.service, offer.instanceType);
  const capacityAt = (x: number) =>
    capacityFor(offer, machine, capacityDemandOf(asked(x).workload));
  const cpu = lineOver(piece, (x) => 1 / capacityAt(x).cpuRequestsPerSecond);
  const memory = lineOver(piece, (x) => 1 / capacityAt(x).memoryRequestsPerSecond);
  return (memory.fixed - cpu.fixed) / (cpu.slope - memory.slope);
}

/** Where the load uses up all that burstable machines have beyond their baseline. */
function usedUpTurns({ priced, question }: DrivenInput, piece: Piece): number[] {
  const bendsAt = (x: number) =>
    priced(x).charges.flatMap(({ usage }) => ("bends" in usage ? usage.bends : []));
  return bendsAt(triedIn(piece)[0]).map((_, index) => {
    // What a request uses, as a part of all that there is.
    const { fixed, slope } = lineOver(piece, (x) => 1 / (bendsAt(x)[index]?.at ?? 0));
    return (1 / question.workload.requestsPerMonth - fixed) / slope;
  });
}

/** A charge for so much, and so much more along a driver. */
function lineOf(charge: MeteredCharge, fixed: number, perRequest: number): MeteredCharge {
  return { ...charge, usage: { fixed, perRequest } };
}

interface Line {
  readonly fixed: number;
  readonly slope: number;
}

/** The line of what is a line in the piece. */
function lineOver(piece: Piece, at: (x: number) => number): Line {
  const [first, second] = triedIn(piece);
  return lineThrough(first, at(first), second, at(second));
}

/** The line through two points; where it begins with nothing but for rounding, exactly so. */
function lineThrough(first: number, low: number, second: number, high: number): Line {
  const slope = (high - low) / (second - first);
  const fixed = low - slope * first;
  return Math.abs(fixed) <= ROUNDING * Math.abs(low)
    ? { fixed: 0, slope: low / first }
    : { fixed, slope };
}

/**
 * Two values within the piece: a line goes through both. The first is near its lower end, for what a line begins
 * with is known to the last digits of what there is at the first: far up, steps further down were misplaced.
 */
function triedIn({ from, to }: Piece): [number, number] {
  const third = (to - from) / 3;
  return [from + Math.min(third, from || third), to - third];
}

/** Figures this near are the same but for the rounding of their last digits. */
const ROUNDING = 1e-9;
