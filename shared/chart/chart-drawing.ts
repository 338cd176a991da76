import { ticksOf } from "./axis.ts";
import { widthOf, type Box, type Drawing, type Pen, type Point, type Shape } from "./drawing.ts";
import { DASHES, lineWidth } from "./pens.ts";
import {
  bandShapes,
  guideShapes,
  markShapes,
  pointOf,
  rateShapes,
  regimeShapes,
  verticalLine,
  xOf,
  yOf,
  type ChartLine,
  type ChartTheme,
  type DrawnChart,
  type PlacedChart,
} from "./plot-shapes.ts";

const TITLE_SIZE = 16;
const TITLE_HEIGHT = 40;
const TEXT_SIZE = 12;
const SIDE = 16;
const PLOT_LEFT = 76;
const PLOT_TOP = 26;
const AXIS_HEIGHT = 50;
const TICK_GAP = 8;
const TICK_DROP = 14;
const TICK_ROOM = 56;
const AXIS_LABEL_DROP = 34;
const LEGEND_ROW = 22;
const LEGEND_GAP = 28;
const SWATCH = 24;
const SWATCH_GAP = 8;
const SWATCH_DASHES = [6, 3];
const SWATCH_WIDTH = 3;

/** The chart with its title, axes, guide lines, curves, marks and legend. */
export function drawChart(
  chart: DrawnChart,
  { width, height }: { readonly width: number; readonly height: number },
): Drawing {
  const { theme, words, lines } = chart;
  const legend = legendRows(lines, width - 2 * SIDE);
  const top = TITLE_HEIGHT + PLOT_TOP;
  const plot: Box = {
    left: PLOT_LEFT,
    top,
    width: width - PLOT_LEFT - SIDE,
    height: height - top - AXIS_HEIGHT - legend.length * LEGEND_ROW,
  };
  const placed: PlacedChart = { chart, plot, widthOf };
  const inPlot = [
    ...regimeShapes(placed),
    ...guideShapes(placed),
    ...bandShapes(placed),
    ...curveShapes(placed),
    ...markShapes(placed),
  ];
  const title: Shape = {
    kind: "words",
    text: words.title,
    at: [SIDE, TITLE_HEIGHT / 2],
    size: TITLE_SIZE,
    colour: theme.text,
    anchor: "start",
    isBold: true,
  };
  return {
    width,
    height,
    font: theme.font,
    background: theme.surface,
    title: words.title,
    shapes: [
      title,
      ...axisShapes(placed),
      { kind: "window", box: plot, shapes: inPlot },
      ...rateShapes(placed),
      ...legendShapes(legend, plot.top + plot.height + AXIS_HEIGHT, theme),
    ],
  };
}

function axisShapes(placed: PlacedChart): Shape[] {
  const { left, top, width, height } = placed.plot;
  const { theme, words, figures } = placed.chart;
  const bottom = top + height;
  const text = { kind: "words", size: TEXT_SIZE, colour: theme.muted } as const;
  const grid: Pen = { colour: theme.grid, width: 1 };
  const across = ticksOf(figures.view.requests);
  const up = ticksOf(figures.view.cost);
  const named = across.length * TICK_ROOM > width ? 2 : 1;
  return [
    ...across.map((tick) => verticalLine(xOf(placed, tick), placed.plot, grid)),
    ...up.map((tick): Shape => {
      const y = yOf(placed, tick);
      return line([left, y], [left + width, y], grid);
    }),
    ...across
      .filter((_, index) => index % named === 0)
      .map((tick): Shape => {
        const at: Point = [xOf(placed, tick), bottom + TICK_DROP];
        return { ...text, text: words.requests(tick), at, anchor: "middle" };
      }),
    ...up.map((tick): Shape => {
      const at: Point = [left - TICK_GAP, yOf(placed, tick)];
      return { ...text, text: words.cost(tick), at, anchor: "end" };
    }),
    {
      ...text,
      text: words.requestsAxis,
      at: [left + width / 2, bottom + AXIS_LABEL_DROP],
      anchor: "middle",
    },
    {
      ...text,
      text: words.costAxis,
      at: [SIDE, top + height / 2],
      anchor: "middle",
      isUpright: true,
    },
  ];
}

function curveShapes(placed: PlacedChart): Shape[] {
  const { figures, lines } = placed.chart;
  const [loads, ...costs] = figures.columns;
  return lines.flatMap((each, index): Shape[] => {
    const pen: Pen = {
      colour: each.colour,
      width: lineWidth(each),
      ...(each.kind === "machine" ? { dash: DASHES } : {}),
    };
    const points = loads.map((load, at): Point | null => {
      const cost = costs[index]?.[at] ?? null;
      return cost === null ? null : pointOf(placed, load, cost);
    });
    return unbroken(points).map((part): Shape => ({ kind: "line", points: part, pen }));
  });
}

/** The parts of a line between its gaps. */
function unbroken(points: readonly (Point | null)[]): Point[][] {
  const parts: Point[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point !== null && !isOpen) parts.push([]);
    if (point !== null) parts.at(-1)?.push(point);
    isOpen = point !== null;
  }
  return parts;
}

interface LegendEntry {
  readonly line: ChartLine;
  readonly left: number;
}

/** The names of the lines, as many in a row as there is room for. */
function legendRows(lines: readonly ChartLine[], width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [[]];
  let left = 0;
  for (const each of lines) {
    const wide = SWATCH + SWATCH_GAP + widthOf(each.name, TEXT_SIZE);
    if (left > 0 && left + wide > width) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)?.push({ line: each, left });
    left += wide + LEGEND_GAP;
  }
  return rows;
}

function legendShapes(
  rows: readonly LegendEntry[][],
  top: number,
  { text: colour }: ChartTheme,
): Shape[] {
  return rows.flatMap((row, index) => {
    const y = top + index * LEGEND_ROW + TICK_GAP;
    return row.flatMap(({ line: named, left }): Shape[] => {
      const x = SIDE + left;
      const dash = named.kind === "machine" ? { dash: SWATCH_DASHES } : {};
      const at: Point = [x + SWATCH + SWATCH_GAP, y];
      return [
        line([x, y], [x + SWATCH, y], { colour: named.colour, width: SWATCH_WIDTH, ...dash }),
        { kind: "words", text: named.name, at, size: TEXT_SIZE, colour, anchor: "start" },
      ];
    });
  });
}

function line(from: Point, to: Point, pen: Pen): Shape {
  return { kind: "line", points: [from, to], pen };
}
