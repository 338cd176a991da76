import type { History } from "./history.ts";
import { fetchCatalog, fetchStarterCards } from "./rate-cards.ts";
import { Simulation } from "./simulation.ts";
import { SITE } from "./site.ts";

const RATE_CARDS = new URL("rate-cards/", SITE);

/** A simulation that takes its prices from where the script came from; with a history it can be undone. */
export function siteSimulation(history: History | null = null): Simulation {
  return new Simulation(fetchCatalog(RATE_CARDS), fetchStarterCards(RATE_CARDS), history);
}

/** Loads what simulations of the site begin with: one that is made then answers at once. */
export async function loadStart(): Promise<void> {
  await fetchStarterCards(RATE_CARDS)();
}
