import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Answer, Simulation } from "../state/simulation.ts";
import { CostChangeEvent } from "./cost-change-event.ts";
import { askedFor, showInputs, type WorkloadAttributes } from "./workload-attributes.ts";

interface OwnerHost extends ReactiveControllerHost, EventTarget, WorkloadAttributes {
  /** All inputs to begin with, as a link has them after its `#`. */
  readonly state: string;
  /** Whether bills are enough for now, and it says itself when offers are to be compared. */
  readonly comparesLater?: boolean;
}

/** Keeps a simulation and the attributes of the element that owns it the same, and tells of answers. */
export function ownSimulation(host: OwnerHost, simulation: Simulation): void {
  host.addController(new SimulationOwner(host, simulation));
}

class SimulationOwner implements ReactiveController {
  readonly #host: OwnerHost;
  readonly #simulation: Simulation;
  #opened = "";
  #isOpening = false;
  #told: Answer | null = null;

  constructor(host: OwnerHost, simulation: Simulation) {
    this.#host = host;
    this.#simulation = simulation;
    simulation.addEventListener("change", () => this.#simulated());
  }

  /** Prices are asked for at once, beside the texts. */
  hostConnected(): void {
    if (!this.#openState()) this.#simulation.update(askedFor(this.#host, this.#simulation.inputs));
  }

  hostUpdate(): void {
    if (this.#openState() || this.#isOpening) return;
    const patch = askedFor(this.#host, this.#simulation.inputs);
    if (Object.keys(patch).length > 0) this.#simulation.update(patch);
  }

  /** Whether a state is given that has not been opened; what reads it is loaded for it. */
  #openState(): boolean {
    const { state } = this.#host;
    if (state === this.#opened) return false;
    this.#opened = state;
    this.#isOpening = true;
    void this.#begin(state);
    return true;
  }

  async #begin(state: string): Promise<void> {
    const { fromFragment } = await import("../state/link/link.ts");
    if (state !== this.#opened) return;
    this.#isOpening = false;
    this.#simulation.begin(fromFragment(state) ?? this.#simulation.inputs);
  }

  #simulated(): void {
    const host = this.#host;
    const simulation = this.#simulation;
    showInputs(host, simulation.inputs);
    host.requestUpdate();
    const { answer } = simulation;
    if (answer === null || answer === this.#told) return;
    if (!answer.isCompared) {
      if (host.comparesLater === true) return;
      // Bills are shown first; a failed load is tried again with the next answer.
      host.updateComplete.then(() => simulation.compareOffers()).catch(() => undefined);
      return;
    }
    this.#told = answer;
    host.dispatchEvent(new CostChangeEvent(answer.comparison));
  }
}
