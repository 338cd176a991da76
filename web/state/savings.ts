import type { PricedOffer } from "../../shared/simulate.ts";
import type { Answer } from "./simulation.ts";

/** What the cheapest offer saves a month against another, in the currency of the answer. */
export interface Saving {
  readonly against: PricedOffer;
  /** Whether that is the cheapest of the other kind, or the next cheapest of all. */
  readonly isOtherKind: boolean;
  readonly perMonth: number;
}

/**
 * What the cheapest saves against the cheapest of the other kind, and against the next of its own;
 * where that costs the same, nothing is to be said.
 */
export function savingsOf({ comparison, verdict }: Answer): Saving[] {
  const { cheapest: cheapestId, runnerUp: runnerUpId, monthlyCost } = comparison.verdict;
  const find = (id: string | null) => comparison.offers.find((offer) => offer.id === id);
  const cheapest = find(cheapestId);
  if (cheapest === undefined || monthlyCost === null) return [];
  const other = cheapest.offer.kind === "function" ? verdict.machine : verdict.functions;
  const runnerUp = find(runnerUpId);
  const against = [
    ...(other === null ? [] : [other]),
    ...(runnerUp === undefined || runnerUp.id === other?.id ? [] : [runnerUp]),
  ];
  return against
    .map((priced) => ({
      against: priced,
      isOtherKind: priced === other,
      perMonth: (priced.monthlyCost ?? 0) - monthlyCost,
    }))
    .filter(({ perMonth }) => perMonth > 0);
}
