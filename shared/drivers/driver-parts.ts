import type { CardKey, LoadedCards } from "../catalog/catalog.ts";
import { withCustomCatalog } from "../catalog/custom-prices.ts";
import { FIELDS } from "../fields.ts";
import type { Offer } from "../offer.ts";
import { cardKeyOf } from "../price-offer.ts";
import { httpApiTurnsKb } from "../side-costs/front-door.ts";
import { lcuTurnKb } from "../side-costs/load-balancer.ts";
import { LAMBDA_MB_PER_VCPU } from "../workload.ts";
import {
  drivenInput,
  turnsWithin,
  type DrivenInput,
  type DrivenOffer,
  type Piece,
} from "./driver-curve.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";
import { functionBreaks } from "./limit-breaks.ts";

/** Values of a driver, the lower end first. */
export interface DriverRange {
  readonly min: number;
  readonly max: number;
}

/** Each offer along a driver, with the card that prices it. */
export function drivenInputs(
  question: DrivenQuestion,
  offers: readonly Offer[],
  driver: Driver,
  listed: LoadedCards,
): DrivenInput[] {
  const catalog = withCustomCatalog(listed, question.terms.customPrices ?? [], null);
  return offers.map((offer) => {
    const key: CardKey = cardKeyOf(offer, catalog);
    return drivenInput(question, driver, offer, catalog.card(key));
  });
}

/** What is looked along for a range of values, the lower end first. */
export function axisOf(
  { min, max }: DriverRange,
  driver: Driver,
  { terms }: DrivenQuestion,
): Piece {
  const ends = [min, max].map((value) => toAxis(value, driver, terms));
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** The least and the most that the field of a driver takes. */
export function fieldRange(driver: Driver): DriverRange {
  const { min, max } = FIELDS[DRIVER_DEFINITIONS[driver].field];
  return { min, max };
}

/**
 * Parts between which a usage changes its form: sizes, limits, a share of a vCPU that ends, and where
 * machines begin to lack another resource.
 */
export function piecesOf(inputs: readonly DrivenInput[], whole: Piece): Piece[] {
  return splitAt(inputs.flatMap(breaksOf), whole).flatMap((piece) =>
    splitAt(
      inputs.flatMap((input) => turnsWithin(input, piece)),
      piece,
    ),
  );
}

function splitAt(breaks: readonly number[], { from, to }: Piece): Piece[] {
  const within = new Set(breaks.filter((x) => x > from && x < to));
  const bounds = [from, ...within, to].toSorted((a, b) => a - b);
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }));
}

function breaksOf({ driver, offer, question, card }: DrivenInput): number[] {
  const { workload } = question;
  if (driver === "egress") return egressBreaks(offer, question);
  if (offer.kind === "machine") {
    if (driver !== "memory") return [];
    const machine = card.machine(offer.instanceType);
    return [LAMBDA_MB_PER_VCPU, (machine?.memoryMb ?? 0) - workload.memoryReserveMb];
  }
  return functionBreaks(offer, workload, driver);
}

/** KB of egress where what is around an offer begins to be billed in another way. */
function egressBreaks(offer: Offer, { terms, workload }: DrivenQuestion): number[] {
  const { kind } = offer;
  const isHttpApi = kind === "function" && terms.sideCosts?.frontDoor === "http_api";
  return [
    ...(offer.kind === "function" ? functionBreaks(offer, workload, "egress") : []),
    lcuTurnKb(kind),
    ...(isHttpApi ? httpApiTurnsKb(fieldRange("egress").max) : []),
  ];
}

/** Parts of a piece in which the same machines carry the load. */
export function partsOf(driven: readonly (DrivenOffer | null)[], piece: Piece): Piece[] {
  return splitAt(
    driven.flatMap((offer) => offer?.carriesUpTo ?? []),
    piece,
  );
}
