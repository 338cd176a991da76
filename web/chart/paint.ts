import type uPlot from "uplot";
import { placeLabels, type Box } from "./labels.ts";
import type { ChartContent } from "./options.ts";

const TEXT_HEIGHT = 16;
const TEXT_PADDING = 3;
const DOT_RADIUS = 4;
const LOAD_WIDTH = 1.5;
const FONT_SIZE = 11;
const GUIDE_LABEL_GAP = 6;
const HALO_WIDTH = 4;
const NORMAL = 400;
const SEMIBOLD = 600;

/** Paints what stands behind the curves: guide lines of requests a second, and the workload's load. */
export function paintBehind(plot: uPlot, content: ChartContent): void {
  const { ctx, bbox } = plot;
  const { theme } = content;
  ctx.save();
  ctx.setLineDash([]);
  ctx.lineWidth = devicePixelRatio;
  ctx.strokeStyle = theme.guide;
  for (const { requests } of content.guides) verticalLine(plot, requests);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = LOAD_WIDTH * devicePixelRatio;
  verticalLine(plot, content.load);
  setFont(ctx, content, NORMAL);
  ctx.fillStyle = theme.muted;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  let free = -Infinity;
  for (const { requests, label } of content.guides) {
    const x = plot.valToPos(requests, "x", true);
    const half = ctx.measureText(label).width / 2;
    if (x - half < free) continue;
    ctx.fillText(label, x, bbox.top - GUIDE_LABEL_GAP * devicePixelRatio);
    free = x + half + GUIDE_LABEL_GAP * devicePixelRatio;
  }
  ctx.restore();
}

/** Paints the break-even points over the curves, and as many of their labels as find room. */
export function paintMarks(plot: uPlot, content: ChartContent): void {
  const { ctx, bbox } = plot;
  const { theme } = content;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.setLineDash([]);
  setFont(ctx, content, SEMIBOLD);
  const points = content.marks.map(({ requests, cost, label }) => ({
    x: plot.valToPos(requests, "x", true),
    y: plot.valToPos(cost, "y", true),
    label,
  }));
  const dots = points.map(({ x, y }): Box => {
    const radius = DOT_RADIUS * scale;
    return { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius };
  });
  // Two pairs can meet at the same load: it is written once.
  const labelled = points.filter(
    ({ label }, index) => points.findIndex((other) => other.label === label) === index,
  );
  const places = placeLabels(
    labelled.map(({ x, y, label }) => ({
      x,
      y,
      width: ctx.measureText(label).width + 2 * TEXT_PADDING * scale,
      height: TEXT_HEIGHT * scale,
    })),
    bbox,
    dots,
  );
  for (const { x, y } of points) {
    ctx.beginPath();
    ctx.arc(x, y, DOT_RADIUS * scale, 0, 2 * Math.PI);
    ctx.fillStyle = theme.surface;
    ctx.fill();
    ctx.lineWidth = LOAD_WIDTH * scale;
    ctx.strokeStyle = theme.text;
    ctx.stroke();
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [index, place] of places.entries()) {
    const label = labelled[index]?.label;
    if (place === null || label === undefined) continue;
    const left = place.left + TEXT_PADDING * scale;
    const middle = place.top + place.height / 2;
    // A halo keeps the label readable over lines without hiding them.
    ctx.strokeStyle = theme.surface;
    ctx.lineWidth = HALO_WIDTH * scale;
    ctx.lineJoin = "round";
    ctx.strokeText(label, left, middle);
    ctx.fillStyle = theme.text;
    ctx.fillText(label, left, middle);
  }
  ctx.restore();
}

function verticalLine(plot: uPlot, requests: number): void {
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(requests, "x", true));
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
}

function setFont(ctx: CanvasRenderingContext2D, { theme }: ChartContent, weight: number): void {
  ctx.font = `${weight} ${FONT_SIZE * devicePixelRatio}px ${theme.font}`;
}
