import { FIELDS } from "../fields.ts";
import { usedUpIn } from "./divided-allowance.ts";
import type { DrivenOffer, Piece } from "./driver-curve.ts";
import { DRIVER_DEFINITIONS, toAxis, type DrivenQuestion } from "./driver.ts";
import type { Driver } from "./driver-names.ts";

/** Values of a driver, the lower end first. */
export interface DriverRange {
  readonly min: number;
  readonly max: number;
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

/** Parts of the whole in each of which the cost of every offer has one form, ascending. */
export function piecesOf(
  offers: readonly { readonly pieces: readonly Piece[] }[],
  whole: Piece,
): Piece[] {
  return splitAt(
    offers.flatMap(({ pieces }) => pieces.map(({ to }) => to)),
    whole,
  );
}

/** A piece in parts that meet at those of the breaks which are within it. */
export function splitAt(breaks: readonly number[], piece: Piece): Piece[] {
  const { from, to } = piece;
  const inside = breaks.filter((x) => x > from && x < to);
  if (inside.length === 0) return [piece];
  const within = new Set(inside);
  const bounds = [from, ...within, to].toSorted((a, b) => a - b);
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, to: end }));
}

/** A piece in two of the same length. */
export function halvesOf({ from, to }: Piece): [Piece, Piece] {
  const middle = from + (to - from) / 2;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}

/** An offer that can be bought, by its place among all. */
export interface Bought extends Pick<DrivenOffer, "curve" | "divided"> {
  readonly index: number;
}

/** Values between which the same offers can be bought, each with one curve. */
export interface Part extends Piece {
  readonly bought: readonly Bought[];
}

/** What of offers can be bought in a part. */
export function boughtIn(driven: readonly (DrivenOffer | null)[], { from, to }: Piece): Part {
  const bought = driven.flatMap((offer, index) =>
    offer === null || offer.carriesUpTo < to ? [] : [{ ...offer, index }],
  );
  return { from, to, bought };
}

/** Parts of a piece in which the same machines carry the load, and the same charges of a shared allowance are billed. */
export function partsOf(driven: readonly (DrivenOffer | null)[], piece: Piece): Piece[] {
  const carried = driven.flatMap((offer) => offer?.carriesUpTo ?? []);
  const shared = driven.flatMap((offer) => offer?.divided ?? []);
  return splitAt([...carried, ...usedUpIn(shared, { min: piece.from, max: piece.to })], piece);
}
