import { html, nothing, type TemplateResult } from "lit";
import type { CheckedBill, CheckedFigure } from "../../shared/verification/verify.ts";
import { SITE } from "../state/site.ts";
import { formatterFor, type Language } from "../format.ts";
import { QUANTITY } from "../formats.ts";
import { textsIn } from "../messages/messages.ts";
import { SidePage } from "../page/side-page.ts";
import { fetchCatalog } from "../state/rate-cards.ts";
import { billVerificationStyles } from "./bill-verification.styles.ts";
import { verificationTexts, type VerificationTexts } from "./texts.ts";
import { verifyAll, type Verification } from "./verification.ts";

const RATE_CARDS = new URL("rate-cards/", SITE);
const BILL_GROUPS = ["lambda", "functions", "machines", "recorded"] as const;

/** Published bills against what the engine makes of them, computed when the page is opened. */
export class BillVerification extends SidePage<VerificationTexts> {
  static override properties = {
    verification: { state: true },
    hasFailed: { state: true },
  };
  static override styles = [...super.styles, billVerificationStyles];

  protected override readonly shelf = verificationTexts;
  declare private verification: Verification | null;
  declare private hasFailed: boolean;

  constructor() {
    super();
    this.verification = null;
    this.hasFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.verify();
  }

  override render(): TemplateResult {
    const { language, texts, verification } = this;
    return html`
      ${this.renderHead()}
      <section class="summary" role="status">${this.renderSummary(verification, language)}</section>
      ${
        verification === null
          ? nothing
          : html`${BILL_GROUPS.map((group) =>
                this.renderGroup(
                  texts.groups[group],
                  verification[group],
                  verification[group].map((checked) => this.renderBill(checked, language)),
                ),
              )}
              ${this.renderGroup(
                texts.groups.figures,
                verification.figures,
                verification.figures.map((checked) => this.renderFigure(checked, language)),
              )}
              <p class="muted small">${texts.note}</p>`
      }
    `;
  }

  private renderSummary(verification: Verification | null, language: Language): TemplateResult {
    const texts = verificationTexts.in(language);
    const { page } = textsIn(language);
    if (this.hasFailed) {
      return html`<p class="differs">
        ${texts.failed}
        <button class="text-button" @click=${() => void this.verify()}>${page.retry}</button>
      </p>`;
    }
    if (verification === null) return html`<p class="muted">${texts.running}</p>`;
    const format = formatterFor(language, "USD");
    const bills = BILL_GROUPS.flatMap((group) => verification[group]);
    const all = [...bills, ...verification.figures];
    const differing = all.filter(({ agrees }) => !agrees).length;
    const amounts = bills.reduce((sum, bill) => sum + bill.amounts.length, 0);
    const text =
      differing === 0
        ? texts.allAgree(
            format.count(all.length),
            format.count(amounts + verification.figures.length),
          )
        : texts.someDiffer(format.count(differing), format.count(all.length));
    return html`<p class=${differing === 0 ? "agrees" : "differs"}>
        ${renderMark(differing === 0)} ${text}
      </p>
      <p class="muted small">${texts.took(format.rounded(verification.tookMs))}</p>`;
  }

  private renderGroup(
    title: string,
    checked: readonly { readonly agrees: boolean }[],
    rows: readonly TemplateResult[],
  ): TemplateResult {
    const { language, texts } = this;
    const format = formatterFor(language, "USD");
    const agreeing = checked.filter(({ agrees }) => agrees).length;
    return html`<section>
      <h2>
        ${title}
        <span class="muted small">
          ${texts.countOf(format.count(agreeing), format.count(checked.length))}
        </span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.item}</th>
            <th scope="col" class="number">${texts.printed}</th>
            <th scope="col" class="number">${texts.computed}</th>
            <th scope="col"><span class="hidden-text">${texts.result}</span></th>
          </tr>
        </thead>
        ${rows}
      </table>
    </section>`;
  }

  private renderBill({ bill, amounts }: CheckedBill, language: Language): TemplateResult {
    const { page, meters: names } = textsIn(language);
    const texts = verificationTexts.in(language);
    const format = formatterFor(language, "USD");
    const meters: Readonly<Record<string, string>> = names;
    const nameOf = (meter: string) =>
      meter === "total" ? page.billTotal : (meters[meter] ?? meter);
    return html`<tbody id=${bill.id}>
      ${this.renderTitle(bill.title[language], bill.url, bill.year, language)}
      ${amounts.map(
        ({ meter, printed, computed, agrees }) =>
          html`<tr class=${meter === "total" ? "total" : ""}>
            <th scope="row">${nameOf(meter)}</th>
            <td class="number">${format.money(printed)}</td>
            <td class="number ${agrees ? "" : "differs"}">${format.money(computed)}</td>
            <td class="mark-cell">${renderMark(agrees, agrees ? texts.agrees : texts.differs)}</td>
          </tr>`,
      )}
    </tbody>`;
  }

  private renderFigure(
    { figure, computed, agrees }: CheckedFigure,
    language: Language,
  ): TemplateResult {
    const texts = verificationTexts.in(language);
    const format = formatterFor(language, "USD");
    const isMoney = figure.unit === "usd";
    const valueText = (value: number) =>
      texts.units[figure.unit](isMoney ? format.money(value) : format.written(QUANTITY, value));
    return html`<tbody id=${figure.id}>
      ${this.renderTitle(figure.title[language], figure.url, undefined, language)}
      <tr>
        <th scope="row">${texts.figure}</th>
        <td class="number">${valueText(figure.printed)}</td>
        <td class="number ${agrees ? "" : "differs"}">${valueText(computed)}</td>
        <td class="mark-cell">${renderMark(agrees, agrees ? texts.agrees : texts.differs)}</td>
      </tr>
    </tbody>`;
  }

  private renderTitle(
    title: string,
    url: string,
    year: number | undefined,
    language: Language,
  ): TemplateResult {
    const texts = verificationTexts.in(language);
    return html`<tr class="title">
      <th scope="rowgroup" colspan="4">
        ${title}
        <span class="source">
          <a href=${url} target="_blank" rel="noopener">${addressText(url)}</a>
          ${year === undefined ? nothing : html`<span>${texts.pricesOf(String(year))}</span>`}
        </span>
      </th>
    </tr>`;
  }

  private async verify(): Promise<void> {
    this.hasFailed = false;
    try {
      this.verification = await verifyAll(fetchCatalog(RATE_CARDS));
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }
}

/** An address without what every address has, and no longer than its beginning. */
function addressText(url: string): string {
  const { host, pathname } = new URL(url);
  const parts = pathname.split("/").filter((part) => part !== "");
  const shown = [host, ...parts.slice(0, SHOWN_PARTS)].join("/");
  return parts.length > SHOWN_PARTS ? `${shown}/…` : shown;
}

const SHOWN_PARTS = 2;

function renderMark(agrees: boolean, text = ""): TemplateResult {
  return html`<span class="mark-sign ${agrees ? "agrees" : "differs"}">
    <span aria-hidden="true">${agrees ? "✓" : "✗"}</span>
    <span class="hidden-text">${text}</span>
  </span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bill-verification": BillVerification;
  }
}
