import { pieceAt, type CostCurve } from "./curve.ts";
import { crossFleets } from "./fleet-crossings.ts";
import { SignTracker } from "./sign-tracker.ts";

/** One of two curves that are compared. */
export type Side = "first" | "second";

/** A load at which the cheaper of two curves changes. */
export interface Crossing {
  readonly requestsPerMonth: number;
  /** Monthly cost there; at a step, of the curve that is the cheaper above it. */
  readonly monthlyCost: number;
  /** `equal`: both cost the same here. `step`: a fleet grows right after this load and overtakes. */
  readonly kind: "equal" | "step";
  /** Which of the two is cheaper just below and just above. */
  readonly cheaperBelow: Side;
  readonly cheaperAbove: Side;
}

/** An interval in which two curves alternate more often than `limit` times: not all is listed. */
export interface Alternation {
  readonly from: number;
  readonly to: number;
}

/** From this load to the next crossing or alternation, this curve never costs more than the other. */
export interface Order {
  readonly from: number;
  readonly cheaper: Side;
}

export interface Crossings {
  /** The order where the range begins and after each alternation; none if both always cost the same. */
  readonly orders: readonly Order[];
  readonly points: readonly Crossing[];
  readonly alternations: readonly Alternation[];
}

export interface LoadRange {
  readonly min: number;
  readonly max: number;
}

/** Crossings listed in one stretch before it is summed up as an alternation. */
export const CROSSINGS_LISTED = 1000;

/**
 * Every load in the range at which one curve stops being the cheaper of the two, in ascending
 * order. Between the kinks of both curves their difference is a line plus, for each fleet, a
 * staircase that stays between two parallel lines; where zero lies outside those lines nothing
 * can cross, and only inside them are single steps looked at. Two curves that run together count
 * as crossing where they part, and only if the order has changed.
 */
export function crossings(
  first: CostCurve,
  second: CostCurve,
  range: LoadRange,
  limit = CROSSINGS_LISTED,
): Crossings {
  const tracker = new SignTracker(first, second, range.min);
  const alternations: Alternation[] = [];
  if (range.min >= range.max) return { orders: [], points: [], alternations };
  if (first.fleets.length === 0 && second.fleets.length === 0) {
    crossLines(tracker, range);
  } else {
    crossFleets(tracker, range, limit, alternations);
  }
  return { orders: tracker.orders, points: tracker.points, alternations };
}

function crossLines(tracker: SignTracker, { min, max }: LoadRange): void {
  const { first, second } = tracker;
  let from = min;
  let firstIndex = indexAt(first, min);
  let secondIndex = indexAt(second, min);
  while (from < max) {
    const firstNext = first.pieces[firstIndex + 1]?.from ?? Infinity;
    const secondNext = second.pieces[secondIndex + 1]?.from ?? Infinity;
    const to = Math.min(firstNext, secondNext, max);
    tracker.segment(
      from,
      pieceValue(first, firstIndex, from),
      pieceValue(second, secondIndex, from),
      to,
      pieceValue(first, firstIndex, to),
      pieceValue(second, secondIndex, to),
    );
    if (firstNext === to) firstIndex += 1;
    if (secondNext === to) secondIndex += 1;
    from = to;
  }
}

function indexAt(curve: CostCurve, x: number): number {
  return curve.pieces.indexOf(pieceAt(curve.pieces, x));
}

function pieceValue(curve: CostCurve, index: number, x: number): number {
  const piece = curve.pieces[index];
  return piece === undefined ? 0 : piece.cost + piece.slope * (x - piece.from);
}
