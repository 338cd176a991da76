import { html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { paintShapes } from "../chart/canvas.ts";
import { Palette } from "../chart/palette.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { VALUE, compactMoney } from "../formats.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { drawMonths, monthsBox } from "../projection/projection-drawing.ts";
import { projectionOf, type Projection } from "../projection/projection.ts";
import { projectionTexts } from "../projection/texts.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { costProjectionStyles } from "./cost-projection.styles.ts";
import { nameOf, swatch } from "./offer-parts.ts";
import { segments } from "./segments.ts";
import { sharedStyles } from "./shared.styles.ts";

const TRIED_GROWTH_PERCENT = 5;
const TURNS_TOLD = 3;

type Shown = "monthly" | "cumulated";

/**
 * What each offer costs over the coming months, when another becomes the cheapest, and when a change
 * has paid for itself.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart plot - the drawn months
 */
export class CostProjection extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    theme: {},
    shown: { state: true },
    month: { state: true },
  };
  static override styles = [sharedStyles, costProjectionStyles];

  declare simulation: Simulation | null;
  declare language: Language;
  /** Another theme has other colours to draw with. */
  declare theme: string | undefined;
  declare private shown: Shown;
  /** The month that is read off; `null` for the last. */
  declare private month: number | null;
  private projection: Projection | null = null;
  private projectionFor: Answer | null = null;
  private readonly palette = new Palette(this);
  private readonly resized = new ResizeObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.shown = "monthly";
    this.month = null;
    watchSimulation(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts, projectionTexts);
  }

  protected override willUpdate(): void {
    const answer = this.simulation?.answer ?? null;
    if (answer === this.projectionFor) return;
    this.projectionFor = answer;
    this.projection = answer === null ? null : projectionOf(answer);
  }

  override render(): TemplateResult | typeof nothing {
    const { projection, projectionFor: answer } = this;
    if (projection === null || answer === null) return nothing;
    const texts = projectionTexts.in(this.language);
    const format = this.format(answer);
    const months = format.count(answer.inputs.horizonMonths);
    const { growthPercent } = answer.inputs;
    const names = projection.offers.map(({ offer }) => nameOf(offer, textsIn(this.language)));
    const separator = textsIn(this.language).page.listSeparator;
    return html`
      <slot name="heading">
        <h2>${texts.title}</h2>
        <p class="lead">
          ${growthPercent === 0 ? texts.flat(months) : texts.lead(format.written(VALUE, growthPercent), months)}
        </p>
      </slot>
      <ul class="findings">
        ${this.findings(projection, format).map((finding) => html`<li>${finding}</li>`)}
      </ul>
      <div class="controls">
        ${segments<Shown>(
          "shown",
          texts.shown,
          (["monthly", "cumulated"] as const).map((value) => ({
            value,
            label: texts.views[value],
          })),
          this.shown,
          (shown) => (this.shown = shown),
        )}
        ${
          growthPercent === 0
            ? html`<button
                class="button"
                type="button"
                @click=${() => this.simulation?.update({ growthPercent: TRIED_GROWTH_PERCENT })}
              >
                ${texts.tryGrowth(format.count(TRIED_GROWTH_PERCENT))}
              </button>`
            : nothing
        }
      </div>
      <div
        class="months"
        part="plot"
        role="img"
        aria-label=${texts.chart(names.join(separator), months)}
      >
        <canvas></canvas>
      </div>
      ${this.renderReading(projection, format)}
    `;
  }

  private renderReading(projection: Projection, format: Formatter): TemplateResult {
    const texts = projectionTexts.in(this.language);
    const month = this.monthRead(projection);
    const at = projection.months[month];
    const heading = texts.monthText(format.count(month), format.count(at?.requestsPerMonth ?? 0));
    const rows = projection.offers
      .map((priced, index) => ({ priced, index, cost: at?.costs[index] ?? 0 }))
      .sort((a, b) => a.cost - b.cost);
    return html`
      <input
        type="range"
        min="0"
        max=${projection.months.length - 1}
        .value=${live(String(month))}
        aria-label=${texts.month}
        aria-valuetext=${heading}
        @input=${(event: InputEvent) =>
          (this.month = Number((event.target as HTMLInputElement).value))}
      />
      <table>
        <caption>
          ${heading}
        </caption>
        <thead>
          <tr>
            <th scope="col">${texts.offer}</th>
            <th scope="col" class="number">${texts.monthly}</th>
            <th scope="col" class="number">${texts.cumulated}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ priced, index, cost }) =>
              html`<tr>
                <th scope="row">
                  <div class="name">
                    ${swatch(this.slotOf(priced.id), priced.offer.kind)}
                    <span>
                      ${nameOf(priced.offer, textsIn(this.language))}
                      ${
                        month >= (projection.monthsCarried[index] ?? 0)
                          ? html`<span class="muted small">(${texts.tooSmall})</span>`
                          : nothing
                      }
                    </span>
                  </div>
                </th>
                <td class="number">${format.money(cost)}</td>
                <td class="number">${format.money(at?.cumulated[index] ?? 0)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  /** What the months show, in sentences. */
  private findings({ crossovers, change, months }: Projection, format: Formatter): string[] {
    const texts = projectionTexts.in(this.language);
    const name = (priced: { readonly offer: Projection["offers"][number]["offer"] }) =>
      nameOf(priced.offer, textsIn(this.language));
    const cheapest = this.projectionFor?.comparison.verdict.cheapest;
    const first = this.projection?.offers.find(({ id }) => id === cheapest);
    const turns = crossovers
      .slice(0, TURNS_TOLD)
      .map((crossover) =>
        texts.crossover(
          format.count(crossover.month),
          name(crossover.cheapest),
          format.compactCount(crossover.requestsPerMonth),
        ),
      );
    const further = crossovers.length - turns.length;
    if (further > 0) turns.push(texts.moreTurns(format.count(further), further === 1));
    if (turns.length === 0 && first !== undefined) turns.push(texts.noCrossover(name(first)));
    if (change === null) return turns;
    const { from, to, saved, oneOffCost, paidIn } = change;
    const cost = format.money(oneOffCost);
    return [
      texts.saves(name(from), name(to), format.money(saved), format.count(months.length)),
      ...(oneOffCost === 0
        ? []
        : [paidIn === null ? texts.notPaid(cost) : texts.paid(cost, format.count(paidIn))]),
      ...turns,
    ];
  }

  protected override updated(): void {
    const { projection, projectionFor: answer } = this;
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d") ?? null;
    if (projection === null || answer === null || canvas === null || context === null) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0) return;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    context.scale(devicePixelRatio, devicePixelRatio);
    const { theme } = this.palette;
    const format = this.format(answer);
    const shapes = drawMonths(
      {
        lines: projection.offers.map(({ id, offer }, index) => ({
          colour: this.palette.series(this.slotOf(id)),
          kind: offer.kind,
          values: projection.months
            .slice(0, projection.monthsCarried[index])
            .map((month) => (this.shown === "monthly" ? month.costs : month.cumulated)[index] ?? 0),
        })),
        months: projection.months.length,
        crossovers: projection.crossovers.map(({ month }) => month),
        month: this.monthRead(projection),
        theme,
        monthAxis: projectionTexts.in(this.language).monthAxis,
        monthText: (month) => format.count(month),
        costText: (cost) => compactMoney(cost, format),
      },
      monthsBox(width, height),
    );
    paintShapes(context, shapes, theme.font);
  }

  private monthRead({ months }: Projection): number {
    return Math.min(this.month ?? Infinity, months.length - 1);
  }

  private slotOf(id: string): number {
    return this.simulation?.slots.slotOf(id) ?? 0;
  }

  private format({ inputs }: Answer): Formatter {
    return formatterFor(this.language, inputs.currency);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-projection": CostProjection;
  }
}
