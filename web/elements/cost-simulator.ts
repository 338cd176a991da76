import { FIELDS, type NumberField } from "../../shared/fields.ts";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Currency } from "../../shared/units.ts";
import { languageOf, loadTexts, textsIn } from "../messages/messages.ts";
import type { Language } from "../format.ts";
import { isValueOf } from "../state/field-input.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { fetchCatalog, fetchStarterCards } from "../state/rate-cards.ts";
import { Simulation } from "../state/simulation.ts";
import { undoByKey } from "../state/undo-keys.ts";
import { costSimulatorStyles } from "./cost-simulator.styles.ts";
import { CostChangeEvent, LanguageChangeEvent, type BillRequestEvent } from "./events.ts";
import { segments } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";
import { themeStyles } from "./theme.styles.ts";
import { whenSeen } from "./when-seen.ts";

/** Rate cards lie beside the folder of the script, wherever the page that embeds it is. */
const RATE_CARDS = new URL(/* @vite-ignore */ "../rate-cards/", import.meta.url);
const VERIFICATION_PAGE = new URL(/* @vite-ignore */ "../verify.html", import.meta.url);
const NARROW = "(max-width: 60rem)";

/**
 * Functions or machines: what a workload costs a month on either, and at how many requests the
 * answer changes.
 *
 * @fires cost-change - a new comparison, in `detail`
 * @fires language-change - the visitor chose another language
 */
export class CostSimulator extends LitElement {
  static override properties = {
    lang: { reflect: true },
    currency: { reflect: true },
    region: { reflect: true },
    memoryMb: { attribute: "memory-mb", type: Number, reflect: true },
    executionTimeMs: { attribute: "execution-time-ms", type: Number, reflect: true },
    monthlyExecutions: { attribute: "monthly-executions", type: Number, reflect: true },
    state: {},
  };
  static override styles = [themeStyles, sharedStyles, costSimulatorStyles];

  declare lang: string;
  declare currency: Currency;
  /** Any provider's name of a region; the others are priced in the same city. */
  declare region: string;
  declare memoryMb: number;
  declare executionTimeMs: number;
  declare monthlyExecutions: number;
  /** All inputs to begin with, as a link has them after its `#`. */
  declare state: string;
  readonly simulation = new Simulation(fetchCatalog(RATE_CARDS), fetchStarterCards(RATE_CARDS));
  private told: unknown = null;

  constructor() {
    super();
    const { inputs } = this.simulation;
    this.lang = "";
    this.currency = inputs.currency;
    this.region = inputs.region;
    this.memoryMb = inputs.memoryMb;
    this.executionTimeMs = inputs.durationMs;
    this.monthlyExecutions = inputs.requestsPerMonth;
    this.state = "";
    this.simulation.addEventListener("change", () => this.simulated());
    this.addEventListener("keydown", (event) => undoByKey(event, this.simulation));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Prices are asked for at once, beside the texts.
    this.simulation.update(this.patchFromAttributes());
    if (this.state !== "") void this.beginWith(this.state);
  }

  private async beginWith(state: string): Promise<void> {
    const { fromFragment } = await import("../state/link/link.ts");
    const inputs = fromFragment(state);
    if (inputs !== null) this.simulation.begin(inputs);
  }

  /** Nothing is shown before its words are there. */
  protected override async scheduleUpdate(): Promise<void> {
    await loadTexts(this.language());
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const patch = this.patchFromAttributes();
    if (Object.keys(patch).length > 0) this.simulation.update(patch);
  }

  override render(): TemplateResult {
    const { simulation } = this;
    const language = this.language();
    const { page } = textsIn(language);
    return html`
      <header lang=${language}>
        <div class="heading">
          <h1>${page.title}</h1>
          <p class="lead">${page.lead}</p>
        </div>
        <div class="switches">
          ${segments<Currency>(
            "currency",
            page.currency,
            [
              { value: "USD", label: "USD" },
              { value: "JPY", label: "JPY" },
            ],
            this.currency,
            (currency) => simulation.update({ currency }),
          )}
          ${segments<Language>(
            "language",
            page.language,
            [
              { value: "en", label: "English", lang: "en" },
              { value: "ja", label: "日本語", lang: "ja" },
            ],
            language,
            (chosen) => this.speak(chosen),
          )}
        </div>
      </header>
      <cost-examples
        lang=${language}
        .simulation=${simulation}
        .language=${language}
      ></cost-examples>
      <div
        class="layout"
        lang=${language}
        @bill-request=${(event: BillRequestEvent) => void this.openBill(event)}
      >
        <section class="answer" aria-label=${page.answer}>
          <cost-summary .simulation=${simulation} .language=${language}></cost-summary>
          <cost-tools .simulation=${simulation} .language=${language}></cost-tools>
        </section>
        <section class="inputs" aria-label=${page.inputs}>
          <cost-form
            .simulation=${simulation}
            .language=${language}
            ?compact=${matchMedia(NARROW).matches}
          ></cost-form>
        </section>
        <section class="results" aria-label=${page.results}>
          <cost-chart .simulation=${simulation} .language=${language}></cost-chart>
          <break-even-table .simulation=${simulation} .language=${language}></break-even-table>
          <cost-breakdown .simulation=${simulation} .language=${language}></cost-breakdown>
          ${
            simulation.answer === null
              ? nothing
              : html`<p class="muted small">
                  ${page.footer} <a href=${VERIFICATION_PAGE.href}>${page.verification}</a>
                </p>`
          }
        </section>
      </div>
    `;
  }

  /** The tables below the chart are loaded when a visitor gets there. */
  protected override firstUpdated(): void {
    const table = this.renderRoot.querySelector("break-even-table");
    if (table !== null) whenSeen(table, () => void import("./define-tables.ts"));
  }

  private language(): Language {
    return languageOf(
      this.lang || this.parentElement?.closest<HTMLElement>("[lang]")?.lang || navigator.language,
    );
  }

  private async openBill({ offer }: BillRequestEvent): Promise<void> {
    await import("./define-tables.ts");
    await this.renderRoot.querySelector("cost-breakdown")?.openBill(offer);
  }

  private speak(language: Language): void {
    this.lang = language;
    this.dispatchEvent(new LanguageChangeEvent(language));
  }

  /** What attributes changed that the simulation does not know yet. */
  private patchFromAttributes(): Partial<SimulationInputs> {
    const { inputs } = this.simulation;
    const ifValid = (field: NumberField, value: number, otherwise: number) =>
      isValueOf(field, value) ? value : otherwise;
    const asked = {
      currency: this.currency === "JPY" ? "JPY" : "USD",
      memoryMb: ifValid(FIELDS.service_memory_mb, this.memoryMb, inputs.memoryMb),
      durationMs: ifValid(FIELDS.execution_time_ms, this.executionTimeMs, inputs.durationMs),
      requestsPerMonth: ifValid(
        FIELDS.monthly_executions,
        this.monthlyExecutions,
        inputs.requestsPerMonth,
      ),
      region: this.region,
    } as const satisfies Partial<SimulationInputs>;
    return Object.fromEntries(
      Object.entries(asked).filter(([key, value]) => value !== inputs[key as keyof typeof asked]),
    );
  }

  private simulated(): void {
    const { inputs, answer } = this.simulation;
    this.currency = inputs.currency;
    this.memoryMb = inputs.memoryMb;
    this.executionTimeMs = inputs.durationMs;
    this.monthlyExecutions = inputs.requestsPerMonth;
    this.region = inputs.region;
    this.requestUpdate();
    if (answer === null || answer === this.told) return;
    this.told = answer;
    this.dispatchEvent(new CostChangeEvent(answer.comparison));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-simulator": CostSimulator;
  }
}
