import { chargeFor, type Price } from "./price.ts";
import {
  isFleetUsage,
  machinesAt,
  machinesJustAfter,
  type Fleet,
  type MeteredCharge,
} from "./usage.ts";

/** From `from` (inclusive) to the next piece, cost is `cost + slope × (x − from)`. */
export interface LinearPiece {
  readonly from: number;
  readonly cost: number;
  readonly slope: number;
}

/** What a fleet costs: linear pieces over the number of machines, which steps with the load. */
export interface FleetCurve extends Fleet {
  readonly pieces: readonly LinearPiece[];
}

/**
 * Monthly cost as a function of requests per month, exact everywhere: the sum of a continuous
 * piecewise linear part and of fleets. Fleets stay symbolic, so the size of a curve does not
 * depend on how many machines a load needs.
 */
export interface CostCurve {
  /** Ascending, the first from 0. */
  readonly pieces: readonly LinearPiece[];
  readonly fleets: readonly FleetCurve[];
}

interface LinearTerm {
  readonly fixed: number;
  readonly perUnit: number;
  readonly price: Price;
  /** Its marginal cost where the pieces have been built to. */
  slope: number;
}

/** The curve of an offer that is billed by these meters and runs this fleet, if any. */
export function buildCurve(charges: readonly MeteredCharge[], fleet: Fleet | null): CostCurve {
  const byRequest: LinearTerm[] = [];
  const byMachine: LinearTerm[] = [];
  for (const { usage, price } of charges) {
    const terms = isFleetUsage(usage) ? byMachine : byRequest;
    const fixed = isFleetUsage(usage) ? 0 : usage.fixed;
    const perUnit = isFleetUsage(usage) ? usage.perMachine : usage.perRequest;
    terms.push({ fixed, perUnit, price, slope: 0 });
  }
  if (fleet === null) return { pieces: buildPieces(byRequest), fleets: [] };
  if (fleet.requestsPerMachine === Infinity) {
    for (const { perUnit, price } of byMachine) {
      byRequest.push({ fixed: perUnit * fleet.minimumMachines, perUnit: 0, price, slope: 0 });
    }
    return { pieces: buildPieces(byRequest), fleets: [] };
  }
  return {
    pieces: buildPieces(byRequest),
    fleets: [{ ...fleet, pieces: buildPieces(byMachine) }],
  };
}

/** Monthly cost at a load; at a fleet step, the cost before the next machine is added. */
export function costAt(curve: CostCurve, requestsPerMonth: number): number {
  let cost = valueAt(curve.pieces, requestsPerMonth);
  for (const fleet of curve.fleets) {
    cost += valueAt(fleet.pieces, machinesAt(fleet, requestsPerMonth));
  }
  return cost;
}

/** Monthly cost at any load just above this one: a fleet step that begins here is taken. */
export function costJustAfter(curve: CostCurve, requestsPerMonth: number): number {
  let cost = valueAt(curve.pieces, requestsPerMonth);
  for (const fleet of curve.fleets) {
    cost += valueAt(fleet.pieces, machinesJustAfter(fleet, requestsPerMonth));
  }
  return cost;
}

/** The value of piecewise linear pieces at `x`. */
export function valueAt(pieces: readonly LinearPiece[], x: number): number {
  const piece = pieceAt(pieces, x);
  return piece.cost + piece.slope * (x - piece.from);
}

/** The piece that holds `x` (the later one where two meet). */
export function pieceAt(pieces: readonly LinearPiece[], x: number): LinearPiece {
  const piece = pieces[indexAt(pieces, x)];
  if (piece === undefined) throw new Error("a cost curve has at least one piece");
  return piece;
}

/** The index of the piece that holds `x`. */
export function indexAt(pieces: readonly LinearPiece[], x: number): number {
  let index = pieces.length - 1;
  while (index > 0 && (pieces[index]?.from ?? 0) > x) index -= 1;
  return index;
}

/** Where the marginal price of a term changes, and what it is from there on. */
interface Kink {
  readonly at: number;
  readonly term: LinearTerm;
  readonly slope: number;
}

function buildPieces(terms: readonly LinearTerm[]): LinearPiece[] {
  const kinks: Kink[] = [];
  for (const term of terms) addKinks(kinks, term);

  const pieces: LinearPiece[] = [pieceFrom(0, terms)];
  let last = 0;
  for (const { at, term, slope } of kinks) {
    term.slope = slope;
    if (at === last) pieces.pop();
    pieces.push(pieceFrom(at, terms));
    last = at;
  }
  return pieces;
}

/** Sets the slope of a term at 0 and puts its kinks in order of load among those of other terms. */
function addKinks(kinks: Kink[], term: LinearTerm): void {
  const { fixed, perUnit, price } = term;
  if (perUnit === 0) return;
  let bound = price.free;
  for (const { upTo, unitPrice } of price.tiers) {
    const at = (bound - fixed) / perUnit;
    const slope = unitPrice * perUnit;
    bound = price.free + upTo;
    if (at <= 0) {
      term.slope = slope;
    } else if (at < Infinity) {
      let index = kinks.length;
      while (index > 0 && (kinks[index - 1]?.at ?? 0) > at) index -= 1;
      kinks.splice(index, 0, { at, term, slope });
    }
  }
}

/** Each piece is anchored at its own direct price, so rounding does not travel along the curve. */
function pieceFrom(from: number, terms: readonly LinearTerm[]): LinearPiece {
  let cost = 0;
  let slope = 0;
  for (const term of terms) {
    cost += chargeFor(term.price, term.fixed + term.perUnit * from);
    slope += term.slope;
  }
  return { from, cost, slope };
}
