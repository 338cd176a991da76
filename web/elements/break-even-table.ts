import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { PricedOffer } from "../../shared/price-offers.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { breakEvenTexts } from "../messages/break-even-texts.ts";
import { namesFor, offerTexts } from "../messages/offer-texts.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { breakEvenPairs, type BreakEvenPair, type PairPoint } from "../state/break-even-pairs.ts";
import { offersWithCurves } from "../state/offers-with-curves.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { breakEvenTableStyles } from "./break-even-table.styles.ts";
import { nameOf, swatch } from "./offer-parts.ts";
import { uncertainMark } from "./uncertain-mark.ts";
import { baseStyles } from "./base.styles.ts";
import { tableStyles } from "./table.styles.ts";

/** Points of a pair that are listed before the rest is summed up. */
const POINTS_LISTED = 4;

/**
 * The loads at which each function and each machine cost the same.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart table - the table with its scroll bar
 */
export class BreakEvenTable extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [baseStyles, tableStyles, breakEvenTableStyles];

  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    watchSimulation(this);
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, namesFor(this.simulation), breakEvenTexts);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    const texts = breakEvenTexts.in(this.language);
    const answer = simulation?.answer ?? null;
    if (simulation === null || answer === null) return nothing;
    const all = breakEvenPairs(answer, offersWithCurves(answer, simulation.cards));
    const pairs = all.filter(({ points }) => points.length > 0);
    const never = all.filter(({ points }) => points.length === 0);
    return html`
      <slot name="heading">
        <h2 id="title">${texts.title}</h2>
        <p class="lead">${texts.lead}</p>
      </slot>
      ${all.length === 0 ? html`<p class="muted remark">${texts.nothingToCross}</p>` : nothing}
      ${
        pairs.length === 0
          ? nothing
          : html`<div
              class="scroll"
              part="table"
              tabindex="0"
              role="region"
              aria-labelledby="title"
            >
              <table>
                <thead>
                  <tr>
                    <th scope="col">${texts.pairColumn}</th>
                    <th scope="col" class="number">${texts.requestsColumn}</th>
                    <th scope="col" class="number">${texts.rateColumn}</th>
                    <th scope="col" class="number">${texts.costColumn}</th>
                    <th scope="col" class="side">${texts.cheaperBelow}</th>
                    <th scope="col" class="side">${texts.cheaperAbove}</th>
                  </tr>
                </thead>
                ${pairs.map((pair) => this.#renderPair(pair, answer, simulation))}
              </table>
            </div>`
      }
      ${never.length === 0 ? nothing : this.#renderNever(never, answer)}
    `;
  }

  #renderPair(pair: BreakEvenPair, answer: Answer, simulation: Simulation): TemplateResult {
    const format = formatterFor(this.language, answer.inputs.currency);
    const { points } = pair;
    const listed = points.length > POINTS_LISTED ? points.slice(0, POINTS_LISTED - 1) : points;
    const rest = points.slice(listed.length);
    const rows = [
      ...listed.map((point) => this.#renderPoint(point, pair, format)),
      ...(rest.length === 0 ? [] : [this.#renderRemark(this.#restText(rest, pair, format))]),
    ];
    return html`<tbody>
      ${rows.map(
        (cells, index) =>
          html`<tr>
            ${index === 0 ? this.#renderNames(pair, rows.length, simulation) : nothing}${cells}
          </tr>`,
      )}
    </tbody>`;
  }

  #renderNames(pair: BreakEvenPair, rows: number, simulation: Simulation): TemplateResult {
    const texts = offerTexts.in(this.language);
    const { slots } = simulation;
    const name = (priced: PricedOffer) => {
      const { id, offer } = priced;
      return html`<div class="name">
        ${swatch(slots.slotOf(id), offer.kind)}<span
          >${nameOf(offer, texts)} ${uncertainMark(priced, texts)}</span
        >
      </div>`;
    };
    return html`<th scope="rowgroup" rowspan=${rows}>
      ${name(pair.functions)}${name(pair.machine)}
    </th>`;
  }

  #renderRemark(text: string): TemplateResult {
    return html`<td colspan="5" class="muted remark">${text}</td>`;
  }

  #renderPoint(point: PairPoint, pair: BreakEvenPair, format: Formatter): TemplateResult {
    const texts = breakEvenTexts.in(this.language);
    const isBeyond = point.requestsPerMonth > pair.carriesUpTo;
    return html`<td class="number">
        <strong>${format.count(point.requestsPerMonth)}</strong>
        ${isBeyond ? html`<div class="muted small">${offerTexts.in(this.language).page.beyondCapacity}</div>` : nothing}
      </td>
      <td class="number">${format.rate(point.requestsPerMonth)}</td>
      <td class="number">${format.money(point.monthlyCost)}</td>
      <td data-label=${texts.cheaperBelow}>${this.#kindText(point.cheaperBelow)}</td>
      <td data-label=${texts.cheaperAbove}>${this.#kindText(point.cheaperAbove)}</td>`;
  }

  #restText(rest: readonly PairPoint[], pair: BreakEvenPair, format: Formatter): string {
    const loads = rest.map(({ requestsPerMonth }) => requestsPerMonth);
    return breakEvenTexts
      .in(this.language)
      .moreCrossings(
        format.count(rest.length),
        format.compactCount(Math.min(...loads)),
        format.compactCount(pair.alternatesTo ?? Math.max(...loads)),
      );
  }

  #kindText(kind: PairPoint["cheaperBelow"]): string {
    return breakEvenTexts.in(this.language)[`${kind}Column`];
  }

  #renderNever(pairs: readonly BreakEvenPair[], answer: Answer): TemplateResult {
    const texts = breakEvenTexts.in(this.language);
    const format = formatterFor(this.language, answer.inputs.currency);
    return html`<details>
      <summary>${texts.neverCross(format.count(pairs.length), pairs.length === 1)}</summary>
      <ul>
        ${pairs.map((pair) => html`<li>${this.#neverText(pair)}</li>`)}
      </ul>
    </details>`;
  }

  #neverText({ functions, machine, cheaper }: BreakEvenPair): string {
    const texts = breakEvenTexts.in(this.language);
    const nameIn = ({ offer }: PricedOffer) => nameOf(offer, offerTexts.in(this.language));
    const [functionName, machineName] = [nameIn(functions), nameIn(machine)];
    if (cheaper === null) return texts.alwaysEqual(functionName, machineName);
    return cheaper === "function"
      ? texts.alwaysCheaper(functionName, machineName)
      : texts.alwaysCheaper(machineName, functionName);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "break-even-table": BreakEvenTable;
  }
}
