import type { CardKey, LoadedCards } from "../catalog/catalog.ts";
import { withCustomCatalog } from "../catalog/custom-prices.ts";
import { extremesOf } from "../engine/curve-extremes.ts";
import { crossEachPair, regimesOf } from "../engine/regimes.ts";
import { FIELDS } from "../fields.ts";
import type { Offer } from "../offer.ts";
import { cardKeyOf } from "../price-offer.ts";
import { httpApiTurnsKb } from "../side-costs/front-door.ts";
import { lcuTurnKb } from "../side-costs/load-balancer.ts";
import { LAMBDA_MB_PER_VCPU } from "../workload.ts";
import {
  bindingTurn,
  driverCurve,
  type DrivenInput,
  type DrivenOffer,
  type Piece,
} from "./driver-curve.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
import { functionBreaks } from "./limit-breaks.ts";
import type { Driver } from "./driver-names.ts";

/** Values of a driver for which one offer is the cheapest of those that can be bought. */
export interface DriverRegime {
  readonly from: number;
  readonly to: number;
  /** Index of the offer; `null` where none can be bought. */
  readonly cheapest: number | null;
  /** Here fleets overtake each other more often than is listed; `cheapest` holds in the middle. */
  readonly alternating: boolean;
}

/** Values of a driver, the lower end first. */
export interface DriverRange {
  readonly min: number;
  readonly max: number;
}

/**
 * Who is cheapest for which value of a driver, at the question's load: the same algebra as over
 * requests, with the driver in their place. `null` where the question has no single value of it.
 */
export function driverRegimes(
  question: DrivenQuestion,
  offers: readonly Offer[],
  driver: Driver,
  listed: LoadedCards,
  range: DriverRange = fieldRange(driver),
): DriverRegime[] | null {
  if (DRIVER_DEFINITIONS[driver].read(question) === null) return null;
  const catalog = withCustomCatalog(listed, question.terms.customPrices ?? [], null);
  const inputs = offers.map((offer): DrivenInput => {
    const key: CardKey = cardKeyOf(offer, catalog);
    return { question, driver, offer, card: catalog.card(key) };
  });
  const regimes: DriverRegime[] = [];
  for (const piece of piecesOf(inputs, axisOf(range, driver, question))) {
    const driven = inputs.map((input) => driverCurve(input, piece));
    for (const part of partsOf(driven, piece)) regimes.push(...regimesIn(driven, part));
  }
  const values = regimes.map(({ from, to, ...regime }): DriverRegime => {
    const [start, end] = [from, to].map((x) => toAxis(x, driver, question.terms));
    return { ...regime, from: Math.min(start ?? 0, end ?? 0), to: Math.max(start ?? 0, end ?? 0) };
  });
  return merged(values.toSorted((a, b) => a.from - b.from));
}

/** What an offer costs at least and at most. */
export interface CostRange {
  /** `null` where it cannot be bought anywhere. */
  readonly least: number | null;
  /** `null` where it cannot be bought everywhere. */
  readonly most: number | null;
}

/** What an offer costs at least and at most along a driver, whether or not it carries the load. */
export function driverExtremes(input: DrivenInput, range: DriverRange): CostRange {
  let least: number | null = null;
  let most: number | null = -Infinity;
  for (const piece of piecesOf([input], axisOf(range, input.driver, input.question))) {
    const driven = driverCurve(input, piece);
    if (driven === null) {
      most = null;
      continue;
    }
    const extremes = extremesOf(driven.curve, { min: piece.from, max: piece.to });
    least = Math.min(least ?? Infinity, extremes.least);
    if (most !== null) most = Math.max(most, extremes.most);
  }
  return { least, most };
}

/** What is looked along for a range of values, the lower end first. */
function axisOf({ min, max }: DriverRange, driver: Driver, { terms }: DrivenQuestion): Piece {
  const ends = [min, max].map((value) => toAxis(value, driver, terms));
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** The least and the most that the field of a driver takes. */
export function fieldRange(driver: Driver): DriverRange {
  const { min, max } = FIELDS[DRIVER_DEFINITIONS[driver].field];
  return { min, max };
}

/** Where fleets take turns more often than that, the regimes say that they alternate. */
const CROSSINGS_LISTED = 2000;

/**
 * Parts between which a usage changes its form: sizes, limits, a share of a vCPU that ends, and where
 * machines begin to lack another resource.
 */
function piecesOf(inputs: readonly DrivenInput[], whole: Piece): Piece[] {
  return splitAt(inputs.flatMap(breaksOf), whole).flatMap((piece) =>
    splitAt(
      inputs.flatMap((input) => bindingTurn(input, piece) ?? []),
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
function partsOf(driven: readonly (DrivenOffer | null)[], piece: Piece): Piece[] {
  return splitAt(
    driven.flatMap((offer) => offer?.carriesUpTo ?? []),
    piece,
  );
}

function regimesIn(driven: readonly (DrivenOffer | null)[], { from, to }: Piece): DriverRegime[] {
  const bought = driven.flatMap((offer, index) =>
    offer === null || offer.carriesUpTo < to ? [] : [{ curve: offer.curve, index }],
  );
  if (bought.length === 0) return [{ from, to, cheapest: null, alternating: false }];
  const curves = bought.map(({ curve }) => curve);
  const range = { min: from, max: to };
  return regimesOf(curves, crossEachPair(curves, range, CROSSINGS_LISTED), range).map((regime) => ({
    from: regime.from,
    to: regime.to,
    cheapest: bought[regime.cheapest]?.index ?? null,
    alternating: regime.alternating,
  }));
}

function merged(regimes: readonly DriverRegime[]): DriverRegime[] {
  const all: DriverRegime[] = [];
  for (const regime of regimes) {
    const last = all.at(-1);
    const isSame = last?.cheapest === regime.cheapest && last.alternating === regime.alternating;
    if (isSame) all[all.length - 1] = { ...last, to: regime.to };
    else all.push(regime);
  }
  return all;
}
