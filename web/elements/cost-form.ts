import { html, LitElement, nothing, type TemplateResult } from "lit";
import { PROVIDERS, type ProviderId } from "../../shared/catalog/providers.ts";
import { FIELDS } from "../../shared/fields.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import {
  choiceId,
  DEFAULT_INPUTS,
  FUNCTION_CHOICES,
  type FunctionChoice,
} from "../state/inputs.ts";
import type { Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import type { CostField } from "./cost-field.ts";
import { costFormStyles } from "./cost-form.styles.ts";
import type { FieldChangeEvent, FieldValidityEvent, RegionChangeEvent } from "./events.ts";
import { check, group } from "./form-parts.ts";
import { FORM_FIELDS } from "./form-fields.ts";
import { formSummaries } from "./form-summaries.ts";
import { nameOfChoice, providerName, segments } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Everything that a visitor can set, in four groups that say what is set when they are closed. */
export class CostForm extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    compact: { type: Boolean },
  };
  static override styles = [sharedStyles, costFormStyles];

  declare simulation: Simulation | null;
  declare language: Language;
  /** All groups begin closed: for narrow screens. */
  declare compact: boolean;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.compact = false;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const { page } = textsIn(this.language);
    const summaries = formSummaries(simulation.inputs, this.city(simulation), page, this.format());
    return html`
      ${group(page.workloadGroup, summaries.workload, !this.compact, this.renderWorkload(simulation))}
      ${group(page.egressGroup, summaries.egress, false, this.renderEgress(simulation))}
      ${group(page.machinesGroup, summaries.machines, false, this.renderMachines(simulation), loadMachinePicker)}
      ${group(page.moneyGroup, summaries.money, false, this.renderMoney(simulation))}
      <button type="button" class="text-button small" @click=${this.resetAll}>${page.reset}</button>
    `;
  }

  private renderWorkload(simulation: Simulation): TemplateResult {
    const { inputs } = simulation;
    return html`
      ${this.renderPlace(simulation)} ${this.numberField("memoryMb", simulation)}
      ${this.numberField("durationMs", simulation)}
      <cost-executions
        .requestsPerMonth=${inputs.requestsPerMonth}
        .language=${this.language}
        @field-change=${(event: FieldChangeEvent) => {
          if (event.value !== null) simulation.update({ requestsPerMonth: event.value });
        }}
        @field-validity=${(event: FieldValidityEvent) =>
          simulation.markField("requestsPerMonth", event.isValid)}
      ></cost-executions>
    `;
  }

  private renderFunction(choice: FunctionChoice, simulation: Simulation): TemplateResult {
    const id = choiceId(choice);
    const { functions } = simulation.inputs;
    const isChosen = functions.some((other) => choiceId(other) === id);
    const toggle = () => {
      const next = FUNCTION_CHOICES.filter((other) =>
        choiceId(other) === id
          ? !isChosen
          : functions.some((chosen) => choiceId(chosen) === choiceId(other)),
      );
      simulation.update({ functions: next });
    };
    return check(nameOfChoice(choice, textsIn(this.language)), isChosen, toggle);
  }

  private renderEgress(simulation: Simulation): TemplateResult {
    const { page } = textsIn(this.language);
    const { inputs } = simulation;
    return html`
      ${this.numberField("egressPerRequestKb", simulation)}
      ${this.numberField("internetTransferRatio", simulation)}
      ${check(page.egressFreeTier, inputs.includeEgressFreeTier, () =>
        simulation.update({ includeEgressFreeTier: !inputs.includeEgressFreeTier }),
      )}
      <fieldset class="rates">
        <legend>${page.customRates}</legend>
        <p class="muted small">${page.customRatesNote}</p>
        ${PROVIDERS.map((provider) => this.renderRate(provider, simulation))}
      </fieldset>
    `;
  }

  private renderRate(provider: ProviderId, simulation: Simulation): TemplateResult {
    const texts = textsIn(this.language);
    const rates = simulation.inputs.customEgressRates;
    const name = `egress.${provider}`;
    return html`<cost-field
      name=${name}
      .label=${providerName(provider, texts)}
      .placeholder=${texts.page.priceList}
      .value=${rates[provider] ?? null}
      .field=${FIELDS.egress_rate}
      .language=${this.language}
      optional
      @field-change=${({ value }: FieldChangeEvent) => {
        const { [provider]: _replaced, ...others } = simulation.inputs.customEgressRates;
        simulation.update({
          customEgressRates: value === null ? others : { ...others, [provider]: value },
        });
      }}
      @field-validity=${(event: FieldValidityEvent) => simulation.markField(name, event.isValid)}
    ></cost-field>`;
  }

  private renderMachines(simulation: Simulation): TemplateResult {
    const { page } = textsIn(this.language);
    return html`
      <fieldset>
        <legend>${page.functions}</legend>
        ${FUNCTION_CHOICES.map((choice) => this.renderFunction(choice, simulation))}
      </fieldset>
      <cost-machine-picker
        .simulation=${simulation}
        .language=${this.language}
      ></cost-machine-picker>
      <div>
        <p class="label">${page.sizing}</p>
        ${segments(
          "sizing",
          page.sizing,
          [
            { value: "peak", label: page.sizingPeak },
            { value: "fixed", label: page.sizingFixed },
          ],
          simulation.inputs.sizing,
          (sizing) => simulation.update({ sizing }),
        )}
      </div>
      ${this.numberField("peakToAverage", simulation)} ${this.numberField("cpuMs", simulation)}
      ${this.numberField("memoryPerRequestMb", simulation)}
      ${this.numberField("targetUtilisation", simulation)}
      ${this.numberField("memoryReserveMb", simulation)}
    `;
  }

  private renderMoney(simulation: Simulation): TemplateResult {
    const { page } = textsIn(this.language);
    const { inputs } = simulation;
    return html`
      ${this.numberField("exchangeRate", simulation)}
      ${check(page.computeFreeTier, inputs.includeFreeTier, () =>
        simulation.update({ includeFreeTier: !inputs.includeFreeTier }),
      )}
    `;
  }

  private city({ index, inputs }: Simulation): string {
    return index?.placeOf(inputs.region)?.city[this.language] ?? inputs.region;
  }

  private renderPlace({ index, inputs }: Simulation): TemplateResult {
    return html`<cost-place
      .index=${index}
      .region=${inputs.region}
      .services=${[...inputs.functions, ...inputs.machines].map(({ service }) => service)}
      .language=${this.language}
      @region-change=${({ region }: RegionChangeEvent) => this.simulation?.update({ region })}
    ></cost-place>`;
  }

  private numberField(key: keyof typeof FORM_FIELDS, simulation: Simulation): TemplateResult {
    const { page } = textsIn(this.language);
    const format = this.format();
    const { field, label, unit, presets, presetLabel, assumption } = FORM_FIELDS[key];
    const assumed = assumption?.(simulation.inputs, page, format);
    return html`<cost-field
      name=${key}
      .label=${label(page)}
      .unit=${unit(page)}
      .hint=${assumed?.hint ?? ""}
      .placeholder=${assumed?.placeholder ?? ""}
      ?optional=${assumption !== undefined}
      .value=${simulation.inputs[key]}
      .field=${field}
      .presets=${(presets ?? []).map((value) => ({
        value,
        label: presetLabel?.(value, page, format) ?? "",
      }))}
      .language=${this.language}
      @field-change=${({ value }: FieldChangeEvent) => simulation.update({ [key]: value })}
      @field-validity=${(event: FieldValidityEvent) => simulation.markField(key, event.isValid)}
    ></cost-field>`;
  }

  private readonly resetAll = (): void => {
    const { simulation } = this;
    if (simulation === null) return;
    const { currency } = simulation.inputs;
    simulation.update({ ...DEFAULT_INPUTS, currency });
    const fields = this.renderRoot.querySelectorAll<CostField>("cost-field");
    for (const field of fields) field.reset();
    this.renderRoot.querySelector("cost-executions")?.reset();
  };

  private format(): Formatter {
    return formatterFor(this.language, this.simulation?.inputs.currency ?? "USD");
  }
}

/** The search for machine types is loaded when its group is opened. */
function loadMachinePicker(): void {
  void import("../cost-machine-picker.ts");
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-form": CostForm;
  }
}
