import type { Alternation, LoadRange } from "./crossings.ts";
import {
  costAt,
  pieceAt,
  valueAt,
  type CostCurve,
  type FleetCurve,
  type LinearPiece,
} from "./curve.ts";
import { RELATIVE_TOLERANCE, type SignTracker } from "./sign-tracker.ts";
import { machinesAt } from "./usage.ts";

/** Fleet steps looked at in one stretch before it is summed up as an alternation. */
const STEPS_VISITED = 20_000;

/** A fleet as it bears on the difference: `sign` is 1 in the first curve and −1 in the second. */
interface SignedFleet {
  readonly fleet: FleetCurve;
  readonly sign: 1 | -1;
}

/** A part of a straight stretch in which fleets may overtake each other. */
interface UndecidedBand {
  readonly from: number;
  readonly to: number;
  /** The mean difference neither grows nor shrinks: what one common period shows holds throughout. */
  readonly isLevel: boolean;
}

/** Walks two curves of which at least one has a fleet; what is not listed goes to `alternations`. */
export function crossFleets(
  tracker: SignTracker,
  { min, max }: LoadRange,
  limit: number,
  alternations: Alternation[],
): void {
  const { first, second } = tracker;
  const fleets: SignedFleet[] = [
    ...first.fleets.map((fleet): SignedFleet => ({ fleet, sign: 1 })),
    ...second.fleets.map((fleet): SignedFleet => ({ fleet, sign: -1 })),
  ];
  const bounds = kinksWithin(first, second, fleets, min, max);
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const from = bounds[index] ?? min;
    const to = bounds[index + 1] ?? max;
    const band = undecidedBand(tracker, fleets, from, to);
    if (band === null) {
      jumpOver(tracker, fleets, from, to);
      continue;
    }
    if (band.from > from) jumpOver(tracker, fleets, from, band.from);
    const reached = walkSteps(tracker, fleets, band, limit);
    if (reached < band.to) {
      alternations.push({ from: reached, to: band.to });
      tracker.goOnAt(band.to);
    }
    if (band.to < to) jumpOver(tracker, fleets, band.to, to);
  }
}

/** The ends of the stretches on which both linear parts, and each fleet's price, are straight. */
function kinksWithin(
  first: CostCurve,
  second: CostCurve,
  fleets: readonly SignedFleet[],
  min: number,
  max: number,
): number[] {
  const kinks = [min, max];
  const add = (at: number) => {
    if (isApart(min, at) && isApart(at, max)) kinks.push(at);
  };
  for (const { from } of first.pieces) add(from);
  for (const { from } of second.pieces) add(from);
  for (const { fleet } of fleets) {
    add(fleet.minimumMachines * fleet.requestsPerMachine);
    // A price that bends between two whole numbers of machines: both neighbours are bends.
    for (const { from } of fleet.pieces) {
      add(Math.floor(from) * fleet.requestsPerMachine);
      add(Math.ceil(from) * fleet.requestsPerMachine);
    }
  }
  kinks.sort((a, b) => a - b);
  return kinks.filter(
    (at, index) => index === 0 || isApart(kinks[index - 1] ?? min, at) || at === max,
  );
}

/** Loads closer together than rounding can place them are one: what a sliver between shows is noise. */
function isApart(lower: number, upper: number): boolean {
  return upper - lower > RELATIVE_TOLERANCE * upper;
}

/**
 * The part of a straight stretch in which the sign of the difference is open. On the stretch each
 * fleet costs `base + perMachine × n` with `x / capacity ≤ n < x / capacity + 1`, so the difference
 * lies between two parallel lines. `null` when zero is outside them throughout.
 */
function undecidedBand(
  { first, second }: SignTracker,
  fleets: readonly SignedFleet[],
  from: number,
  to: number,
): UndecidedBand | null {
  const middle = from + (to - from) / 2;
  let slope = pieceAt(first.pieces, middle).slope - pieceAt(second.pieces, middle).slope;
  let atFrom = valueAt(first.pieces, from) - valueAt(second.pieces, from);
  let below = 0;
  let above = 0;
  let widest = 0;
  for (const { fleet, sign } of fleets) {
    if (to <= fleet.minimumMachines * fleet.requestsPerMachine) {
      atFrom += sign * valueAt(fleet.pieces, fleet.minimumMachines);
      continue;
    }
    const piece = pieceUpTo(fleet, machinesAt(fleet, middle));
    const perMachine = sign * piece.slope;
    slope += perMachine / fleet.requestsPerMachine;
    atFrom += sign * (piece.cost + piece.slope * (from / fleet.requestsPerMachine - piece.from));
    if (perMachine < 0) below += perMachine;
    else above += perMachine;
    widest = Math.max(widest, fleet.requestsPerMachine);
  }
  if (widest === 0) return { from, to, isLevel: false };
  const highest = Math.max(costAt(first, to), costAt(second, to));
  if (Math.abs(slope) * (to - from) <= RELATIVE_TOLERANCE * highest) {
    const margin = RELATIVE_TOLERANCE * highest;
    const isDecided = atFrom + above < -margin || atFrom + below > margin;
    return isDecided ? null : { from, to, isLevel: true };
  }
  // Zero lies between the lines where −above ≤ atFrom + slope × (x − from) ≤ −below. One step more
  // on either side covers the rounding of this estimate; the walk itself is exact.
  const ends = [from + (-above - atFrom) / slope, from + (-below - atFrom) / slope];
  const start = Math.max(from, Math.min(...ends) - widest);
  const end = Math.min(to, Math.max(...ends) + widest);
  return start >= end ? null : { from: start, to: end, isLevel: false };
}

/** The piece that reaches up to this whole number of machines. */
function pieceUpTo({ pieces }: FleetCurve, machines: number): LinearPiece {
  const piece = pieces.findLast(({ from }) => from < machines);
  return piece ?? pieceAt(pieces, 0);
}

/** A stretch without any change inside: only its ends are looked at. */
function jumpOver(
  tracker: SignTracker,
  fleets: readonly SignedFleet[],
  from: number,
  to: number,
): void {
  const after = costsAfter(tracker, fleets, from);
  tracker.segment(from, after.first, after.second, from, after.first, after.second);
  const first = costAt(tracker.first, to);
  const second = costAt(tracker.second, to);
  tracker.segment(to, first, second, to, first, second);
}

/** Goes from step to step; answers how far it got before a limit stopped it. */
function walkSteps(
  tracker: SignTracker,
  fleets: readonly SignedFleet[],
  band: UndecidedBand,
  limit: number,
): number {
  const listedBefore = tracker.points.length;
  let position = band.from;
  let listedAtPeriod = -1;
  for (let step = 0; position < band.to; step += 1) {
    const listed = tracker.points.length;
    if (step >= STEPS_VISITED || listed - listedBefore >= limit) return position;
    const { next, isCommon } = nextStep(fleets, position, band.to);
    if (isApart(position, next)) {
      const after = costsAfter(tracker, fleets, position);
      const first = costAt(tracker.first, next);
      const second = costAt(tracker.second, next);
      tracker.segment(position, after.first, after.second, next, first, second);
    }
    position = next;
    if (band.isLevel && isCommon) {
      if (listedAtPeriod === tracker.points.length) return band.to;
      listedAtPeriod = tracker.points.length;
    }
  }
  return band.to;
}

/** The next load after which a fleet grows, and whether all of them grow there. */
function nextStep(
  fleets: readonly SignedFleet[],
  position: number,
  end: number,
): { next: number; isCommon: boolean } {
  let next = end;
  let last = 0;
  for (const { fleet } of fleets) {
    const step = stepAfter(fleet, position);
    next = Math.min(next, step);
    last = Math.max(last, step);
  }
  return { next, isCommon: !isApart(next, last) };
}

/** The first load above `x` right after which the fleet grows. */
function stepAfter(fleet: FleetCurve, x: number): number {
  const machines = machinesJustAfter(fleet, x);
  return machines * fleet.requestsPerMachine;
}

/** Machines that run at any load just above `x`. */
function machinesJustAfter(fleet: FleetCurve, x: number): number {
  const machines = machinesAt(fleet, x);
  return machines * fleet.requestsPerMachine <= x ? machines + 1 : machines;
}

function costsAfter(
  { first, second }: SignTracker,
  fleets: readonly SignedFleet[],
  x: number,
): { first: number; second: number } {
  let firstCost = valueAt(first.pieces, x);
  let secondCost = valueAt(second.pieces, x);
  for (const { fleet, sign } of fleets) {
    const cost = valueAt(fleet.pieces, machinesJustAfter(fleet, x));
    if (sign === 1) firstCost += cost;
    else secondCost += cost;
  }
  return { first: firstCost, second: secondCost };
}
