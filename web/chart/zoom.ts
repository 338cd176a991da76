import { positionOn, valueOn, type Axis } from "../../shared/chart/axis.ts";
import { isWhole, type ChartView } from "../../shared/chart/view.ts";

/** The smallest part of all there is to see that is looked at. */
const SMALLEST = 1 / 4000;

/** A place in a view: 0 at the left and at the foot, 1 at the right and at the top. */
export interface PlaceInView {
  readonly across: number;
  readonly up: number;
}

/**
 * A view `factor` times as near, with the place where it is; `null` when it shows everything there
 * is to see.
 */
export function zoomedBy(
  view: ChartView,
  whole: ChartView,
  factor: number,
  { across, up }: PlaceInView,
): ChartView | null {
  return orWhole(
    {
      requests: zoomedAxis(view.requests, whole.requests, factor, across),
      cost: zoomedAxis(view.cost, whole.cost, factor, up),
    },
    whole,
  );
}

/** A view moved by parts of itself, but not beyond what there is to see. */
export function pannedBy(
  view: ChartView,
  whole: ChartView,
  { across, up }: PlaceInView,
): ChartView {
  return {
    requests: pannedAxis(view.requests, whole.requests, across),
    cost: pannedAxis(view.cost, whole.cost, up),
  };
}

/** The part of a view between two places in it. */
export function zoomedTo(
  view: ChartView,
  whole: ChartView,
  from: PlaceInView,
  to: PlaceInView,
): ChartView | null {
  return orWhole(
    {
      requests: between(view.requests, whole.requests, from.across, to.across),
      cost: between(view.cost, whole.cost, from.up, to.up),
    },
    whole,
  );
}

function orWhole(view: ChartView, whole: ChartView): ChartView | null {
  return isWhole(view, whole) ? null : view;
}

function between(axis: Axis, whole: Axis, from: number, to: number): Axis {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return cut(whole, place(axis, whole, low), place(axis, whole, high));
}

function zoomedAxis(axis: Axis, whole: Axis, factor: number, at: number): Axis {
  const [low, high] = [place(axis, whole, 0), place(axis, whole, 1)];
  const span = Math.min(1, (high - low) / factor);
  const start = low + at * (high - low) - at * span;
  return cut(whole, ...within(start, span));
}

function pannedAxis(axis: Axis, whole: Axis, by: number): Axis {
  const [low, high] = [place(axis, whole, 0), place(axis, whole, 1)];
  const span = high - low;
  return cut(whole, ...within(low + by * span, span));
}

/** Where a place on a part of an axis is on the whole of it. */
function place(axis: Axis, whole: Axis, at: number): number {
  return positionOn(whole, valueOn(axis, at));
}

function within(start: number, span: number): [number, number] {
  const low = Math.max(0, Math.min(start, 1 - span));
  return [low, low + span];
}

function cut(whole: Axis, low: number, high: number): Axis {
  const from = Math.min(Math.max(0, low), 1 - SMALLEST);
  const to = Math.min(1, Math.max(high, from + SMALLEST));
  return {
    // The ends of the whole are taken as they are.
    min: from === 0 ? whole.min : valueOn(whole, from),
    max: to === 1 ? whole.max : valueOn(whole, to),
    scale: whole.scale,
  };
}
