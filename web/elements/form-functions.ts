import { html, nothing, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import { METERING_RULES } from "../../shared/metering/index.ts";
import type { MeteringRule } from "../../shared/metering/rule.ts";
import type { FunctionOptionName } from "../../shared/offer.ts";
import type { FormMessages } from "../messages/form-texts.ts";
import { textsIn } from "../messages/messages.ts";
import { FUNCTION_CHOICES } from "../state/function-choices.ts";
import { choiceId, type NumberInput } from "../state/inputs.ts";
import { hasOption } from "../state/question.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { define } from "./define.ts";
import { FormGroup } from "./form-group.ts";
import { check, type NumberLook } from "./form-parts.ts";
import { nameOfChoice } from "./parts.ts";
import { VALUE } from "../formats.ts";

const STORAGE_MB = [512, 2048, 10_240];
const CPUS = [0.25, 0.5, 1, 2, 4];
const CONCURRENCIES = [1, 10, 80];

/** Which function services are compared, and the options that those have. */
class FormFunctions extends FormGroup {
  protected override renderInputs(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult {
    return html`
      ${this.renderServices(simulation, form)} ${this.renderServiceOptions(simulation, form)}
      ${this.renderColdStarts(simulation, form)}
    `;
  }

  private renderServices(simulation: EditedSimulation, form: FormMessages): TemplateResult {
    const texts = textsIn(this.language);
    const chosen = new Set(simulation.inputs.functions.map(choiceId));
    const choose = (isWanted: (id: string) => boolean) =>
      simulation.update({
        functions: FUNCTION_CHOICES.filter((choice) => isWanted(choiceId(choice))),
      });
    return html`<fieldset>
      <legend>${form.functionServices}</legend>
      ${FUNCTION_CHOICES.map((choice) => {
        const id = choiceId(choice);
        return check(nameOfChoice(choice, texts), chosen.has(id), () =>
          choose((other) => (other === id ? !chosen.has(id) : chosen.has(other))),
        );
      })}
      <div class="buttons">
        <button type="button" class="text-button small" @click=${() => choose(() => true)}>
          ${form.allFunctions}
        </button>
        <button type="button" class="text-button small" @click=${() => choose(() => false)}>
          ${form.noFunctions}
        </button>
      </div>
    </fieldset>`;
  }

  private renderServiceOptions(simulation: EditedSimulation, form: FormMessages): TemplateResult {
    const { page } = textsIn(this.language);
    const { inputs } = simulation;
    const format = this.format();
    const { units } = form;
    const option = (name: FunctionOptionName, key: NumberInput, look: NumberLook) => {
      const services = this.servicesWith(name, simulation);
      if (services === null) return nothing;
      const hint = [look.hint, form.optionOf(services)].filter(Boolean).join(" ");
      return this.number(key, { ...look, hint });
    };
    return html`
      ${option("ephemeralStorageMb", "ephemeralStorageMb", {
        field: FIELDS.ephemeral_storage_mb,
        label: form.ephemeralStorage,
        unit: page.units.mb,
        presets: STORAGE_MB.map((value) => ({ value, label: page.sizes.mb(format.count(value)) })),
      })}
      ${option("cpuCount", "cpuCount", {
        field: FIELDS.cpu_count,
        label: form.cpuCount,
        unit: units.vcpu,
        presets: CPUS.map((value) => ({ value, label: format.written(VALUE, value) })),
      })}
      ${option("concurrency", "concurrency", {
        field: FIELDS.concurrency,
        label: form.concurrency,
        unit: units.requests,
        presets: CONCURRENCIES.map((value) => ({ value, label: format.count(value) })),
      })}
      ${option("minimumInstances", "minimumInstances", {
        field: FIELDS.minimum_instances,
        label: form.minimumInstances,
        unit: units.instances,
      })}
      ${option("provisioned", "provisionedInstances", {
        field: FIELDS.minimum_instances,
        label: form.provisioned,
        unit: units.instances,
        hint: form.provisionedHint,
      })}
      ${
        inputs.provisionedInstances === 0
          ? nothing
          : html`${option("provisioned", "provisionedHours", {
              field: FIELDS.provisioned_hours,
              label: form.provisionedHours,
              unit: units.hoursPerMonth,
            })}
            ${option("provisioned", "provisionedShare", {
              field: FIELDS.share,
              label: form.provisionedShare,
              unit: units.share,
            })}`
      }
      ${this.switchOption("streamsResponses", form.streamsResponses, simulation)}
    `;
  }

  /** Starts cost where they are billed, and where snapshots are kept for them. */
  private renderColdStarts(
    simulation: EditedSimulation,
    form: FormMessages,
  ): TemplateResult | typeof nothing {
    const { page } = textsIn(this.language);
    const billsInit = simulation.inputs.functions.some(({ service }) => {
      const rule: MeteringRule | undefined = METERING_RULES[service];
      return rule?.billedTime?.includesInit === true;
    });
    if (!billsInit) return nothing;
    return html`<fieldset class="fields">
      <legend>${form.coldStarts}</legend>
      ${this.number("coldStartRatio", {
        field: FIELDS.cold_start_ratio,
        label: form.coldStartRatio,
        unit: form.units.share,
      })}
      ${this.number("initMs", {
        field: FIELDS.init_ms,
        label: form.initTime,
        unit: page.units.ms,
      })}
      ${this.switchOption("snapStart", form.snapStart, simulation)}
    </fieldset>`;
  }

  /** The names of the chosen services that have an option; `null` where none has it. */
  private servicesWith(option: FunctionOptionName, { inputs }: EditedSimulation): string | null {
    const { page, domain } = textsIn(this.language);
    const services = inputs.functions
      .map(({ service }) => service)
      .filter((service) => hasOption(service, option));
    if (services.length === 0) return null;
    return [...new Set(services)].map((id) => domain.services[id]).join(page.listSeparator);
  }

  private switchOption(
    option: "snapStart" | "streamsResponses",
    label: string,
    simulation: EditedSimulation,
  ): TemplateResult | typeof nothing {
    if (this.servicesWith(option, simulation) === null) return nothing;
    const isOn = simulation.inputs[option];
    return check(label, isOn, () => simulation.update({ [option]: !isOn }));
  }
}

define({ "form-functions": FormFunctions });
