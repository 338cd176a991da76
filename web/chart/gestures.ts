import type { ChartView } from "../../shared/chart/view.ts";
import { pannedBy, zoomedBy, zoomedTo, type PlaceInView } from "./zoom.ts";

/** What gestures act on. */
export interface GestureTarget {
  /** What is seen now, and all there is to see; `null` before there is a chart. */
  readonly views: () => { readonly view: ChartView; readonly whole: ChartView } | null;
  /** `null` for everything. */
  readonly zoom: (view: ChartView | null) => void;
}

/** A drag shorter than this is a click; a selection flatter than this takes the whole height. */
const DRAG_LEAST_PX = 8;
const SELECTION_LEAST_PX = 24;
/** How much nearer one notch of a wheel, about 100 px, comes. */
const WHEEL_ZOOM_PER_PX = 0.002;
const LINE_PX = 16;

/**
 * Zooms and moves what an element shows: a box drawn with the mouse, the wheel with Ctrl (which is
 * also how a pinch on a touchpad arrives) or after a click into it, two fingers; the mouse with Shift moves.
 */
export class Gestures {
  private readonly surface: HTMLElement;
  private readonly selection = document.createElement("div");
  private readonly target: GestureTarget;
  private readonly pointers = new Map<number, PlaceInView>();
  private start: { readonly place: PlaceInView; readonly view: ChartView } | null = null;
  /** The wheel is the chart's from a click into it until the pointer leaves. */
  private isEntered = false;
  private readonly ending = new AbortController();

  constructor(surface: HTMLElement, target: GestureTarget) {
    this.surface = surface;
    this.target = target;
    this.selection.className = "selection";
    this.selection.hidden = true;
    surface.append(this.selection);
    const { signal } = this.ending;
    surface.addEventListener("pointerdown", this.pressed, { signal });
    surface.addEventListener("pointermove", this.moved, { signal });
    surface.addEventListener("pointerup", this.released, { signal });
    surface.addEventListener("pointercancel", this.cancelled, { signal });
    surface.addEventListener("pointerleave", () => (this.isEntered = false), { signal });
    surface.addEventListener("wheel", this.turned, { signal, passive: false });
  }

  destroy(): void {
    this.ending.abort();
    this.selection.remove();
  }

  private readonly pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const views = this.target.views();
    if (views === null) return;
    this.isEntered = true;
    this.surface.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.placeOf(event));
    this.start = { place: this.middle(), view: views.view };
  };

  private readonly moved = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    const views = this.target.views();
    if (before === undefined || views === null || this.start === null) return;
    const spreadBefore = this.spread();
    const middleBefore = this.middle();
    this.pointers.set(event.pointerId, this.placeOf(event));
    if (this.pointers.size > 1) {
      const factor = spreadBefore === 0 ? 1 : this.spread() / spreadBefore;
      const zoomed = zoomedBy(views.view, views.whole, factor, middleBefore);
      this.pan(zoomed ?? views.whole, views.whole, middleBefore, this.middle());
    } else if (event.pointerType === "touch") {
      // One finger reads off.
      return;
    } else if (event.shiftKey) {
      this.pan(views.view, views.whole, before, this.placeOf(event));
    } else {
      this.select(this.start.place, this.placeOf(event));
    }
  };

  private readonly released = (event: PointerEvent): void => {
    const { start } = this;
    const views = this.target.views();
    const isBox = !this.selection.hidden && this.pointers.size === 1;
    this.cancelled(event);
    if (!isBox || start === null || views === null) return;
    const end = this.placeOf(event);
    const { height } = this.surface.getBoundingClientRect();
    const isFlat = Math.abs(end.up - start.place.up) * height < SELECTION_LEAST_PX;
    const from = isFlat ? { ...start.place, up: 0 } : start.place;
    this.target.zoom(zoomedTo(views.view, views.whole, from, isFlat ? { ...end, up: 1 } : end));
  };

  private readonly cancelled = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    this.selection.hidden = true;
    this.start = null;
  };

  private readonly turned = (event: WheelEvent): void => {
    const views = this.target.views();
    if (views === null || !(event.ctrlKey || event.metaKey || this.isEntered)) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const factor = Math.exp(-event.deltaY * unit * WHEEL_ZOOM_PER_PX);
    const zoomed = zoomedBy(views.view, views.whole, factor, this.placeOf(event));
    // Where there is nothing more to see, the wheel turns the page again.
    const isAtEnd = factor < 1 && zoomedBy(views.view, views.whole, 1, CENTRE) === null;
    if (isAtEnd && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.target.zoom(zoomed);
  };

  private pan(view: ChartView, whole: ChartView, from: PlaceInView, to: PlaceInView): void {
    const by = { across: from.across - to.across, up: from.up - to.up };
    this.target.zoom(zoomedBy(pannedBy(view, whole, by), whole, 1, CENTRE));
  }

  private select(from: PlaceInView, to: PlaceInView): void {
    const { width, height } = this.surface.getBoundingClientRect();
    const isDrag = Math.abs(to.across - from.across) * width >= DRAG_LEAST_PX;
    this.selection.hidden = !isDrag;
    const isFlat = Math.abs(to.up - from.up) * height < SELECTION_LEAST_PX;
    const [low, high] = isFlat ? [0, 1] : [Math.min(from.up, to.up), Math.max(from.up, to.up)];
    const { style } = this.selection;
    style.left = `${Math.min(from.across, to.across) * width}px`;
    style.width = `${Math.abs(to.across - from.across) * width}px`;
    style.top = `${(1 - high) * height}px`;
    style.height = `${(high - low) * height}px`;
  }

  private placeOf({ clientX, clientY }: MouseEvent): PlaceInView {
    const { left, top, width, height } = this.surface.getBoundingClientRect();
    return {
      across: Math.min(1, Math.max(0, (clientX - left) / width)),
      up: Math.min(1, Math.max(0, 1 - (clientY - top) / height)),
    };
  }

  private middle(): PlaceInView {
    const places = [...this.pointers.values()];
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      across: mean(places.map(({ across }) => across)),
      up: mean(places.map(({ up }) => up)),
    };
  }

  /** How far apart two fingers are, across the chart and up it as far as that goes. */
  private spread(): number {
    const [first, second] = [...this.pointers.values()];
    if (first === undefined || second === undefined) return 0;
    const { width, height } = this.surface.getBoundingClientRect();
    return Math.hypot((first.across - second.across) * width, (first.up - second.up) * height);
  }
}

const CENTRE: PlaceInView = { across: 0.5, up: 0.5 };
