import type { ChartFigures } from "../../shared/chart/figures.ts";
import type {
  ChartBand,
  ChartLine,
  ChartWords,
  DrawnChart,
} from "../../shared/chart/plot-shapes.ts";
import type { Comparison } from "../../shared/simulate.ts";
import { nameOf } from "../elements/offer-parts.ts";
import type { Formatter } from "../format.ts";
import { compactMoney } from "../formats.ts";
import type { Texts } from "../messages/messages.ts";
import type { OfferSlots } from "../state/offer-slots.ts";
import type { ChartTexts } from "./texts.ts";
import type { Palette } from "./palette.ts";

/** Another scenario that is drawn beside the question: its cheapest function and machine by load. */
export interface Overlay {
  readonly name: string;
  readonly comparison: Comparison;
}

/** The kinds of an overlay's lines, in the order in which they are drawn. */
export const OVERLAY_KINDS = ["function", "machine"] as const;

interface Spoken {
  readonly texts: Texts;
  readonly chart: ChartTexts;
  readonly format: Formatter;
}

/** A chart's figures with the words, colours and fonts of where it stands. */
export function drawnChart(
  figures: ChartFigures,
  load: number,
  { texts, chart, format }: Spoken,
  look: {
    readonly palette: Palette;
    readonly slots: Pick<OfferSlots, "slotOf">;
    readonly overlays: readonly Overlay[];
    readonly bands: readonly Omit<ChartBand, "colour">[];
  },
): DrawnChart {
  const { palette, slots, overlays, bands } = look;
  const colourOf = (id: string) => palette.series(slots.slotOf(id));
  const lines = figures.offers.map(({ id, offer }): ChartLine => ({
    name: nameOf(offer, texts),
    colour: colourOf(id),
    kind: offer.kind,
  }));
  const laidOver = overlays.flatMap(({ name }, index) =>
    OVERLAY_KINDS.map((kind): ChartLine => ({
      name: chart.overlay(name, kind),
      colour: palette.overlay(index),
      kind,
      isAside: true,
    })),
  );
  return {
    figures,
    load,
    lines: [...lines, ...laidOver],
    bands: bands.map((band, index) => ({ ...band, colour: lines[index]?.colour ?? "" })),
    words: wordsOf(chart, format),
    theme: palette.theme,
  };
}

function wordsOf(chart: ChartTexts, format: Formatter): ChartWords {
  return {
    title: chart.title,
    requestsAxis: chart.requestsAxis,
    costAxis: chart.costAxis,
    rate: (rate) => chart.rate(format.compactCount(rate)),
    requests: (requests) => format.compactCount(requests),
    cost: (cost) => compactMoney(cost, format),
  };
}
