import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { carriesUpTo } from "../../shared/carries-up-to.ts";
import { positionOn, valueOn } from "../../shared/chart/axis.ts";
import type { ChartFigures } from "../../shared/chart/figures.ts";
import type { ChartLine } from "../../shared/chart/plot-shapes.ts";
import { costAt } from "../../shared/engine/curve.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { OVERLAY_KINDS } from "../chart/drawn-chart.ts";
import { OVERLAY_COLOURS } from "../chart/palette.ts";
import type { ChartTexts } from "../chart/texts.ts";
import type { Formatter } from "../format.ts";
import type { Texts } from "../messages/messages.ts";
import type { OfferSlots } from "../state/offer-slots.ts";
import { swatch } from "./offer-parts.ts";
import { uncertainMark } from "./uncertain-mark.ts";

const SLIDER_STEPS = 400;

/** A cost at the crosshair: of an offer, or of a line that is laid over. */
export interface CostRead {
  readonly line: ChartLine;
  readonly priced: PricedOffer | null;
  readonly cost: number;
}

/** What the crosshair reads off, and the slider that moves it without a mouse. */
export interface ChartReading {
  readonly figures: ChartFigures;
  readonly lines: readonly ChartLine[];
  readonly load: number;
  /** Every line's cost there, the cheapest first. */
  readonly costs: readonly CostRead[];
  readonly slots: Pick<OfferSlots, "slotOf">;
  readonly texts: Texts;
  readonly chart: ChartTexts;
  readonly format: Formatter;
  readonly read: (load: number) => void;
  /** A key was pressed on the slider; whether it was a command of the chart. */
  readonly command: (event: KeyboardEvent) => void;
}

/** Every line's cost at a load, the cheapest first. */
export function costsAt(
  { offers, overlays }: ChartFigures,
  lines: readonly ChartLine[],
  load: number,
): CostRead[] {
  const curves = [
    ...offers.map((priced) => ({ priced, cost: costAt(priced.curve, load) })),
    ...overlays.map((parts) => ({
      priced: null,
      cost: Math.min(
        ...parts.map(({ curve, upTo }) => (load <= upTo ? costAt(curve, load) : Infinity)),
      ),
    })),
  ];
  return curves
    .flatMap(({ priced, cost }, index) => {
      const line = lines[index];
      return line === undefined || cost === Infinity ? [] : [{ line, priced, cost }];
    })
    .sort((a, b) => a.cost - b.cost);
}

/** Every line's cost at the crosshair. */
export function chartReading(reading: ChartReading): TemplateResult {
  const { figures, lines, load, costs, slots, texts, chart, format, read, command } = reading;
  const { page } = texts;
  const cheapest = costs.find(({ priced }) => priced !== null && load <= carriesUpTo(priced));
  const requests = format.count(load);
  const rate = format.rate(load);
  const valueText =
    cheapest === undefined
      ? requests
      : chart.crosshairValue(requests, rate, cheapest.line.name, format.money(cheapest.cost));
  return html`
    <input
      type="range"
      min="0"
      max=${SLIDER_STEPS}
      .value=${live(String(toStep(load, figures)))}
      aria-label=${chart.crosshair}
      aria-description=${chart.crosshairHelp}
      aria-valuetext=${valueText}
      @keydown=${command}
      @input=${(event: InputEvent) =>
        read(toLoad(Number((event.target as HTMLInputElement).value), figures))}
    />
    <table>
      <caption>
        ${chart.readingAt(requests, rate)}
      </caption>
      <thead class="hidden-text">
        <tr>
          <th scope="col">${page.offer}</th>
          <th scope="col">${page.costPerMonth}</th>
        </tr>
      </thead>
      <tbody>
        ${costs.map((cost) => {
          const { line, priced } = cost;
          return html`<tr>
            <th scope="row">
              <div class="name">
                ${swatchOf(cost, lines, slots)}
                <span>
                  ${line.name} ${priced === null ? nothing : uncertainMark(priced, texts)}
                  ${
                    priced !== null && load > carriesUpTo(priced)
                      ? html`<span class="muted small">(${page.beyondCapacity})</span>`
                      : nothing
                  }
                </span>
              </div>
            </th>
            <td class="number">${format.money(cost.cost)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  `;
}

/** A piece of the line that a cost was read off. */
export function swatchOf(
  { line, priced }: CostRead,
  lines: readonly ChartLine[],
  slots: Pick<OfferSlots, "slotOf">,
): TemplateResult {
  if (priced !== null) return swatch(slots.slotOf(priced.id), priced.offer.kind);
  const first = lines.findIndex(({ isAside }) => isAside === true);
  const index = Math.floor((lines.indexOf(line) - first) / OVERLAY_KINDS.length);
  return swatch(index, line.kind, `overlay-${index % OVERLAY_COLOURS}`);
}

function toLoad(step: number, { view }: ChartFigures): number {
  return Math.round(valueOn(view.requests, step / SLIDER_STEPS));
}

function toStep(load: number, { view }: ChartFigures): number {
  const { requests } = view;
  const inView = Math.min(Math.max(load, requests.min), requests.max);
  return Math.round(SLIDER_STEPS * positionOn(requests, inView));
}
