import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import type { ExampleName } from "../state/examples.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Workloads to start from, each a click; what they are is loaded with the first. */
export class CostExamples extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem;
      }

      span {
        margin-inline-end: 0.25rem;
        color: var(--cost-muted);
        font-size: 0.875rem;
      }
    `,
  ];

  declare simulation: EditedSimulation | null;
  declare language: Language;
  /** The example that was taken, as long as nothing of it is changed. */
  private taken: { readonly name: ExampleName; readonly inputs: SimulationInputs } | null = null;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation, taken } = this;
    if (simulation === null) return nothing;
    const { page } = textsIn(this.language);
    const names = Object.keys(page.examples) as ExampleName[];
    return html`<span id="label">${page.startFrom}</span> ${names.map(
        (name) =>
          html`<button
            type="button"
            class="chip"
            aria-describedby="label"
            aria-pressed=${taken?.name === name && taken.inputs === simulation.inputs}
            @click=${() => void this.take(name, simulation)}
          >
            ${page.examples[name]}
          </button>`,
      )}`;
  }

  private async take(name: ExampleName, simulation: EditedSimulation): Promise<void> {
    const { inputsOfExample } = await import("../state/examples.ts");
    const inputs = inputsOfExample(name, simulation.inputs);
    this.taken = { name, inputs };
    simulation.restore(inputs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-examples": CostExamples;
  }
}
