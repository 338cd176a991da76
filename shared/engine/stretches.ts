import {
  isActiveAfter,
  pieceAt,
  pieceFromHere,
  valueAt,
  type CostCurve,
  type FleetCurve,
  type LinearPiece,
} from "./curve.ts";
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

/** The stretches of a curve that begin below `max`, ascending, the first from 0. */
export function stretchesOf(curve: CostCurve, max: number): Stretch[] {
  const starts = curve.pieces.map(({ from }) => from).filter((from) => from < max);
  for (const { requestsPerMachine, minimumMachines, pieces } of curve.fleets) {
    insertInOrder(starts, minimumMachines * requestsPerMachine, max);
    // A price that bends between two whole numbers of machines bends, for fleets, at the lower.
    for (const { from } of pieces) {
      if (from > minimumMachines) insertInOrder(starts, Math.floor(from) * requestsPerMachine, max);
    }
  }
  return starts.map((from) => stretchFrom(curve, from));
}

/** Puts a number below `max` among ascending ones, once: for so few, quicker than to sort. */
function insertInOrder(numbers: number[], number: number, max: number): void {
  if (number >= max) return;
  let index = numbers.length;
  while (index > 0 && (numbers[index - 1] ?? 0) > number) index -= 1;
  if (numbers[index - 1] !== number) numbers.splice(index, 0, number);
}

function stretchFrom({ pieces, fleets }: CostCurve, from: number): Stretch {
  const piece = pieceFromHere(pieces, from);
  let cost = piece.cost + piece.slope * (from - piece.from);
  let slope = piece.slope;
  let rise = 0;
  for (const fleet of fleets) {
    if (!isActiveAfter(fleet, from)) continue;
    const { requestsPerMachine, minimumMachines } = fleet;
    if (from < minimumMachines * requestsPerMachine) {
      cost += valueAt(fleet.pieces, minimumMachines);
      continue;
    }
    const next = pieceOfNextMachine(fleet, from);
    cost += next.cost + next.slope * (from / requestsPerMachine - next.from);
    slope += next.slope / requestsPerMachine;
    // Steps down lie below the line through their beginnings, steps up above it.
    cost += Math.min(0, next.slope);
    rise += Math.abs(next.slope);
  }
  return { from, cost, slope, rise };
}

/** The piece that prices the machine added right after this load. */
export function pieceOfNextMachine(fleet: FleetCurve, load: number): LinearPiece {
  const machines = machinesJustAfter(fleet, load);
  return fleet.pieces.findLast(({ from }) => from < machines) ?? pieceAt(fleet.pieces, 0);
}
