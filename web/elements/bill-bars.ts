import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { PERCENT } from "../../shared/units.ts";
import { amountsByGroup, COST_GROUPS, type CostGroup } from "../bars/cost-groups.ts";
import { barTexts } from "../bars/texts.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { rankedOffers } from "../state/ranking.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import type { Simulation } from "../state/simulation.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { billBarsStyles } from "./bill-bars.styles.ts";
import { nameOf, swatch } from "./offer-parts.ts";
import { sharedStyles } from "./shared.styles.ts";

interface Bar {
  readonly priced: PricedOffer;
  readonly total: number;
  readonly amounts: Readonly<Record<CostGroup, number>>;
}

/**
 * Every offer's bill by what it is paid for: the amounts, and below them the same as a bar.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart bar - a bar
 */
export class BillBars extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [sharedStyles, billBarsStyles];

  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    watchSimulation(this);
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts, barTexts);
  }

  override render(): TemplateResult | typeof nothing {
    const answer = this.simulation?.answer ?? null;
    if (answer === null) return nothing;
    const texts = barTexts.in(this.language);
    const format = formatterFor(this.language, answer.inputs.currency);
    const bars = rankedOffers(answer).map((priced): Bar => ({
      priced,
      total: priced.monthlyCost ?? 0,
      amounts: amountsByGroup(priced.lineItems),
    }));
    const longest = Math.max(...bars.map(({ total }) => total), Number.MIN_VALUE);
    const groups = COST_GROUPS.filter((group) => bars.some(({ amounts }) => amounts[group] > 0));
    return html`
      <slot name="heading">
        <h2>${texts.title}</h2>
        <p class="lead">${texts.lead}</p>
      </slot>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.amounts}>
        <table>
          <thead>
            <tr>
              <th scope="col">${texts.offer}</th>
              ${groups.map(
                (group) =>
                  html`<th scope="col" class="number">
                    <span class="patch ${group}"></span>${texts.groups[group]}
                  </th>`,
              )}
              <th scope="col" class="number">${texts.total}</th>
            </tr>
          </thead>
          ${bars.map((bar) => this.renderOffer(bar, groups, longest, format))}
        </table>
      </div>
    `;
  }

  private renderOffer(
    { priced, total, amounts }: Bar,
    groups: readonly CostGroup[],
    longest: number,
    format: Formatter,
  ): TemplateResult {
    return html`<tbody>
      <tr>
        <th scope="row"><span class="name">${this.renderName(priced)}</span></th>
        ${groups.map((group) => html`<td class="number">${format.money(amounts[group])}</td>`)}
        <td class="number"><strong>${format.money(total)}</strong></td>
      </tr>
      <tr aria-hidden="true">
        <td colspan=${groups.length + 2}>${this.renderBar(amounts, groups, longest, format)}</td>
      </tr>
    </tbody>`;
  }

  private renderBar(
    amounts: Bar["amounts"],
    groups: readonly CostGroup[],
    longest: number,
    format: Formatter,
  ): TemplateResult {
    let from = 0;
    return html`<svg class="bar" part="bar">
      ${groups.map((group) => {
        const width = (amounts[group] / longest) * PERCENT;
        const start = from;
        from += width;
        return width === 0
          ? nothing
          : svg`<rect class=${group} x="${start}%" width="${width}%" height="100%"><title>${barTexts.in(this.language).groups[group]}: ${format.money(amounts[group])}</title></rect>`;
      })}
    </svg>`;
  }

  private renderName({ id, offer }: PricedOffer): TemplateResult {
    const slot = this.simulation?.slots.slotOf(id) ?? 0;
    return html`${swatch(slot, offer.kind)}<span>${nameOf(offer, textsIn(this.language))}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bill-bars": BillBars;
  }
}
