import { carriesUpTo } from "../../shared/carries-up-to.ts";
import {
  carriedRegimes,
  offersWithCurve,
  type OfferWithCurve,
} from "../../shared/cheapest-by-load.ts";
import {
  loadsReached,
  monthReaching,
  paybackMonth,
  project,
  type Growth,
  type ProjectedMonth,
} from "../../shared/growth.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { PERCENT } from "../../shared/units.ts";
import type { Answer } from "../state/simulation.ts";

/** A month in which another offer becomes the cheapest. */
export interface Crossover {
  readonly month: number;
  readonly requestsPerMonth: number;
  readonly cheapest: PricedOffer;
}

/** What going over from functions to machines, or back, costs and saves. */
export interface Change {
  readonly from: PricedOffer;
  readonly to: PricedOffer;
  /** What all months together cost less, before the one-off cost. */
  readonly saved: number;
  readonly oneOffCost: number;
  /** The month by whose end that has been paid for; `null` when it is not within the months. */
  readonly paidIn: number | null;
}

/** What an answer's offers cost over the coming months. */
export interface Projection {
  readonly growth: Growth;
  readonly offers: readonly OfferWithCurve[];
  readonly months: readonly ProjectedMonth[];
  /** By offer: how many months its machines carry the load. */
  readonly monthsCarried: readonly number[];
  readonly crossovers: readonly Crossover[];
  /** `null` where there are not both functions and machines that carry all months. */
  readonly change: Change | null;
}

/** The months ahead, from the inputs' growth, horizon and one-off cost. */
export function projectionOf({ inputs, comparison }: Answer): Projection {
  const growth: Growth = {
    requestsPerMonth: inputs.requestsPerMonth,
    monthlyRate: inputs.growthPercent / PERCENT,
    months: inputs.horizonMonths,
  };
  const offers = offersWithCurve(comparison);
  const months = project(
    growth,
    offers.map(({ curve }) => curve),
  );
  const monthsCarried = offers.map((offer) => {
    const end = months.findIndex(({ requestsPerMonth }) => requestsPerMonth > carriesUpTo(offer));
    return end === -1 ? months.length : end;
  });
  return {
    growth,
    offers,
    months,
    monthsCarried,
    crossovers: crossoversOf(growth, offers),
    change: changeOf({ offers, months, monthsCarried }, inputs.oneOffCost),
  };
}

function crossoversOf(growth: Growth, offers: readonly OfferWithCurve[]): Crossover[] {
  const { min, max } = loadsReached(growth);
  if (min === max) return [];
  const curves = offers.map((offer) => ({ curve: offer.curve, upTo: carriesUpTo(offer) }));
  const isGrowing = growth.monthlyRate > 0;
  const crossovers = carriedRegimes(curves, { min, max }, "nobody").flatMap(
    ({ from, to, cheapest: index }): Crossover[] => {
      const bound = isGrowing ? from : to;
      const cheapest = offers[index ?? -1];
      const month = bound > min && bound < max ? monthReaching(growth, bound) : null;
      return month === null || cheapest === undefined
        ? []
        : [{ month, requestsPerMonth: bound, cheapest }];
    },
  );
  const ordered = isGrowing ? crossovers : crossovers.toReversed();
  // Of several in the same month only the last one is seen.
  return ordered.filter(({ month }, index) => ordered[index + 1]?.month !== month);
}

function changeOf(
  { offers, months, monthsCarried }: Pick<Projection, "offers" | "months" | "monthsCarried">,
  oneOffCost: number,
): Change | null {
  const last = months.at(-1);
  const cheapest = (kind: "function" | "machine"): number => {
    let best = -1;
    for (const [index, { offer }] of offers.entries()) {
      if (offer.kind !== kind || monthsCarried[index] !== months.length) continue;
      const isCheaper = (last?.cumulated[index] ?? 0) < (last?.cumulated[best] ?? Infinity);
      if (isCheaper) best = index;
    }
    return best;
  };
  const [functions, machine] = [cheapest("function"), cheapest("machine")];
  const [functionSum, machineSum] = [functions, machine].map(
    (index) => last?.cumulated[index] ?? 0,
  );
  const isMachine = (machineSum ?? 0) < (functionSum ?? 0);
  const [fromIndex, toIndex] = isMachine ? [functions, machine] : [machine, functions];
  const [from, to] = [offers[fromIndex], offers[toIndex]];
  if (from === undefined || to === undefined) return null;
  return {
    from,
    to,
    saved: Math.abs((machineSum ?? 0) - (functionSum ?? 0)),
    oneOffCost,
    paidIn: oneOffCost === 0 ? null : paybackMonth(months, fromIndex, toIndex, oneOffCost),
  };
}
