import { costAt, pieceAt, valueAt, type CostCurve, type FleetCurve } from "./curve.ts";
import { machinesAt } from "./usage.ts";

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
/** Fleet steps looked at in one stretch before it is summed up as an alternation. */
const STEPS_VISITED = 20_000;
/** Differences smaller than this part of the costs are rounding, not a difference. */
const RELATIVE_TOLERANCE = 1e-12;
/** A computed crossing is as exact as the costs are: a few roundings of each. */
const EQUAL_TOLERANCE = 1e-9;

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
  if (first.fleets.length === 0 && second.fleets.length === 0) {
    crossLines(tracker, range);
  } else {
    crossFleets(tracker, range, limit, alternations);
  }
  return { orders: tracker.orders, points: tracker.points, alternations };
}

/** Walks along the difference of two curves and notes each change of its sign. */
class SignTracker {
  readonly orders: Order[] = [];
  readonly points: Crossing[] = [];
  private sign = 0;
  private unknownFrom: number;
  readonly first: CostCurve;
  readonly second: CostCurve;

  constructor(first: CostCurve, second: CostCurve, from: number) {
    this.first = first;
    this.second = second;
    this.unknownFrom = from;
  }

  /** A stretch on which both curves are straight, with their costs at both ends. */
  segment(
    from: number,
    firstFrom: number,
    secondFrom: number,
    to: number,
    firstTo: number,
    secondTo: number,
  ): void {
    const signFrom = signOfDifference(firstFrom, secondFrom);
    if (signFrom !== 0 && signFrom !== this.sign) {
      if (this.sign === 0) this.begin(signFrom);
      else this.note(from, signFrom);
      this.sign = signFrom;
    }
    const signTo = signOfDifference(firstTo, secondTo);
    if (signTo !== 0 && signTo !== this.sign) {
      if (this.sign === 0) {
        this.begin(signTo);
      } else {
        const differenceFrom = firstFrom - secondFrom;
        const share = differenceFrom / (differenceFrom - (firstTo - secondTo));
        // Rounding must not put the point past `to`, where a fleet may just have grown.
        const at = Math.min(to, from + (to - from) * Math.min(1, Math.max(0, share)));
        this.note(at, signTo);
      }
      this.sign = signTo;
    }
  }

  /** Goes on at `from`, past a stretch that was not walked: a change inside is no crossing at its end. */
  goOnAt(from: number): void {
    this.sign = 0;
    this.unknownFrom = from;
  }

  private begin(sign: number): void {
    this.orders.push({ from: this.unknownFrom, cheaper: sign < 0 ? "first" : "second" });
  }

  private note(at: number, signAbove: number): void {
    const first = costAt(this.first, at);
    const second = costAt(this.second, at);
    const equal = Math.abs(first - second) <= EQUAL_TOLERANCE * Math.max(first, second);
    this.points.push({
      requestsPerMonth: at,
      monthlyCost: equal || signAbove > 0 ? second : first,
      kind: equal ? "equal" : "step",
      cheaperBelow: signAbove > 0 ? "first" : "second",
      cheaperAbove: signAbove > 0 ? "second" : "first",
    });
  }
}

/** −1, 0 or 1 as the first cost is less than, the same as but for rounding, or more than the second. */
export function signOfDifference(first: number, second: number): -1 | 0 | 1 {
  const difference = first - second;
  if (Math.abs(difference) <= RELATIVE_TOLERANCE * Math.max(first, second)) return 0;
  return difference < 0 ? -1 : 1;
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

/** A fleet as it bears on the difference: `sign` is 1 in the first curve and −1 in the second. */
interface SignedFleet {
  readonly fleet: FleetCurve;
  readonly sign: 1 | -1;
}

function crossFleets(
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
    const reached = walkSteps(tracker, fleets, band.from, band.to, limit);
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
    if (at > min && at < max) kinks.push(at);
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
  return kinks.filter((at, index) => at !== kinks[index - 1]);
}

/**
 * The part of a straight stretch in which the sign of the difference is open. On the stretch each
 * fleet costs `base + perMachine × n` with `x / capacity ≤ n < x / capacity + 1`, so the difference
 * lies between two parallel lines. `null` when zero is outside them throughout.
 */
function undecidedBand(
  tracker: SignTracker,
  fleets: readonly SignedFleet[],
  from: number,
  to: number,
): Alternation | null {
  const { first, second } = tracker;
  const middle = from + (to - from) / 2;
  let slope = pieceAt(first.pieces, middle).slope - pieceAt(second.pieces, middle).slope;
  let atFrom = valueAt(first.pieces, from) - valueAt(second.pieces, from);
  let below = 0;
  let above = 0;
  let widest = 0;
  for (const { fleet, sign } of fleets) {
    const machines = machinesAt(fleet, middle);
    const perMachine = sign * pieceSlopeUpTo(fleet, machines);
    if (to <= fleet.minimumMachines * fleet.requestsPerMachine) {
      atFrom += sign * valueAt(fleet.pieces, fleet.minimumMachines);
      continue;
    }
    const cost = sign * valueAt(fleet.pieces, machines) - perMachine * machines;
    slope += perMachine / fleet.requestsPerMachine;
    atFrom += cost + (perMachine * from) / fleet.requestsPerMachine;
    if (perMachine < 0) below += perMachine;
    else above += perMachine;
    widest = Math.max(widest, fleet.requestsPerMachine);
  }
  // Zero lies between the lines where −above ≤ atFrom + slope × (x − from) ≤ −below. One step more
  // on either side covers the rounding of this estimate; the walk itself is exact.
  if (slope === 0) {
    return atFrom + above < 0 || atFrom + below > 0 ? null : { from, to };
  }
  const ends = [from + (-above - atFrom) / slope, from + (-below - atFrom) / slope];
  const start = Math.max(from, Math.min(...ends) - widest);
  const end = Math.min(to, Math.max(...ends) + widest);
  return start >= end ? null : { from: start, to: end };
}

/** What one machine more costs in the piece that reaches up to this whole number of machines. */
function pieceSlopeUpTo(fleet: FleetCurve, machines: number): number {
  let slope = fleet.pieces[0]?.slope ?? 0;
  for (const piece of fleet.pieces) {
    if (piece.from < machines) slope = piece.slope;
  }
  return slope;
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
  from: number,
  to: number,
  limit: number,
): number {
  const listedBefore = tracker.points.length;
  let position = from;
  for (let step = 0; position < to; step += 1) {
    if (step >= STEPS_VISITED || tracker.points.length - listedBefore >= limit) return position;
    let next = to;
    for (const { fleet } of fleets) next = Math.min(next, stepAfter(fleet, position));
    const after = costsAfter(tracker, fleets, position);
    tracker.segment(
      position,
      after.first,
      after.second,
      next,
      costAt(tracker.first, next),
      costAt(tracker.second, next),
    );
    position = next;
  }
  return to;
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
