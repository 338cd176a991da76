import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { peakOf } from "../../shared/hourly-profile.ts";
import { formatterFor, type Language } from "../format.ts";
import { formTextsIn, type FormMessages } from "../messages/form-texts.ts";
import {
  BUSIEST,
  DAYS_OF_WEEK,
  editableProfile,
  HOURS_OF_DAY,
  isWeek,
  presetProfile,
  toDay,
  toWeek,
  withHour,
  type ProfilePreset,
} from "../state/profile.ts";
import type { Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costProfileStyles } from "./cost-profile.styles.ts";
import { segments } from "./segments.ts";
import { sharedStyles } from "./shared.styles.ts";

const PRESETS: readonly ProfilePreset[] = ["office", "evening", "night"];
const STEP = 5;
const PAGE_STEP = 20;
const HOURS_NAMED = [0, 6, 12, 18, 24];

/** How many percent a key changes an hour by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: STEP,
  ArrowDown: -STEP,
  PageUp: PAGE_STEP,
  PageDown: -PAGE_STEP,
  Home: -BUSIEST,
  End: BUSIEST,
};

/** How the requests are spread over the hours of a day or a week: bars to be drawn, or set by keys. */
export class CostProfile extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    day: { state: true },
    hour: { state: true },
  };
  static override styles = [sharedStyles, costProfileStyles];

  /** The day of the week that is shown, 0 for Monday. */
  declare private day: number;
  /** The hour that the keyboard reaches. */
  declare private hour: number;
  declare simulation: Simulation | null;
  declare language: Language;
  private isDrawing = false;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.day = 0;
    this.hour = 0;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const form = formTextsIn(this.language);
    const weights = simulation.inputs.hourlyWeights;
    const isOfWeek = isWeek(weights);
    return html`
      ${segments(
        "period",
        form.period,
        [
          { value: "day", label: form.everyDay },
          { value: "week", label: form.byWeekday },
        ],
        isOfWeek ? "week" : "day",
        (period) => this.set(period === "week" ? toWeek(weights) : toDay(weights)),
      )}
      ${isOfWeek ? this.renderDays(form) : nothing} ${this.renderBars(weights, isOfWeek, form)}
      <div class="row" role="group" aria-label=${form.profilePresets}>
        <button
          type="button"
          class="chip"
          aria-pressed=${weights.length === 0 ? "true" : "false"}
          @click=${() => this.set([])}
        >
          ${form.evenProfile}
        </button>
        ${PRESETS.map((name) => {
          const preset = presetProfile(name, isOfWeek);
          return html`<button
            type="button"
            class="chip"
            aria-pressed=${areEqual(preset, weights) ? "true" : "false"}
            @click=${() => this.set(preset)}
          >
            ${form.profiles[name]}
          </button>`;
        })}
      </div>
      <p class="note">
        ${
          weights.length === 0
            ? form.profileHint
            : form.profilePeak(formatterFor(this.language, "USD").rounded(peakOf(weights)))
        }
      </p>
    `;
  }

  private renderDays(form: FormMessages): TemplateResult {
    return segments(
      "day",
      form.weekday,
      form.days.map((label, index) => ({ value: String(index), label })),
      String(this.day),
      (day) => (this.day = Number(day)),
    );
  }

  private renderBars(
    weights: readonly number[],
    isOfWeek: boolean,
    form: FormMessages,
  ): TemplateResult {
    const first = isOfWeek ? this.day * HOURS_OF_DAY : 0;
    const shown = editableProfile(weights).slice(first, first + HOURS_OF_DAY);
    const dayName = isOfWeek ? form.days[this.day] : undefined;
    return html`<div>
      <div
        class="bars ${weights.length === 0 ? "even" : ""}"
        role="group"
        aria-label=${form.profile}
        @pointerdown=${this.drawn}
        @pointermove=${this.drawn}
        @pointerup=${this.lifted}
        @pointercancel=${this.lifted}
        @keydown=${this.pressed}
      >
        ${shown.map(
          (weight, hour) =>
            html`<div
              class="bar"
              role="slider"
              tabindex=${hour === this.hour ? 0 : -1}
              aria-orientation="vertical"
              aria-label=${form.hourName(hour, dayName ?? "")}
              aria-valuemin="0"
              aria-valuemax=${BUSIEST}
              aria-valuenow=${weight}
              aria-valuetext="${weight}%"
              @focus=${() => (this.hour = hour)}
            >
              <svg aria-hidden="true">
                ${svg`<rect width="100%" height="${weight}%" y="${BUSIEST - weight}%" />`}
              </svg>
            </div>`,
        )}
      </div>
      <div class="hours" aria-hidden="true">
        ${HOURS_NAMED.map((hour) => html`<span>${hour}</span>`)}
      </div>
    </div>`;
  }

  /** Bars are drawn with one stroke: the hour under the pointer takes the pointer's height. */
  private readonly drawn = (event: PointerEvent): void => {
    const bars = event.currentTarget as HTMLElement;
    if (event.type === "pointerdown") {
      this.isDrawing = true;
      bars.setPointerCapture(event.pointerId);
    }
    if (!this.isDrawing) return;
    const { left, top, width, height } = bars.getBoundingClientRect();
    const part = (event.clientX - left) / width;
    const isMirrored = getComputedStyle(bars).direction === "rtl";
    const hour = Math.floor((isMirrored ? 1 - part : part) * HOURS_OF_DAY);
    if (hour < 0 || hour >= HOURS_OF_DAY) return;
    this.setHour(hour, (1 - (event.clientY - top) / height) * BUSIEST);
  };

  private readonly lifted = (): void => {
    this.isDrawing = false;
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const { hour } = this;
    const change = STEPS[event.key];
    if (change !== undefined) {
      const weights = editableProfile(this.simulation?.inputs.hourlyWeights ?? []);
      this.setHour(hour, (weights[this.indexOf(hour)] ?? 0) + change);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const next = hour + (event.key === "ArrowRight" ? 1 : -1);
      this.hour = Math.min(HOURS_OF_DAY - 1, Math.max(0, next));
      this.renderRoot.querySelectorAll<HTMLElement>(".bar")[this.hour]?.focus();
    } else return;
    event.preventDefault();
  };

  private setHour(hour: number, weight: number): void {
    const weights = this.simulation?.inputs.hourlyWeights ?? [];
    this.set(withHour(weights, this.indexOf(hour), weight));
  }

  private indexOf(hour: number): number {
    const isOfWeek = isWeek(this.simulation?.inputs.hourlyWeights ?? []);
    return isOfWeek ? Math.min(DAYS_OF_WEEK - 1, this.day) * HOURS_OF_DAY + hour : hour;
  }

  private set(hourlyWeights: readonly number[]): void {
    this.simulation?.update({ hourlyWeights });
  }
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-profile": CostProfile;
  }
}
