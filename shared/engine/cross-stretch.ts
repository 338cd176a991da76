import type { Alternation } from "./crossings.ts";
import { costAt, costJustAfter, isActiveAfter, type CostCurve } from "./curve.ts";
import { RELATIVE_TOLERANCE, type SignTracker } from "./sign-tracker.ts";
import type { Stretch } from "./stretches.ts";
import { machinesJustAfter } from "./usage.ts";

/** Fleet steps looked at for each crossing that may be listed, before a stretch is summed up. */
const STEPS_PER_CROSSING = 20;

/** A part of a stretch in which fleets may overtake each other. */
interface UndecidedBand {
  readonly from: number;
  readonly to: number;
  /** The mean difference neither grows nor shrinks: what one common period shows holds throughout. */
  readonly isLevel: boolean;
}

/** Loads closer together than rounding can place them are one: what a sliver between shows is noise. */
export function isApart(lower: number, upper: number): boolean {
  return upper - lower > RELATIVE_TOLERANCE * upper;
}

/**
 * Tells the tracker every change of order on a stretch of both curves, from just above `from` up
 * to `to`; answers the part that was left out because it has too many.
 */
export function crossStretch(
  tracker: SignTracker,
  first: Stretch,
  second: Stretch,
  from: number,
  to: number,
  limit: number,
): Alternation | null {
  const firstFrom = lowestOn(first, from);
  const secondFrom = lowestOn(second, from);
  const firstTo = lowestOn(first, to);
  const secondTo = lowestOn(second, to);
  if (first.rise === 0 && second.rise === 0) {
    tracker.segment(from, firstFrom, secondFrom, to, firstTo, secondTo);
    return null;
  }
  if (isBelow(firstFrom + first.rise, secondFrom) && isBelow(firstTo + first.rise, secondTo)) {
    tracker.decided(from, -1);
    return null;
  }
  if (isBelow(secondFrom + second.rise, firstFrom) && isBelow(secondTo + second.rise, firstTo)) {
    tracker.decided(from, 1);
    return null;
  }

  const slope = first.slope - second.slope;
  const noise = RELATIVE_TOLERANCE * Math.max(firstTo + first.rise, secondTo + second.rise);
  if (Math.abs(slope) * (to - from) <= noise) {
    return walkSteps(tracker, { from, to, isLevel: true }, limit);
  }
  // Zero lies between the parallel lines where −first.rise ≤ difference ≤ second.rise.
  const difference = firstFrom - secondFrom;
  const low = from + (-first.rise - difference) / slope;
  const high = from + (second.rise - difference) / slope;
  const margin = noise / Math.abs(slope);
  const start = Math.max(from, Math.min(low, high) - margin);
  const end = Math.min(to, Math.max(low, high) + margin);
  if (from < start) tracker.decided(from, slope > 0 ? -1 : 1);
  const alternation =
    start < end ? walkSteps(tracker, { from: start, to: end, isLevel: false }, limit) : null;
  if (end < to) tracker.decided(Math.max(from, end), slope > 0 ? 1 : -1);
  return alternation;
}

/** The lower of the two lines that the curve stays between. */
function lowestOn({ from, cost, slope }: Stretch, load: number): number {
  return cost + slope * (load - from);
}

function isBelow(lower: number, upper: number): boolean {
  return lower < upper * (1 - RELATIVE_TOLERANCE);
}

/** Goes from step to step, and answers where a limit stopped it. */
function walkSteps(tracker: SignTracker, band: UndecidedBand, limit: number): Alternation | null {
  const { first, second, points } = tracker;
  const listedBefore = points.length;
  let listedAtPeriod = -1;
  let position = band.from;
  for (let step = 0; position < band.to; step += 1) {
    if (step >= limit * STEPS_PER_CROSSING || points.length - listedBefore >= limit) {
      tracker.goOnAt(band.to);
      return { from: position, to: band.to };
    }
    const next = Math.min(nextStep(first, position), nextStep(second, position), band.to);
    if (isApart(position, next)) {
      tracker.segment(
        position,
        costJustAfter(first, position),
        costJustAfter(second, position),
        next,
        costAt(first, next),
        costAt(second, next),
      );
    }
    const isPeriod =
      band.isLevel && growsAt(first, position, next) && growsAt(second, position, next);
    position = next;
    if (isPeriod) {
      if (listedAtPeriod === points.length) return null;
      listedAtPeriod = points.length;
    }
  }
  return null;
}

/** The next load after which a fleet of the curve grows. */
function nextStep({ fleets }: CostCurve, position: number): number {
  let next = Infinity;
  for (const fleet of fleets) {
    if (!isActiveAfter(fleet, position)) continue;
    next = Math.min(next, machinesJustAfter(fleet, position) * fleet.requestsPerMachine);
  }
  return next;
}

/** Whether every fleet of the curve has its next step after `position` at this load. */
function growsAt({ fleets }: CostCurve, position: number, load: number): boolean {
  return fleets.every(
    (fleet) =>
      !isActiveAfter(fleet, position) ||
      !isApart(load, machinesJustAfter(fleet, position) * fleet.requestsPerMachine),
  );
}
