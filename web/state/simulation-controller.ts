import type { ReactiveControllerHost } from "lit";
import type { Simulation } from "./simulation.ts";

interface SimulationHost extends ReactiveControllerHost, Element {
  readonly simulation: Simulation | null;
}

/** When nothing has changed for so long, no slider is drawn any more. */
export const RESTS_AFTER_MS = 120;

/**
 * Renders a host anew whenever its simulation changes: at once while it can be seen, so that a frame
 * of a slider that is drawn holds no more than that; and otherwise when the simulation rests. The first
 * answer is rendered at once by all, so that no height changes later. `waits`: a
 * host that takes long to render waits for the rest though it is seen. `threshold`: the part of the
 * host, from 0 to 1, below which it is not seen, because what stands at its edge stays as it is.
 */
export function watchSimulation(
  host: SimulationHost,
  { waits = false, threshold = 0 }: { readonly waits?: boolean; readonly threshold?: number } = {},
): void {
  let watched: Simulation | null | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  // Until it is known, a host is taken to be seen.
  let isSeen = true;
  const follow = () => {
    clearTimeout(resting);
    // What is typed into is seen, whether or not that is known yet.
    if ((isSeen || host.matches(":focus-within,:not([drawn])")) && !waits) host.requestUpdate();
    else resting = setTimeout(() => host.requestUpdate(), RESTS_AFTER_MS);
  };
  const watch = (simulation = host.simulation): void => {
    if (watched === simulation) return;
    watched?.removeEventListener("change", follow);
    simulation?.addEventListener("change", follow);
    watched = simulation;
  };
  new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, intersectionRatio } of entries) {
        isSeen = isIntersecting && intersectionRatio >= threshold;
      }
    },
    { threshold },
  ).observe(host);
  host.addController({
    hostConnected: watch,
    hostUpdate: watch,
    // From its first answer on, a host's own height is what it needs.
    hostUpdated: () => host.toggleAttribute("drawn", !!host.simulation?.answer),
    hostDisconnected: () => watch(null),
  });
}
