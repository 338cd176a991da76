import { costAt, type CostCurve } from "../../shared/engine/curve.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { toRequestsPerMonth } from "../../shared/units.ts";
import { breakEvenPairs } from "../state/break-even-pairs.ts";
import type { Answer } from "../state/simulation.ts";
import { chartColumns, viewOf, type ChartColumns, type ChartView } from "./series.ts";

/** Loads at which guide lines stand, in requests a second. */
export const GUIDE_RATES = [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000];
/** The chart begins a little below the first guide line and ends a little above the last. */
const MARGIN = 1.6;
/** Of a pair that crosses often, the first crossings are marked and the last. */
const MARKED_OF_PAIR = 3;
const MARKS_MAX = 40;
const SAME_COST = 1e-9;

/** A break-even point to mark. */
export interface MarkedPoint {
  readonly requests: number;
  readonly cost: number;
}

/** What a chart of an answer shows, before words and colours. */
export interface ChartFigures {
  readonly offers: readonly (PricedOffer & { readonly curve: CostCurve })[];
  readonly view: ChartView;
  readonly columns: ChartColumns;
  /** The most important first: where the cheapest of all changes. */
  readonly marks: readonly MarkedPoint[];
}

/** Curves, view and marks of an answer's chart. */
export function chartFigures(answer: Answer): ChartFigures {
  const offers = answer.comparison.offers.filter(
    (offer): offer is PricedOffer & { readonly curve: CostCurve } => offer.curve !== null,
  );
  const curves = offers.map(({ curve }) => curve);
  const [least = 0] = GUIDE_RATES;
  const view = viewOf(curves, toRequestsPerMonth(least) / MARGIN, answer.requestsViewed * MARGIN);
  const marks = markedPoints(answer, curves, view);
  const marked = [...marks.map(({ requests }) => requests), answer.inputs.requestsPerMonth];
  return { offers, view, columns: chartColumns(curves, view, marked), marks };
}

function markedPoints(
  answer: Answer,
  curves: readonly CostCurve[],
  view: ChartView,
): MarkedPoint[] {
  const points = breakEvenPairs(answer).flatMap(({ points: all }) =>
    all.length <= MARKED_OF_PAIR + 1
      ? [...all]
      : [...all.slice(0, MARKED_OF_PAIR), ...all.slice(-1)],
  );
  return points
    .filter(
      ({ requestsPerMonth, monthlyCost }) =>
        requestsPerMonth >= view.minRequests &&
        requestsPerMonth <= view.maxRequests &&
        monthlyCost >= view.minCost,
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
    .map(({ requests, cost }) => ({ requests, cost }));
}
