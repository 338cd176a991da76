import type * as SideCharges from "../../shared/side-costs/side-costs.ts";

let whole: typeof SideCharges | null = null;

/** In the place of `shared/side-costs/side-costs.ts`: nothing is counted around until it is loaded. */
export const sideCharges: typeof SideCharges.sideCharges = (workload, offer, terms, card) =>
  whole === null ? [] : whole.sideCharges(workload, offer, terms, card);

/** Takes the module for which this one stands. */
export function takeSideCharges(charges: typeof SideCharges): void {
  whole = charges;
}
