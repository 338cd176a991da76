import type uPlot from "uplot";
import type { ChartView } from "./series.ts";

/** One curve's look. */
export interface SeriesLook {
  readonly label: string;
  readonly colour: string;
  readonly dashed: boolean;
}

/** Colours and fonts, read from the page's custom properties. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly accent: string;
  readonly guide: string;
  readonly font: string;
}

/** A load at which two offers cost the same. */
export interface ChartMark {
  readonly requests: number;
  readonly cost: number;
  readonly label: string;
}

/** A line at so many requests a second. */
export interface ChartGuide {
  readonly requests: number;
  readonly label: string;
}

/** Everything that is drawn. */
export interface ChartContent {
  readonly view: ChartView;
  readonly columns: uPlot.AlignedData;
  readonly series: readonly SeriesLook[];
  readonly marks: readonly ChartMark[];
  readonly guides: readonly ChartGuide[];
  /** The workload's own load. */
  readonly load: number;
  readonly theme: ChartTheme;
  readonly requestsAxis: string;
  readonly costAxis: string;
  readonly formatRequests: (requests: number) => string;
  readonly formatCost: (cost: number) => string;
}

/** Space around the plot in CSS pixels; the crosshair's slider is laid out by it. */
export const PLOT_LEFT = 58;
export const PLOT_RIGHT = 14;
const PLOT_TOP = 26;
const AXIS_BOTTOM = 48;
const LABEL_SIZE = 18;
const LINE_WIDTH = 2;
const DASH = [7, 5];
const FONT_SIZE = "12px";
const NARROW = 480;
const DECADE = 10;
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- uPlot's enum exists only as a type
const LOGARITHMIC = 3 as uPlot.Scale.Distr;

/** uPlot's options for a content of that size. `draw` paints guides, marks and the load. */
export function plotOptions(
  content: ChartContent,
  size: { readonly width: number; readonly height: number },
  hooks: uPlot.Hooks.Arrays,
): uPlot.Options {
  const { view, theme } = content;
  const font = `${FONT_SIZE} ${theme.font}`;
  const axis = {
    font,
    labelFont: font,
    labelSize: LABEL_SIZE,
    stroke: theme.muted,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { show: false },
  };
  const everyOther = size.width < NARROW;
  return {
    ...size,
    padding: [PLOT_TOP, PLOT_RIGHT, 0, 0],
    legend: { show: false },
    cursor: {
      x: true,
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: 7 },
    },
    scales: {
      x: { time: false, distr: LOGARITHMIC, range: [view.minRequests, view.maxRequests] },
      y: { distr: LOGARITHMIC, range: [view.minCost, view.maxCost] },
    },
    axes: [
      {
        ...axis,
        label: content.requestsAxis,
        size: AXIS_BOTTOM - LABEL_SIZE,
        splits: () => decades(view.minRequests, view.maxRequests),
        filter: (_plot, splits) => splits,
        values: (_plot, splits) =>
          splits.map((split, index) =>
            everyOther && index % 2 === 1 ? "" : content.formatRequests(split),
          ),
      },
      {
        ...axis,
        size: PLOT_LEFT,
        splits: () => decades(view.minCost, view.maxCost),
        filter: (_plot, splits) => splits,
        values: (_plot, splits) => splits.map((split) => content.formatCost(split)),
      },
    ],
    series: [
      {},
      ...content.series.map(({ label, colour, dashed }): uPlot.Series => ({
        label,
        stroke: colour,
        width: LINE_WIDTH,
        ...(dashed ? { dash: DASH } : {}),
        points: { show: false },
        // Whole pixels would make a smooth curve ragged.
        pxAlign: 0,
      })),
    ],
    hooks,
  };
}

/** The powers of ten from `min` to `max`. */
export function decades(min: number, max: number): number[] {
  const all: number[] = [];
  const first = Math.ceil(Math.log10(min) - Number.EPSILON);
  for (let power = first; DECADE ** power <= max; power += 1) all.push(DECADE ** power);
  return all;
}
