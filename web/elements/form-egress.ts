import { html, type TemplateResult } from "lit";
import { PROVIDERS, type ProviderId } from "../../shared/catalog/providers.ts";
import { FIELDS } from "../../shared/fields.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { decimalStops } from "../state/slider-stops.ts";
import { define } from "./define.ts";
import type { FieldChangeEvent, FieldValidityEvent } from "./events.ts";
import { FormGroup } from "./form-group.ts";
import { check } from "./form-parts.ts";
import { providerName, sizeText } from "./parts.ts";

const SIZES_KB = [0, 1, 10, 100, 1024];
const SIZE_STOPS_KB = [0, ...decimalStops(0.1, 10_000)];
const RATIOS = [0, 10, 50, 100];

/** What requests send, and what that costs. */
class FormEgress extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const { page } = textsIn(this.language);
    const { inputs } = simulation;
    return html`
      ${this.number("egressPerRequestKb", {
        field: FIELDS.egress_per_request_kb,
        label: form.egressPerRequest,
        unit: page.units.kb,
        presets: SIZES_KB.map((value) => ({ value, label: sizeText(value, page, this.format()) })),
        stops: SIZE_STOPS_KB,
      })}
      ${this.number("internetTransferRatio", {
        field: FIELDS.internet_transfer_ratio,
        label: form.transferRatio,
        unit: form.units.percent,
        presets: RATIOS.map((value) => ({ value, label: `${value}%` })),
      })}
      ${check(form.egressFreeTier, inputs.includeEgressFreeTier, () =>
        simulation.update({ includeEgressFreeTier: !inputs.includeEgressFreeTier }),
      )}
      <fieldset class="fields">
        <legend>${form.customRates}</legend>
        <p class="muted small">${form.customRatesNote}</p>
        <div class="columns">
          ${PROVIDERS.map((provider) => this.renderRate(provider, simulation, form))}
        </div>
      </fieldset>
    `;
  }

  private renderRate(
    provider: ProviderId,
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const rates = simulation.inputs.customEgressRates;
    const name = `egress.${provider}`;
    return html`<cost-field
      name=${name}
      .label=${providerName(provider, textsIn(this.language))}
      .placeholder=${form.priceList}
      .value=${rates[provider] ?? null}
      .field=${FIELDS.egress_rate}
      .restored=${simulation.restored}
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
}

define({ "form-egress": FormEgress });
