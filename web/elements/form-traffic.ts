import { html, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";

const PEAKS = [1, 3, 10, 30];

/** When the requests come: the busiest moment. */
class FormTraffic extends FormGroup {
  protected override renderInputs(_simulation: unknown, form: FormMessages): TemplateResult {
    const format = this.format();
    return html`${this.number("peakToAverage", {
      field: FIELDS.peak_to_average,
      label: form.peakToAverage,
      unit: form.units.ratio,
      presets: PEAKS.map((value) => ({ value, label: form.times(format.count(value)) })),
      hint: form.peakHint,
    })}`;
  }
}

define({ "form-traffic": FormTraffic });
