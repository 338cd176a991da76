import { html, nothing, type TemplateResult } from "lit";
import type { Formatter } from "../format.ts";
import { planeOf } from "../map/plane.ts";
import { stretchesByDuration, stretchesByRequests, type Stretch } from "../map/stretches.ts";
import type { MapTexts } from "../map/texts.ts";
import { timeText } from "../map/time-text.ts";
import type { OfferTexts } from "../messages/offer-texts.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { useWholeEngine } from "../held-back/whole-at-once.ts";
import { nameOf } from "./offer-parts.ts";

// Other execution times than the visitor's are asked for.
useWholeEngine();

const LISTED = 12;

interface Words {
  readonly map: MapTexts;
  readonly texts: OfferTexts;
  readonly format: Formatter;
}

/** Who is cheapest at the workload's execution time, by requests. */
export function requestsTable(
  answer: Answer,
  simulation: Simulation,
  words: Words,
): TemplateResult {
  const { map, format } = words;
  const stretches = stretchesByRequests(answer, simulation);
  return stretchTable(stretches, map.requestsFrom, (load) => format.compactCount(load), words);
}

/** Who is cheapest at the workload's requests, by execution time. */
export function durationTable(
  answer: Answer,
  simulation: Simulation,
  words: Words,
): TemplateResult {
  const { map, texts, format } = words;
  const stretches = stretchesByDuration(answer, simulation, planeOf(answer)) ?? [];
  return stretchTable(
    stretches,
    map.durationFrom,
    (durationMs) => timeText(durationMs, texts.page, format),
    words,
  );
}

/** Intervals, each with who is cheapest in it; `from` stands over the column of the lower ends. */
function stretchTable(
  stretches: readonly Stretch[],
  from: string,
  value: (end: number) => string,
  { map, texts, format }: Words,
): TemplateResult {
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
