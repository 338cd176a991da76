import type { SignTracker } from "./sign-tracker.ts";
import { isApart, RELATIVE_TOLERANCE } from "./rounding.ts";
import type { Stretch } from "./stretches.ts";

/** Fleet steps looked at for each crossing that may be listed, before a stretch is summed up. */
const STEPS_PER_CROSSING = 20;

/** A part of a stretch in which fleets may overtake each other. */
interface UndecidedBand {
  readonly from: number;
  readonly to: number;
  /** The mean difference neither grows nor shrinks: what one common period shows holds throughout. */
  readonly isLevel: boolean;
}

/** Tells the tracker every change of order on a stretch on which both curves are lines. */
export function crossLines(
  tracker: SignTracker,
  first: Stretch,
  second: Stretch,
  from: number,
  to: number,
): void {
  tracker.segment(
    from,
    lowestOn(first, from),
    lowestOn(second, from),
    to,
    lowestOn(first, to),
    lowestOn(second, to),
  );
}

/**
 * Tells the tracker every change of order on a stretch of both curves, from just above `from` up
 * to `to`; a part that has too many is left out.
 */
export function crossStretch(
  tracker: SignTracker,
  first: Stretch,
  second: Stretch,
  from: number,
  to: number,
  limit: number,
): void {
  const firstFrom = lowestOn(first, from);
  const secondFrom = lowestOn(second, from);
  const firstTo = lowestOn(first, to);
  const secondTo = lowestOn(second, to);
  const { rise: firstRise = 0 } = first;
  const { rise: secondRise = 0 } = second;
  if (isBelow(firstFrom + firstRise, secondFrom) && isBelow(firstTo + firstRise, secondTo)) {
    tracker.decided(from, -1);
    return;
  }
  if (isBelow(secondFrom + secondRise, firstFrom) && isBelow(secondTo + secondRise, firstTo)) {
    tracker.decided(from, 1);
    return;
  }
  crossFleets(tracker, first, second, from, to, limit);
}

/** The same where fleets may overtake each other. */
function crossFleets(
  tracker: SignTracker,
  first: Stretch,
  second: Stretch,
  from: number,
  to: number,
  limit: number,
): void {
  const { rise: firstRise = 0 } = first;
  const { rise: secondRise = 0 } = second;
  const slope = first.slope - second.slope;
  const highest = Math.max(lowestOn(first, to) + firstRise, lowestOn(second, to) + secondRise);
  const noise = RELATIVE_TOLERANCE * highest;
  if (Math.abs(slope) * (to - from) <= noise) {
    walkSteps(tracker, { from, to, isLevel: true }, limit);
    return;
  }
  // Zero lies between the parallel lines where −firstRise ≤ difference ≤ secondRise.
  const difference = lowestOn(first, from) - lowestOn(second, from);
  const low = from + (-firstRise - difference) / slope;
  const high = from + (secondRise - difference) / slope;
  const margin = noise / Math.abs(slope);
  const start = Math.max(from, Math.min(low, high) - margin);
  const end = Math.min(to, Math.max(low, high) + margin);
  if (from < start) tracker.decided(from, slope > 0 ? -1 : 1);
  walkSteps(tracker, { from: start, to: end, isLevel: false }, limit);
  if (end < to) tracker.decided(Math.max(from, end), slope > 0 ? 1 : -1);
}

/** The lower of the two lines that the curve stays between. */
function lowestOn({ from, cost, slope }: Stretch, load: number): number {
  return cost + slope * (load - from);
}

function isBelow(lower: number, upper: number): boolean {
  return lower < upper * (1 - RELATIVE_TOLERANCE);
}

/** Goes from step to step, until a limit stops it. */
function walkSteps(tracker: SignTracker, band: UndecidedBand, limit: number): void {
  const first = tracker.firstPath.walk;
  const second = tracker.secondPath.walk;
  first.startAt(band.from);
  second.startAt(band.from);
  const listedBefore = tracker.points.length;
  let listedAtPeriod = -1;
  let position = band.from;
  for (let step = 0; position < band.to; step += 1) {
    if (step >= limit * STEPS_PER_CROSSING || tracker.points.length - listedBefore >= limit) {
      tracker.leaveOut(position, band.to);
      return;
    }
    const next = Math.min(first.nextStep, second.nextStep, band.to);
    if (isApart(position, next)) {
      tracker.segment(
        position,
        first.costAt(position),
        second.costAt(position),
        next,
        first.costAt(next),
        second.costAt(next),
      );
    }
    const isPeriod =
      band.isLevel && first.everyFleetGrowsAt(next) && second.everyFleetGrowsAt(next);
    if (next === first.nextStep) first.takeStep();
    if (next === second.nextStep) second.takeStep();
    position = next;
    if (isPeriod) {
      if (listedAtPeriod === tracker.points.length) return;
      listedAtPeriod = tracker.points.length;
    }
  }
}
