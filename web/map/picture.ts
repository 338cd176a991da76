import { measureOn, paintShapes } from "../chart/canvas.ts";
import type { Box } from "../../shared/chart/drawing.ts";
import { Field, type FieldQuestion } from "./field.ts";
import { shapesAround, shapesOver, TICK_GAP, TICK_SIZE, type DrawnMap } from "./map-shapes.ts";
import { regionNames } from "./region-names.ts";

/** What a picture of the map shows but for its place on the canvas. */
export type MapContent = Omit<DrawnMap, "box" | "names" | "widthOf">;

const RIGHT = 14;
const TOP = 26;
const BOTTOM = 50;
const NAME_SIZE = 12;

/** The map on a canvas: colours below, which are computed once, and what lies over them. */
export class MapPicture {
  private readonly canvas: HTMLCanvasElement;
  private readonly field = new Field(() => this.compose());
  private content: MapContent | null = null;
  private offerNames: readonly string[] = [];
  /** Room for the words of the vertical axis, which are longer in one language than in another. */
  private left = 0;
  /** The size of the canvas as it was measured last, in CSS pixels. */
  private size = { width: 0, height: 0 };

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** Measures the canvas, for which all is laid out; whether there is room to draw in. */
  measure(): boolean {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    this.size = { width, height };
    return width > 0;
  }

  /** Fits the canvas into its place, and the plane beside such words; whether it has another size now. */
  fit(words: readonly string[], font: string): boolean {
    const { width: clientWidth, height: clientHeight } = this.size;
    const context = this.canvas.getContext("2d");
    if (context === null) return false;
    const widthOf = measureOn(context, font);
    const left = Math.ceil(Math.max(...words.map((word) => widthOf(word, TICK_SIZE)))) + TICK_GAP;
    const isElsewhere = left !== this.left;
    this.left = left;
    const [width, height] = [clientWidth * devicePixelRatio, clientHeight * devicePixelRatio];
    if (this.canvas.width === Math.round(width) && this.canvas.height === Math.round(height)) {
      return isElsewhere;
    }
    this.canvas.width = width;
    this.canvas.height = height;
    return true;
  }

  /** The part of the canvas that is the plane. */
  get box(): Box {
    const { left, size } = this;
    const width = Math.max(1, size.width - left - RIGHT);
    return { left, top: TOP, width, height: Math.max(1, size.height - TOP - BOTTOM) };
  }

  /** Computes the colours anew. */
  colour(question: FieldQuestion, offerNames: readonly string[]): void {
    this.offerNames = offerNames;
    const { width, height } = this.box;
    this.field.compute(question, Math.round(width), Math.round(height));
  }

  /** Draws what lies over the colours anew. */
  draw(content: MapContent): void {
    this.content = content;
    this.compose();
  }

  stop(): void {
    this.field.stop();
  }

  private compose(): void {
    const { content, canvas, field, box, size } = this;
    const context = canvas.getContext("2d");
    if (content === null || context === null) return;
    const { font } = content.theme;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    if (field.canvas.width > 0) {
      context.drawImage(field.canvas, box.left, box.top, box.width, box.height);
    }
    const widthOf = measureOn(context, font);
    const widths = this.offerNames.map((name) => widthOf(name, NAME_SIZE));
    const names = regionNames(field.rows, widths).map((name) => ({
      ...name,
      text: this.offerNames[name.offer] ?? "",
    }));
    const map: DrawnMap = { ...content, box, names, widthOf };
    paintShapes(context, [{ kind: "window", box, shapes: shapesOver(map) }], font);
    paintShapes(context, shapesAround(map), font);
  }
}
