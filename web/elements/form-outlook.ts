import { html, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";

const GROWTHS = [0, 2, 5, 10];
const HORIZONS = [12, 24, 36, 60];
const SPREADS = ["requestsSpread", "durationSpread", "memorySpread", "egressSpread"] as const;

/** How the load grows, and how sure the inputs are. */
class FormOutlook extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const format = this.format();
    return html`
      ${this.number("growthPercent", {
        field: FIELDS.growth_percent,
        label: form.growth,
        unit: form.units.percentPerMonth,
        presets: GROWTHS.map((value) => ({ value, label: `${value}%` })),
      })}
      ${this.number("horizonMonths", {
        field: FIELDS.horizon_months,
        label: form.horizon,
        unit: form.units.months,
        presets: HORIZONS.map((value) => ({ value, label: format.count(value) })),
      })}
      ${this.number("oneOffCost", {
        field: FIELDS.one_off_cost,
        label: form.oneOff,
        unit: simulation.inputs.currency,
      })}
      <fieldset class="fields">
        <legend>${form.uncertainty}</legend>
        <p class="muted small">${form.uncertaintyHint}</p>
        ${SPREADS.map((key) =>
          this.number(key, {
            field: FIELDS.spread_percent,
            label: form.spreads[key],
            unit: form.units.plusMinus,
          }),
        )}
      </fieldset>
    `;
  }
}

define({ "form-outlook": FormOutlook });
