import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { LineItem } from "../../shared/engine/bill.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { csvOf, CSV_FILE_NAME } from "../export/csv.ts";
import { textsIn, type Texts } from "../messages/messages.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { SimulationController } from "../state/simulation-controller.ts";
import { costBreakdownStyles } from "./cost-breakdown.styles.ts";
import { nameOf, swatch } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Every offer's bill, line by line, with where each price is from; and the figures as a file. */
export class CostBreakdown extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [sharedStyles, costBreakdownStyles];

  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    new SimulationController(this);
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
            @click=${() => saveCsv(answer)}
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
    const { page } = texts;
    const format = formatterFor(this.language, answer.inputs.currency);
    const name = nameOf(priced.offer, texts);
    const slot = this.simulation?.slots.slotOf(priced.id) ?? 0;
    return html`<details>
      <summary>
        <span class="name">${swatch(slot, priced.offer.kind)} <span>${name}</span></span>
        <span class="cost">${format.money(priced.monthlyCost ?? 0)}</span>
      </summary>
      ${this.renderCapacity(priced, format)}
      <div class="scroll" tabindex="0" role="region" aria-label=${page.billScroll(name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${page.meter}</th>
              <th scope="col" class="number">${page.quantity}</th>
              <th scope="col" class="number">${page.free}</th>
              <th scope="col" class="number">${page.billable}</th>
              <th scope="col" class="number">${page.unitPrice}</th>
              <th scope="col" class="number">${page.amount}</th>
              <th scope="col">${page.source}</th>
            </tr>
          </thead>
          <tbody>
            ${priced.lineItems.map((line) => this.renderLine(line, texts, format))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="5">${page.billTotal}</th>
              <td class="number"><strong>${format.money(priced.monthlyCost ?? 0)}</strong></td>
              <td></td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>`;
  }

  private renderCapacity(
    { capacity }: PricedOffer,
    format: Formatter,
  ): TemplateResult | typeof nothing {
    if (capacity === null) return nothing;
    const { page } = textsIn(this.language);
    return html`<p class="muted small capacity">
      ${page.machineCount(format.count(capacity.machines), capacity.machines === 1)}${page.stop}
      ${page.capacityNote(
        format.rounded(capacity.requestsPerSecond),
        format.compactCount(capacity.requestsPerMachine),
        capacity.bindingResource,
      )}
    </p>`;
  }

  private renderLine(line: LineItem, { page, domain }: Texts, format: Formatter): TemplateResult {
    const meters: Readonly<Record<string, string>> = domain.meters;
    const units: Readonly<Record<string, string>> = page.priceUnits;
    const unit = units[line.unit] ?? line.unit;
    const { source, url, date, confidence, note } = line.provenance;
    const isSure = confidence === "high";
    return html`<tr>
      <th scope="row">${meters[line.meter] ?? line.meter}</th>
      <td class="number">${format.quantity(line.quantity)} <span class="unit">${unit}</span></td>
      <td class="number">${line.free === 0 ? "–" : format.quantity(line.free)}</td>
      <td class="number">${format.quantity(line.billable)}</td>
      <td class="number">
        ${line.tiers.length === 0 ? "–" : nothing}
        ${
          line.tiers.length === 1
            ? format.unitPrice(line.tiers[0]?.unitPrice ?? 0)
            : line.tiers.map(
                ({ quantity, unitPrice }) =>
                  html`<div>
                    ${page.tier(format.quantity(quantity), format.unitPrice(unitPrice))}
                  </div>`,
              )
        }
      </td>
      <td class="number">${format.money(line.amount)}</td>
      <td class="source">
        <a href=${url} target="_blank" rel="noopener">${source}</a>
        <span class="muted">${format.date(date)}</span>
        <span class="badge ${isSure ? "" : confidence}">${page.confidence[confidence]}</span>
        ${note === undefined ? nothing : html`<span class="muted note">${note}</span>`}
      </td>
    </tr>`;
  }
}

function saveCsv(answer: Answer): void {
  const url = URL.createObjectURL(new Blob([csvOf(answer)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = CSV_FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-breakdown": CostBreakdown;
  }
}
