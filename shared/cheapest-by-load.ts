import { carriesUpTo } from "./carries-up-to.ts";
import type { LoadRange } from "./engine/crossings.ts";
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
 * Who is cheapest where of curves that each carry only so much; `most`: crossings of a stretch that
 * are listed.
 */
export function carriedRegimes(
  curves: readonly CarryingCurve[],
  range: LoadRange,
  most?: number,
): CarriedRegime[] {
  const ends = curves.map(({ upTo }) => upTo).filter((end) => end > range.min && end < range.max);
  const bounds = [range.min, ...ends.toSorted((a, b) => a - b), range.max];
  const regimes = bounds.slice(1).flatMap((max, index): CarriedRegime[] => {
    const stretch = { min: bounds[index] ?? range.min, max };
    const carrying = curves.flatMap(({ curve, upTo }, at) => (upTo >= max ? [{ curve, at }] : []));
    if (carrying.length === 0) {
      return [{ from: stretch.min, to: max, cheapest: null, alternating: false }];
    }
    const within = carrying.map(({ curve }) => curve);
    return regimesOf(within, crossEachPair(within, stretch, most), stretch).map((regime) => ({
      ...regime,
      cheapest: carrying[regime.cheapest]?.at ?? null,
    }));
  });
  return ends.length === 0 ? regimes : merged(regimes);
}

/**
 * The cheapest of some of a comparison's offers by load, each only as far as it carries: the
 * regimes of a comparison name a fixed number of machines beyond that, too.
 */
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
  return carriedRegimes(curves, range).flatMap(({ from, to, cheapest: index }) => {
    const cheapest = candidates[index ?? -1];
    return cheapest === undefined ? [] : [{ from, to, cheapest }];
  });
}

function merged(regimes: readonly CarriedRegime[]): CarriedRegime[] {
  const all: CarriedRegime[] = [];
  for (const regime of regimes) {
    const last = all.at(-1);
    const isSame = last?.cheapest === regime.cheapest && last.alternating === regime.alternating;
    if (isSame) all[all.length - 1] = { ...last, to: regime.to };
    else all.push(regime);
  }
  return all;
}
