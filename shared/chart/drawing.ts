/** A place on paper, in pixels from the left and from the top. */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How a line is drawn. */
export interface Pen {
  readonly colour: string;
  readonly width: number;
  /** Lengths of dashes and gaps; a solid line without. */
  readonly dash?: readonly number[];
}

/** Words at a point: the middle of their height, and the side or middle that `anchor` says. */
export interface Words {
  readonly kind: "words";
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  readonly colour: string;
  readonly anchor: "start" | "middle" | "end";
  readonly isBold?: boolean;
  /** Colour of a rim that keeps the words readable over lines. */
  readonly rim?: string;
  /** Written upwards. */
  readonly isUpright?: boolean;
}

/** What a picture is made of, drawn one after the other; the same on a canvas and as SVG. */
export type Shape =
  | {
      readonly kind: "area";
      readonly points: readonly Point[];
      readonly colour: string;
      readonly opacity: number;
    }
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly pen: Pen }
  | {
      readonly kind: "dot";
      readonly at: Point;
      readonly radius: number;
      readonly colour: string;
      readonly pen: Pen;
    }
  | { readonly kind: "window"; readonly box: Box; readonly shapes: readonly Shape[] }
  | Words;

/** A picture of some size. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly font: string;
  readonly background: string;
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** A filled rectangle. */
export function rectangle({ left, top, width, height }: Box, colour: string, opacity = 1): Shape {
  const [right, bottom] = [left + width, top + height];
  const points: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return { kind: "area", points, colour, opacity };
}

const WIDE = /[\u1100-\uffdc]/u;
const NARROW = /[ .,:;|!'’()/ijlIrtf]/u;
const WIDE_EM = 1;
const NARROW_EM = 0.33;
const OTHER_EM = 0.58;

/** About how wide a text is, where nothing can measure it. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    width += WIDE.test(character) ? WIDE_EM : NARROW.test(character) ? NARROW_EM : OTHER_EM;
  }
  return width * size;
}
