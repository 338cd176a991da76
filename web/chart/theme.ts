import type { ChartTheme } from "../../shared/chart/plot-shapes.ts";
import { COLOURS } from "../elements/offer-parts.ts";

/** The chart's colours and font from the custom properties that hold where it stands. */
export function themeOf(style: CSSStyleDeclaration): ChartTheme {
  return {
    text: style.getPropertyValue("--cost-text"),
    muted: style.getPropertyValue("--cost-muted"),
    grid: style.getPropertyValue("--cost-line"),
    surface: style.getPropertyValue("--cost-surface"),
    accent: style.getPropertyValue("--cost-accent"),
    guide: style.getPropertyValue("--cost-guide"),
    font: style.fontFamily,
  };
}

/** The colour of an offer's line. */
export function seriesColour(style: CSSStyleDeclaration, slot: number): string {
  return style.getPropertyValue(`--cost-series-${(slot % COLOURS) + 1}`);
}
