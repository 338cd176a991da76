import { chartFigures, cheapestOfKind, type ChartFigures } from "../../../shared/chart/figures.ts";
import type { ChartLine, DrawnChart } from "../../../shared/chart/plot-shapes.ts";
import type { ChartScales, ChartSubject, ChartView } from "../../../shared/chart/view.ts";
import type { Answer } from "../../../web/state/simulation.ts";
import type { SimulationInputs } from "../../../web/state/inputs.ts";
import { answeredSimulation } from "../../web/_simulation.ts";

export const LOGARITHMIC: ChartScales = { requests: "log", cost: "log" };
export const LINEAR: ChartScales = { requests: "linear", cost: "linear" };

/** What a chart of an answer shows. */
export function subjectOf({ comparison, inputs, requestsViewed }: Answer): ChartSubject {
  return { comparison, load: inputs.requestsPerMonth, requestsViewed };
}

/** The figures of the default inputs' chart, with some inputs changed. */
export async function figuresOf(
  patch: Partial<SimulationInputs> = {},
  scales: ChartScales = LOGARITHMIC,
  zoomed: ChartView | null = null,
): Promise<ChartFigures> {
  const { answer } = await answeredSimulation(patch);
  return chartFigures(subjectOf(answer), scales, zoomed);
}

/** The default inputs' chart in plain words and colours; with itself laid over as another scenario. */
export async function drawnChart(
  names: (index: number) => string = (index) => `offer ${index}`,
  scales: ChartScales = LOGARITHMIC,
): Promise<DrawnChart> {
  const { answer } = await answeredSimulation();
  const overlays = [
    cheapestOfKind(answer.comparison, "function"),
    cheapestOfKind(answer.comparison, "machine"),
  ];
  const figures = chartFigures(subjectOf(answer), scales, null, overlays);
  const lines = [
    ...figures.offers.map(({ offer }, index): ChartLine => ({
      name: names(index),
      colour: "#0068ad",
      kind: offer.kind,
    })),
    ...(["function", "machine"] as const).map((kind): ChartLine => ({
      name: `other ${kind}`,
      colour: "#b0006d",
      kind,
      isAside: true,
    })),
  ];
  return {
    figures,
    load: answer.inputs.requestsPerMonth,
    lines,
    bands: [],
    words: {
      title: names(-1),
      requestsAxis: "Requests a month",
      costAxis: "Cost a month",
      rate: (rate) => `${rate}/s`,
      requests: String,
      cost: (cost) => `$${cost}`,
    },
    theme: {
      text: "#000000",
      muted: "#555555",
      grid: "#dddddd",
      surface: "#ffffff",
      accent: "#1d4ed8",
      guide: "#f2c94c",
      font: "sans-serif",
    },
  };
}
