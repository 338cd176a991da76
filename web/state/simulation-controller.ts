import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Simulation } from "./simulation.ts";

interface SimulationHost extends ReactiveControllerHost {
  readonly simulation: Simulation | null;
}

/** Renders a host anew whenever its simulation changes. */
export function watchSimulation(host: SimulationHost): void {
  host.addController(new SimulationController(host));
}

class SimulationController implements ReactiveController {
  private readonly host: SimulationHost;
  private watched: Simulation | null = null;

  constructor(host: SimulationHost) {
    this.host = host;
  }

  hostConnected(): void {
    this.watch(this.host.simulation);
  }

  hostUpdate(): void {
    this.watch(this.host.simulation);
  }

  hostDisconnected(): void {
    this.watch(null);
  }

  private readonly update = (): void => this.host.requestUpdate();

  private watch(simulation: Simulation | null): void {
    if (this.watched === simulation) return;
    this.watched?.removeEventListener("change", this.update);
    simulation?.addEventListener("change", this.update);
    this.watched = simulation;
  }
}
