import { valueOn, positionOn } from "../../shared/chart/axis.ts";
import type { LoadedCards } from "../../shared/catalog/catalog.ts";
import { decisionMap, type MapColumn } from "../../shared/decision-map.ts";
import type { DrivenQuestion } from "../../shared/drivers/driver.ts";
import type { Offer } from "../../shared/offer.ts";
import type { MapPlane } from "./plane.ts";
import { rowOrder } from "./row-order.ts";

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

/** Milliseconds of a frame that computing may take; the rest is the page's. */
const SLICE_MS = 6;
/** Colours lie lightly under names and lines; more lightly where fleets take turns. */
const OPACITY = 0.4;
const ALTERNATING_OPACITY = 0.25;

/**
 * The colours of the map on a canvas of its own: a row of pixels for each execution time, whose
 * boundaries are the exact regimes there. Computed from coarse to fine, a part in each frame.
 */
export class Field {
  readonly canvas = document.createElement("canvas");
  /** Rows that were computed, by their place from the top. */
  readonly rows = new Map<number, readonly FieldRun[]>();
  private readonly context = this.canvas.getContext("2d");
  private readonly changed: () => void;
  private frame = 0;

  /** `changed` is called whenever there is more to see. */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Computes the field anew, for so many pixels. The first, coarse picture is there at once. */
  compute(asked: FieldQuestion, width: number, height: number): void {
    cancelAnimationFrame(this.frame);
    this.canvas.width = width;
    this.canvas.height = height;
    this.rows.clear();
    const order = rowOrder(height);
    const goOn = (): void => {
      const started = performance.now();
      while (order.length > 0 && performance.now() - started < SLICE_MS) {
        const next = order.shift();
        if (next !== undefined) {
          this.paint(asked, next.row, Math.min(next.height, height - next.row));
        }
      }
      this.changed();
      if (order.length > 0) this.frame = requestAnimationFrame(goOn);
    };
    goOn();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  private paint(asked: FieldQuestion, row: number, height: number): void {
    const { question, offers, plane, cards, colours } = asked;
    const { context, canvas } = this;
    if (context === null) return;
    const durationMs = valueOn(plane.duration, 1 - (row + 0.5) / canvas.height);
    const { min, max } = plane.requests;
    const range = { min: 0, max };
    const [column] = decisionMap(question, offers, [durationMs], range, cards, "nobody");
    const x = (load: number) => positionOn(plane.requests, Math.max(load, min)) * canvas.width;
    const runs: FieldRun[] = [];
    context.clearRect(0, row, canvas.width, height);
    for (const { from, to, cheapest, alternating } of column?.regimes ?? NO_REGIMES) {
      if (cheapest === null || to <= min) continue;
      const [start, end] = [x(from), x(to)];
      runs.push({ from: start, to: end, cheapest });
      context.globalAlpha = alternating ? ALTERNATING_OPACITY : OPACITY;
      context.fillStyle = colours[cheapest] ?? "";
      context.fillRect(start, row, end - start, height);
    }
    this.rows.set(row, runs);
  }
}

const NO_REGIMES: MapColumn["regimes"] = [];
