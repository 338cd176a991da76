import type { PricedOffer } from "../../shared/simulate.ts";
import type { Answer } from "./simulation.ts";

/** The offers with the cheapest first; those that are too small for the load come last. */
export function rankedOffers({ offers }: Pick<Answer, "offers">): PricedOffer[] {
  return [...offers].sort(
    (a, b) =>
      Number(isTooSmall(a)) - Number(isTooSmall(b)) || (a.monthlyCost ?? 0) - (b.monthlyCost ?? 0),
  );
}

/** Whether an offer is machines that do not carry the load. */
export function isTooSmall({ capacity }: PricedOffer): boolean {
  return capacity !== null && !capacity.carriesLoad;
}
