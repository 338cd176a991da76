/** A piece of a row of colours, from where the one before ends; `offer` is `null` where nobody is cheapest. */
export interface RowPiece {
  readonly to: number;
  readonly offer: number | null;
  readonly alternating: boolean;
}

/** A colour's parts, 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Of 255. Colours lie lightly under names and lines; more lightly where fleets take turns. */
const OPACITY = 102;
const ALTERNATING_OPACITY = 64;

/** Rows of colours as pixels: quicker to write than areas on a canvas are to draw, which are small and many. */
export class FieldPixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  private readonly pixels: Uint32Array;
  private readonly colours: readonly Rgb[];

  /** `colours`: of each offer. */
  constructor(width: number, height: number, colours: readonly Rgb[]) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint32Array(width * height);
    this.data = new Uint8ClampedArray(this.pixels.buffer as ArrayBuffer);
    this.colours = colours;
  }

  /** Paints a row whose pieces are known. */
  paint(row: number, pieces: readonly RowPiece[]): void {
    let from = 0;
    for (const piece of pieces) {
      const to = Math.min(this.width, Math.max(from, piece.to));
      this.fill(row, from, to, piece);
      from = to;
    }
  }

  /**
   * Paints the rows between two that are known. Where both have the same pieces, one after another,
   * their ends lie on lines between those of the two; otherwise a row is as the nearer one.
   */
  paintBetween(
    first: number,
    firstPieces: readonly RowPiece[],
    last: number,
    lastPieces: readonly RowPiece[],
  ): void {
    const isSame = orderOf(firstPieces) === orderOf(lastPieces);
    for (let row = first + 1; row < last; row += 1) {
      const part = (row - first) / (last - first);
      const pieces = part < 0.5 ? firstPieces : lastPieces;
      const endOf = ({ to }: RowPiece, index: number) =>
        to + ((lastPieces[index]?.to ?? to) - to) * part;
      this.paint(
        row,
        isSame
          ? firstPieces.map((piece, index) => ({ ...piece, to: endOf(piece, index) }))
          : pieces,
      );
    }
  }

  /** Where a piece begins within a pixel, it takes of it what lies on its side. */
  private fill(row: number, from: number, to: number, { offer, alternating }: RowPiece): void {
    if (to <= from) return;
    const { pixels, data } = this;
    const start = row * this.width;
    const [red, green, blue] = this.colours[offer ?? -1] ?? [0, 0, 0];
    const alpha = offer === null ? 0 : alternating ? ALTERNATING_OPACITY : OPACITY;
    // In the order in which the parts lie in the memory of every machine of today.
    const pixel = ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    const whole = Math.ceil(from);
    pixels.fill(pixel, start + whole, start + Math.ceil(to));
    if (whole === from) return;
    const at = start + whole - 1;
    const before = pixels[at] ?? 0;
    const share = Math.min(to, whole) - from;
    // What is not coloured has no colour to mix, only less of the other.
    const isFading = before === 0 || pixel === 0;
    for (let part = 0; part < 4; part += 1) {
      const was = (before >>> (8 * part)) & 255;
      const now = (pixel >>> (8 * part)) & 255;
      data[4 * at + part] = isFading && part < 3 ? was || now : was + (now - was) * share;
    }
  }
}

/** Who is cheapest, one after another. */
function orderOf(pieces: readonly RowPiece[]): string {
  return pieces.map(({ offer, alternating }) => `${offer} ${alternating}`).join();
}
