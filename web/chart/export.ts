import { drawChart } from "../../shared/chart/chart-drawing.ts";
import { chartSvg } from "../../shared/chart/chart-svg.ts";
import type { DrawnChart } from "../../shared/chart/plot-shapes.ts";
import { paintShapes } from "./canvas.ts";

/** The size of an exported chart; a picture of pixels has twice as many each way. */
const SIZE = { width: 1200, height: 720 };
const PIXEL_RATIO = 2;
const NAME = "cost-by-load";

/** Saves the chart as a picture that can be scaled. */
export function saveSvg(chart: DrawnChart): void {
  save(new Blob([chartSvg(chart, SIZE)], { type: "image/svg+xml" }), `${NAME}.svg`);
}

/** Saves the chart as a picture of pixels. */
export async function savePng(chart: DrawnChart): Promise<void> {
  const canvas = document.createElement("canvas");
  canvas.width = SIZE.width * PIXEL_RATIO;
  canvas.height = SIZE.height * PIXEL_RATIO;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas to paint on");
  const { shapes, background, font } = drawChart(chart, SIZE);
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.fillStyle = background;
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  paintShapes(context, shapes, font);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the picture is empty");
  save(blob, `${NAME}.png`);
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
