import { html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { findMachine } from "../../shared/catalog/find-machine.ts";
import { MACHINE_SERVICES } from "../../shared/catalog/providers.ts";
import { PURCHASES, type Purchase } from "../../shared/catalog/purchase.ts";
import { PricingError } from "../../shared/engine/errors.ts";
import { OFFERS_MAX } from "../../shared/fields.ts";
import { formatterFor, type Language } from "../format.ts";
import { formTextsIn, type FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { choiceId, type MachineChoice, type SimulationInputs } from "../state/inputs.ts";
import { areSameBut } from "../state/same-inputs.ts";
import { suggestedMachines, type MachineRow } from "../state/machine-rows.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costMachinePickerStyles } from "./cost-machine-picker.styles.ts";
import type { CostMachineList } from "./cost-machine-list.ts";
import { seriesClass } from "./offer-parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** The machine types that are compared and how each is paid for, suggestions, and the way to all types. */
export class CostMachinePicker extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    asksSuggestions: { state: true },
    suggested: { state: true },
  };
  static override styles = [sharedStyles, costMachinePickerStyles];

  /** Suggestions were asked for and wait for prices. */
  declare private asksSuggestions: boolean;
  declare private suggested: {
    readonly inputs: SimulationInputs;
    readonly rows: readonly MachineRow[];
  } | null;
  declare simulation: EditedSimulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.asksSuggestions = false;
    this.suggested = null;
    watchSimulation(this);
  }

  protected override willUpdate(): void {
    const { simulation, suggested } = this;
    if (simulation === null) return;
    const { inputs } = simulation;
    if (suggested !== null && !areSameBut("machines", inputs, suggested.inputs)) {
      this.suggested = null;
    }
    if (!this.asksSuggestions) return;
    const rows = suggestedMachines(inputs, (provider) => simulation.cardOf(provider));
    if (rows === null) return;
    this.asksSuggestions = false;
    this.suggested = { inputs, rows };
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const form = formTextsIn(this.language);
    const { machines } = simulation.inputs;
    return html`
      <h3 id="compared">${form.machines}</h3>
      ${
        machines.length === 0
          ? html`<p class="muted small">${form.noMachines}</p>`
          : html`<ul aria-labelledby="compared">
              ${machines.map((machine) => this.renderMachine(machine, simulation, form))}
            </ul>`
      }
      <div class="buttons">
        <button type="button" class="button" @click=${() => (this.asksSuggestions = true)}>
          ${form.suggest}
        </button>
        <button type="button" class="button" @click=${() => void this.openList()}>
          ${form.allTypes}
        </button>
      </div>
      <div role="status">
        ${this.asksSuggestions ? html`<p class="muted small">${form.suggesting}</p>` : nothing}
        ${this.renderSuggestions(simulation, form)}
      </div>
    `;
  }

  private renderMachine(
    machine: MachineChoice,
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const { domain } = textsIn(this.language);
    const service = domain.services[machine.service];
    const name = `${service} ${machine.instanceType}`;
    const id = choiceId(machine);
    const { machines } = simulation.inputs;
    const isTaken = (purchase: Purchase) =>
      machines.some(
        (other) => other !== machine && choiceId(other) === choiceId({ ...machine, purchase }),
      );
    return html`<li class=${seriesClass(simulation.slots.slotOf(id))}>
      <span class="name"><b>${machine.instanceType}</b> <span>${service}</span></span>
      <select
        class="input"
        aria-label=${form.purchaseOf(name)}
        @change=${(event: Event) => {
          const purchase = (event.target as HTMLSelectElement).value as Purchase;
          simulation.update({
            machines: machines.map((other) =>
              other === machine ? { ...machine, purchase } : other,
            ),
          });
        }}
      >
        ${this.purchasesOf(machine, simulation).map(
          (purchase) =>
            html`<option
              value=${purchase}
              .selected=${live(purchase === machine.purchase)}
              ?disabled=${isTaken(purchase)}
            >
              ${domain.purchases[purchase]}
            </option>`,
        )}
      </select>
      <button
        type="button"
        class="remove"
        aria-label=${form.removeOffer(name)}
        @click=${() => this.removeMachine(machine)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
      </button>
    </li>`;
  }

  private renderSuggestions(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult | typeof nothing {
    const { suggested } = this;
    if (suggested === null) return nothing;
    const { domain } = textsIn(this.language);
    const format = formatterFor(this.language, simulation.inputs.currency);
    const chosen = new Set(simulation.inputs.machines.map(choiceId));
    const missing = suggested.rows.filter((row) => !chosen.has(choiceId(row)));
    if (suggested.rows.length === 0) return html`<p class="muted small">${form.noneCarries}</p>`;
    return html`<h3>${form.suggestions}</h3>
      <ul>
        ${suggested.rows.map((row) => {
          const isChosen = chosen.has(choiceId(row));
          const name = `${domain.services[row.service]} ${row.instanceType}`;
          return html`<li>
            <span class="name">
              <b>${row.instanceType}</b>
              <span
                >${domain.services[row.service]} ·
                ${form.timesMachines(format.count(row.machines ?? 0))} ·
                ${form.aMonth(format.money(row.monthlyCost ?? 0))}</span
              >
            </span>
            <button
              type="button"
              class="button small"
              ?disabled=${isChosen}
              aria-label=${isChosen ? form.addedOffer(name) : form.addOffer(name)}
              @click=${() => this.add([row])}
            >
              ${isChosen ? form.added : form.add}
            </button>
          </li>`;
        })}
      </ul>
      ${
        missing.length < 2
          ? nothing
          : html`<button type="button" class="text-button small" @click=${() => this.add(missing)}>
              ${form.addAll}
            </button>`
      }`;
  }

  /** The ways in which the place sells a type; until its card is there, the one that is chosen. */
  private purchasesOf(machine: MachineChoice, simulation: EditedSimulation): readonly Purchase[] {
    const card = simulation.cardOf(MACHINE_SERVICES[machine.service]);
    if (card === null) return [machine.purchase];
    try {
      const { charges } = findMachine(card, machine.service, machine.instanceType);
      return PURCHASES.filter((purchase) => purchase in charges || purchase === machine.purchase);
    } catch (error) {
      if (error instanceof PricingError) return [machine.purchase];
      throw error;
    }
  }

  private add(rows: readonly MachineRow[]): void {
    const { simulation } = this;
    if (simulation === null) return;
    const { machines, functions } = simulation.inputs;
    const added = rows.map(({ service, instanceType, purchase }) => ({
      service,
      instanceType,
      purchase,
    }));
    const room = OFFERS_MAX - functions.length - machines.length;
    simulation.update({ machines: [...machines, ...added.slice(0, Math.max(0, room))] });
  }

  private removeMachine(machine: MachineChoice): void {
    const { simulation } = this;
    if (simulation === null) return;
    simulation.update({
      machines: simulation.inputs.machines.filter((other) => other !== machine),
    });
    // The button that had the focus is gone with its row.
    this.renderRoot.querySelector<HTMLButtonElement>(".buttons button")?.focus();
  }

  private async openList(): Promise<void> {
    await import("./cost-machine-list.ts");
    const list: CostMachineList = document.createElement("cost-machine-list");
    list.simulation = this.simulation;
    list.language = this.language;
    list.addEventListener("close", () => list.remove());
    this.renderRoot.append(list);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-machine-picker": CostMachinePicker;
  }
}
