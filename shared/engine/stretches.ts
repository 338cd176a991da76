import {
  indexAt,
  isActiveAfter,
  NOTHING,
  pieceFromHere,
  valueAt,
  type CostCurve,
  type FleetCurve,
  type LinearPiece,
} from "./curve.ts";
import { machinesJustAfter, mostCarriedBy } from "./usage.ts";

/**
 * A part of a curve without bends. From `from` to the next stretch the cost is at least
 * `cost + slope × (x − from)` and less than `rise` above it: a fleet costs
 * `base + perMachine × n` with `x / capacity ≤ n < x / capacity + 1`. Without a `rise` the cost
 * is that line.
 */
export interface Stretch extends LinearPiece {
  readonly rise?: number;
}

/** The stretches of a curve, ascending, the first from 0; all that begin below `max`. */
export function stretchesOf(curve: CostCurve, max: number): readonly Stretch[] {
  if (curve.fleets.length === 0) return curve.pieces;
  const stretches = [stretchFrom(curve, 0)];
  let from = nextBend(curve, 0);
  while (from < max) {
    stretches.push(stretchFrom(curve, from));
    from = nextBend(curve, from);
  }
  return stretches;
}

/** The first load above this one at which the curve bends; where a fleet begins or ends it jumps. */
function nextBend({ pieces, fleets }: CostCurve, load: number): number {
  const index = indexAt(pieces, load) + 1;
  let next = index < pieces.length ? (pieces[index]?.from ?? Infinity) : Infinity;
  for (const fleet of fleets) {
    const { minimumMachines } = fleet;
    next = earlierBend(next, mostCarriedBy(minimumMachines, fleet), load);
    // A price that bends between two whole numbers of machines bends, for fleets, at the lower.
    for (const piece of fleet.pieces) {
      if (piece.from <= minimumMachines) continue;
      next = earlierBend(next, mostCarriedBy(Math.floor(piece.from), fleet), load);
    }
  }
  return next;
}

function earlierBend(next: number, bend: number, load: number): number {
  return bend > load && bend < next ? bend : next;
}

function stretchFrom({ pieces, fleets }: CostCurve, from: number): Stretch {
  const piece = pieceFromHere(pieces, from);
  let cost = piece.cost + piece.slope * (from - piece.from);
  let slope = piece.slope;
  let rise = 0;
  for (const fleet of fleets) {
    if (!isActiveAfter(fleet, from)) continue;
    const { requestsPerMachine, minimumMachines, headStart = 0 } = fleet;
    if (from < mostCarriedBy(minimumMachines, fleet)) {
      cost += valueAt(fleet.pieces, minimumMachines);
      continue;
    }
    const next = pieceOfNextMachine(fleet, from);
    cost += next.cost + next.slope * ((from + headStart) / requestsPerMachine - next.from);
    slope += next.slope / requestsPerMachine;
    // Steps down lie below the line through their beginnings, steps up above it.
    cost += Math.min(0, next.slope);
    rise += Math.abs(next.slope);
  }
  return rise === 0 ? { from, cost, slope } : { from, cost, slope, rise };
}

/** The piece that prices the machine added right after this load. */
export function pieceOfNextMachine(fleet: FleetCurve, load: number): LinearPiece {
  const machines = machinesJustAfter(fleet, load);
  const { pieces } = fleet;
  let index = pieces.length - 1;
  while (index > 0 && (pieces[index]?.from ?? 0) >= machines) index -= 1;
  return pieces[index] ?? NOTHING;
}
