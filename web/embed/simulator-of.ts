import type { Simulation } from "../state/simulation.ts";

/** A `<cost-simulator>` as far as elements that are linked to it know it. */
export interface Simulator extends HTMLElement {
  readonly simulation: Simulation;
}

/** The simulator of an id in the same document or shadow tree; `null` as long as there is none. */
export function simulatorOf(element: Element, id: string): Simulator | null {
  const root = element.getRootNode();
  // An element that is in no document stands in a tree without ids.
  const found = "getElementById" in root ? (root as Document).getElementById(id) : null;
  return found !== null && "simulation" in found ? (found as Simulator) : null;
}
