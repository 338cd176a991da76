import { costJustAfter } from "../engine/cost-just-after.ts";
import { costAt, type CostCurve } from "../engine/curve.ts";
import { crossEachPair, regimesOf } from "../engine/regimes.ts";
import { isApart, signOfDifference } from "../engine/rounding.ts";
import { halvesOf, splitAt, type Bought, type Part } from "./driver-parts.ts";
import type { Piece } from "./driver-curve.ts";

/**
 * Values of a driver for which one offer is the cheapest of those that can be bought: one value, where that is
 * an end of the range.
 */
export interface DriverRegime {
  readonly from: number;
  readonly to: number;
  /** Index of the offer; `null` where none can be bought. */
  readonly cheapest: number | null;
  /** Here fleets overtake each other more often than is listed; `cheapest` holds in the middle. */
  readonly alternating: boolean;
}

/** Where fleets take turns more often than that, the regimes say that they alternate. */
const CROSSINGS_LISTED = 2000;

/**
 * Who is cheapest where in a part. Where an allowance is shared, a curve holds for a given use of it. Whoever is
 * the cheapest with the least use in the part, and also with the most by itself and all that use as much, is so
 * in between: of two that use as much the difference of costs goes with one over the use, and others cost
 * no less than with the least. Where that is not the same offer, the halves are looked at.
 */
export function regimesIn(part: Part): DriverRegime[] {
  const { from, to } = part;
  if (part.bought.every(({ divided }) => divided === undefined)) return regimesAt(part);
  // Of those that cost the same with the least use the first is named: the one that is cheaper with the most.
  const most = usedAs(part.bought, (used) => costAt(used, to)).toSorted((one, other) =>
    signOfDifference(costAt(one.curve, to), costAt(other.curve, to)),
  );
  const least = usedAs(most, (used) => costJustAfter(used, from));
  const inEach = (pieces: readonly Piece[]) =>
    pieces.flatMap((piece) => regimesIn({ ...part, ...piece }));
  // Only between two such bounds does a cost go with one over the use: where one may lie, the part is cut.
  const [low, high] = [boundsOf(least), boundsOf(most)];
  const isPassed = low.filter((at) => at <= from).length !== high.filter((at) => at < to).length;
  if (isPassed && isApart(from, to)) {
    const cut = splitAt([...low, ...high], part);
    return inEach(cut.length > 1 ? cut : halvesOf(part));
  }
  return regimesAt({ ...part, bought: least }).flatMap((regime) => {
    const own = least.find(({ index }) => index === regime.cheapest);
    if (own?.divided === undefined || regime.alternating) return [regime];
    const bought = least.map((one, place) =>
      signOfDifference(one.used, own.used) === 0 ? (most[place] ?? one) : one,
    );
    return regimesAt({ ...regime, bought }).flatMap((one) =>
      one.cheapest === regime.cheapest || one.alternating || !isApart(one.from, one.to)
        ? [one]
        : inEach(halvesOf(one)),
    );
  });
}

type UsedOffer = Bought & { readonly used: number };

/** Offers by their curves for a use of the allowances that they share. */
function usedAs(bought: readonly Bought[], useOf: (used: CostCurve) => number): UsedOffer[] {
  return bought.map((one) => {
    const { divided } = one;
    const used = divided === undefined ? 0 : useOf(divided.used);
    return { ...one, used, curve: divided?.curveFor(used) ?? one.curve };
  });
}

/** Where the offers that share an allowance pass a bound of a price. */
function boundsOf(bought: readonly Bought[]): number[] {
  return bought.flatMap(({ curve, divided }) =>
    divided === undefined ? [] : curve.pieces.map(({ from }) => from),
  );
}

/** Who is cheapest where, by the curves alone. */
export function regimesAt({ bought, from, to }: Part): DriverRegime[] {
  if (bought.length === 0) return [{ from, to, cheapest: null, alternating: false }];
  const curves = bought.map(({ curve }) => curve);
  const range = { min: from, max: to };
  return regimesOf(curves, crossEachPair(curves, range, CROSSINGS_LISTED), range).map((regime) => ({
    ...regime,
    cheapest: bought[regime.cheapest]?.index ?? null,
  }));
}
