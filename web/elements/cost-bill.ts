import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import type { LineItem } from "../../shared/engine/bill.ts";
import type { Provenance } from "../../shared/engine/price.ts";
import { explainOffer, type OfferExplanation } from "../../shared/explain/explain-offer.ts";
import { priceFlags } from "../../shared/price-flags.ts";
import type { PricedOffer, SimulationInput } from "../../shared/simulate.ts";
import { formatterFor, type Language } from "../format.ts";
import { QUANTITY, dateText, unitPriceText } from "../formats.ts";
import { billTexts } from "../messages/bill-texts.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { priceNotes } from "../messages/price-notes.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { today } from "../today.ts";
import { capacityFormula, lineFormula, unitText, type FormulaWords } from "./bill-formula.ts";
import { costBillStyles } from "./cost-bill.styles.ts";
import { nameOf } from "./offer-parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Stands for the formula of the number of machines, among those of lines. */
const CAPACITY = "capacity";

/** One offer's bill: every line with its quantity, its formula, its price and where that is from. */
export class CostBill extends LitElement {
  static override properties = {
    priced: { attribute: false },
    question: { attribute: false },
    cards: { attribute: false },
    language: {},
    opened: { state: true },
  };
  static override styles = [sharedStyles, costBillStyles];

  declare priced: PricedOffer | null;
  /** What the bill answers, and the cards that it was priced by: what formulas are read off. */
  declare question: SimulationInput | null;
  declare cards: LoadedCards | null;
  declare language: Language;
  /** Lines whose formula was opened. */
  declare private opened: ReadonlySet<string>;
  private explained: { readonly of: PricedOffer; readonly as: OfferExplanation } | null = null;

  constructor() {
    super();
    this.priced = null;
    this.question = null;
    this.cards = null;
    this.language = "en";
    this.opened = new Set();
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts, billTexts, priceNotes);
  }

  override render(): TemplateResult | typeof nothing {
    const { priced, question } = this;
    if (priced === null || question === null) return nothing;
    const words: FormulaWords = {
      texts: billTexts.in(this.language),
      page: textsIn(this.language).page,
      format: formatterFor(this.language, question.terms.currency),
    };
    const { texts, page, format } = words;
    const name = nameOf(priced.offer, textsIn(this.language));
    return html`
      ${this.renderCapacity(priced, words)}
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.billScroll(name)}>
        <table class="bill">
          <thead>
            <tr>
              <th scope="col">${texts.meter}</th>
              <th scope="col" class="number">${texts.quantity}</th>
              <th scope="col" class="number">${texts.free}</th>
              <th scope="col" class="number">${texts.billable}</th>
              <th scope="col" class="number">${texts.unitPrice}</th>
              <th scope="col" class="number">${texts.amount}</th>
            </tr>
          </thead>
          <tbody>
            ${priced.lineItems.map((line, index) => this.renderLine(line, index, words))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="5">${page.billTotal}</th>
              <td class="number"><strong>${format.money(priced.monthlyCost ?? 0)}</strong></td>
            </tr>
          </tfoot>
        </table>
      </div>
    `;
  }

  private renderCapacity(
    { capacity }: PricedOffer,
    words: FormulaWords,
  ): TemplateResult | typeof nothing {
    if (capacity === null) return nothing;
    const { texts, page, format } = words;
    return html`<div class="capacity">
      <p class="muted small">
        ${page.machineCount(format.count(capacity.machines), capacity.machines === 1)}${texts.stop}
        ${texts.capacityNote(
          format.rounded(capacity.requestsPerSecond),
          format.compactCount(capacity.requestsPerMachine),
          capacity.bindingResource,
        )}
      </p>
      ${this.renderFormula(CAPACITY, texts.capacityTitle, "", () => {
        const formulas = this.explanation()?.capacity ?? null;
        return formulas === null ? nothing : capacityFormula(capacity, formulas, words);
      })}
    </div>`;
  }

  private renderLine(line: LineItem, index: number, words: FormulaWords): TemplateResult {
    const { texts, format } = words;
    const meters: Readonly<Record<string, string>> = textsIn(this.language).meters;
    const meter = meters[line.meter] ?? line.meter;
    return html`<tr>
        <th scope="row">${meter}</th>
        <td class="number" data-column=${texts.quantity}>
          <span
            >${format.written(QUANTITY, line.quantity)}
            <span class="unit">${unitText(line.unit, texts)}</span></span
          >
        </td>
        <td class="number" data-column=${texts.free}>
          ${line.free === 0 ? "–" : format.written(QUANTITY, line.free)}
        </td>
        <td class="number" data-column=${texts.billable}>
          ${format.written(QUANTITY, line.billable)}
        </td>
        <td class="number" data-column=${texts.unitPrice}>
          <div>
            ${line.tiers.length === 0 ? "–" : nothing}
            ${
              line.tiers.length === 1
                ? unitPriceText(line.tiers[0]?.unitPrice ?? 0, format)
                : line.tiers.map(
                    ({ quantity, unitPrice }) =>
                      html`<div>
                        ${texts.tier(format.written(QUANTITY, quantity), unitPriceText(unitPrice, format))}
                      </div>`,
                  )
            }
          </div>
        </td>
        <td class="number amount">${format.money(line.amount)}</td>
      </tr>
      <tr class="source">
        <td colspan="6">
          <div>
            ${texts.source}:
            ${line.provenance === null ? texts.ownRate : this.renderSource(line.provenance, words)}
            ${this.renderFormula(String(index), texts.how, texts.howOf(meter), () => {
              const explanation = this.explanation()?.lines[index];
              return explanation === undefined ? nothing : lineFormula(line, explanation, words);
            })}
          </div>
        </td>
      </tr>`;
  }

  private renderSource(
    { source, url, date, confidence, note, ...provenance }: Provenance,
    { texts, format }: FormulaWords,
  ): TemplateResult {
    const flags = priceFlags({ source, url, date, confidence, ...provenance }, today());
    const isSure = confidence === "high";
    const remark = note === undefined ? "" : (priceNotes.in(this.language)[note] ?? note);
    // Sources are named as they name themselves; remarks of cards of one's own are in no other language.
    return html`<a href=${url} target="_blank" rel="noopener" lang="en">${source}</a>
      <span class="muted">${dateText(date, format)}</span>
      <span class="badge ${isSure ? "" : confidence}">${texts.confidence[confidence]}</span>
      ${flags.includes("old") ? html`<span class="badge medium">${texts.old}</span>` : nothing}
      ${
        remark === ""
          ? nothing
          : html`<span class="muted note" lang=${remark === note ? "en" : nothing}>${remark}</span>`
      }`;
  }

  /** A formula is computed when it is opened. */
  private renderFormula(
    key: string,
    title: string,
    label: string,
    formula: () => TemplateResult | typeof nothing,
  ): TemplateResult {
    return html`<details class="how" @toggle=${(event: ToggleEvent) => this.toggled(key, event)}>
      <summary>${title}<span class="hidden-text">${label}</span></summary>
      ${this.opened.has(key) ? formula() : nothing}
    </details>`;
  }

  private toggled(key: string, { newState }: ToggleEvent): void {
    if (newState !== "open" || this.opened.has(key)) return;
    this.opened = new Set([...this.opened, key]);
  }

  private explanation(): OfferExplanation | null {
    const { priced, question, cards } = this;
    if (priced === null || question === null || cards === null) return null;
    if (this.explained?.of !== priced) {
      this.explained = { of: priced, as: explainOffer(question, priced.offer, cards) };
    }
    return this.explained.as;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-bill": CostBill;
  }
}
