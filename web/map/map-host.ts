import type { ReactiveControllerHost } from "lit";
import type { Language } from "../format.ts";
import type { Simulation } from "../state/simulation.ts";
import type { MapPlace } from "./place.ts";

/** An element with a map: a canvas within what is pointed at. */
export interface MapHost extends ReactiveControllerHost, Element {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly simulation: Simulation | null;
  readonly language: Language;
  readonly theme: string | undefined;
  /** Where one reads off; `null` for the workload's own place. */
  cursor: MapPlace | null;
}
