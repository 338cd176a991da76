import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { PricedOffer } from "../../shared/simulate.ts";
import { formatterFor, type Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costBreakdownStyles } from "./cost-breakdown.styles.ts";
import { nameOf, swatch } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Every offer's bill, line by line, with where each price is from; and the figures as a file. */
export class CostBreakdown extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    opened: { state: true },
  };
  static override styles = [sharedStyles, costBreakdownStyles];

  /** Offers whose bill was opened. */
  declare private opened: ReadonlySet<string>;
  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.opened = new Set();
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const answer = this.simulation?.answer ?? null;
    if (answer === null) return nothing;
    const { page } = textsIn(this.language);
    const offers = [...answer.comparison.offers].sort(
      (a, b) => (a.monthlyCost ?? 0) - (b.monthlyCost ?? 0),
    );
    return html`
      <header>
        <div>
          <h2>${page.bills}</h2>
          <p class="lead">${page.billsLead}</p>
        </div>
        <div class="download">
          <button
            class="button"
            type="button"
            aria-describedby="csv-note"
            @click=${() => void saveCsv(answer)}
          >
            ${page.downloadCsv}
          </button>
          <p id="csv-note" class="muted small">${page.csvNote}</p>
        </div>
      </header>
      ${offers.map((offer) => this.renderBill(offer, answer))}
    `;
  }

  private renderBill(priced: PricedOffer, answer: Answer): TemplateResult {
    const texts = textsIn(this.language);
    const format = formatterFor(this.language, answer.inputs.currency);
    const name = nameOf(priced.offer, texts);
    const slot = this.simulation?.slots.slotOf(priced.id) ?? 0;
    return html`<details @toggle=${(event: ToggleEvent) => this.toggled(priced.id, event)}>
      <summary>
        <span class="name">${swatch(slot, priced.offer.kind)} <span>${name}</span></span>
        <span class="cost">${format.money(priced.monthlyCost ?? 0)}</span>
      </summary>
      ${
        this.opened.has(priced.id)
          ? html`<cost-bill
              .priced=${priced}
              .currency=${answer.inputs.currency}
              .language=${this.language}
            ></cost-bill>`
          : nothing
      }
    </details>`;
  }

  /** What shows a bill is loaded when the first is opened. */
  private toggled(id: string, { newState }: ToggleEvent): void {
    if (newState !== "open" || this.opened.has(id)) return;
    void import("../cost-bill.ts");
    this.opened = new Set([...this.opened, id]);
  }
}

async function saveCsv(answer: Answer): Promise<void> {
  const { COMPARISON_CSV_NAME, csvOf } = await import("../export/csv.ts");
  const url = URL.createObjectURL(new Blob([csvOf(answer)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = COMPARISON_CSV_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-breakdown": CostBreakdown;
  }
}
