import type { Fleet } from "./fleet.ts";
import { machinesAt } from "./usage.ts";

/** From `from` (inclusive) to the next piece, cost is `cost + slope × (x − from)`. */
export interface LinearPiece {
  readonly from: number;
  readonly cost: number;
  readonly slope: number;
  /** The cost jumps here: at `from` itself the piece before it still holds. */
  readonly jumps?: true;
}

/** For the compiler: a curve has at least one piece. */
export const NOTHING: LinearPiece = { from: 0, cost: 0, slope: 0 };

/** What a fleet costs: linear pieces over the number of machines, which steps with the load. */
export interface FleetCurve extends Fleet {
  readonly pieces: readonly LinearPiece[];
  /**
   * The loads above `from` and up to `upTo` at which it costs that; everywhere unless given. The
   * curve's own pieces begin there, too.
   */
  readonly from?: number;
  readonly upTo?: number;
}

/**
 * Monthly cost as a function of requests per month, exact everywhere: the sum of a piecewise
 * linear part and of fleets. Fleets stay symbolic, so the size of a curve does not depend on how
 * many machines a load needs.
 */
export interface CostCurve {
  /** Ascending, the first from 0. */
  readonly pieces: readonly LinearPiece[];
  readonly fleets: readonly FleetCurve[];
}

/** Monthly cost at a load; at a fleet step, the cost before the next machine is added. */
export function costAt(curve: CostCurve, requestsPerMonth: number): number {
  let fleetsCost = 0;
  for (const fleet of curve.fleets) {
    if (!isActiveAt(fleet, requestsPerMonth)) continue;
    fleetsCost += valueAt(fleet.pieces, machinesAt(fleet, requestsPerMonth));
  }
  return valueAt(curve.pieces, requestsPerMonth) + fleetsCost;
}

/** Whether a fleet is part of the cost at a load. */
function isActiveAt({ from = 0, upTo = Infinity }: FleetCurve, requestsPerMonth: number): boolean {
  return (from === 0 || requestsPerMonth > from) && requestsPerMonth <= upTo;
}

/** Whether a fleet is part of the cost just above a load. */
export function isActiveAfter({ from, upTo }: FleetCurve, requestsPerMonth: number): boolean {
  return requestsPerMonth >= (from ?? 0) && requestsPerMonth < (upTo ?? Infinity);
}

/** The value of piecewise linear pieces at `x`; at a jump, of the piece before it. */
export function valueAt(pieces: readonly LinearPiece[], x: number): number {
  const piece = pieceAt(pieces, x);
  return piece.cost + piece.slope * (x - piece.from);
}

/** The piece that holds `x` (the later one where two meet without a jump). */
export function pieceAt(pieces: readonly LinearPiece[], x: number): LinearPiece {
  const index = indexAt(pieces, x);
  const piece = pieces[index] ?? NOTHING;
  const isAtJump = piece.jumps === true && piece.from === x;
  return isAtJump ? (pieces[index - 1] ?? NOTHING) : piece;
}

/** The piece that begins at or holds `x`. */
export function pieceFromHere(pieces: readonly LinearPiece[], x: number): LinearPiece {
  return pieces[indexAt(pieces, x)] ?? NOTHING;
}

/** The index of the last piece that does not begin after `x`. */
export function indexAt(pieces: readonly { readonly from: number }[], x: number): number {
  let index = pieces.length - 1;
  while (index > 0 && (pieces[index]?.from ?? 0) > x) index -= 1;
  return index;
}
