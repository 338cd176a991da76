import type { Pen, Point, Shape } from "../../shared/chart/drawing.ts";

const RIM_WIDTH = 4;
const NORMAL = 400;
const BOLD = 600;
const QUARTER_TURN = Math.PI / 2;

/** Paints shapes on a canvas whose units are the drawing's pixels. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  font: string,
): void {
  for (const shape of shapes) {
    context.save();
    paint(context, shape, font);
    context.restore();
  }
}

/** How wide a canvas writes a text. */
export function measureOn(
  context: CanvasRenderingContext2D,
  font: string,
): (text: string, size: number) => number {
  return (text, size) => {
    context.font = `${BOLD} ${size}px ${font}`;
    return context.measureText(text).width;
  };
}

function paint(context: CanvasRenderingContext2D, shape: Shape, font: string): void {
  switch (shape.kind) {
    case "area":
      trace(context, shape.points);
      context.globalAlpha = shape.opacity;
      context.fillStyle = shape.colour;
      context.fill();
      return;
    case "line":
      trace(context, shape.points);
      take(context, shape.pen);
      context.stroke();
      return;
    case "dot":
      context.beginPath();
      context.arc(...shape.at, shape.radius, 0, 2 * Math.PI);
      context.fillStyle = shape.colour;
      context.fill();
      take(context, shape.pen);
      context.stroke();
      return;
    case "window": {
      const { left, top, width, height } = shape.box;
      context.beginPath();
      context.rect(left, top, width, height);
      context.clip();
      paintShapes(context, shape.shapes, font);
      return;
    }
    case "words":
      context.translate(...shape.at);
      if (shape.isUpright === true) context.rotate(-QUARTER_TURN);
      context.font = `${shape.isBold === true ? BOLD : NORMAL} ${shape.size}px ${font}`;
      context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
      context.textBaseline = "middle";
      if (shape.rim !== undefined) {
        take(context, { colour: shape.rim, width: RIM_WIDTH });
        context.strokeText(shape.text, 0, 0);
      }
      context.fillStyle = shape.colour;
      context.fillText(shape.text, 0, 0);
  }
}

function trace(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
}

function take(context: CanvasRenderingContext2D, { colour, width, dash = [] }: Pen): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = "round";
  context.setLineDash([...dash]);
}
