import { html, type TemplateResult } from "lit";
import type { ChartTexts } from "../chart/texts.ts";
import type { Formatter } from "../format.ts";
import type { CostRead } from "./chart-reading.ts";

const ROWS = 8;

/** What is read off at the pointer. */
interface Pointed {
  readonly load: number;
  /** Where the pointer is: 0 at the left, 1 at the right. */
  readonly across: number;
  /** The cheapest first. */
  readonly costs: readonly CostRead[];
  readonly swatchOf: (read: CostRead) => TemplateResult;
}

/**
 * All costs at the pointer, on the side where it is not. The table below says the same: this is for
 * eyes only.
 */
export function chartTooltip(
  { load, across, costs, swatchOf }: Pointed,
  chart: ChartTexts,
  format: Formatter,
): TemplateResult {
  return html`<div class="tooltip ${across > 0.5 ? "left" : "right"}" aria-hidden="true">
    <strong
      >${format.compactCount(load)}
      <span class="muted">${chart.rate(format.rate(load))}</span></strong
    >
    ${costs
      .slice(0, ROWS)
      .map(
        (read) =>
          html`<div>
            ${swatchOf(read)}<span class="name">${read.line.name}</span
            ><span>${format.money(read.cost)}</span>
          </div>`,
      )}
  </div>`;
}
