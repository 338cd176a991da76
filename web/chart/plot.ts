import uPlot from "uplot";
import uplotCss from "uplot/dist/uPlot.min.css?inline";
import { plotOptions, type ChartContent } from "./options.ts";
import { paintBehind, paintMarks } from "./paint.ts";

/** uPlot's own style sheet, for the shadow root that holds the chart. */
export const plotCss: string = uplotCss;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A drawn chart. This module is loaded when the first answer is there: it brings uPlot with it. */
export class Plot {
  private readonly target: HTMLElement;
  private readonly onHover: (requests: number | null) => void;
  private plot: uPlot | null = null;
  private content: ChartContent | null = null;
  private size: Size = { width: 0, height: 0 };
  private pointedAt: number | null = null;

  constructor(target: HTMLElement, onHover: (requests: number | null) => void) {
    this.target = target;
    this.onHover = onHover;
  }

  /** Draws a content; the chart is kept where only its figures differ. */
  draw(content: ChartContent, size: Size): void {
    this.content = content;
    this.size = size;
    this.plot?.destroy();
    this.plot = new uPlot(
      plotOptions(content, size, {
        ready: [() => this.pointedAt !== null && this.pointAt(this.pointedAt)],
        drawAxes: [(plot) => paintBehind(plot, content)],
        draw: [(plot) => paintMarks(plot, content)],
        setCursor: [(plot) => this.hovered(plot)],
      }),
      content.columns,
      this.target,
    );
  }

  /** Fits the chart into another size. */
  resize(size: Size): void {
    const isSame = size.width === this.size.width && size.height === this.size.height;
    if (this.content === null || isSame) return;
    this.draw(this.content, size);
  }

  /** Puts the crosshair at a load. */
  pointAt(requests: number): void {
    const { plot } = this;
    if (plot === null) return;
    this.pointedAt = requests;
    if (plot.status === 1) plot.setCursor({ left: plot.valToPos(requests, "x"), top: 0 });
  }

  destroy(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  private hovered(plot: uPlot): void {
    const { left, event } = plot.cursor;
    // Without an event it was `pointAt` that moved the crosshair.
    if (event === undefined || event === null) return;
    this.onHover(left === undefined || left < 0 ? null : plot.posToVal(left, "x"));
  }
}
