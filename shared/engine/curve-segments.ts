import type { LoadRange } from "./load-range.ts";
import {
  costAt,
  isActiveAfter,
  pieceFromHere,
  valueAt,
  type CostCurve,
  type FleetCurve,
} from "./curve.ts";
import { pieceOfNextMachine } from "./stretches.ts";
import { machinesAt } from "./usage.ts";

/** A fleet that grows within a segment: `amount` for every `every` requests begun. */
export interface SegmentStep {
  readonly every: number;
  readonly amount: number;
}

/**
 * A stretch of a curve: for `from < x ≤ to`, cost is `intercept + slope × x`, plus
 * `amount × ⌈x / every⌉` for the `step`, or for each of `steps` where there are several. The first
 * segment includes its `from`.
 */
export interface CurveSegment {
  readonly from: number;
  readonly to: number;
  readonly intercept: number;
  readonly slope: number;
  readonly step?: SegmentStep;
  readonly steps?: readonly SegmentStep[];
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
  if (range.min === range.max) return [pointAt(curve, range.min)];
  const bounds = [range.min];
  const add = (at: number) => {
    if (at > range.min && at < range.max) bounds.push(at);
  };
  for (const { from } of curve.pieces) add(from);
  let steps = 0;
  for (const fleet of curve.fleets) steps += stepsWithin(fleet, range);
  const isSymbolic = steps > limit;
  for (const fleet of curve.fleets) {
    if (isSymbolic) addFleetKinks(fleet, add);
    else addFleetSteps(fleet, range, add);
  }
  bounds.push(range.max);
  bounds.sort((a, b) => a - b);

  const segments: CurveSegment[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const from = bounds[index] ?? range.min;
    const to = bounds[index + 1] ?? range.max;
    if (from < to) segments.push(segmentBetween(curve, from, to, isSymbolic));
  }
  return segments;
}

function stepsWithin(fleet: FleetCurve, range: LoadRange): number {
  const { requestsPerMachine, from = 0, upTo = Infinity } = fleet;
  const width = Math.min(range.max, upTo) - Math.max(range.min, from);
  return Math.max(0, width) / requestsPerMachine;
}

function addFleetSteps(fleet: FleetCurve, range: LoadRange, add: (at: number) => void): void {
  const from = Math.max(range.min, fleet.from ?? 0);
  const to = Math.min(range.max, fleet.upTo ?? Infinity);
  for (
    let machines = machinesAt(fleet, from);
    machines * fleet.requestsPerMachine < to;
    machines += 1
  ) {
    add(machines * fleet.requestsPerMachine);
  }
}

function addFleetKinks(fleet: FleetCurve, add: (at: number) => void): void {
  add(fleet.minimumMachines * fleet.requestsPerMachine);
  // A price that bends between two whole numbers of machines bends, for fleets, at the lower.
  for (const { from } of fleet.pieces) add(Math.floor(from) * fleet.requestsPerMachine);
}

function pointAt(curve: CostCurve, at: number): CurveSegment {
  return { from: at, to: at, intercept: costAt(curve, at), slope: 0 };
}

function segmentBetween(
  curve: CostCurve,
  from: number,
  to: number,
  isSymbolic: boolean,
): CurveSegment {
  const middle = from + (to - from) / 2;
  const piece = pieceFromHere(curve.pieces, middle);
  let intercept = piece.cost - piece.slope * piece.from;
  const steps: SegmentStep[] = [];
  for (const fleet of curve.fleets) {
    if (!isActiveAfter(fleet, from)) continue;
    const isConstant = to <= fleet.minimumMachines * fleet.requestsPerMachine;
    if (!isSymbolic || isConstant) {
      intercept += valueAt(fleet.pieces, machinesAt(fleet, middle));
      continue;
    }
    const next = pieceOfNextMachine(fleet, from);
    intercept += next.cost - next.slope * next.from;
    if (next.slope !== 0) steps.push({ every: fleet.requestsPerMachine, amount: next.slope });
  }
  const line = { from, to, intercept, slope: piece.slope };
  const [step] = steps;
  if (step === undefined) return line;
  return steps.length === 1 ? { ...line, step } : { ...line, steps };
}
