import type { Offer } from "../offer.ts";
import { toRequestsPerMonth } from "../units.ts";
import { positionOn, type Axis } from "./axis.ts";
import { rectangle, type Box, type Pen, type Point, type Shape } from "./drawing.ts";
import type { ChartFigures } from "./figures.ts";
import { placeLabels } from "./labels.ts";
import { GUIDE_RATES } from "./guide-rates.ts";

/** Colours and font of a chart. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly accent: string;
  readonly guide: string;
  readonly font: string;
}

/** A line of the chart. */
export interface ChartLine {
  readonly name: string;
  readonly colour: string;
  /** Functions are solid lines, machines dashed ones. */
  readonly kind: Offer["kind"];
  /** Beside the question itself: drawn thinner. */
  readonly isAside?: boolean;
}

/** Between what and what a curve lies, at some loads, where inputs are ranges. */
export interface ChartBand {
  readonly colour: string;
  readonly loads: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** What a chart says in words, and how it writes numbers. */
export interface ChartWords {
  readonly title: string;
  readonly requestsAxis: string;
  readonly costAxis: string;
  readonly rate: (requestsPerSecond: number) => string;
  readonly requests: (requestsPerMonth: number) => string;
  readonly cost: (monthlyCost: number) => string;
}

/** A chart ready to be drawn: figures, and what they are called and how they look. */
export interface DrawnChart {
  readonly figures: ChartFigures;
  /** The workload's own load. */
  readonly load: number;
  /** In the order of the columns: the offers, and what is laid over them. */
  readonly lines: readonly ChartLine[];
  readonly bands: readonly ChartBand[];
  readonly words: ChartWords;
  readonly theme: ChartTheme;
}

/** A chart with the place of its plot on paper. */
export interface PlacedChart {
  readonly chart: DrawnChart;
  readonly plot: Box;
  /** How wide a text is. */
  readonly widthOf: (text: string, size: number) => number;
}

const SMALL_SIZE = 11;
const STRIP_HEIGHT = 6;
const NAME_HEIGHT = 18;
const NAME_MARGIN = 12;
const BAND_OPACITY = 0.18;
const GROUND_OPACITY = 0.07;
const THIN = 1;
const LOAD_WIDTH = 1.5;
const RATE_GAP = 6;
const RATE_HEIGHT = 22;
const MARK_RADIUS = 4;
const MARK_HEIGHT = 16;
const MARK_PADDING = 6;
/** Lines leave the plot, but not so far that a renderer loses its precision. */
const REACH = 4;

/** Who is cheapest where: a faint ground, a strip at the foot, and the name where it finds room. */
export function regimeShapes(placed: PlacedChart): Shape[] {
  const { plot, widthOf } = placed;
  const { figures, lines, theme } = placed.chart;
  const bottom = plot.top + plot.height;
  return figures.winners.flatMap(({ from, to, cheapest }): Shape[] => {
    const line = lines[figures.offers.findIndex(({ id }) => id === cheapest.id)];
    const left = Math.max(plot.left, xOf(placed, from));
    const width = Math.min(plot.left + plot.width, xOf(placed, to)) - left;
    if (line === undefined || !(width > 0)) return [];
    const { colour, name } = line;
    const ground = rectangle({ ...plot, left, width }, colour, GROUND_OPACITY);
    const strip = { left, width, top: bottom - STRIP_HEIGHT, height: STRIP_HEIGHT };
    const shapes = [ground, rectangle(strip, colour)];
    if (widthOf(name, SMALL_SIZE) + NAME_MARGIN > width) return shapes;
    const at: Point = [left + width / 2, bottom - NAME_HEIGHT];
    const words = { text: name, at, size: SMALL_SIZE, colour, anchor: "middle" } as const;
    return [...shapes, { kind: "words", rim: theme.surface, isBold: true, ...words }];
  });
}

/** Lines at so many requests a second, and at the workload's load. */
export function guideShapes(placed: PlacedChart): Shape[] {
  const { theme, load } = placed.chart;
  const upright = (requests: number, pen: Pen) =>
    verticalLine(xOf(placed, requests), placed.plot, pen);
  const guide = { colour: theme.guide, width: THIN };
  return [
    ...GUIDE_RATES.map((rate) => upright(toRequestsPerMonth(rate), guide)),
    upright(load, { colour: theme.accent, width: LOAD_WIDTH }),
  ];
}

/** What each guide line stands for, over the plot, as far as there is room. */
export function rateShapes(placed: PlacedChart): Shape[] {
  const { left, top, width } = placed.plot;
  const { theme, words } = placed.chart;
  const text = { kind: "words", size: SMALL_SIZE, colour: theme.muted, anchor: "middle" } as const;
  let free = left - MARK_PADDING;
  return GUIDE_RATES.flatMap((rate): Shape[] => {
    const label = words.rate(rate);
    const x = xOf(placed, toRequestsPerMonth(rate));
    const half = placed.widthOf(label, SMALL_SIZE) / 2;
    if (x < left || x > left + width || x - half < free) return [];
    free = x + half + RATE_GAP;
    return [{ ...text, text: label, at: [x, top - RATE_HEIGHT / 2] }];
  });
}

/** What each curve may be where inputs are ranges. */
export function bandShapes(placed: PlacedChart): Shape[] {
  return placed.chart.bands.map(({ colour, loads, least, most }): Shape => {
    const edge = (costs: readonly number[]) =>
      loads.map((load, index) => pointOf(placed, load, costs[index] ?? 0));
    const points = [...edge(most), ...edge(least).toReversed()];
    return { kind: "area", points, colour, opacity: BAND_OPACITY };
  });
}

/** The break-even points, and as many of their loads as find room beside the workload's own. */
export function markShapes(placed: PlacedChart): Shape[] {
  const { plot } = placed;
  const { theme, words, figures, load } = placed.chart;
  const points = figures.marks.map(({ requests, cost }) => ({
    at: pointOf(placed, requests, cost),
    text: words.requests(requests),
  }));
  // Two pairs can meet at the same load: it is written once.
  const labelled = points.filter(
    ({ text }, index) => points.findIndex((other) => other.text === text) === index,
  );
  const places = placeLabels(
    labelled.map(({ at: [x, y], text }) => ({
      x,
      y,
      width: placed.widthOf(text, SMALL_SIZE) + MARK_PADDING,
      height: MARK_HEIGHT,
    })),
    plot,
    [
      ...points.map(({ at: [x, y] }) => around(x, y, MARK_RADIUS)),
      { ...around(xOf(placed, load), 0, MARK_RADIUS), top: plot.top, height: plot.height },
    ],
  );
  const pen: Pen = { colour: theme.text, width: LOAD_WIDTH };
  const bold = { size: SMALL_SIZE, colour: theme.text, anchor: "middle", isBold: true } as const;
  return [
    ...points.map(({ at }): Shape => ({
      kind: "dot",
      at,
      radius: MARK_RADIUS,
      colour: theme.surface,
      pen,
    })),
    ...places.flatMap((place, index): Shape[] => {
      const text = labelled[index]?.text;
      if (place === null || text === undefined) return [];
      const at: Point = [place.left + place.width / 2, place.top + place.height / 2];
      return [{ kind: "words", text, at, rim: theme.surface, ...bold }];
    }),
  ];
}

/** Where a load is on paper, from the left. */
export function xOf({ plot, chart }: PlacedChart, load: number): number {
  return plot.left + plot.width * inReach(positionOn(chart.figures.view.requests, load));
}

/** Where a cost is on paper, from the top. */
export function yOf({ plot, chart }: PlacedChart, cost: number): number {
  return plot.top + plot.height * (1 - inReach(costPosition(chart.figures.view.cost, cost)));
}

/** Where a cost at a load is on paper. */
export function pointOf(placed: PlacedChart, load: number, cost: number): Point {
  return [xOf(placed, load), yOf(placed, cost)];
}

/** A line across all of the plot's height. */
export function verticalLine(x: number, { top, height }: Box, pen: Pen): Shape {
  return {
    kind: "line",
    points: [
      [x, top],
      [x, top + height],
    ],
    pen,
  };
}

/** Nothing, on a logarithmic axis, is far below it. */
function costPosition(axis: Axis, cost: number): number {
  return cost > 0 || axis.scale === "linear" ? positionOn(axis, cost) : -REACH;
}

function inReach(position: number): number {
  return Number.isNaN(position) ? 0 : Math.min(Math.max(position, -REACH), 1 + REACH);
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius };
}
