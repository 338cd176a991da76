import type uPlot from "uplot";
import { positionOn, ticksOf } from "../../shared/chart/axis.ts";
import { DASHES, lineWidth } from "../../shared/chart/pens.ts";
import type { DrawnChart } from "../../shared/chart/plot-shapes.ts";
import { linePoints } from "./line-path.ts";

/** Space around the plot in CSS pixels; the crosshair's slider is laid out by it. */
export const PLOT_LEFT = 58;
export const PLOT_RIGHT = 14;
const PLOT_TOP = 26;
const AXIS_BOTTOM = 48;
const LABEL_SIZE = 18;
const FONT_SIZE = "12px";
const TICK_ROOM = 64;
/* oxlint-disable typescript/no-unsafe-enum-assignment -- uPlot's enum exists only as a type */
const DISTRIBUTIONS = {
  linear: 1 as uPlot.Scale.Distr,
  log: 3 as uPlot.Scale.Distr,
};
/* oxlint-enable typescript/no-unsafe-enum-assignment */

/**
 * uPlot's options for charts that look like the one given. What is drawn is asked for whenever it is
 * drawn, so that a chart whose figures alone have changed is not made anew.
 */
export function plotOptions(
  drawn: () => DrawnChart,
  size: { readonly width: number; readonly height: number },
  hooks: uPlot.Hooks.Arrays,
): uPlot.Options {
  const { theme, words, figures, lines } = drawn();
  const font = `${FONT_SIZE} ${theme.font}`;
  const axis = {
    font,
    labelFont: font,
    labelSize: LABEL_SIZE,
    stroke: theme.muted,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { show: false },
    filter: (_plot: uPlot, splits: number[]) => splits,
  };
  const view = () => drawn().figures.view;
  /** Where the loads are: the same for every line. */
  const across = { of: null as unknown, at: [] as number[] };
  const acrossOf = ({ data, bbox }: uPlot): number[] => {
    if (across.of !== data[0]) {
      const { requests } = view();
      across.of = data[0];
      across.at = Array.from(
        data[0],
        (load) => bbox.left + bbox.width * positionOn(requests, load),
      );
    }
    return across.at;
  };
  const pathOf = (plot: uPlot, series: number): uPlot.Series.Paths => {
    const stroke = new Path2D();
    const costs = plot.data[series] as (number | null)[];
    for (const points of linePoints(acrossOf(plot), costs, view(), plot.bbox)) {
      for (const [index, [x, y]] of points.entries()) {
        if (index === 0) stroke.moveTo(x, y);
        else stroke.lineTo(x, y);
      }
    }
    return { stroke, fill: null, clip: null, band: null, flags: 1 };
  };
  const named = () =>
    Math.max(1, Math.ceil((ticksOf(view().requests).length * TICK_ROOM) / size.width));
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
      x: {
        time: false,
        distr: DISTRIBUTIONS[figures.view.requests.scale],
        range: () => [view().requests.min, view().requests.max],
      },
      y: {
        distr: DISTRIBUTIONS[figures.view.cost.scale],
        range: () => [view().cost.min, view().cost.max],
      },
    },
    axes: [
      {
        ...axis,
        label: words.requestsAxis,
        size: AXIS_BOTTOM - LABEL_SIZE,
        splits: () => ticksOf(view().requests),
        values: (_plot, splits) =>
          splits.map((split, index) => (index % named() === 0 ? words.requests(split) : "")),
      },
      {
        ...axis,
        size: PLOT_LEFT,
        splits: () => ticksOf(view().cost),
        values: (_plot, splits) => splits.map((split) => words.cost(split)),
      },
    ],
    series: [
      {},
      ...lines.map((line): uPlot.Series => ({
        label: line.name,
        stroke: line.colour,
        width: lineWidth(line),
        ...(line.kind === "machine" ? { dash: [...DASHES] } : {}),
        points: { show: false },
        // Whole pixels would make a smooth curve ragged.
        pxAlign: 0,
        paths: pathOf,
      })),
    ],
    hooks,
  };
}
