import type { LoadRange } from "../../shared/engine/crossings.ts";
import type { CostCurve } from "../../shared/engine/curve.ts";
import { crossEachPair, regimesOf } from "../../shared/engine/regimes.ts";
import type { Comparison, PricedOffer } from "../../shared/simulate.ts";
import { carriesUpTo } from "./carries-up-to.ts";

/** The answer in one sentence: functions against machines at the load, and where that turns. */
export interface PlainVerdict {
  /** The cheapest function configuration, and the cheapest machine that carries the load. */
  readonly functions: PricedOffer | null;
  readonly machine: PricedOffer | null;
  readonly cheaper: "function" | "machine" | null;
  /** Requests a month up to which that stays so; `null` if it does throughout the range. */
  readonly upTo: number | null;
  /**
   * What is there: `turn`, the other kind becomes the cheaper; `capacity`, the machines, a fixed
   * number, carry no more, so that there is nothing left to compare.
   */
  readonly limit: "turn" | "capacity" | null;
}

type OfferWithCurve = PricedOffer & { readonly curve: CostCurve };

/** Reads the verdict off a comparison; machines too small for the load are left out of it. */
export function verdictOf(comparison: Comparison, load: number, range: LoadRange): PlainVerdict {
  const candidates = comparison.offers.filter(
    (offer): offer is OfferWithCurve =>
      offer.curve !== null && offer.capacity?.carriesLoad !== false,
  );
  const machines = candidates.filter(({ offer }) => offer.kind === "machine");
  const functions = cheapestOf(candidates.filter(({ offer }) => offer.kind === "function"));
  const machine = cheapestOf(machines);
  if (functions === null || machine === null) {
    const only = functions ?? machine;
    return { functions, machine, cheaper: only?.offer.kind ?? null, upTo: null, limit: null };
  }
  const cheaper = costOf(functions) <= costOf(machine) ? "function" : "machine";
  const turn = turnAbove(load, cheaper, comparison, candidates, range);
  // Beyond what the machines carry there is no comparison, whatever their curves say.
  const capacity =
    cheaper === "machine" ? carriesUpTo(machine) : Math.max(...machines.map(carriesUpTo));
  if (turn < capacity || capacity === Infinity) {
    const isInRange = turn < Infinity;
    return {
      functions,
      machine,
      cheaper,
      upTo: isInRange ? turn : null,
      limit: isInRange ? "turn" : null,
    };
  }
  return { functions, machine, cheaper, upTo: capacity, limit: "capacity" };
}

/** The first load above at which the other kind is the cheapest of all that carry it. */
function turnAbove(
  load: number,
  cheaper: "function" | "machine",
  comparison: Comparison,
  candidates: readonly OfferWithCurve[],
  range: LoadRange,
): number {
  const turn = cheapestByLoad(load, comparison, candidates, range).find(
    ({ to, cheapest }) => to > load && cheapest.offer.kind !== cheaper,
  );
  return turn === undefined ? Infinity : Math.max(turn.from, load);
}

interface Winner {
  readonly from: number;
  readonly to: number;
  readonly cheapest: PricedOffer;
}

/** The cheapest offer by load, from the load up; each offer only as far as it carries. */
function cheapestByLoad(
  load: number,
  comparison: Comparison,
  candidates: readonly OfferWithCurve[],
  range: LoadRange,
): Winner[] {
  const ends = candidates.map(carriesUpTo).filter((end) => end > load && end < range.max);
  if (ends.length === 0 && candidates.length === comparison.offers.length) {
    const offerOf = new Map(candidates.map((offer) => [offer.id, offer]));
    return comparison.regimes.flatMap(({ from, to, cheapest: id }) => {
      const cheapest = offerOf.get(id);
      return cheapest === undefined ? [] : [{ from, to, cheapest }];
    });
  }
  const bounds = [Math.min(load, range.max), ...ends.toSorted((a, b) => a - b), range.max];
  return bounds.slice(1).flatMap((max, index) => {
    const stretch = { min: bounds[index] ?? load, max };
    return winnersOn(
      stretch,
      candidates.filter((offer) => carriesUpTo(offer) >= max),
    );
  });
}

function winnersOn(range: LoadRange, offers: readonly OfferWithCurve[]): Winner[] {
  const curves = offers.map(({ curve }) => curve);
  const regimes = regimesOf(curves, crossEachPair(curves, range), range);
  return regimes.flatMap(({ from, to, cheapest: index }) => {
    const cheapest = offers[index];
    return cheapest === undefined ? [] : [{ from, to, cheapest }];
  });
}

function cheapestOf(offers: readonly OfferWithCurve[]): PricedOffer | null {
  let best: PricedOffer | null = null;
  for (const offer of offers) {
    if (best === null || costOf(offer) < costOf(best)) best = offer;
  }
  return best;
}

function costOf({ monthlyCost }: PricedOffer): number {
  return monthlyCost ?? Infinity;
}
