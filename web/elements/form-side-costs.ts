import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { FIELDS } from "../../shared/fields.ts";
import { FRONT_DOORS, type FrontDoor } from "../../shared/side-costs/front-door.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";
import { check } from "./form-parts.ts";

const DISKS_GB = [0, 20, 50, 100];

/** What is counted around functions and machines. */
class FormSideCosts extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    const { page } = textsIn(this.language);
    const { inputs } = simulation;
    const toggle = (
      key: "loadBalancer" | "publicIpv4" | "natGateway" | "countsLogs",
      label: string,
    ) => check(label, inputs[key], () => simulation.update({ [key]: !inputs[key] }));
    return html`
      <p class="muted small">${form.sideLead}</p>
      <div>
        <label class="label" for="door">${form.frontDoor}</label>
        <select id="door" class="input" @change=${this.doorChosen}>
          ${FRONT_DOORS.map(
            (id) =>
              html`<option value=${id} .selected=${live(id === inputs.frontDoor)}>
                ${form.frontDoors[id]}
              </option>`,
          )}
        </select>
      </div>
      <div>
        ${toggle("loadBalancer", form.loadBalancer)} ${toggle("publicIpv4", form.publicIpv4)}
        ${toggle("natGateway", form.natGateway)} ${toggle("countsLogs", form.countLogs)}
      </div>
      ${
        inputs.countsLogs
          ? this.number("logPerRequestKb", {
              field: FIELDS.log_per_request_kb,
              label: form.logPerRequest,
              unit: page.units.kb,
            })
          : nothing
      }
      ${this.number("diskGb", {
        field: FIELDS.disk_gb,
        label: form.diskGb,
        unit: form.units.gb,
        presets: DISKS_GB.map((value) => ({ value, label: page.sizes.gb(String(value)) })),
      })}
      <fieldset class="fields">
        <legend>${form.work}</legend>
        ${this.number("functionWorkHours", {
          field: FIELDS.work_hours,
          label: form.functionWork,
          unit: form.units.hoursPerMonth,
        })}
        ${this.number("machineWorkHours", {
          field: FIELDS.work_hours,
          label: form.machineWork,
          unit: form.units.hoursPerMonth,
        })}
        ${this.number("usdPerWorkHour", {
          field: FIELDS.hourly_rate,
          label: form.workRate,
          unit: form.units.usdPerHour,
        })}
      </fieldset>
    `;
  }

  private readonly doorChosen = (event: Event): void => {
    const frontDoor = (event.target as HTMLSelectElement).value as FrontDoor;
    this.simulation?.update({ frontDoor });
  };
}

define({ "form-side-costs": FormSideCosts });
