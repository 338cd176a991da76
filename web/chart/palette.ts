import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ChartTheme } from "../../shared/chart/plot-shapes.ts";
import { COLOURS } from "../elements/offer-parts.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { RESTS_AFTER_MS } from "../state/simulation-controller.ts";

/** Colours of scenarios that are laid over; further ones begin anew. */
export const OVERLAY_COLOURS = 4;

interface PaintedHost extends ReactiveControllerHost, Element {
  readonly simulation: Simulation | null;
  readonly theme: string | undefined;
}

/** What else decides how something looks. */
const LOOKS = ["(prefers-color-scheme: dark)", "print"].map((query) => matchMedia(query));

/**
 * The colours and the font that hold where a host stands, which is rendered anew when they can be
 * others. Asking for one has the browser bring all styles up to date, which takes as long as drawing a
 * chart: they are read for another look, and for an answer unless it is one of a slider that is drawn.
 */
export class Palette implements ReactiveController {
  private readonly host: PaintedHost;
  private known = new Map<string, string>();
  private look = "";
  private answer: Answer | null = null;
  private updatedMs = -Infinity;
  private themeKnown: ChartTheme | null = null;

  constructor(host: PaintedHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const look of LOOKS) look.addEventListener("change", this.redraw);
  }

  hostDisconnected(): void {
    for (const look of LOOKS) look.removeEventListener("change", this.redraw);
  }

  hostUpdate(): void {
    const { simulation, theme } = this.host;
    const answer = simulation?.answer ?? null;
    const now = performance.now();
    const isDrawn = now - this.updatedMs < RESTS_AFTER_MS;
    this.updatedMs = now;
    const look = `${theme} ${LOOKS.map(({ matches }) => matches).join(" ")}`;
    if (look === this.look && (isDrawn || answer === this.answer)) return;
    this.look = look;
    this.answer = answer;
    this.known = new Map();
    this.themeKnown = null;
  }

  /** Another object when the colours can be others. */
  get edition(): object {
    return this.known;
  }

  /** The colours around the lines. */
  get theme(): ChartTheme {
    this.themeKnown ??= {
      text: this.colour("text"),
      muted: this.colour("muted"),
      grid: this.colour("line"),
      surface: this.colour("surface"),
      accent: this.colour("accent"),
      guide: this.colour("guide"),
      font: getComputedStyle(this.host).fontFamily,
    };
    return this.themeKnown;
  }

  /** The colour of an offer's line. */
  series(slot: number): string {
    return this.colour(`series-${(slot % COLOURS) + 1}`);
  }

  /** The colour of a scenario that is laid over. */
  overlay(index: number): string {
    return this.colour(`overlay-${(index % OVERLAY_COLOURS) + 1}`);
  }

  private colour(name: string): string {
    let value = this.known.get(name);
    if (value === undefined) {
      value = getComputedStyle(this.host).getPropertyValue(`--cost-${name}`);
      this.known.set(name, value);
    }
    return value;
  }

  private readonly redraw = (): void => this.host.requestUpdate();
}
