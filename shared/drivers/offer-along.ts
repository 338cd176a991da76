import { withCustomCatalog } from "../catalog/custom-prices.ts";
import type { LoadedCards } from "../catalog/catalog.ts";
import { findMachine } from "../catalog/find-machine.ts";
import { ifPriced } from "../engine/errors.ts";
import { signOfDifference } from "../engine/rounding.ts";
import type { Offer } from "../offer.ts";
import { cardKeyOf } from "../price-offer.ts";
import { lcuTurnKb } from "../side-costs/load-balancer.ts";
import { LAMBDA_MB_PER_VCPU } from "../request-demand.ts";
import {
  costFor,
  drivenInput,
  driverCurve,
  questionsAlong,
  turnsWithin,
  type DrivenInput,
  type DrivenOffer,
  type Piece,
} from "./driver-curve.ts";
import { fieldRange, splitAt } from "./driver-parts.ts";
import { meansWhere, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { boughtUpTo, functionBreaks } from "./limit-breaks.ts";

/** A limit this near is the value itself but for the rounding of their last digits. */
const ROUNDING = 1e-9;

/** Each offer along a driver, in pieces of `whole`, with the card that prices it. */
export function offersAlong(
  question: DrivenQuestion,
  offers: readonly Offer[],
  driver: Driver,
  listed: LoadedCards,
  whole: Piece,
): OfferAlong[] {
  const catalog = withCustomCatalog(listed, question.terms.customPrices ?? [], null);
  const asked = questionsAlong(question, driver);
  return offers.map((offer) => {
    const card = catalog.card(cardKeyOf(offer, catalog));
    return new OfferAlong(drivenInput(question, driver, offer, card, asked), whole);
  });
}

/**
 * An offer in pieces in each of which its cost has one form, ascending: they meet at sizes, limits, a
 * share of a vCPU that ends, and where machines begin to lack another resource. What is computed of a
 * piece holds for all of it.
 */
export class OfferAlong {
  readonly pieces: readonly Piece[];
  readonly #input: DrivenInput;
  readonly #curves: (DrivenOffer | null | undefined)[] = [];

  /** `whole`: what is looked at, of which all pieces are parts. */
  constructor(input: DrivenInput, whole: Piece) {
    this.#input = input;
    this.pieces = splitAt(breaksOf(input), whole).flatMap((piece) =>
      splitAt(turnsWithin(input, piece), piece),
    );
  }

  /** The offer in a part of one of its pieces; `null` where it cannot be bought. */
  in({ from, to }: Piece): DrivenOffer | null {
    const middle = from + (to - from) / 2;
    const index = this.pieces.findIndex((own) => middle <= own.to);
    const known = this.#curves[index];
    if (known !== undefined) return known;
    const piece = this.pieces[index];
    const curve = piece === undefined ? null : driverCurve(this.#input, piece);
    this.#curves[index] = curve;
    return curve;
  }

  /** The monthly cost at a value of what is looked along, from its bill; `null` where it cannot be bought. */
  costAt(x: number): number | null {
    const { offer, question, driver } = this.#input;
    // Not even tried: an error takes longer than what is priced.
    const isBeyond =
      offer.kind === "function" &&
      x > boughtUpTo(offer, question.workload, driver) * (1 + ROUNDING);
    return isBeyond ? null : ifPriced(() => costFor(this.#input, x));
  }
}

/**
 * Index of the offer whose bill is the least at a value of what is looked along, `preferred` of those that
 * cost the same; `null` where none can be bought.
 */
export function cheapestBilled(
  along: readonly OfferAlong[],
  x: number,
  preferred: number | null,
): number | null {
  const costs = along.map((offer) => offer.costAt(x));
  const least = Math.min(...costs.map((cost) => cost ?? Infinity));
  const isLeast = (cost: number | null | undefined) =>
    typeof cost === "number" && signOfDifference(cost, least) === 0;
  if (isLeast(costs[preferred ?? -1])) return preferred;
  const index = costs.findIndex(isLeast);
  return index === -1 ? null : index;
}

function breaksOf({ driver, offer, question, card }: DrivenInput): number[] {
  const { workload } = question;
  // It goes by what all functions send on average.
  const turns = driver === "egress" ? [lcuTurnKb(offer.kind)] : [];
  // From the least on, which some of several functions may have, they go on in proportion.
  const values = driver === "memory" ? [fieldRange(driver).min] : [];
  if (offer.kind === "function") {
    turns.push(...meansWhere(workload, driver, values), ...functionBreaks(offer, workload, driver));
  }
  if (offer.kind === "function" || driver !== "memory") return turns;
  const machine = ifPriced(() => findMachine(card, offer.service, offer.instanceType));
  values.push(LAMBDA_MB_PER_VCPU, (machine?.memoryMb ?? 0) - workload.memoryReserveMb);
  return meansWhere(workload, driver, values);
}
