import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import { toFragment } from "../state/link/link.ts";
import type { ScenarioStore } from "../state/scenarios/scenario-store.ts";
import type { Simulation } from "../state/simulation.ts";

/** Inputs that stay as they are for so long are worth coming back to. */
const SETTLED_AFTER_MS = 5000;

/** Notes what a visitor has looked at: inputs that have settled, and those that the page is left with. */
export function noteRecent(simulation: Simulation, scenarios: ScenarioStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = simulation.inputs;
  const note = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (seen !== DEFAULT_INPUTS) scenarios.noteRecent(toFragment(seen));
  };
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(note, SETTLED_AFTER_MS);
  };
  simulation.addEventListener("change", () => {
    if (simulation.inputs === seen) return;
    seen = simulation.inputs;
    settle();
  });
  addEventListener("pagehide", () => {
    if (timer !== undefined) note();
  });
  settle();
}
