import type { LoadedCards } from "./catalog/catalog.ts";
import type { LoadRange } from "./engine/crossings.ts";
import { crossEachPair, regimesOf } from "./engine/regimes.ts";
import { buildCurve } from "./engine/curve.ts";
import { PricingError } from "./engine/errors.ts";
import type { Offer } from "./offer.ts";
import { cardKeyOf, priceOffer } from "./price-offer.ts";
import type { DrivenQuestion } from "./drivers/driver.ts";
import { withCustomCatalog } from "./catalog/custom-prices.ts";

/** Who is cheapest at one execution time, over requests. */
export interface MapColumn {
  readonly durationMs: number;
  readonly regimes: readonly {
    readonly from: number;
    readonly to: number;
    /** Index of the offer; `null` where none can be bought. */
    readonly cheapest: number | null;
    readonly alternating: boolean;
  }[];
}

/** A map shows colours: where fleets take turns more often than that, it says so. */
const CROSSINGS_LISTED = 500;

/**
 * The decision map, requests by execution time: at each execution time the exact regimes over
 * requests, so that its boundaries are exact in every column.
 */
export function decisionMap(
  question: DrivenQuestion,
  offers: readonly Offer[],
  durationsMs: readonly number[],
  range: LoadRange,
  listed: LoadedCards,
): MapColumn[] {
  const { workload, terms } = question;
  const catalog = withCustomCatalog(listed, terms.customPrices ?? [], null);
  return durationsMs.map((durationMs) => {
    const bought = offers.flatMap((offer, index) => {
      try {
        const card = catalog.card(cardKeyOf(offer, catalog));
        const { charges, fleet } = priceOffer({ ...workload, durationMs }, offer, terms, card);
        if (offer.kind === "machine" && fleet === null) return [];
        return [{ index, curve: buildCurve(charges, fleet) }];
      } catch (error) {
        if (error instanceof PricingError) return [];
        throw error;
      }
    });
    const curves = bought.map(({ curve }) => curve);
    if (curves.length === 0) {
      return {
        durationMs,
        regimes: [{ from: range.min, to: range.max, cheapest: null, alternating: false }],
      };
    }
    const regimes = regimesOf(curves, crossEachPair(curves, range, CROSSINGS_LISTED), range).map(
      (regime) => ({
        ...regime,
        cheapest: bought[regime.cheapest]?.index ?? null,
      }),
    );
    return { durationMs, regimes };
  });
}
