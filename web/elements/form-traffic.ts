import { html, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { CostProfile } from "./cost-profile.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";
import { openImport } from "./open-import.ts";

const PEAKS = [1, 3, 10, 30];

/** When the requests come: how they are spread over the hours, and the busiest moment. */
class FormTraffic extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const format = this.format();
    return html`
      <div>
        <p class="label">${form.profile}</p>
        <cost-profile .simulation=${simulation} .language=${this.language}></cost-profile>
      </div>
      <button
        type="button"
        class="button"
        @click=${() => void openImport("counts", this, this.renderRoot)}
      >
        ${form.importCounts}
      </button>
      ${this.number("peakToAverage", {
        field: FIELDS.peak_to_average,
        label: form.peakToAverage,
        unit: form.units.ratio,
        presets: PEAKS.map((value) => ({ value, label: form.times(format.count(value)) })),
        hint: form.peakHint,
      })}
    `;
  }
}

define({ "cost-profile": CostProfile, "form-traffic": FormTraffic });
