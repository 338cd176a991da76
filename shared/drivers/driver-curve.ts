import type { RateCard } from "../catalog/card.ts";
import { monthlyTotal } from "../engine/bill.ts";
import { buildCurve, type CostCurve } from "../engine/curve.ts";
import { PricingError } from "../engine/errors.ts";
import { fleetFor, monthlyCapacity } from "../engine/sizing.ts";
import {
  isFleetUsage,
  isSharedUsage,
  machinesAt,
  usageAt,
  type Fleet,
  type MeteredCharge,
} from "../engine/usage.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { FunctionOffer, MachineOffer, Offer } from "../offer.ts";
import { priceOffer, type OfferPricing } from "../price-offer.ts";
import { questionAt, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";

/** A part of what is looked along in which every usage is a straight line, but for steps of time. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What an offer costs a month along a driver, and how far it can be bought. */
export interface DrivenOffer {
  /** The cost at the question's load, with the driver (or one over it) where requests usually are. */
  readonly curve: CostCurve;
  /** Beyond this a fixed number of machines is too small. */
  readonly carriesUpTo: number;
}

/** An offer along a driver, with what is asked and by which card it is priced. */
export interface DrivenInput {
  readonly question: DrivenQuestion;
  readonly driver: Driver;
  readonly offer: Offer;
  readonly card: RateCard;
}

/**
 * An offer's cost along a driver, exact within the piece; `null` for an offer that cannot be bought
 * there, or whose cost is neither a line nor stairs in it.
 */
export function driverCurve(input: DrivenInput, piece: Piece): DrivenOffer | null {
  try {
    const { driver, offer } = input;
    if (driver === "exchange_rate") return alongRate(input, piece);
    if (offer.kind === "machine") return machineAlong(input, offer, piece);
    const curve = driver === "execution_time" ? alongTime(input, offer, piece) : null;
    return curve ?? functionAlong(input, piece);
  } catch (error) {
    if (error instanceof PricingError) return null;
    throw error;
  }
}

/** Prices in another money are in proportion to what is looked along. */
function alongRate(input: DrivenInput, piece: Piece): DrivenOffer | null {
  const [first, second] = triedIn(piece);
  const load = input.question.workload.requestsPerMonth;
  const { fleet, requestsPerMachine } = priceAt(input, first);
  if (input.offer.kind === "machine") {
    if (fleet === null || requestsPerMachine === null) return null;
    if (machinesAt(fleet, load) * requestsPerMachine < load) return null;
  }
  const [low = 0, high = 0] = [first, second].map((x) =>
    monthlyTotal(priceAt(input, x).charges, load, fleet),
  );
  const slope = (high - low) / (second - first);
  const curve = { pieces: [{ from: 0, cost: low - slope * first, slope }], fleets: [] };
  return { curve, carriesUpTo: Infinity };
}

/**
 * A function's cost over execution time: a step up for each step of time that is billed. `null` for
 * one without such steps, and for one of which a part is billed in another way.
 */
function alongTime(
  input: DrivenInput,
  { service }: FunctionOffer,
  piece: Piece,
): DrivenOffer | null {
  const { billedTime, limits }: MeteringRule = METERING_RULES[service];
  if (billedTime === undefined || piece.to > limits.durationMs) return null;
  const { stepMs, leastMs = 0 } = billedTime;
  const least = Math.max(1, Math.ceil(leastMs / stepMs));
  const steps = least + 1;
  const low = usagesAt(priceAt(input, steps * stepMs), input);
  const high = usagesAt(priceAt(input, 2 * steps * stepMs), input);
  const charges: MeteredCharge[] = [];
  for (const [index, { charge, quantity }] of low.entries()) {
    const twice = high[index]?.quantity ?? Number.NaN;
    if (isSame(twice, quantity)) charges.push(constant(charge, quantity));
    else if (isSame(twice, 2 * quantity)) {
      charges.push({ ...charge, usage: { perMachine: quantity / steps } });
    } else return null;
  }
  const stairs: Fleet = { requestsPerMachine: stepMs, minimumMachines: least };
  return { curve: buildCurve(charges, stairs), carriesUpTo: Infinity };
}

function functionAlong(input: DrivenInput, piece: Piece): DrivenOffer | null {
  const [first, second] = triedIn(piece);
  const charges = linesThrough(input, piece, priceAt(input, first), priceAt(input, second));
  return charges && { curve: buildCurve(charges, null), carriesUpTo: Infinity };
}

function machineAlong(
  input: DrivenInput,
  { sizing }: MachineOffer,
  piece: Piece,
): DrivenOffer | null {
  const tried = triedIn(piece);
  const [low, high] = [priceAt(input, tried[0]), priceAt(input, tried[1])];
  const charges = linesThrough(input, piece, low, high);
  const needed = neededAlong(input, low, high, tried);
  if (charges === null || needed === null || low.fleet === null) return null;
  const { perValue, always } = needed;
  const { workload } = input.question;
  const load = workload.requestsPerMonth;
  if (low.fleet.requestsPerMachine === Infinity) {
    const { minimumMachines: machines } = low.fleet;
    if (machines < always) return null;
    return { curve: buildCurve(charges, low.fleet), carriesUpTo: machines / perValue };
  }
  if (sizing.kind === "fixed") return null;
  if (perValue === 0) {
    const { fleet } = low;
    const still = charges.map((charge) => constant(charge, usageAt(charge.usage, load, fleet)));
    const lines = charges.map((charge, index) =>
      isFleetUsage(charge.usage) || isSharedUsage(charge.usage) ? (still[index] ?? charge) : charge,
    );
    return { curve: buildCurve(lines, null), carriesUpTo: Infinity };
  }
  const weights = sizing.kind === "autoscaled" ? workload.hourlyWeights : undefined;
  // Where each hour needs some machines whatever the value, no hour has a stair of this form.
  if (weights !== undefined && always > sizing.minimumMachines) return null;
  const least = { ...sizing, minimumMachines: Math.max(sizing.minimumMachines, always) };
  const fleet = fleetFor(least, 1 / perValue, weights);
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
    const from = usage.fixed + usage.perRequest * load;
    const to = other.usage.fixed + other.usage.perRequest * load;
    const slope = (to - from) / (second - first);
    charges.push({ ...charge, usage: { fixed: from - slope * first, perRequest: slope } });
  }
  return low.charges.length === high.charges.length ? charges : null;
}

/** Machines that the peak needs: so many for each unit of the value, and so many whatever it is. */
interface Needed {
  readonly perValue: number;
  readonly always: number;
}

function neededAlong(
  input: DrivenInput,
  low: OfferPricing,
  high: OfferPricing,
  [first, second]: readonly [number, number],
): Needed | null {
  const load = input.question.workload.requestsPerMonth;
  let perValue = 0;
  let always = 0;
  for (const resource of ["cpuRequestsPerSecond", "memoryRequestsPerSecond"] as const) {
    const perMachine = [low, high].map(({ capacity }, index) => {
      const x = index === 0 ? first : second;
      const { workload } = questionAt(input.question, input.driver, x);
      return monthlyCapacity(capacity?.[resource] ?? 0, workload.peakToAverage);
    });
    const [atFirst = 0, atSecond = 0] = perMachine;
    if (atFirst === 0 || atSecond === 0) return null;
    if (isSame(atFirst, atSecond)) {
      const fleet: Fleet = { requestsPerMachine: atFirst, minimumMachines: 0 };
      always = Math.max(always, machinesAt(fleet, load));
    } else if (isSame(atFirst * first, atSecond * second)) {
      perValue = Math.max(perValue, load / (atFirst * first));
    } else return null;
  }
  return { perValue, always };
}

function priceAt({ question, driver, offer, card }: DrivenInput, x: number): OfferPricing {
  const { workload, terms } = questionAt(question, driver, x);
  return priceOffer(workload, offer, terms, card);
}

interface UsedCharge {
  readonly charge: MeteredCharge;
  readonly quantity: number;
}

function usagesAt({ charges, fleet }: OfferPricing, { question }: DrivenInput): UsedCharge[] {
  return charges.map((charge) => ({
    charge,
    quantity: usageAt(charge.usage, question.workload.requestsPerMonth, fleet),
  }));
}

function constant(charge: MeteredCharge, quantity: number): MeteredCharge {
  return { ...charge, usage: { fixed: quantity, perRequest: 0 } };
}

/** Two values within the piece: a line goes through both. */
function triedIn({ from, to }: Piece): [number, number] {
  const third = (to - from) / 3;
  return [from + third, to - third];
}

/** Equal but for the rounding of the last digits. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
