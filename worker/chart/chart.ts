import { carriesUpTo } from "../../shared/carries-up-to.ts";
import { widthOf, type Box } from "../../shared/chart/drawing.ts";
import { escaped } from "../../shared/chart/svg.ts";
import { costAt, type CostCurve } from "../../shared/engine/curve.ts";
import type { LoadRange } from "../../shared/engine/load-range.ts";
import type { Comparison, PricedOffer } from "../../shared/simulate.ts";
import { decadeBelow, positionOn, ticksOf, type LogAxis } from "./axis.ts";
import { curvePlaces } from "./curve-places.ts";
import { money, shortMoney, shortNumber } from "./numbers.ts";
import { dot, line, lineThrough, rectangle, words, type Place } from "./shapes.ts";
import { CHART_STYLE, COLOURS } from "./style.ts";

/** What is drawn. */
export interface ChartQuestion {
  readonly comparison: Comparison;
  /** Requests a month at which the offers are billed. */
  readonly load: number;
  /** The loads that were compared. */
  readonly range: LoadRange;
  /** What each offer is called, in the order of the comparison. */
  readonly names: readonly string[];
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** An offer as it is drawn. */
interface Drawn extends PricedOffer {
  readonly name: string;
  /** The classes of its line. */
  readonly classes: string;
}

const TITLE_SIZE = 16;
const TEXT_SIZE = 12;
const SIDE = 20;
const TITLE_AT = 32;
const BELOW_TITLE_AT = 54;
const PLOT_LEFT = 64;
const PLOT_TOP = 84;
const BELOW_PLOT = 68;
const ROW = 22;
const PLOT_HEIGHT_LEAST = 120;
const COLUMN_LEAST = 300;
const SWATCH = 26;
const GAP = 8;
/** From the middle of a line of text down to its foot. */
const FOOT = 4;
const STRIP = 5;
/** How much wider than usual the fonts of some systems are. */
const WIDEST_FONT = 1.2;
const TICK_ROOM = 56;
const POINTS_MAX = 40;

const DECADE = 10;
/** The most that is shown over the least, of loads and of costs. */
const SHOWN_MAX = 1e6;
/** A curve that begins above the foot of the plot is seen to be level. */
const BELOW_CURVES = 2;

/**
 * A comparison as an SVG document: the cost of each offer over requests a month, on logarithmic axes,
 * where they cost the same, who is cheapest where, and what each costs at the load.
 */
export function chartSvg(question: ChartQuestion): string {
  const { comparison, names, width, height } = question;
  const drawn = comparison.offers.map((offer, index): Drawn => ({
    ...offer,
    name: names[index] ?? offer.id,
    classes: `c${index % COLOURS}${offer.offer.kind === "machine" ? " dashed" : ""}`,
  }));
  const columns = Math.max(1, Math.floor((width - 2 * SIDE) / COLUMN_LEAST));
  const rowsMost = Math.floor((height - PLOT_TOP - BELOW_PLOT - PLOT_HEIGHT_LEAST) / ROW);
  const rows = Math.max(1, Math.min(rowsMost, Math.ceil(drawn.length / columns)));
  const plot: Box = {
    left: PLOT_LEFT,
    top: PLOT_TOP,
    width: width - PLOT_LEFT - SIDE,
    height: height - PLOT_TOP - BELOW_PLOT - rows * ROW,
  };
  const [title, below] = verdictOf(question, drawn);
  const room = width - 2 * SIDE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title><style>${CHART_STYLE}</style>`,
    rectangle([0, 0], width, height, "paper"),
    words(fitting(title, TITLE_SIZE, room), [SIDE, TITLE_AT], "title"),
    words(fitting(below, TEXT_SIZE, room), [SIDE, BELOW_TITLE_AT], "muted"),
    ...plotted(question, drawn, plot),
    ...legend(question, drawn, height - SIDE / 2 - rows * ROW, rows, columns),
    "</svg>\n",
  ].join("\n");
}

/** The answer in a sentence, and what goes with it. */
function verdictOf({ comparison, load }: ChartQuestion, drawn: readonly Drawn[]): [string, string] {
  const { verdict, currency, pricesAsOf } = comparison;
  const nameOf = (id: string | null) => drawn.find((offer) => offer.id === id)?.name ?? "";
  const at = `${shortNumber(load)} requests a month`;
  const cheapest = nameOf(verdict.cheapest);
  const saved =
    verdict.runnerUp === null || verdict.savings === null
      ? ""
      : `, ${money(verdict.savings, currency)} less than ${nameOf(verdict.runnerUp)}`;
  const dated = pricesAsOf === null ? "" : ` · prices as of ${pricesAsOf}`;
  return [
    verdict.carriesLoad ? `${cheapest} is cheapest at ${at}` : `None of these carries ${at}`,
    `${money(verdict.monthlyCost ?? 0, currency)} a month${saved}${dated}`,
  ];
}

/** Axes, curves, who is cheapest where, the load and the break-even points. */
function plotted(question: ChartQuestion, drawn: readonly Drawn[], plot: Box): string[] {
  const { comparison, load } = question;
  const { left, top, width, height } = plot;
  const [right, bottom] = [left + width, top + height];
  const view = viewOf(question);
  const xOf = (requests: number) => left + width * positionOn(view.requests, requests);
  // What costs nothing is drawn below the foot, where it is not seen.
  const yOf = (cost: number) =>
    bottom - height * positionOn(view.cost, Math.max(cost, view.cost.min / DECADE));
  const across = ticksOf(view.requests);
  const named = Math.ceil((across.length * TICK_ROOM) / width);
  return [
    ...ticksOf(view.cost).flatMap((tick) => [
      line([left, yOf(tick)], [right, yOf(tick)], "grid"),
      words(shortMoney(tick, comparison.currency), [left - GAP, yOf(tick) + FOOT], "muted end"),
    ]),
    ...across.flatMap((tick, index) => [
      line([xOf(tick), top], [xOf(tick), bottom], "grid"),
      index % named === 0
        ? words(shortNumber(tick), [xOf(tick), bottom + 2 * GAP + FOOT], "muted middle")
        : "",
    ]),
    words("requests a month", [right, bottom + 5 * GAP], "muted end"),
    // An inner document shows nothing beyond its edges.
    `<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`,
    ...drawn.flatMap((offer) => (offer.curve === null ? [] : curveOf(offer, offer.curve))),
    ...comparison.regimes.map(({ from, to, cheapest }) => {
      const start = Math.max(left, xOf(Math.max(from, view.requests.min)));
      const [colour = ""] = drawn.find(({ id }) => id === cheapest)?.classes.split(" ") ?? [];
      return rectangle([start, bottom - STRIP], Math.max(0, xOf(to) - start), STRIP, colour);
    }),
    "</svg>",
    ...loadMark(),
    ...breakEvenPoints(),
  ];

  function curveOf(offer: Drawn, curve: CostCurve): string[] {
    const { classes } = offer;
    const drawnAt = curvePlaces(curve, view.requests);
    const places = drawnAt.map(({ load: at, cost }): Place => [xOf(at), yOf(cost)]);
    const carried = drawnAt.filter(({ load: at }) => at <= carriesUpTo(offer)).length;
    return [
      lineThrough(places.slice(0, carried), classes),
      lineThrough(places.slice(Math.max(0, carried - 1)), `${classes} beyond`),
    ];
  }

  function loadMark(): string[] {
    const x = xOf(Math.max(load, view.requests.min));
    return [
      line([x, top], [x, bottom], "accent dashed"),
      words(shortNumber(load), [x, top - GAP], "accent strong middle"),
      ...drawn.flatMap(({ monthlyCost, classes }) =>
        monthlyCost === null || monthlyCost < view.cost.min
          ? []
          : [dot([x, yOf(monthlyCost)], 3, classes)],
      ),
    ];
  }

  /** Those at which the cheapest of all changes are larger, and have their loads beside them. */
  function breakEvenPoints(): string[] {
    const turns = new Set(comparison.regimes.map(({ from }) => from));
    let free = left;
    return comparison.breakEvenPoints
      .slice(0, POINTS_MAX)
      .flatMap(({ requestsPerMonth: at, monthlyCost }) => {
        const [x, y] = [xOf(at), yOf(monthlyCost)];
        if (!(x >= left && y < bottom)) return [];
        if (!turns.has(at)) return [dot([x, y], 2.5, "mark")];
        const isLabelled = x > free;
        if (isLabelled) free = x + TICK_ROOM;
        return [
          dot([x, y], 4.5, "mark"),
          isLabelled ? words(shortNumber(at), [x - GAP, y - GAP], "rim strong end") : "",
        ];
      });
  }
}

/** The loads and costs that are shown: all that was compared, but no more than can be told apart. */
function viewOf({ comparison, load, range }: ChartQuestion): {
  readonly requests: LogAxis;
  readonly cost: LogAxis;
} {
  const max = Math.max(range.max, load, DECADE);
  const least = Math.max(1, max / SHOWN_MAX);
  const min = Math.min(Math.max(range.min, least), Math.max(load, least), max / DECADE);
  const costs = comparison.offers.flatMap(({ curve, offer: { kind } }) => {
    if (curve === null) return [];
    // Functions cost next to nothing at few requests: what they cost at the load is to be seen.
    return [{ start: costAt(curve, kind === "function" ? load : min), end: costAt(curve, max) }];
  });
  const top = DECADE * decadeBelow(Math.max(1, ...costs.map(({ end }) => end)));
  const starts = costs.map(({ start }) => start).filter((cost) => cost > 0);
  const lowest = Math.min(top / DECADE, ...starts) / BELOW_CURVES;
  const bottom = Math.max(decadeBelow(lowest), top / SHOWN_MAX);
  return { requests: { min, max }, cost: { min: bottom, max: top } };
}

/** The offers with what they cost at the load, the cheapest first; as many as there is room for. */
function legend(
  { comparison, width }: ChartQuestion,
  drawn: readonly Drawn[],
  top: number,
  rows: number,
  columns: number,
): string[] {
  const ordered = drawn.toSorted(
    (a, b) => (a.monthlyCost ?? Infinity) - (b.monthlyCost ?? Infinity),
  );
  const room = (width - 2 * SIDE + 2 * GAP) / columns;
  const shown = ordered.length > rows * columns ? rows * columns - 1 : ordered.length;
  const placeOf = (index: number): Place => [
    SIDE + Math.floor(index / rows) * room,
    top + (index % rows) * ROW,
  ];
  return [
    ...ordered.slice(0, shown).flatMap(({ name, classes, monthlyCost }, index) => {
      const [x, y] = placeOf(index);
      const cost = monthlyCost === null ? "–" : money(monthlyCost, comparison.currency);
      const left = x + SWATCH + GAP;
      const right = x + room - 2 * GAP;
      const nameRoom = right - left - widthOf(cost, TEXT_SIZE) - GAP;
      return [
        line([x, y], [x + SWATCH, y], classes),
        words(fitting(name, TEXT_SIZE, nameRoom), [left, y + FOOT]),
        words(cost, [right, y + FOOT], "strong end"),
      ];
    }),
    shown < ordered.length
      ? words(
          `and ${ordered.length - shown} more`,
          [placeOf(shown)[0], placeOf(shown)[1] + FOOT],
          "muted",
        )
      : "",
  ];
}

/** A text, cut where it is longer than its room, in pixels. */
function fitting(text: string, size: number, room: number): string {
  const width = (part: string) => widthOf(part, size) * WIDEST_FONT;
  if (width(text) <= room) return text;
  let kept = "";
  for (const character of text) {
    if (width(`${kept}${character}…`) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
