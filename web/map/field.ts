import { valueOn, positionOn } from "../../shared/chart/axis.ts";
import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import { decisionMap } from "../../shared/decision-map.ts";
import type { DrivenQuestion } from "../../shared/drivers/driver.ts";
import type { Offer } from "../../shared/offer.ts";
import { RESTS_AFTER_MS } from "../state/simulation-controller.ts";
import { FieldPixels, type Rgb, type RowPiece } from "./field-pixels.ts";
import type { MapPlane } from "./plane.ts";
import { COARSEST, rowOrder, type CoarseRow } from "./row-order.ts";
import { inSpareTime } from "./spare-time.ts";

/** What a field of colours is computed from. */
export interface FieldQuestion {
  readonly question: DrivenQuestion;
  readonly offers: readonly Offer[];
  readonly plane: MapPlane;
  readonly cards: LoadedCards;
  /** The colour of each offer. */
  readonly colours: readonly string[];
}

/** A row of colours: who is cheapest from one pixel to another. */
export interface FieldRun {
  readonly from: number;
  readonly to: number;
  readonly cheapest: number;
}

const NOBODY: readonly RowPiece[] = [{ to: Infinity, offer: null, alternating: false }];

/**
 * The colours of the map on a canvas of its own: a row of pixels for each execution time, whose
 * boundaries are the exact regimes there. A coarse picture, with lines between its rows, is there at
 * once; the rows between are computed when no other is asked for, in the time that frames leave, and
 * shown whenever the picture is twice as fine.
 */
export class Field {
  readonly canvas = document.createElement("canvas");
  /** Rows that were computed, by their place from the top. */
  readonly rows = new Map<number, readonly FieldRun[]>();
  private readonly context = this.canvas.getContext("2d", { willReadFrequently: true });
  private readonly changed: () => void;
  private readonly pieces = new Map<number, readonly RowPiece[]>();
  private asked: FieldQuestion | null = null;
  private pixels: FieldPixels | null = null;
  private order = rowOrder(0);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopRefining: (() => void) | undefined;

  /** `changed` is called whenever there is more to see. */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Computes a coarse picture anew, for so many pixels. */
  compute(asked: FieldQuestion, width: number, height: number): void {
    this.stop();
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.rows.clear();
    this.pieces.clear();
    this.asked = asked;
    this.order = rowOrder(height);
    const colours = asked.colours.map((colour) => this.rgbOf(colour));
    this.pixels = new FieldPixels(width, height, colours);
    this.paintRows(({ height: step }) => step === COARSEST);
    this.show();
    this.timer = setTimeout(() => this.refine(), RESTS_AFTER_MS);
  }

  /** Computes the rows that are missing. */
  private refine(): void {
    const step = this.order[0]?.height;
    if (step === undefined) return;
    this.stopRefining = inSpareTime((isLeft) => {
      this.paintRows(({ height }) => height === step && isLeft());
      if (this.order[0]?.height !== step) {
        this.show();
        this.changed();
      }
      this.refine();
    });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stopRefining?.();
  }

  /** Computes and paints the next rows as long as they are wanted. */
  private paintRows(isWanted: (row: CoarseRow) => boolean): void {
    const { asked, pixels, order } = this;
    if (asked === null || pixels === null) return;
    for (let next = order[0]; next !== undefined && isWanted(next); next = order[0]) {
      order.shift();
      this.paintRow(asked, pixels, next.row, next.height);
    }
  }

  private show(): void {
    const { pixels, context } = this;
    if (pixels === null || context === null) return;
    const { data, width } = pixels;
    if (data.length > 0) context.putImageData(new ImageData(data, width), 0, 0);
  }

  private paintRow(asked: FieldQuestion, pixels: FieldPixels, row: number, step: number): void {
    const pieces = piecesOf(asked, row, pixels);
    this.pieces.set(row, pieces);
    this.rows.set(row, runsOf(pieces));
    pixels.paint(row, pieces);
    const [above, below] = [this.pieces.get(row - step), this.pieces.get(row + step)];
    if (above !== undefined) pixels.paintBetween(row - step, above, row, pieces);
    if (below !== undefined) pixels.paintBetween(row, pieces, row + step, below);
    // Below the last row that is known there is none to draw lines to.
    else pixels.paintBetween(row, pieces, Math.min(pixels.height, row + step), pieces);
  }

  /** What a colour of a style sheet is made of. */
  private rgbOf(colour: string): Rgb {
    const { context } = this;
    if (context === null) return [0, 0, 0];
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  }
}

/** Who is cheapest along a row of pixels. */
function piecesOf(
  { question, offers, plane, cards }: FieldQuestion,
  row: number,
  { width, height }: FieldPixels,
): readonly RowPiece[] {
  const durationMs = valueOn(plane.duration, 1 - (row + 0.5) / height);
  const { min, max } = plane.requests;
  const [column] = decisionMap(question, offers, [durationMs], { min: 0, max }, cards, "nobody");
  const pieces = (column?.regimes ?? [])
    .filter(({ to }) => to > min)
    .map(({ to, cheapest, alternating }) => ({
      to: positionOn(plane.requests, to) * width,
      offer: cheapest,
      alternating,
    }));
  return pieces.length === 0 ? NOBODY : pieces;
}

function runsOf(pieces: readonly RowPiece[]): FieldRun[] {
  return pieces.flatMap(({ to, offer: cheapest }, index) =>
    cheapest === null ? [] : [{ from: pieces[index - 1]?.to ?? 0, to, cheapest }],
  );
}
