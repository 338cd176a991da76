import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { LineItem } from "../../shared/engine/bill.ts";
import type { Provenance } from "../../shared/engine/price.ts";
import { priceFlags } from "../../shared/price-flags.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import type { Currency } from "../../shared/units.ts";
import { today } from "../today.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { billTexts } from "../messages/bill-texts.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { costBillStyles } from "./cost-bill.styles.ts";
import { nameOf } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** One offer's bill: every line with its quantity, its price and where that price is from. */
export class CostBill extends LitElement {
  static override properties = {
    priced: { attribute: false },
    currency: {},
    language: {},
  };
  static override styles = [sharedStyles, costBillStyles];

  declare priced: PricedOffer | null;
  declare currency: Currency;
  declare language: Language;

  constructor() {
    super();
    this.priced = null;
    this.currency = "USD";
    this.language = "en";
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts, billTexts);
  }

  override render(): TemplateResult | typeof nothing {
    const { priced } = this;
    if (priced === null) return nothing;
    const texts = textsIn(this.language);
    const bill = billTexts.in(this.language);
    const format = formatterFor(this.language, this.currency);
    const name = nameOf(priced.offer, texts);
    return html`
      ${this.renderCapacity(priced, format)}
      <div class="scroll" tabindex="0" role="region" aria-label=${bill.billScroll(name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${bill.meter}</th>
              <th scope="col" class="number">${bill.quantity}</th>
              <th scope="col" class="number">${bill.free}</th>
              <th scope="col" class="number">${bill.billable}</th>
              <th scope="col" class="number">${bill.unitPrice}</th>
              <th scope="col" class="number">${bill.amount}</th>
            </tr>
          </thead>
          <tbody>
            ${priced.lineItems.map((line) => this.renderLine(line, format))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="5">${texts.page.billTotal}</th>
              <td class="number"><strong>${format.money(priced.monthlyCost ?? 0)}</strong></td>
            </tr>
          </tfoot>
        </table>
      </div>
    `;
  }

  private renderCapacity(
    { capacity }: PricedOffer,
    format: Formatter,
  ): TemplateResult | typeof nothing {
    if (capacity === null) return nothing;
    const { page } = textsIn(this.language);
    const bill = billTexts.in(this.language);
    return html`<p class="muted small capacity">
      ${page.machineCount(format.count(capacity.machines), capacity.machines === 1)}${bill.stop}
      ${bill.capacityNote(
        format.rounded(capacity.requestsPerSecond),
        format.compactCount(capacity.requestsPerMachine),
        capacity.bindingResource,
      )}
    </p>`;
  }

  private renderLine(line: LineItem, format: Formatter): TemplateResult {
    const { domain } = textsIn(this.language);
    const bill = billTexts.in(this.language);
    const meters: Readonly<Record<string, string>> = domain.meters;
    const units: Readonly<Record<string, string>> = bill.priceUnits;
    const unit = units[line.unit] ?? line.unit;
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
                      ${bill.tier(format.quantity(quantity), format.unitPrice(unitPrice))}
                    </div>`,
                )
          }
        </td>
        <td class="number">${format.money(line.amount)}</td>
      </tr>
      <tr class="source">
        <td colspan="6">
          <div>
            ${bill.source}:
            ${line.provenance === null ? bill.ownRate : this.renderSource(line.provenance, format)}
          </div>
        </td>
      </tr>`;
  }

  private renderSource(provenance: Provenance, format: Formatter): TemplateResult {
    const { source, url, date, confidence, note } = provenance;
    const isOld = priceFlags(provenance, today()).includes("old");
    const isSure = confidence === "high";
    return html`<a href=${url} target="_blank" rel="noopener">${source}</a>
      <span class="muted">${format.date(date)}</span>
      <span class="badge ${isSure ? "" : confidence}"
        >${billTexts.in(this.language).confidence[confidence]}</span
      >
      ${isOld ? html`<span class="badge medium">${textsIn(this.language).page.flags.old}</span>` : nothing}
      ${note === undefined ? nothing : html`<span class="muted note">${note}</span>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-bill": CostBill;
  }
}
