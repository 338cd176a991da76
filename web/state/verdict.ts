import { carriesUpTo } from "../../shared/carries-up-to.ts";
import { cheapestByLoad, type OfferWithCurve } from "../../shared/cheapest-by-load.ts";
import type { LoadRange } from "../../shared/engine/load-range.ts";
import type { Comparison, PricedOffer } from "../../shared/simulate.ts";

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
  const above = { min: Math.min(load, range.max), max: range.max };
  const turn = cheapestByLoad(comparison, candidates, above).find(
    ({ to, cheapest }) => to > load && cheapest.offer.kind !== cheaper,
  );
  return turn === undefined ? Infinity : Math.max(turn.from, load);
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
