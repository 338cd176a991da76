import { pieceAt, valueAt, type CostCurve, type FleetCurve, type LinearPiece } from "./curve.ts";
import { machinesJustAfter } from "./usage.ts";

/**
 * A part of a curve without bends. From `from` to the next stretch the cost is at least
 * `cost + slope × (x − from)` and less than `rise` above it: a fleet costs
 * `base + perMachine × n` with `x / capacity ≤ n < x / capacity + 1`. Without a `rise` the cost
 * is that line.
 */
export interface Stretch extends LinearPiece {
  readonly rise: number;
}

/** The stretches of a curve, ascending, the first from 0. */
export function stretchesOf(curve: CostCurve): Stretch[] {
  const { pieces, fleets } = curve;
  if (fleets.length === 0) {
    return pieces.map(({ from, cost, slope }) => ({ from, cost, slope, rise: 0 }));
  }
  const starts = pieces.map(({ from }) => from);
  for (const fleet of fleets) {
    const { requestsPerMachine, minimumMachines } = fleet;
    insertInOrder(starts, minimumMachines * requestsPerMachine);
    // A price that bends between two whole numbers of machines bends, for fleets, at the lower.
    for (const { from } of fleet.pieces) {
      if (from > minimumMachines) insertInOrder(starts, Math.floor(from) * requestsPerMachine);
    }
  }
  return starts.map((from) => stretchFrom(curve, from));
}

/** Puts a number among ascending ones, once: for the few there are, quicker than to sort. */
function insertInOrder(numbers: number[], number: number): void {
  let index = numbers.length;
  while (index > 0 && (numbers[index - 1] ?? 0) > number) index -= 1;
  if (numbers[index - 1] !== number) numbers.splice(index, 0, number);
}

function stretchFrom({ pieces, fleets }: CostCurve, from: number): Stretch {
  const piece = pieceAt(pieces, from);
  let cost = piece.cost + piece.slope * (from - piece.from);
  let slope = piece.slope;
  let rise = 0;
  for (const fleet of fleets) {
    const { requestsPerMachine, minimumMachines } = fleet;
    if (from < minimumMachines * requestsPerMachine) {
      cost += valueAt(fleet.pieces, minimumMachines);
      continue;
    }
    const next = pieceOfNextMachine(fleet, from);
    cost += next.cost + next.slope * (from / requestsPerMachine - next.from);
    slope += next.slope / requestsPerMachine;
    rise += next.slope;
  }
  return { from, cost, slope, rise };
}

/** The piece that prices the machine added right after this load. */
function pieceOfNextMachine(fleet: FleetCurve, load: number): LinearPiece {
  const machines = machinesJustAfter(fleet, load);
  return fleet.pieces.findLast(({ from }) => from < machines) ?? pieceAt(fleet.pieces, 0);
}
