import { html, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { CostPrices } from "./cost-prices.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";
import { check } from "./form-parts.ts";

const RATES = [130, 140, 150, 160];

/** What money is worth, and which prices are used. */
class FormMoney extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const { page } = textsIn(this.language);
    const { inputs } = simulation;
    return html`
      ${this.number("exchangeRate", {
        field: FIELDS.exchange_rate,
        label: form.exchangeRate,
        unit: page.units.yenPerDollar,
        presets: RATES.map((value) => ({ value, label: String(value) })),
      })}
      ${check(form.computeFreeTier, inputs.includeFreeTier, () =>
        simulation.update({ includeFreeTier: !inputs.includeFreeTier }),
      )}
      <fieldset class="fields">
        <legend>${form.customPrices}</legend>
        <p class="muted small">${form.customPricesNote}</p>
        <cost-prices .simulation=${simulation} .language=${this.language}></cost-prices>
      </fieldset>
    `;
  }
}

define({ "cost-prices": CostPrices, "form-money": FormMoney });
