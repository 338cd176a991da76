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
}

/** The curve of an offer that is billed by these meters and runs this fleet, if any. */
export function buildCurve(charges: readonly MeteredCharge[], fleet: Fleet | null): CostCurve {
  const byRequest: LinearTerm[] = [];
  const byMachine: LinearTerm[] = [];
  for (const { usage, price } of charges) {
    if (isFleetUsage(usage)) byMachine.push({ fixed: 0, perUnit: usage.perMachine, price });
    else byRequest.push({ fixed: usage.fixed, perUnit: usage.perRequest, price });
  }
  if (fleet === null) return { pieces: buildPieces(byRequest), fleets: [] };
  if (fleet.requestsPerMachine === Infinity) {
    for (const { perUnit, price } of byMachine) {
      byRequest.push({ fixed: perUnit * fleet.minimumMachines, perUnit: 0, price });
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
  readonly term: number;
  readonly slope: number;
}

function buildPieces(terms: readonly LinearTerm[]): LinearPiece[] {
  const slopes: number[] = [];
  const kinks: Kink[] = [];
  for (const [index, { fixed, perUnit, price }] of terms.entries()) {
    let bound = price.free;
    let slope = 0;
    if (perUnit !== 0) {
      for (const { upTo, unitPrice } of price.tiers) {
        const at = (bound - fixed) / perUnit;
        if (at <= 0) slope = unitPrice * perUnit;
        else if (at < Infinity) kinks.push({ at, term: index, slope: unitPrice * perUnit });
        bound = price.free + upTo;
      }
    }
    slopes.push(slope);
  }
  kinks.sort((a, b) => a.at - b.at);

  const pieces: LinearPiece[] = [pieceFrom(0, terms, slopes)];
  for (let index = 0; index < kinks.length; index += 1) {
    const kink = kinks[index];
    if (kink === undefined) break;
    slopes[kink.term] = kink.slope;
    if (kinks[index + 1]?.at !== kink.at) pieces.push(pieceFrom(kink.at, terms, slopes));
  }
  return pieces;
}

/** Each piece is anchored at its own direct price, so rounding does not travel along the curve. */
function pieceFrom(from: number, terms: readonly LinearTerm[], slopes: readonly number[]) {
  let cost = 0;
  let slope = 0;
  for (const [index, { fixed, perUnit, price }] of terms.entries()) {
    cost += chargeFor(price, fixed + perUnit * from);
    slope += slopes[index] ?? 0;
  }
  return { from, cost, slope };
}
