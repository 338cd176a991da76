import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import { fromFragment, toFragment } from "../state/link/link.ts";
import { noteRecent } from "./recent-scenarios.ts";
import { scenarios } from "./scenarios.ts";
import { RESTS_AFTER_MS } from "../state/simulation-controller.ts";
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
  let address = location.hash;
  const write = (): void => {
    // Somebody has opened another link; `hashchange`, which comes next, takes it.
    if (location.hash !== address) return;
    const { inputs } = simulation;
    const fragment = inputs === DEFAULT_INPUTS ? "" : toFragment(inputs);
    if (fragment === written) return;
    written = fragment;
    history.replaceState(null, "", fragment || location.pathname + location.search);
    address = location.hash;
  };
  // Browsers take few new addresses a second, and each takes long: a slider writes one when it is let go.
  let resting: ReturnType<typeof setTimeout> | undefined;
  simulation.addEventListener("change", () => {
    clearTimeout(resting);
    resting = setTimeout(write, RESTS_AFTER_MS);
  });
  write();
  addEventListener("hashchange", () => {
    if (location.hash === address) return;
    address = location.hash;
    const asked = fromFragment(address);
    if (asked === null) return;
    written = address;
    simulation.update(asked);
  });
}
