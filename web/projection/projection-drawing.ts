import { positionOn, ticksOf, type Axis } from "../../shared/chart/axis.ts";
import type { Box, Pen, Point, Shape } from "../../shared/chart/drawing.ts";
import { DASHES } from "../../shared/chart/pens.ts";
import type { ChartTheme } from "../../shared/chart/plot-shapes.ts";

/** A line over the months. */
export interface MonthLine {
  readonly colour: string;
  readonly kind: "function" | "machine";
  readonly values: readonly number[];
}

/** The months as they are drawn. */
export interface DrawnMonths {
  readonly lines: readonly MonthLine[];
  readonly months: number;
  /** Months in which another offer becomes the cheapest. */
  readonly crossovers: readonly number[];
  /** The month that is read off. */
  readonly month: number;
  readonly theme: ChartTheme;
  readonly monthAxis: string;
  readonly monthText: (month: number) => string;
  readonly costText: (cost: number) => string;
}

const LEFT = 64;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 48;
const TEXT_SIZE = 12;
const TICK_DROP = 14;
const LABEL_DROP = 34;
const TICK_GAP = 8;
const HEADROOM = 1.05;
const CROSSOVER_DASH = [2, 4];

/** Where the lines are drawn on paper of that size. */
export function monthsBox(width: number, height: number): Box {
  return { left: LEFT, top: TOP, width: width - LEFT - RIGHT, height: height - TOP - BOTTOM };
}

/** The lines with their axes, from nothing to the most. */
export function drawMonths(drawn: DrawnMonths, box: Box): Shape[] {
  const { lines, months, crossovers, theme } = drawn;
  const most = Math.max(...lines.flatMap(({ values }) => values), 0);
  const cost: Axis = { min: 0, max: most > 0 ? most * HEADROOM : 1, scale: "linear" };
  const time: Axis = { min: 0, max: Math.max(1, months - 1), scale: "linear" };
  const x = (month: number) => box.left + positionOn(time, month) * box.width;
  const y = (amount: number) => box.top + (1 - positionOn(cost, amount)) * box.height;
  const bottom = box.top + box.height;
  const grid: Pen = { colour: theme.grid, width: 1 };
  const text = { kind: "words", size: TEXT_SIZE, colour: theme.muted } as const;
  const upright = (month: number, pen: Pen): Shape => ({
    kind: "line",
    points: [
      [x(month), box.top],
      [x(month), bottom],
    ],
    pen,
  });
  return [
    ...ticksOf(cost).flatMap((tick): Shape[] => [
      {
        kind: "line",
        points: [
          [box.left, y(tick)],
          [box.left + box.width, y(tick)],
        ],
        pen: grid,
      },
      { ...text, text: drawn.costText(tick), at: [box.left - TICK_GAP, y(tick)], anchor: "end" },
    ]),
    ...ticksOf(time)
      .filter(Number.isInteger)
      .map((month): Shape => {
        const at: Point = [x(month), bottom + TICK_DROP];
        return { ...text, text: drawn.monthText(month), at, anchor: "middle" };
      }),
    {
      ...text,
      text: drawn.monthAxis,
      at: [box.left + box.width / 2, bottom + LABEL_DROP],
      anchor: "middle",
    },
    ...crossovers.map((month) =>
      upright(month, { colour: theme.text, width: 1, dash: CROSSOVER_DASH }),
    ),
    upright(drawn.month, { colour: theme.accent, width: 1.5 }),
    ...lines.map(({ colour, kind, values }): Shape => ({
      kind: "line",
      points: values.map((value, month): Point => [x(month), y(value)]),
      pen: { colour, width: 2, ...(kind === "machine" ? { dash: DASHES } : {}) },
    })),
  ];
}
