import type { sideCharges as whole } from "../../shared/side-costs/side-costs.ts";

let loaded: typeof whole | null = null;

/** In the place of `shared/side-costs/side-costs.ts`: nothing is counted around until it is loaded. */
export const sideCharges: typeof whole = (workload, offer, terms, card) =>
  loaded === null ? [] : loaded(workload, offer, terms, card);

/** Takes what this stands for out of the rest. */
export function take(rest: { readonly sideCharges: typeof whole }): void {
  loaded = rest.sideCharges;
}
