import uPlot from "uplot";
import {
  bandShapes,
  guideShapes,
  markShapes,
  rateShapes,
  regimeShapes,
  type DrawnChart,
  type PlacedChart,
} from "../../shared/chart/plot-shapes.ts";
import { measureOn, paintShapes } from "./canvas.ts";
import { plotOptions } from "./options.ts";

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** The chart on a canvas. */
export class Plot {
  private readonly target: HTMLElement;
  private readonly onHover: (requests: number | null) => void;
  private plot: uPlot | null = null;
  private chart: DrawnChart | null = null;
  /** What the chart is made for: with another look it is made anew. */
  private look = "";
  private pointedAt: number | null = null;

  constructor(target: HTMLElement, onHover: (requests: number | null) => void) {
    this.target = target;
    this.onHover = onHover;
  }

  /** Draws a chart; what is there is kept where only its figures differ. Then `pointAt` is due. */
  draw(chart: DrawnChart, size: PlotSize): void {
    this.chart = chart;
    // uPlot's types want mutable columns; it does not write to them.
    const columns = chart.figures.columns as unknown as uPlot.AlignedData;
    const look = lookOf(chart, size);
    if (this.plot !== null && look === this.look) {
      this.plot.setData(columns);
      return;
    }
    this.look = look;
    this.plot?.destroy();
    this.plot = new uPlot(
      plotOptions(() => this.chart ?? chart, size, {
        ready: [() => this.pointAgain()],
        drawAxes: [(plot) => this.paintBehind(plot)],
        draw: [(plot) => this.paint(plot, (placed) => markShapes(placed))],
      }),
      columns,
      this.target,
    );
    const { over } = this.plot;
    for (const name of ["pointerdown", "pointermove"] as const) {
      over.addEventListener(name, ({ offsetX }) => this.hovered(offsetX));
    }
    // What a finger has read off stays when it is lifted.
    over.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType !== "touch") this.onHover(null);
    });
  }

  /** Puts the crosshair at a load. */
  pointAt(requests: number): void {
    this.pointedAt = requests;
    this.pointAgain();
  }

  /** Where the curves are drawn, for whom the pointer's events are. */
  get surface(): HTMLElement | null {
    return this.plot?.over ?? null;
  }

  destroy(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  private pointAgain(): void {
    const { plot, pointedAt } = this;
    if (plot === null || pointedAt === null || plot.status !== 1) return;
    plot.setCursor({ left: plot.valToPos(pointedAt, "x"), top: 0 });
  }

  private paintBehind(plot: uPlot): void {
    this.paint(
      plot,
      (placed) => [...regimeShapes(placed), ...guideShapes(placed), ...bandShapes(placed)],
      true,
    );
    this.paint(plot, rateShapes);
  }

  private paint(
    { ctx, bbox }: uPlot,
    shapesOf: (placed: PlacedChart) => ReturnType<typeof markShapes>,
    isClipped = false,
  ): void {
    const { chart } = this;
    if (chart === null) return;
    const scale = devicePixelRatio;
    const plot = {
      left: bbox.left / scale,
      top: bbox.top / scale,
      width: bbox.width / scale,
      height: bbox.height / scale,
    };
    const { font } = chart.theme;
    ctx.save();
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    const shapes = shapesOf({ chart, plot, widthOf: measureOn(ctx, font) });
    paintShapes(ctx, isClipped ? [{ kind: "window", box: plot, shapes }] : shapes, font);
    ctx.restore();
  }

  private hovered(left: number): void {
    if (this.plot !== null) this.onHover(this.plot.posToVal(left, "x"));
  }
}

function lookOf({ lines, theme, words, figures: { view } }: DrawnChart, size: PlotSize): string {
  return JSON.stringify([
    lines,
    theme,
    size,
    view.requests.scale,
    view.cost.scale,
    words.requestsAxis,
    words.costAxis,
    words.cost(1),
  ]);
}
