import { carriesUpTo } from "./carries-up-to.ts";
import type { LoadRange } from "./engine/load-range.ts";
import type { CostCurve } from "./engine/curve.ts";
import { crossEachPair, regimesOf, type Regime } from "./engine/regimes.ts";
import type { Comparison, PricedOffer } from "./simulate.ts";

export type OfferWithCurve = PricedOffer & { readonly curve: CostCurve };

/** An interval of loads, and the cheapest of the offers that carry them. */
export interface Winner {
  readonly from: number;
  readonly to: number;
  readonly cheapest: PricedOffer;
}

/** A curve, and the greatest load that is carried at its cost. */
export interface CarryingCurve {
  readonly curve: CostCurve;
  readonly upTo: number;
}

/** A regime; `null` where none of the curves carries the load. */
export type CarriedRegime = Omit<Regime, "cheapest"> & { readonly cheapest: number | null };

/** The offers of a comparison that have a cost at every load. */
export function offersWithCurve({ offers }: Comparison): OfferWithCurve[] {
  return offers.filter((offer): offer is OfferWithCurve => offer.curve !== null);
}

/**
 * Who is cheapest where of curves that each carry only so much. Where none carries the load, nobody
 * is, or whoever is the cheapest of all. `most`: crossings of a stretch that are listed.
 */
export function carriedRegimes(
  curves: readonly CarryingCurve[],
  range: LoadRange,
  whereNoneCarries: "nobody" | "cheapestOfAll",
  most?: number,
): CarriedRegime[] {
  const all = curves.map(({ curve }) => curve);
  const ends = curves.map(({ upTo }) => upTo);
  const pairs = crossEachPair(all, range, most);
  const regimes: readonly CarriedRegime[] = regimesOf(all, pairs, range, { carriesUpTo: ends });
  const last = Math.max(range.min, ...ends);
  if (whereNoneCarries === "cheapestOfAll" || last >= range.max) return [...regimes];
  const carried = regimes
    .filter(({ from }) => from < last)
    .map((regime) => ({ ...regime, to: Math.min(regime.to, last) }));
  return [...carried, { from: last, to: range.max, cheapest: null, alternating: false }];
}

/** The cheapest of some of a comparison's offers by load, each only as far as it carries. */
export function cheapestByLoad(
  comparison: Comparison,
  candidates: readonly OfferWithCurve[],
  range: LoadRange,
): Winner[] {
  const carriesAll = candidates.every((offer) => carriesUpTo(offer) >= range.max);
  if (carriesAll && candidates.length === comparison.offers.length) {
    const offerOf = new Map(candidates.map((offer) => [offer.id, offer]));
    return comparison.regimes.flatMap(({ from, to, cheapest: id }) => {
      const cheapest = offerOf.get(id);
      return cheapest === undefined || to <= range.min || from >= range.max
        ? []
        : [{ from, to, cheapest }];
    });
  }
  const curves = candidates.map((offer) => ({ curve: offer.curve, upTo: carriesUpTo(offer) }));
  return carriedRegimes(curves, range, "nobody").flatMap(({ from, to, cheapest: index }) => {
    const cheapest = candidates[index ?? -1];
    return cheapest === undefined ? [] : [{ from, to, cheapest }];
  });
}
