import type { CardKey, LoadedCards } from "../catalog/catalog.ts";
import { withCustomCatalog } from "../catalog/custom-prices.ts";
import { crossEachPair, regimesOf } from "../engine/regimes.ts";
import { FIELDS } from "../fields.ts";
import { METERING_RULES } from "../metering/index.ts";
import { INCLUDED_STREAM_KB } from "../metering/aws-lambda.ts";
import type { MeteringRule } from "../metering/rule.ts";
import type { Offer } from "../offer.ts";
import { cardKeyOf } from "../price-offer.ts";
import { LAMBDA_MB_PER_VCPU } from "../workload.ts";
import { driverCurve, type DrivenInput, type DrivenOffer, type Piece } from "./driver-curve.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
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
  const ends = [range.min, range.max].map((value) => toAxis(value, driver, question.terms));
  const [min, max] = [Math.min(...ends), Math.max(...ends)];
  const regimes: DriverRegime[] = [];
  for (const piece of piecesOf(inputs, { from: min, to: max })) {
    const driven = inputs.map((input) => driverCurve(input, piece));
    for (const part of partsOf(driven, piece)) regimes.push(...regimesIn(driven, part));
  }
  const values = regimes.map(({ from, to, ...regime }): DriverRegime => {
    const [start, end] = [from, to].map((x) => toAxis(x, driver, question.terms));
    return { ...regime, from: Math.min(start ?? 0, end ?? 0), to: Math.max(start ?? 0, end ?? 0) };
  });
  return merged(values.toSorted((a, b) => a.from - b.from));
}

/** The least and the most that the field of a driver takes. */
export function fieldRange(driver: Driver): DriverRange {
  const { min, max } = FIELDS[DRIVER_DEFINITIONS[driver].field];
  return { min, max };
}

/** Where fleets take turns more often than that, the regimes say that they alternate. */
const CROSSINGS_LISTED = 2000;

/** Parts between which a usage changes its form: sizes, limits, a share of a vCPU that ends. */
function piecesOf(inputs: readonly DrivenInput[], { from, to }: Piece): Piece[] {
  const breaks = new Set(inputs.flatMap(breaksOf));
  const bounds = [from, ...[...breaks].filter((x) => x > from && x < to), to].toSorted(
    (a, b) => a - b,
  );
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }));
}

function breaksOf({ driver, offer, question, card }: DrivenInput): number[] {
  const { workload } = question;
  if (driver === "egress") return [INCLUDED_STREAM_KB];
  if (offer.kind === "machine") {
    if (driver !== "memory") return [];
    const machine = card.machine(offer.instanceType);
    return [LAMBDA_MB_PER_VCPU, (machine?.memoryMb ?? 0) - workload.memoryReserveMb];
  }
  const rule: MeteringRule = METERING_RULES[offer.service];
  if (driver === "execution_time") return [rule.limits.durationMs];
  if (driver !== "memory") return [];
  return [LAMBDA_MB_PER_VCPU, rule.limits.memoryMb, ...(rule.memorySizesMb ?? [])];
}

/** Parts of a piece in which the same machines carry the load. */
function partsOf(driven: readonly (DrivenOffer | null)[], { from, to }: Piece): Piece[] {
  const ends = driven.flatMap((offer) => offer?.carriesUpTo ?? []);
  const bounds = [from, ...ends.filter((x) => x > from && x < to), to].toSorted((a, b) => a - b);
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }));
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
