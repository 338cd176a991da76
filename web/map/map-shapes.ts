import { ticksOf } from "../../shared/chart/axis.ts";
import type { Box, Pen, Point, Shape } from "../../shared/chart/drawing.ts";
import type { ChartTheme } from "../../shared/chart/plot-shapes.ts";
import { GUIDE_RATES } from "../../shared/chart/guide-rates.ts";
import { toRequestsPerMonth } from "../../shared/units.ts";
import type { MapPlace } from "./place.ts";
import { pointOn, type MapPlane } from "./plane.ts";
import type { RegionName } from "./region-names.ts";

/** What is drawn around the colours and over them. */
export interface DrawnMap {
  readonly plane: MapPlane;
  readonly box: Box;
  readonly theme: ChartTheme;
  readonly names: readonly (RegionName & { readonly text: string })[];
  /** The workload's own place. */
  readonly here: MapPlace;
  /** Where one reads off; `null` while nobody does. */
  readonly cursor: MapPlace | null;
  readonly words: {
    readonly requestsAxis: string;
    readonly durationAxis: string;
    readonly requests: (requests: number) => string;
    readonly duration: (durationMs: number) => string;
    readonly rate: (requestsPerSecond: number) => string;
  };
  readonly widthOf: (text: string, size: number) => number;
}

export const TICK_SIZE = 12;
export const TICK_GAP = 8;
const SMALL_SIZE = 11;
const TICK_DROP = 14;
const TICK_ROOM = 64;
const LABEL_DROP = 36;
const RATE_HEIGHT = 11;
const RATE_GAP = 6;
const DOT_RADIUS = 6;
const CURSOR_DASH = [3, 3];
/** Minutes and hours are no powers of ten: these are the times that one knows. */
const KNOWN_TIMES_MS = [0.1, 1, 10, 100, 1000, 10_000, 60_000, 600_000, 3_600_000];

/** Lines and words that lie over the colours. */
export function shapesOver(map: DrawnMap): Shape[] {
  const { plane, box, theme, names, here, cursor } = map;
  const guide: Pen = { colour: theme.guide, width: 1 };
  const own: Pen = { colour: theme.accent, width: 1.5 };
  const [x, y] = pointOn(plane, box, here);
  return [
    ...GUIDE_RATES.map((rate): Shape => {
      const requestsPerMonth = toRequestsPerMonth(rate);
      return upright(pointOn(plane, box, { ...here, requestsPerMonth })[0], box, guide);
    }),
    upright(x, box, { ...own, width: 1 }),
    across(y, box, { ...own, width: 1 }),
    ...names.map(({ x: left, y: top, text }): Shape => ({
      kind: "words",
      text,
      at: [box.left + left, box.top + top],
      size: TICK_SIZE,
      colour: theme.text,
      anchor: "middle",
      isBold: true,
      rim: theme.surface,
    })),
    ...(cursor === null ? [] : cursorShapes(pointOn(plane, box, cursor), box, theme)),
    {
      kind: "dot",
      at: [x, y],
      radius: DOT_RADIUS,
      colour: theme.accent,
      pen: { colour: theme.surface, width: 2 },
    },
  ];
}

function cursorShapes([x, y]: Point, box: Box, { text, surface }: ChartTheme): Shape[] {
  const pen: Pen = { colour: text, width: 1, dash: CURSOR_DASH };
  const dot = { at: [x, y] as const, radius: DOT_RADIUS - 1, colour: surface };
  return [
    upright(x, box, pen),
    across(y, box, pen),
    { kind: "dot", ...dot, pen: { colour: text, width: 2 } },
  ];
}

/** Execution times that the vertical axis names. */
export function timesOn({ duration }: MapPlane): number[] {
  return KNOWN_TIMES_MS.filter((ms) => ms >= duration.min && ms <= duration.max);
}

/** Ticks, their words, and the rates over the guide lines. */
export function shapesAround(map: DrawnMap): Shape[] {
  const { plane, box, theme, words, here } = map;
  const bottom = box.top + box.height;
  const text = { kind: "words", size: TICK_SIZE, colour: theme.muted } as const;
  const loads = ticksOf(plane.requests);
  const every = Math.max(1, Math.ceil((loads.length * TICK_ROOM) / box.width));
  return [
    ...loads
      .filter((_, index) => index % every === 0)
      .map((requestsPerMonth): Shape => {
        const [x] = pointOn(plane, box, { ...here, requestsPerMonth });
        const at: Point = [x, bottom + TICK_DROP];
        return { ...text, text: words.requests(requestsPerMonth), at, anchor: "middle" };
      }),
    ...timesOn(plane).map((durationMs): Shape => {
      const [, y] = pointOn(plane, box, { ...here, durationMs });
      return {
        ...text,
        text: words.duration(durationMs),
        at: [box.left - TICK_GAP, y],
        anchor: "end",
      };
    }),
    {
      ...text,
      text: words.requestsAxis,
      at: [box.left + box.width / 2, bottom + LABEL_DROP],
      anchor: "middle",
    },
    ...rateShapes(map),
  ];
}

function rateShapes({ plane, box, theme, words, here, widthOf }: DrawnMap): Shape[] {
  let free = box.left - RATE_GAP;
  return GUIDE_RATES.flatMap((rate): Shape[] => {
    const requestsPerMonth = toRequestsPerMonth(rate);
    const [x] = pointOn(plane, box, { ...here, requestsPerMonth });
    const label = words.rate(rate);
    const half = widthOf(label, SMALL_SIZE) / 2;
    if (x - half < free || x > box.left + box.width) return [];
    free = x + half + RATE_GAP;
    const at: Point = [x, box.top - RATE_HEIGHT];
    return [
      { kind: "words", text: label, at, size: SMALL_SIZE, colour: theme.muted, anchor: "middle" },
    ];
  });
}

function upright(x: number, { top, height }: Box, pen: Pen): Shape {
  return {
    kind: "line",
    points: [
      [x, top],
      [x, top + height],
    ],
    pen,
  };
}

function across(y: number, { left, width }: Box, pen: Pen): Shape {
  return {
    kind: "line",
    points: [
      [left, y],
      [left + width, y],
    ],
    pen,
  };
}
