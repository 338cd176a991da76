import type { History } from "./history.ts";
import { fetchCatalog, fetchStarterCards } from "./rate-cards.ts";
import { Simulation } from "./simulation.ts";
import { SITE } from "./site.ts";

/** A simulation that takes its prices from where the script came from; with a history it can be undone. */
export function siteSimulation(history: History | null = null): Simulation {
  const rateCards = new URL("rate-cards/", SITE);
  return new Simulation(fetchCatalog(rateCards), fetchStarterCards(rateCards), history);
}
