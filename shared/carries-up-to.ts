import type { PricedOffer } from "./price-offers.ts";

/** Most requests a month that an offer carries: less than infinite for a fixed number of machines. */
export function carriesUpTo({ offer, capacity }: PricedOffer): number {
  const isFixed = offer.kind === "machine" && offer.sizing.kind === "fixed";
  return isFixed && capacity !== null ? capacity.requestsPerMachine * capacity.machines : Infinity;
}
