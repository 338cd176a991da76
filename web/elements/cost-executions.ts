import { html, LitElement, type TemplateResult } from "lit";
import { FIELDS, type NumberField } from "../../shared/fields.ts";
import { toRequestsPerMonth, toRequestsPerSecond } from "../../shared/units.ts";
import { formatterFor, type Language } from "../format.ts";
import { VALUE } from "../formats.ts";
import { textsIn } from "../messages/messages.ts";
import { decimalStops } from "../state/slider-stops.ts";
import { costExecutionsStyles } from "./cost-executions.styles.ts";
import { FieldChangeEvent, FieldValidityEvent } from "./events.ts";
import { segments } from "./segments.ts";
import { sharedStyles } from "./shared.styles.ts";

type ExecutionsUnit = "month" | "second";

const PRESETS: Readonly<Record<ExecutionsUnit, readonly number[]>> = {
  month: [100_000, 1_000_000, 10_000_000, 100_000_000],
  second: [0.01, 0.1, 1, 10, 100, 1000],
};
const STOPS: Readonly<Record<ExecutionsUnit, readonly number[]>> = {
  month: decimalStops(1000, 10_000_000_000),
  second: decimalStops(0.001, 10_000),
};
const PER_SECOND_DIGITS = 6;

const PER_SECOND_FIELD: NumberField = {
  min: 0,
  max: Math.floor(toRequestsPerSecond(FIELDS.monthly_executions.max)),
  unit: "executions/second",
};

/**
 * How many executions, given per month or per second; told per month.
 *
 * @fires field-change - another number of executions a month
 * @fires field-validity - the text became valid or invalid
 */
export class CostExecutions extends LitElement {
  static override properties = {
    requestsPerMonth: { attribute: false },
    restored: { attribute: false },
    language: {},
    unit: { state: true },
    typedPerSecond: { state: true },
  };
  static override styles = [sharedStyles, costExecutionsStyles];

  declare private unit: ExecutionsUnit;
  /** What was typed: a rate does not survive the way to whole executions a month and back. */
  declare private typedPerSecond: number | null;
  declare requestsPerMonth: number;
  /** Another number here puts the value back: what was typed is forgotten. */
  declare restored: number;
  declare language: Language;

  constructor() {
    super();
    this.unit = "month";
    this.typedPerSecond = null;
    this.requestsPerMonth = 0;
    this.restored = 0;
    this.language = "en";
  }

  override render(): TemplateResult {
    const { page } = textsIn(this.language);
    const format = formatterFor(this.language, "USD");
    const isMonthly = this.unit === "month";
    return html`
      <cost-field
        name="requestsPerMonth"
        .label=${page.executions}
        .unit=${isMonthly ? page.units.executionsPerMonth : page.units.executionsPerSecond}
        .hint=${page.executionsEqual(
          format.count(this.requestsPerMonth),
          format.rate(this.requestsPerMonth),
        )}
        .value=${isMonthly ? this.requestsPerMonth : this.perSecond()}
        .field=${isMonthly ? FIELDS.monthly_executions : PER_SECOND_FIELD}
        .presets=${PRESETS[this.unit].map((value) => ({
          value,
          label: isMonthly ? format.compactCount(value) : format.written(VALUE, value),
        }))}
        .stops=${STOPS[this.unit]}
        .restored=${`${this.unit} ${this.restored}`}
        .language=${this.language}
        @field-change=${this.changed}
        @field-validity=${(event: FieldValidityEvent) =>
          this.dispatchEvent(new FieldValidityEvent(event.isValid))}
      ></cost-field>
      <div class="unit-choice">
        ${segments<ExecutionsUnit>(
          "unit",
          page.executionsUnit,
          [
            { value: "month", label: page.perMonth },
            { value: "second", label: page.perSecond },
          ],
          this.unit,
          (unit) => (this.unit = unit),
        )}
      </div>
    `;
  }

  private perSecond(): number {
    const { typedPerSecond } = this;
    if (typedPerSecond !== null && toWholeMonth(typedPerSecond) === this.requestsPerMonth) {
      return typedPerSecond;
    }
    return Number(toRequestsPerSecond(this.requestsPerMonth).toPrecision(PER_SECOND_DIGITS));
  }

  private readonly changed = ({ value }: FieldChangeEvent): void => {
    if (value === null) return;
    if (this.unit === "month") {
      this.dispatchEvent(new FieldChangeEvent(value));
      return;
    }
    this.typedPerSecond = value;
    this.dispatchEvent(new FieldChangeEvent(toWholeMonth(value)));
  };
}

function toWholeMonth(requestsPerSecond: number): number {
  return Math.round(toRequestsPerMonth(requestsPerSecond));
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-executions": CostExecutions;
  }
}
