import { html, nothing, type TemplateResult } from "lit";
import type { Formatter } from "../format.ts";
import type { MapTexts } from "../map/texts.ts";
import type { Stretch } from "../map/stretches.ts";
import type { Texts } from "../messages/messages.ts";
import { nameOf } from "./offer-parts.ts";

const LISTED = 12;

interface StretchWords {
  /** Over the column of the lower ends. */
  readonly from: string;
  readonly value: (end: number) => string;
  readonly map: MapTexts;
  readonly texts: Texts;
  readonly format: Formatter;
}

/** Intervals, each with who is cheapest in it. */
export function stretchTable(stretches: readonly Stretch[], words: StretchWords): TemplateResult {
  const { from, value, map, texts, format } = words;
  const rest = stretches.length - LISTED;
  return html`<table>
      <thead>
        <tr>
          <th scope="col">${map.offer}</th>
          <th scope="col" class="number">${from}</th>
          <th scope="col" class="number">${map.to}</th>
        </tr>
      </thead>
      <tbody>
        ${stretches.slice(0, LISTED).map(
          (stretch) =>
            html`<tr>
              <th scope="row">
                ${stretch.cheapest === null ? map.none : nameOf(stretch.cheapest, texts)}
                ${
                  stretch.alternating
                    ? html`<span class="muted small">(${map.takeTurns})</span>`
                    : nothing
                }
              </th>
              <td class="number">${value(stretch.from)}</td>
              <td class="number">${value(stretch.to)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${rest > 0 ? html`<p class="muted small">${map.andMore(format.count(rest))}</p>` : nothing}`;
}
