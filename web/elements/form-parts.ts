import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { NumberField } from "../../shared/fields.ts";
import type { Language } from "../format.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import type { NumberInput } from "../state/inputs.ts";
import type { Preset } from "./cost-field.ts";
import type { FieldChangeEvent, FieldValidityEvent } from "./events.ts";

/** What a part of the form works on. */
export interface FormPart {
  readonly simulation: EditedSimulation | null;
  readonly language: Language;
}

/** How one number is shown; what is left out is not there. */
export interface NumberLook {
  readonly field: NumberField;
  readonly label: string;
  readonly unit?: string;
  readonly presets?: readonly Preset[];
  /** Values of a slider beside it. */
  readonly stops?: readonly number[];
  /** Said below the field. */
  readonly hint?: string;
  /** Shown while it is empty: a field with one may be left empty. */
  readonly placeholder?: string;
  /** What a value changes, where that is more than the input itself. */
  readonly change?: (value: number | null) => void;
}

const NONE: readonly never[] = [];

/** A field for an input that is one number. */
export function numberInput(
  key: NumberInput,
  { field, label, unit, presets, stops, hint, placeholder, change }: NumberLook,
  { simulation, language }: FormPart,
): TemplateResult | typeof nothing {
  if (simulation === null) return nothing;
  return html`<cost-field
    name=${key}
    .label=${label}
    .unit=${unit ?? ""}
    .hint=${hint ?? ""}
    .placeholder=${placeholder ?? ""}
    ?optional=${placeholder !== undefined}
    .value=${simulation.inputs[key]}
    .field=${field}
    .presets=${presets ?? NONE}
    .stops=${stops ?? NONE}
    .restored=${simulation.restored}
    .language=${language}
    @field-change=${({ value }: FieldChangeEvent) =>
      change === undefined ? simulation.update({ [key]: value }) : change(value)}
    @field-validity=${({ isValid }: FieldValidityEvent) => simulation.markField(key, isValid)}
  ></cost-field>`;
}

/** A group of the form; closed, it says in short what its inputs are. */
export function group(
  title: string,
  summary: string,
  open: boolean,
  body: TemplateResult | typeof nothing,
  toggled: ((event: Event) => void) | typeof nothing = nothing,
): TemplateResult {
  return html`<details class="group" ?open=${open} @toggle=${toggled}>
    <summary>
      <span class="title">${title}</span>
      <span class="state">${summary}</span>
    </summary>
    <div class="body">${body}</div>
  </details>`;
}

/** A switch with its words. */
export function check(label: string, checked: boolean, toggle: () => void): TemplateResult {
  return html`<label class="check"
    ><input type="checkbox" .checked=${live(checked)} @change=${toggle} /><span>${label}</span>
  </label>`;
}
