import { html, nothing, svg, type TemplateResult } from "lit";
import type { AxisScale } from "../../shared/chart/axis.ts";
import type { ChartTexts } from "../chart/texts.ts";
import { segments } from "./segments.ts";

/** What the buttons above the chart show and do. */
export interface ChartToolbar {
  readonly texts: ChartTexts;
  readonly requestsScale: AxisScale;
  readonly costScale: AxisScale;
  readonly isZoomed: boolean;
  readonly rescale: (scales: {
    readonly requestsScale?: AxisScale;
    readonly costScale?: AxisScale;
  }) => void;
  readonly zoom: (command: "in" | "out" | "reset") => void;
  readonly save: (format: "PNG" | "SVG") => void;
}

/** Axes, zoom and export. */
export function chartToolbar(toolbar: ChartToolbar): TemplateResult {
  const { texts, requestsScale, costScale, isZoomed, rescale, zoom, save } = toolbar;
  const scales = (["log", "linear"] as const).map((value) => ({
    value,
    label: texts.scales[value],
  }));
  return html`<div class="toolbar" role="group" aria-label=${texts.tools}>
    <div class="scale">
      <span aria-hidden="true">${texts.requestsScale}</span>
      ${segments("requests-scale", texts.requestsScale, scales, requestsScale, (requestsScaleNow) =>
        rescale({ requestsScale: requestsScaleNow }),
      )}
    </div>
    <div class="scale">
      <span aria-hidden="true">${texts.costScale}</span>
      ${segments("cost-scale", texts.costScale, scales, costScale, (costScaleNow) =>
        rescale({ costScale: costScaleNow }),
      )}
    </div>
    <div class="zoom">
      ${
        isZoomed
          ? html`<button class="button" type="button" @click=${() => zoom("reset")}>
              ${texts.resetZoom}
            </button>`
          : nothing
      }
      ${iconButton(texts.zoomOut, texts.zoomHint, "M4 10h12", () => zoom("out"))}
      ${iconButton(texts.zoomIn, texts.zoomHint, "M4 10h12M10 4v12", () => zoom("in"))}
    </div>
    <div class="save">
      ${(["PNG", "SVG"] as const).map(
        (format) =>
          html`<button
            class="button"
            type="button"
            aria-label=${texts.save(format)}
            @click=${() => save(format)}
          >
            ${format}
          </button>`,
      )}
    </div>
  </div>`;
}

function iconButton(label: string, hint: string, path: string, act: () => void): TemplateResult {
  return html`<button
    class="button icon"
    type="button"
    aria-label=${label}
    title=${hint}
    @click=${act}
  >
    <svg viewBox="0 0 20 20" aria-hidden="true">${svg`<path d=${path} />`}</svg>
  </button>`;
}
