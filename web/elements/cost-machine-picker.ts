import { html, LitElement, nothing, type TemplateResult } from "lit";
import {
  MACHINE_SERVICE_IDS,
  MACHINE_SERVICES,
  type MachineServiceId,
} from "../../shared/catalog/providers.ts";
import { findMachine } from "../../shared/catalog/find-machine.ts";
import type { RateCard } from "../../shared/catalog/card.ts";
import { PricingError } from "../../shared/engine/errors.ts";
import { MB_PER_GB } from "../../shared/units.ts";
import { formatterFor, type Language } from "../format.ts";
import { formTextsIn } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import { choiceId, type MachineChoice } from "../state/inputs.ts";
import type { Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costMachinePickerStyles } from "./cost-machine-picker.styles.ts";
import { seriesClass } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** The machine types that are compared, and a search over all types of the place to add more. */
export class CostMachinePicker extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    service: { state: true },
    problem: { state: true },
  };
  static override styles = [sharedStyles, costMachinePickerStyles];

  declare private service: MachineServiceId;
  declare private problem: string | null;
  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.service = "aws_ec2";
    this.problem = null;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const { domain } = textsIn(this.language);
    const form = formTextsIn(this.language);
    const { machines } = simulation.inputs;
    return html`
      <h2>${form.machines}</h2>
      ${
        machines.length === 0
          ? html`<p class="muted small">${form.noMachines}</p>`
          : html`<ul>
              ${machines.map((machine) => this.renderMachine(machine, simulation))}
            </ul>`
      }
      <form @submit=${this.submitted}>
        <h3>${form.addMachine}</h3>
        <label for="service">${form.machineProvider}</label>
        <select id="service" class="input" @change=${this.serviceChosen}>
          ${MACHINE_SERVICE_IDS.map(
            (id) =>
              html`<option value=${id} ?selected=${id === this.service}>
                ${domain.services[id]}
              </option>`,
          )}
        </select>
        <label for="type">${form.machineType}</label>
        <div class="type">
          <input
            id="type"
            class="input"
            list="types"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=${form.machineTypeHint}
            aria-invalid=${this.problem === null ? nothing : "true"}
            aria-describedby=${this.problem === null ? nothing : "problem"}
            @input=${this.typed}
          />
          <button class="button" type="submit">${form.add}</button>
        </div>
        <p id="problem" class="problem" role="status" ?hidden=${this.problem === null}>
          ${this.problem}
        </p>
        ${this.service === "oci" ? html`<p class="muted small">${form.flexibleHint}</p>` : nothing}
        <datalist id="types">${this.renderTypes(simulation)}</datalist>
      </form>
    `;
  }

  private renderMachine(machine: MachineChoice, simulation: Simulation): TemplateResult {
    const { domain } = textsIn(this.language);
    const form = formTextsIn(this.language);
    const service = domain.services[machine.service];
    const name = `${service} ${machine.instanceType}`;
    return html`<li class=${seriesClass(simulation.slots.slotOf(choiceId(machine)))}>
      <span class="name"><b>${machine.instanceType}</b> <span>${service}</span></span>
      <button
        type="button"
        aria-label=${form.removeOffer(name)}
        @click=${() => this.removeMachine(machine)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
      </button>
    </li>`;
  }

  private renderTypes(simulation: Simulation): TemplateResult[] {
    const card = simulation.cardOf(MACHINE_SERVICES[this.service]);
    if (card === null) return [];
    return card.machineNames.map(
      (name) => html`<option value=${name}>${this.specsOf(card, name)}</option>`,
    );
  }

  private specsOf(card: RateCard, name: string): string {
    const machine = card.machine(name);
    if (machine === undefined) return "";
    const format = formatterFor(this.language, "USD");
    const form = formTextsIn(this.language);
    return form.machineSpecs(
      format.quantity(machine.vcpu),
      format.quantity(machine.memoryMb / MB_PER_GB),
    );
  }

  private readonly serviceChosen = (event: Event): void => {
    this.service = (event.target as HTMLSelectElement).value as MachineServiceId;
    this.problem = null;
    const input = this.typeInput();
    if (input !== null) input.value = "";
  };

  private readonly typed = (): void => {
    this.problem = null;
  };

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = this.typeInput();
    const instanceType = input?.value.trim() ?? "";
    if (this.simulation === null || input === null || instanceType === "") return;
    this.problem = this.problemWith(this.simulation, instanceType);
    if (this.problem !== null) return;
    const { machines } = this.simulation.inputs;
    this.simulation.update({
      machines: [...machines, { service: this.service, instanceType, purchase: "on_demand" }],
    });
    input.value = "";
  };

  private problemWith(simulation: Simulation, instanceType: string): string | null {
    const { page, domain } = textsIn(this.language);
    const form = formTextsIn(this.language);
    const { machines } = simulation.inputs;
    const isThere = machines.some(
      (machine) => machine.service === this.service && machine.instanceType === instanceType,
    );
    if (isThere) return form.alreadyAdded(instanceType);
    const card = simulation.cardOf(MACHINE_SERVICES[this.service]);
    if (card === null) return page.loading;
    try {
      findMachine(card, this.service, instanceType);
      return null;
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      return domain.pricingProblems[error.code](error.params);
    }
  }

  private removeMachine(machine: MachineChoice): void {
    const { simulation } = this;
    if (simulation === null) return;
    const id = choiceId(machine);
    simulation.update({
      machines: simulation.inputs.machines.filter((other) => choiceId(other) !== id),
    });
    // The button that had the focus is gone with its row.
    this.typeInput()?.focus();
  }

  private typeInput(): HTMLInputElement | null {
    return this.renderRoot.querySelector("#type");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-machine-picker": CostMachinePicker;
  }
}
