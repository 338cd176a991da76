import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Overlay } from "../chart/drawn-chart.ts";
import type { Currency } from "../../shared/units.ts";
import { languageOf } from "../messages/language-of.ts";
import { loadTexts, textsIn } from "../messages/messages.ts";
import type { Language } from "../format.ts";
import { EditedSimulation } from "../state/edited-simulation.ts";
import { History } from "../state/history.ts";
import { sitePrices } from "../state/site-prices.ts";
import { SITE } from "../state/site.ts";
import { tableRows } from "../state/table-rows.ts";
import { undoByKey } from "../state/undo-keys.ts";
import { costSimulatorStyles } from "./cost-simulator.styles.ts";
import { LanguageChangeEvent, type BillRequestEvent, type OverlaysChangeEvent } from "./events.ts";
import { PartLoader } from "./part-loader.ts";
import { languageChoice } from "./language-choice.ts";
import { segments } from "./segments.ts";
import { sharedStyles } from "./shared.styles.ts";
import { ownSimulation } from "./simulation-owner.ts";
import { themeStyles } from "./theme.styles.ts";
import { showInputs, WORKLOAD_PROPERTIES, type WorkloadAttributes } from "./workload-attributes.ts";

const NARROW = "(max-width: 60rem)";

/** What is below the answer, each loaded when it is seen. */
const PARTS = {
  "cost-chart": () => import("../cost-chart.ts"),
  // What draws the map is asked for beside it.
  "decision-map": () => Promise.all([import("../decision-map.ts"), import("../map/drawn-map.ts")]),
  "break-even-table": () => loadTable("break-even-table"),
  "bill-bars": () => import("../bill-bars.ts"),
  "cost-breakdown": () => loadTable("cost-breakdown"),
  "cost-projection": () => import("../cost-projection.ts"),
};

async function loadTable(tag: "break-even-table" | "cost-breakdown"): Promise<void> {
  const { defineTable } = await import("./define-tables.ts");
  defineTable(tag);
}

/**
 * Functions or machines: what a workload costs a month on either, and at how many requests the
 * answer changes.
 *
 * @fires cost-change - a new comparison, in `detail`
 * @fires language-change - the visitor chose another language
 * @slot heading - instead of the title and the line below it
 * @slot footer - below the results
 * @csspart header - the title and the switches of currency and language
 * @csspart answer - the sentence and the ranking
 * @csspart inputs - the form
 * @csspart results - chart, tables and bills
 */
export class CostSimulator extends LitElement implements WorkloadAttributes {
  static override properties = {
    ...WORKLOAD_PROPERTIES,
    lang: { reflect: true, useDefault: true },
    state: {},
    scenarios: { type: Boolean },
    overlays: { state: true },
    showsForm: { state: true },
    theme: { reflect: true, useDefault: true },
  };
  static override styles = [themeStyles, sharedStyles, costSimulatorStyles];

  /** `en` or `ja`; without it the language of the page around, or the browser's. */
  declare lang: string;
  declare currency: Currency;
  declare region: string;
  declare memoryMb: number;
  declare executionTimeMs: number;
  declare monthlyExecutions: number;
  /** All inputs to begin with, as a link has them after its `#`; they go before the other attributes. */
  declare state: string;
  /** Offers to keep scenarios in the browser: for a page that is the simulator, not one that shows it. */
  declare scenarios: boolean;
  /** Scenarios that are laid over the chart. */
  declare private overlays: readonly Overlay[];
  /** On a phone, where the form is below the answer, it waits until that is painted. */
  declare private showsForm: boolean;
  /** `light` or `dark`; without it what the visitor prefers. */
  declare theme: string;
  readonly simulation = new EditedSimulation(...sitePrices(), new History(() => performance.now()));
  private readonly parts = new PartLoader(this, PARTS);

  constructor() {
    super();
    this.lang = "";
    this.state = "";
    this.scenarios = false;
    this.overlays = [];
    this.showsForm = !matchMedia(NARROW).matches;
    this.theme = "";
    showInputs(this, this.simulation.inputs);
    ownSimulation(this, this.simulation);
    this.addEventListener("keydown", (event) => undoByKey(event, this.simulation));
  }

  /** Nothing is shown before its words are there. */
  protected override async scheduleUpdate(): Promise<void> {
    await loadTexts(this.language());
    await super.scheduleUpdate();
  }

  protected override updated(): void {
    this.keepRoom();
    if (this.showsForm || this.simulation.status === "loading") return;
    requestAnimationFrame(() => setTimeout(() => (this.showsForm = true)));
  }

  override render(): TemplateResult {
    const { simulation } = this;
    const language = this.language();
    const { page } = textsIn(language);
    // What a part shows until its script is there.
    const waiting = (part: keyof typeof PARTS) => {
      const hasFailed = this.parts.failed.has(part);
      return html`<p class="muted ${hasFailed ? "failed" : ""}">
        ${hasFailed ? page.partFailed : page.partLoading}
      </p>`;
    };
    return html`
      <header lang=${language} part="header">
        <slot name="heading" class="heading">
          <h1>${page.title}</h1>
          <p class="lead">${page.lead}</p>
        </slot>
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
          ${languageChoice(language, (chosen) => this.speak(chosen))}
        </div>
      </header>
      <cost-examples
        lang=${language}
        .simulation=${simulation}
        .language=${language}
      ></cost-examples>
      <div
        class=${simulation.answer === null && simulation.status === "loading" ? "layout waiting" : "layout"}
        lang=${language}
        @inputs-request=${this.goToInputs}
        @bill-request=${(event: BillRequestEvent) => void this.openBill(event)}
        @overlays-change=${({ overlays }: OverlaysChangeEvent) => (this.overlays = overlays)}
      >
        <section class="answer" part="answer" aria-label=${page.answer}>
          <cost-summary .simulation=${simulation} .language=${language}></cost-summary>
          <cost-tools
            .simulation=${simulation}
            .language=${language}
            ?scenarios=${this.scenarios}
          ></cost-tools>
        </section>
        <section class="inputs" part="inputs" tabindex="-1" aria-label=${page.inputs}>
          ${
            this.showsForm
              ? html`<cost-form
                  .simulation=${simulation}
                  .language=${language}
                  ?compact=${matchMedia(NARROW).matches}
                ></cost-form>`
              : nothing
          }
        </section>
        <section class="results" part="results" aria-label=${page.results}>
          <cost-chart
            .simulation=${simulation}
            .language=${language}
            .theme=${this.theme}
            .overlays=${this.overlays}
            exportparts="plot"
            >${waiting("cost-chart")}</cost-chart
          >
          <decision-map
            .simulation=${simulation}
            .language=${language}
            .theme=${this.theme}
            exportparts="map"
            >${waiting("decision-map")}</decision-map
          >
          <break-even-table .simulation=${simulation} .language=${language} exportparts="table"
            >${waiting("break-even-table")}</break-even-table
          >
          <bill-bars .simulation=${simulation} .language=${language} exportparts="bar"
            >${waiting("bill-bars")}</bill-bars
          >
          <cost-breakdown .simulation=${simulation} .language=${language} exportparts="bill"
            >${waiting("cost-breakdown")}</cost-breakdown
          >
          <cost-projection
            .simulation=${simulation}
            .language=${language}
            .theme=${this.theme}
            exportparts="plot: projection"
            >${waiting("cost-projection")}</cost-projection
          >
          ${
            simulation.answer === null
              ? nothing
              : html`<p class="muted small">
                  ${page.footer}
                  <a href=${new URL("verify.html", SITE).href}>${page.verification}</a>
                  <a href=${new URL("elements.html", SITE).href}>${page.elements}</a>
                </p>`
          }
          <slot name="footer"></slot>
        </section>
      </div>
    `;
  }

  /** With more offers and points parts are higher: they have the room before they are drawn. */
  private keepRoom(): void {
    const { answer } = this.simulation;
    const results = this.renderRoot.querySelector<HTMLElement>(".results");
    if (answer === null || results === null) return;
    const { pairs, rows } = tableRows(answer);
    results.style.cssText = `--offers:${answer.offers.length};--pairs:${pairs};--rows:${rows}`;
  }

  private language(): Language {
    return languageOf(
      this.lang || this.parentElement?.closest<HTMLElement>("[lang]")?.lang || navigator.language,
    );
  }

  private async openBill({ offer }: BillRequestEvent): Promise<void> {
    await loadTable("cost-breakdown");
    const bills = this.renderRoot.querySelector("cost-breakdown");
    // Who asks for a bill sees it, whatever is on its way above.
    bills?.setAttribute("asked", "");
    bills?.openBill(offer);
  }

  private readonly goToInputs = (): void => {
    const inputs = this.renderRoot.querySelector<HTMLElement>(".inputs");
    inputs?.scrollIntoView({ block: "start" });
    inputs?.focus({ preventScroll: true });
  };

  private speak(language: Language): void {
    this.lang = language;
    this.dispatchEvent(new LanguageChangeEvent(language));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-simulator": CostSimulator;
  }
}
