import { carriesUpTo } from "./carries-up-to.ts";
import type { LoadRange } from "./engine/crossings.ts";
import type { CostCurve } from "./engine/curve.ts";
import { crossEachPair, regimesOf } from "./engine/regimes.ts";
import type { Comparison, PricedOffer } from "./simulate.ts";

export type OfferWithCurve = PricedOffer & { readonly curve: CostCurve };

/** An interval of loads, and the cheapest of the offers that carry them. */
export interface Winner {
  readonly from: number;
  readonly to: number;
  readonly cheapest: PricedOffer;
}

/** The offers of a comparison that have a cost at every load. */
export function offersWithCurve({ offers }: Comparison): OfferWithCurve[] {
  return offers.filter((offer): offer is OfferWithCurve => offer.curve !== null);
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
  const ends = candidates.map(carriesUpTo).filter((end) => end > range.min && end < range.max);
  const carriesAll = candidates.every((offer) => carriesUpTo(offer) > range.min);
  if (ends.length === 0 && carriesAll && candidates.length === comparison.offers.length) {
    const offerOf = new Map(candidates.map((offer) => [offer.id, offer]));
    return comparison.regimes.flatMap(({ from, to, cheapest: id }) => {
      const cheapest = offerOf.get(id);
      return cheapest === undefined || to <= range.min || from >= range.max
        ? []
        : [{ from, to, cheapest }];
    });
  }
  const bounds = [range.min, ...ends.toSorted((a, b) => a - b), range.max];
  const winners = bounds.slice(1).flatMap((max, index) => {
    const stretch = { min: bounds[index] ?? range.min, max };
    return winnersOn(
      stretch,
      candidates.filter((offer) => carriesUpTo(offer) >= max),
    );
  });
  return merged(winners);
}

function winnersOn(range: LoadRange, offers: readonly OfferWithCurve[]): Winner[] {
  const curves = offers.map(({ curve }) => curve);
  const regimes = regimesOf(curves, crossEachPair(curves, range), range);
  return regimes.flatMap(({ from, to, cheapest: index }) => {
    const cheapest = offers[index];
    return cheapest === undefined ? [] : [{ from, to, cheapest }];
  });
}

function merged(winners: readonly Winner[]): Winner[] {
  const all: Winner[] = [];
  for (const winner of winners) {
    const last = all.at(-1);
    if (last?.cheapest === winner.cheapest && last.to === winner.from) {
      all[all.length - 1] = { ...last, to: winner.to };
    } else all.push(winner);
  }
  return all;
}
