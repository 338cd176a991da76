import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import type { ChartBand } from "../../shared/chart/plot-shapes.ts";
import { spreadLoads } from "../../shared/chart/series.ts";
import type { ChartView } from "../../shared/chart/view.ts";
import type { DrivenQuestion } from "../../shared/drivers/driver.ts";
import { extremesOf } from "../../shared/engine/curve-extremes.ts";
import type { CostCurve } from "../../shared/engine/curve.ts";
import type { Offer } from "../../shared/offer.ts";
import { cornerCurves, costRanges, type UncertainRanges } from "../../shared/uncertainty.ts";
import type { Answer } from "../state/simulation.ts";
import { rangesOf } from "../state/uncertain-ranges.ts";
import { useWholeEngine } from "../held-back/whole-at-once.ts";

// Other values than the visitor's are asked for.
useWholeEngine();

type Band = Omit<ChartBand, "colour">;

/** Where the whole range is priced at every load, so many loads are enough to draw it. */
const EVERY = 6;

/** What each offer of an answer costs at least and at most, by load, within the inputs' ranges. */
export function bandsOf(
  { inputs, question, comparison }: Answer,
  { requests }: ChartView,
  cards: LoadedCards,
): Band[] {
  const offers = comparison.offers.map(({ offer }) => offer);
  const ranges = rangesOf(inputs, question.workload);
  const loads = spreadLoads(requests);
  // The load may be off by the same part of it at every place along the axis.
  const { requestsPerMonth: asked } = inputs;
  const partOf = (end: number | undefined) => (end === undefined || asked === 0 ? 1 : end / asked);
  const off = { min: partOf(ranges.requests?.min), max: partOf(ranges.requests?.max) };
  const around = (load: number) => ({ min: load * off.min, max: load * off.max });
  const curves = cornerCurves(question, offers, ranges, cards);
  return offers.map((offer, index) =>
    isTurning(offer, ranges)
      ? pricedBand(question, offer, ranges, loads, around, cards)
      : bandBetween(curves[index] ?? [], loads, around),
  );
}

type Around = (load: number) => { readonly min: number; readonly max: number };

function bandBetween(curves: readonly CostCurve[], loads: readonly number[], around: Around): Band {
  const found = loads.map((load) => curves.map((curve) => extremesOf(curve, around(load))));
  return {
    loads,
    least: found.map((extremes) => Math.min(...extremes.map(({ least }) => least))),
    most: found.map((extremes) => Math.max(...extremes.map(({ most }) => most))),
  };
}

/** Whether a cost can fall and rise again along execution time: what is kept is idle until it is used. */
function isTurning(offer: Offer, { execution_time: times }: UncertainRanges): boolean {
  return times !== undefined && offer.kind === "function" && (offer.minimumInstances ?? 0) > 0;
}

function pricedBand(
  question: DrivenQuestion,
  offer: Offer,
  ranges: UncertainRanges,
  all: readonly number[],
  around: Around,
  cards: LoadedCards,
): Band {
  const loads = all.filter((_, index) => index % EVERY === 0 || index === all.length - 1);
  const found = loads.map((requestsPerMonth) => {
    const there = { ...question, workload: { ...question.workload, requestsPerMonth } };
    const requests = ranges.requests === undefined ? undefined : around(requestsPerMonth);
    return costRanges(there, [offer], { ...ranges, requests }, cards)[0];
  });
  return {
    loads,
    least: found.map((range) => range?.least ?? 0),
    most: found.map((range) => range?.most ?? range?.least ?? 0),
  };
}
