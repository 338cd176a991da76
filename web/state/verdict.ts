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
  /** Most requests a month that the machine carries, when it is a fixed number that may become too small. */
  readonly carriesUpTo: number | null;
}

type OfferWithCurve = PricedOffer & { readonly curve: CostCurve };

/** Reads the verdict off a comparison; machines too small for the load are left out of it. */
export function verdictOf(comparison: Comparison, load: number, range: LoadRange): PlainVerdict {
  const candidates = comparison.offers.filter(
    (offer): offer is OfferWithCurve =>
      offer.curve !== null && offer.capacity?.carriesLoad !== false,
  );
  const functions = cheapest(candidates.filter(({ offer }) => offer.kind === "function"));
  const machine = cheapest(candidates.filter(({ offer }) => offer.kind === "machine"));
  if (functions === null || machine === null) {
    const only = functions ?? machine;
    return {
      functions,
      machine,
      cheaper: only === null ? null : only.offer.kind,
      upTo: null,
      carriesUpTo: machine === null ? null : fixedLimit(machine),
    };
  }
  const cheaper = costOf(functions) <= costOf(machine) ? "function" : "machine";
  const kinds = kindsByLoad(comparison, candidates, range);
  const current = kinds.findIndex(({ to }) => load < to);
  const next = kinds.slice(Math.max(current, 0)).find(({ kind }) => kind !== cheaper);
  return {
    functions,
    machine,
    cheaper,
    upTo: next === undefined || next.from < load ? null : next.from,
    carriesUpTo: cheaper === "machine" ? fixedLimit(machine) : null,
  };
}

/** Whether a function or a machine is the cheapest, by load. */
function kindsByLoad(
  comparison: Comparison,
  candidates: readonly OfferWithCurve[],
  range: LoadRange,
): { kind: "function" | "machine"; from: number; to: number }[] {
  const kindOf = new Map(candidates.map(({ id, offer }) => [id, offer.kind]));
  if (candidates.length === comparison.offers.length) {
    return comparison.regimes.map(({ from, to, cheapest: id }) => ({
      kind: kindOf.get(id) ?? "function",
      from,
      to,
    }));
  }
  const curves = candidates.map(({ curve }) => curve);
  return regimesOf(curves, crossEachPair(curves, range), range).map(
    ({ from, to, cheapest: index }) => ({
      kind: candidates[index]?.offer.kind ?? "function",
      from,
      to,
    }),
  );
}

function fixedLimit(offer: PricedOffer): number | null {
  const limit = carriesUpTo(offer);
  return limit === Infinity ? null : limit;
}

function cheapest(offers: readonly OfferWithCurve[]): PricedOffer | null {
  let best: PricedOffer | null = null;
  for (const offer of offers) {
    if (best === null || costOf(offer) < costOf(best)) best = offer;
  }
  return best;
}

function costOf({ monthlyCost }: PricedOffer): number {
  return monthlyCost ?? Infinity;
}
