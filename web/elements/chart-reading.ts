import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { costAt } from "../../shared/engine/curve.ts";
import type { ChartFigures } from "../chart/content.ts";
import type { Formatter } from "../format.ts";
import type { Texts } from "../messages/messages.ts";
import { carriesUpTo } from "../state/carries-up-to.ts";
import type { OfferSlots } from "../state/offer-slots.ts";
import { nameOf, swatch, uncertainMark } from "./parts.ts";

const SLIDER_STEPS = 400;

/** What the crosshair reads off, and the slider that moves it without a mouse. */
export interface ChartReading {
  readonly figures: ChartFigures;
  readonly load: number;
  readonly slots: OfferSlots;
  readonly texts: Texts;
  readonly format: Formatter;
  readonly read: (load: number) => void;
}

/** Every offer's cost at the crosshair, the cheapest first. */
export function chartReading(reading: ChartReading): TemplateResult {
  const { figures, load, slots, texts, format, read } = reading;
  const { page } = texts;
  const costs = figures.offers
    .map((priced) => ({ priced, cost: costAt(priced.curve, load) }))
    .sort((a, b) => a.cost - b.cost);
  const [cheapest] = costs;
  const requests = format.count(load);
  const rate = format.rate(load);
  const valueText =
    cheapest === undefined
      ? requests
      : page.crosshairValue(
          requests,
          rate,
          nameOf(cheapest.priced.offer, texts),
          format.money(cheapest.cost),
        );
  return html`
    <input
      type="range"
      min="0"
      max=${SLIDER_STEPS}
      .value=${live(String(toStep(load, figures)))}
      aria-label=${page.crosshair}
      aria-valuetext=${valueText}
      @input=${(event: InputEvent) =>
        read(toLoad(Number((event.target as HTMLInputElement).value), figures))}
    />
    <table>
      <caption>
        ${page.readingAt(requests, rate)}
      </caption>
      <thead class="hidden-text">
        <tr>
          <th scope="col">${page.offer}</th>
          <th scope="col">${page.costPerMonth}</th>
        </tr>
      </thead>
      <tbody>
        ${costs.map(
          ({ priced, cost }) =>
            html`<tr>
              <th scope="row">
                ${swatch(slots.slotOf(priced.id), priced.offer.kind)} ${nameOf(priced.offer, texts)}
                ${uncertainMark(priced, texts)}
                ${
                  load > carriesUpTo(priced)
                    ? html`<span class="muted small">(${page.beyondCapacity})</span>`
                    : nothing
                }
              </th>
              <td class="number">${format.money(cost)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function toLoad(step: number, { view }: ChartFigures): number {
  const { minRequests, maxRequests } = view;
  return Math.round(minRequests * (maxRequests / minRequests) ** (step / SLIDER_STEPS));
}

function toStep(load: number, { view }: ChartFigures): number {
  const { minRequests, maxRequests } = view;
  const inView = Math.min(Math.max(load, minRequests), maxRequests);
  return Math.round(
    (SLIDER_STEPS * Math.log(inView / minRequests)) / Math.log(maxRequests / minRequests),
  );
}
