import type { LoadRange } from "./crossings.ts";
import { pieceAt, valueAt, type CostCurve, type FleetCurve } from "./curve.ts";
import { pieceOfNextMachine } from "./stretches.ts";
import { machinesAt } from "./usage.ts";

/**
 * A stretch of a curve: for `from < x ≤ to`, cost is `intercept + slope × x`, plus
 * `step.amount × ⌈x / step.every⌉` where there is a step. The first segment includes its `from`.
 */
export interface CurveSegment {
  readonly from: number;
  readonly to: number;
  readonly intercept: number;
  readonly slope: number;
  readonly step?: { readonly every: number; readonly amount: number };
}

/** Fleet steps written out one by one; a curve with more keeps them as `step`. */
export const STEPS_WRITTEN_OUT = 1000;

/**
 * A curve within a range as a list. Fleet steps become segments of their own, or, where there are
 * more than `limit`, stay symbolic, so that the list does not grow with the range.
 */
export function curveSegments(
  curve: CostCurve,
  range: LoadRange,
  limit = STEPS_WRITTEN_OUT,
): CurveSegment[] {
  const [fleet] = curve.fleets;
  const bounds = [range.min, range.max];
  const add = (at: number) => {
    if (at > range.min && at < range.max) bounds.push(at);
  };
  for (const { from } of curve.pieces) add(from);
  const isSymbolic = fleet !== undefined && stepsWithin(fleet, range) > limit;
  if (fleet !== undefined) {
    if (isSymbolic) addFleetKinks(fleet, add);
    else addFleetSteps(fleet, range, add);
  }
  bounds.sort((a, b) => a - b);

  const segments: CurveSegment[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const from = bounds[index] ?? range.min;
    const to = bounds[index + 1] ?? range.max;
    if (from === to && segments.length > 0) continue;
    segments.push(segmentBetween(curve, fleet, from, to, isSymbolic));
  }
  return segments;
}

function stepsWithin({ requestsPerMachine }: FleetCurve, { min, max }: LoadRange): number {
  return (max - min) / requestsPerMachine;
}

function addFleetSteps(fleet: FleetCurve, range: LoadRange, add: (at: number) => void): void {
  const first = Math.max(fleet.minimumMachines, machinesAt(fleet, range.min));
  for (let machines = first; machines * fleet.requestsPerMachine < range.max; machines += 1) {
    add(machines * fleet.requestsPerMachine);
  }
}

function addFleetKinks(fleet: FleetCurve, add: (at: number) => void): void {
  add(fleet.minimumMachines * fleet.requestsPerMachine);
  for (const { from } of fleet.pieces) {
    add(Math.floor(from) * fleet.requestsPerMachine);
    add(Math.ceil(from) * fleet.requestsPerMachine);
  }
}

function segmentBetween(
  curve: CostCurve,
  fleet: FleetCurve | undefined,
  from: number,
  to: number,
  isSymbolic: boolean,
): CurveSegment {
  const middle = from + (to - from) / 2;
  const piece = pieceAt(curve.pieces, middle);
  const line = { from, to, intercept: piece.cost - piece.slope * piece.from, slope: piece.slope };
  if (fleet === undefined) return line;
  const machines = machinesAt(fleet, middle);
  const isConstant = to <= fleet.minimumMachines * fleet.requestsPerMachine;
  if (!isSymbolic || isConstant) {
    return { ...line, intercept: line.intercept + valueAt(fleet.pieces, machines) };
  }
  const fleetPiece = pieceOfNextMachine(fleet, from);
  return {
    ...line,
    intercept: line.intercept + fleetPiece.cost - fleetPiece.slope * fleetPiece.from,
    step: { every: fleet.requestsPerMachine, amount: fleetPiece.slope },
  };
}
