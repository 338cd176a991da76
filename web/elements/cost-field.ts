import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { NumberField } from "../../shared/fields.ts";
import { formatterFor, type Language } from "../format.ts";
import { VALUE } from "../formats.ts";
import { textsIn } from "../messages/messages.ts";
import { loadQuantities, readField, type FieldProblem } from "../state/field-input.ts";
import { nearestStop } from "../state/slider-stops.ts";
import { costFieldStyles } from "./cost-field.styles.ts";
import { FieldChangeEvent, FieldValidityEvent } from "./events.ts";
import { sharedStyles } from "./shared.styles.ts";

/** A value that is often wanted. */
export interface Preset {
  readonly value: number;
  readonly label: string;
}

/** Units that are named where a text is no number; others are read too. */
const UNITS_NAMED: Readonly<Record<string, string>> = {
  ms: "ms, s, min",
  MB: "MB, GB",
  KB: "B, KB, MB",
  "executions/month": "K, M, 万, 億, /s",
};

/**
 * One number: free entry with or without a unit, checked as it is typed, a slider and presets. What
 * is typed stays as it is until the field is left; the value is shown with separators.
 *
 * @fires field-change - another valid value, on every keystroke
 * @fires field-validity - the text became valid or invalid
 */
export class CostField extends LitElement {
  static override properties = {
    label: {},
    unit: {},
    hint: {},
    placeholder: {},
    value: { attribute: false },
    field: { attribute: false },
    presets: { attribute: false },
    stops: { attribute: false },
    restored: { attribute: false },
    optional: { type: Boolean },
    language: {},
    draft: { state: true },
    problem: { state: true },
  };
  static override styles = [sharedStyles, costFieldStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  declare private draft: string | null;
  declare private problem: FieldProblem | null;
  declare label: string;
  declare unit: string;
  declare hint: string;
  declare placeholder: string;
  declare value: number | null;
  declare field: NumberField;
  declare presets: readonly Preset[];
  /** Ascending values of a slider; none for a field without one. */
  declare stops: readonly number[];
  /** Another value here shows the field's value: what was typed is forgotten. */
  declare restored: unknown;
  /** May be empty: `null`. */
  declare optional: boolean;
  declare language: Language;

  constructor() {
    super();
    this.draft = null;
    this.problem = null;
    this.label = "";
    this.unit = "";
    this.hint = "";
    this.placeholder = "";
    this.value = null;
    this.field = { min: 0, max: Number.MAX_VALUE, unit: "" };
    this.presets = [];
    this.stops = [];
    this.restored = 0;
    this.optional = false;
    this.language = "en";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("restored")) this.forgetDraft();
    if (!changed.has("value") || this.draft === null) return;
    const typed = this.draft.trim() === "" ? null : readField(this.draft, this.field).value;
    if (typed !== this.value) this.forgetDraft();
  }

  override render(): TemplateResult {
    const { page } = textsIn(this.language);
    const problem = this.problem === null ? null : this.problemText(this.problem);
    const described = [this.hint && "hint", problem && "problem"].filter(Boolean).join(" ");
    return html`
      <label for="input">${this.label}</label>
      <div class="entry">
        <input
          id="input"
          class="input"
          inputmode="decimal"
          autocomplete="off"
          placeholder=${this.placeholder || nothing}
          aria-invalid=${problem === null ? nothing : "true"}
          aria-describedby=${described || nothing}
          .value=${live(this.draft ?? this.shownValue())}
          @focus=${this.entered}
          @input=${this.typed}
          @blur=${this.left}
        />
        ${this.unit ? html`<span class="unit">${this.unit}</span>` : nothing}
      </div>
      ${this.renderSlider()}
      <p id="problem" class="problem" ?hidden=${problem === null}>${problem}</p>
      ${this.hint ? html`<p id="hint" class="hint">${this.hint}</p>` : nothing}
      ${
        this.presets.length === 0
          ? nothing
          : html`<div class="presets" role="group" aria-label=${page.presetsOf(this.label)}>
              ${this.presets.map(
                ({ value, label }) =>
                  html`<button
                    type="button"
                    class="chip"
                    aria-pressed=${value === this.value ? "true" : "false"}
                    @click=${() => this.take(value)}
                  >
                    ${label}
                  </button>`,
              )}
            </div>`
      }
    `;
  }

  /** Its keys and its touch are the browser's; the stops make its scale logarithmic. */
  private renderSlider(): TemplateResult | typeof nothing {
    const { stops, value } = this;
    if (stops.length === 0 || value === null) return nothing;
    return html`<input
      type="range"
      aria-label=${this.label}
      aria-valuetext=${`${this.shownValue()} ${this.unit}`}
      max=${stops.length - 1}
      .value=${live(String(nearestStop(stops, value)))}
      @input=${this.slid}
    />`;
  }

  private shownValue(): string {
    return this.value === null ? "" : formatterFor(this.language, "USD").written(VALUE, this.value);
  }

  private problemText(problem: FieldProblem): string {
    const { page, domain } = textsIn(this.language);
    const { fieldProblems } = domain;
    const text =
      "limit" in problem ? fieldProblems[problem.code](problem.limit) : fieldProblems[problem.code];
    const units = problem.code === "number" ? UNITS_NAMED[this.field.unit] : undefined;
    return page.fieldProblem(this.label, text) + (units ? page.unitsRead(units) : "");
  }

  private readonly entered = async (): Promise<void> => {
    await loadQuantities();
    if (this.draft !== null && this.problem?.code === "number") this.read(this.draft);
  };

  private readonly typed = (event: InputEvent): void => {
    this.read((event.target as HTMLInputElement).value);
  };

  private read(text: string): void {
    this.draft = text;
    if (this.optional && text.trim() === "") {
      this.judged(null);
      this.dispatchEvent(new FieldChangeEvent(null));
      return;
    }
    const { value, problem } = readField(text, this.field);
    this.judged(problem);
    if (value !== null) this.dispatchEvent(new FieldChangeEvent(value));
  }

  private readonly left = (): void => {
    if (this.problem === null) this.draft = null;
  };

  private readonly slid = (event: Event): void => {
    const value = this.stops[Number((event.target as HTMLInputElement).value)];
    if (value !== undefined && value !== this.value) this.take(value);
  };

  /** Forgets what was typed and shows the value. */
  private forgetDraft(): void {
    this.draft = null;
    this.judged(null);
  }

  private take(value: number): void {
    this.forgetDraft();
    this.dispatchEvent(new FieldChangeEvent(value));
  }

  private judged(problem: FieldProblem | null): void {
    const wasValid = this.problem === null;
    this.problem = problem;
    if (wasValid !== (problem === null)) {
      this.dispatchEvent(new FieldValidityEvent(problem === null));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-field": CostField;
  }
}
