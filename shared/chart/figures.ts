import {
  cheapestByLoad,
  offersWithCurve,
  type OfferWithCurve,
  type Winner,
} from "../cheapest-by-load.ts";
import { carriesUpTo } from "../carries-up-to.ts";
import type { Offer } from "../offer.ts";
import { costAt, type CostCurve } from "../engine/curve.ts";
import type { BreakEvenPoint, Comparison } from "../simulate.ts";
import { chartColumns, type ChartColumns, type DrawnCurves } from "./series.ts";
import { viewsOf, type ChartScales, type ChartSubject, type ChartView } from "./view.ts";

/** Of a pair that crosses often, the first crossings are marked and the last. */
const MARKED_OF_PAIR = 3;
const MARKS_MAX = 40;
const SAME_COST = 1e-9;

/** A break-even point to mark. */
export interface MarkedPoint {
  readonly requests: number;
  readonly cost: number;
}

/** What a chart of a comparison shows, before words and colours. */
export interface ChartFigures {
  readonly offers: readonly OfferWithCurve[];
  /** All there is to see; `view` is the part that is drawn. */
  readonly whole: ChartView;
  readonly view: ChartView;
  /** The loads, then the costs of each offer and of what is laid over them. */
  readonly columns: ChartColumns;
  /** The most important first: where the cheapest of all changes. */
  readonly marks: readonly MarkedPoint[];
  /** What is laid over, in the order of the columns behind the offers. */
  readonly overlays: readonly DrawnCurves[];
  /** Who is the cheapest of those that carry the load, over all loads looked at. */
  readonly winners: readonly Winner[];
}

/** Curves, view and marks of a comparison's chart; `zoomed`: a part of it; `overlays`: further lines. */
export function chartFigures(
  subject: ChartSubject,
  scales: ChartScales,
  zoomed: ChartView | null = null,
  overlays: readonly DrawnCurves[] = [],
): ChartFigures {
  const offers = offersWithCurve(subject.comparison);
  const curves = offers.map(({ curve }) => curve);
  const lines = [...curves.map((curve) => [{ curve, upTo: Infinity }]), ...overlays];
  const { whole, first } = viewsOf(
    subject,
    lines.flatMap((line) => line.map(({ curve }) => curve)),
    scales,
  );
  const view = zoomed ?? first;
  const marks = markedPoints(subject.comparison, curves, view);
  const marked = [...marks.map(({ requests }) => requests), subject.load];
  return {
    offers,
    whole,
    view,
    columns: chartColumns(lines, view, marked),
    marks,
    overlays,
    winners: cheapestByLoad(subject.comparison, offers, { min: 0, max: subject.requestsViewed }),
  };
}

function markedPoints(
  comparison: Comparison,
  curves: readonly CostCurve[],
  { requests, cost }: ChartView,
): MarkedPoint[] {
  const isInView = ({ requestsPerMonth: load, monthlyCost }: BreakEvenPoint) =>
    load >= requests.min &&
    load <= requests.max &&
    monthlyCost >= cost.min &&
    monthlyCost <= cost.max;
  return pointsByPair(comparison)
    .map((points) => points.filter(isInView))
    .flatMap((points) =>
      points.length <= MARKED_OF_PAIR + 1
        ? points
        : [...points.slice(0, MARKED_OF_PAIR), ...points.slice(-1)],
    )
    .map(({ requestsPerMonth, monthlyCost }) => ({
      requests: requestsPerMonth,
      cost: monthlyCost,
      isLowest: curves.every(
        (curve) => costAt(curve, requestsPerMonth) >= monthlyCost * (1 - SAME_COST),
      ),
    }))
    .sort((a, b) => Number(b.isLowest) - Number(a.isLowest) || a.requests - b.requests)
    .slice(0, MARKS_MAX)
    .map(({ requests: at, cost: height }) => ({ requests: at, cost: height }));
}

/** The points of each function with each machine, ascending. */
function pointsByPair({ offers, breakEvenPoints }: Comparison): BreakEvenPoint[][] {
  const kinds = new Map(offers.map(({ id, offer }) => [id, offer.kind]));
  const pairs = new Map<string, BreakEvenPoint[]>();
  for (const point of breakEvenPoints) {
    const [first, second] = point.between;
    const [firstKind, secondKind] = [kinds.get(first), kinds.get(second)];
    if (firstKind === undefined || secondKind === undefined || firstKind === secondKind) continue;
    const key = `${first} ${second}`;
    const points = pairs.get(key);
    if (points === undefined) pairs.set(key, [point]);
    else points.push(point);
  }
  return [...pairs.values()];
}

/** The cheapest of a comparison's functions, or of its machines as far as they carry, as one line. */
export function cheapestOfKind(comparison: Comparison, kind: Offer["kind"]): DrawnCurves {
  return offersWithCurve(comparison)
    .filter(({ offer }) => offer.kind === kind)
    .map((offer) => ({ curve: offer.curve, upTo: carriesUpTo(offer) }));
}
