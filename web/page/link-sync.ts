import { DEFAULT_INPUTS } from "../state/inputs.ts";
import { fromFragment, toFragment } from "../state/link/link.ts";
import { noteRecent } from "./recent-scenarios.ts";
import { scenarios } from "./scenarios.ts";
import type { Simulation } from "../state/simulation.ts";

/**
 * Keeps the address of the page and the inputs the same: the link that is open is where the visitor
 * begins, and what is set can be copied from the address bar.
 */
export function syncWithAddress(simulation: Simulation): void {
  noteRecent(simulation, scenarios);
  const opened = fromFragment(location.hash);
  if (opened !== null) simulation.begin(opened);
  let written = location.hash;
  const write = (): void => {
    const { inputs } = simulation;
    const fragment = inputs === DEFAULT_INPUTS ? "" : toFragment(inputs);
    if (fragment === written) return;
    written = fragment;
    history.replaceState(null, "", fragment || location.pathname + location.search);
  };
  simulation.addEventListener("change", write);
  write();
  addEventListener("hashchange", () => {
    if (location.hash === written) return;
    const asked = fromFragment(location.hash);
    if (asked === null) return;
    written = location.hash;
    simulation.update(asked);
  });
}
