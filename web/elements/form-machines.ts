import { html, nothing, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import { cpuMsOf } from "../../shared/request-demand.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { SizingChoice } from "../state/inputs.ts";
import { workloadOf } from "../state/question.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { CostMachinePicker } from "./cost-machine-picker.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";
import { segments } from "./segments.ts";
import { VALUE } from "../formats.ts";

const SIZINGS: readonly SizingChoice[] = ["peak", "autoscaled", "fixed"];

/** Which machines are compared, how many of them are rented, and what one of them carries. */
class FormMachines extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    return html`
      <cost-machine-picker
        .simulation=${simulation}
        .language=${this.language}
      ></cost-machine-picker>
      ${this.renderSizing(simulation, form)} ${this.renderCapacity(simulation, form)}
    `;
  }

  private renderSizing(simulation: EditedSimulation, form: FormMessages): TemplateResult {
    const { sizing, hourlyWeights } = simulation.inputs;
    const isFlat = sizing === "autoscaled" && hourlyWeights.length === 0;
    return html`<div class="fields">
      <div>
        <p class="label" aria-hidden="true">${form.sizing}</p>
        ${segments(
          "sizing",
          form.sizing,
          SIZINGS.map((value) => ({ value, label: form.sizingNames[value] })),
          sizing,
          (chosen) => simulation.update({ sizing: chosen }),
        )}
        <p class="note">${form.sizingHints[sizing]} ${isFlat ? form.autoscaledFlat : nothing}</p>
      </div>
      ${
        sizing === "fixed"
          ? this.number("fixedMachines", {
              field: FIELDS.machines,
              label: form.fixedMachines,
              unit: form.units.machines,
            })
          : this.number("minimumMachines", {
              field: FIELDS.minimum_machines,
              label: form.minimumMachines,
              unit: form.units.machines,
            })
      }
    </div>`;
  }

  private renderCapacity(simulation: EditedSimulation, form: FormMessages): TemplateResult {
    const { page } = textsIn(this.language);
    const format = this.format();
    const cpuMs = format.rounded(cpuMsOf({ ...workloadOf(simulation.inputs), cpuMs: null }));
    const memoryMb = format.written(VALUE, simulation.inputs.memoryMb);
    return html`<fieldset class="fields">
      <legend>${form.capacity}</legend>
      ${this.number("cpuMs", {
        field: FIELDS.cpu_ms,
        label: form.cpuTime,
        unit: page.units.ms,
        hint: form.cpuTimeAssumed(cpuMs),
        placeholder: cpuMs,
      })}
      ${this.number("memoryPerRequestMb", {
        field: FIELDS.memory_per_request_mb,
        label: form.memoryPerRequest,
        unit: page.units.mb,
        hint: form.memoryPerRequestAssumed(memoryMb),
        placeholder: memoryMb,
      })}
      ${this.number("targetUtilisation", {
        field: FIELDS.target_utilisation,
        label: form.utilisation,
        unit: form.units.share,
      })}
      ${this.number("memoryReserveMb", {
        field: FIELDS.memory_reserve_mb,
        label: form.memoryReserve,
        unit: page.units.mb,
      })}
    </fieldset>`;
  }
}

define({ "cost-machine-picker": CostMachinePicker, "form-machines": FormMachines });
