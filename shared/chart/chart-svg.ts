import { drawChart } from "./chart-drawing.ts";
import type { DrawnChart } from "./plot-shapes.ts";
import { toSvg } from "./svg.ts";

/** The chart as an SVG document: text, the same on the page, at the edge and in a container. */
export function chartSvg(
  chart: DrawnChart,
  size: { readonly width: number; readonly height: number },
): string {
  return toSvg(drawChart(chart, size));
}
