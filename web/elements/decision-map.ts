import { html, LitElement, nothing, type TemplateResult } from "lit";
import { Palette } from "../chart/palette.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { timesOn } from "../map/map-shapes.ts";
import { MapPicture } from "../map/picture.ts";
import { movedOn, placeAt, planeOf, roundedPlace, type MapPlace } from "../map/plane.ts";
import { readingAt } from "../map/reading.ts";
import { mapTexts } from "../map/texts.ts";
import { timeText } from "../map/time-text.ts";
import { offerTexts } from "../messages/offer-texts.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { inputsAt } from "../state/inputs-at.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { baseStyles } from "./base.styles.ts";
import { decisionMapStyles } from "./decision-map.styles.ts";
import { nameOf, seriesClass } from "./offer-parts.ts";
import type * as StretchTablesModule from "./stretch-tables.ts";
import { tableStyles } from "./table.styles.ts";

type StretchTables = typeof StretchTablesModule;

/** A part of the element whose picture is glanced at: less of it follows when the simulation rests. */
const LOOKED_AT = 0.5;

/** How far one press of an arrow key goes, in parts of the map; with Shift further. */
const STEP = 1 / 200;
const LARGE_STEP = 1 / 20;

const ARROWS: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * Who is cheapest over requests and execution time: a map whose boundaries are exact, on which the
 * workload can be moved.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart map - the drawn map
 */
export class DecisionMap extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    theme: {},
    cursor: { state: true },
    isRequestsOpen: { state: true },
    isDurationOpen: { state: true },
    tables: { state: true },
  };
  static override styles = [baseStyles, tableStyles, decisionMapStyles];

  declare simulation: Simulation | null;
  declare language: Language;
  /** Another theme has other colours to draw with. */
  declare theme: string | undefined;
  /** Where one reads off; `null` for the workload's own place. */
  declare private cursor: MapPlace | null;
  declare private isRequestsOpen: boolean;
  declare private isDurationOpen: boolean;
  /** What tabulates the map; loaded when a table is opened first. */
  declare private tables: StretchTables | null;
  private picture: MapPicture | null = null;
  /** What the colours were computed from. */
  private coloured = "";
  private readonly palette = new Palette(this);
  private isMeasured = false;
  private readonly resized = new ResizeObserver(() => {
    this.isMeasured = false;
    this.requestUpdate();
  });

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.cursor = null;
    this.isRequestsOpen = false;
    this.isDurationOpen = false;
    this.tables = null;
    watchSimulation(this, { threshold: LOOKED_AT });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.picture?.stop();
    this.coloured = "";
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, offerTexts, mapTexts);
  }

  override render(): TemplateResult {
    const map = mapTexts.in(this.language);
    const answer = this.simulation?.answer ?? null;
    return html`
      <slot name="heading">
        <h2>${map.title}</h2>
        <p class="lead">${map.lead}</p>
      </slot>
      <div
        class="map"
        part="map"
        tabindex="0"
        role="application"
        aria-label=${map.label}
        aria-describedby="reading help"
        @pointermove=${this.pointed}
        @pointerleave=${() => (this.cursor = null)}
        @click=${this.clicked}
        @keydown=${this.pressed}
        @blur=${() => (this.cursor = null)}
      >
        <canvas></canvas>
      </div>
      <p id="help" class="hidden-text">${map.help}</p>
      ${answer === null || this.simulation === null ? nothing : this.renderTexts(answer, this.simulation)}
    `;
  }

  private renderTexts(answer: Answer, simulation: Simulation): TemplateResult {
    const map = mapTexts.in(this.language);
    const texts = offerTexts.in(this.language);
    const format = this.format(answer);
    const here = hereOf(answer);
    const words = { map, texts, format };
    return html`
      <p id="reading" class="reading" role="status">
        ${readingAt(this.cursor === null ? here : roundedPlace(this.cursor), answer, simulation, words)}
      </p>
      <ul class="legend">
        ${answer.question.offers.map(
          (offer) =>
            html`<li>
              <span class="patch ${seriesClass(simulation.slots.slotOf(offer.id ?? ""))}"></span>
              ${nameOf(offer, texts)}
            </li>`,
        )}
      </ul>
      <details @toggle=${(event: ToggleEvent) => this.toggled("isRequestsOpen", event)}>
        <summary>${map.byRequests(timeText(here.durationMs, texts.page, format))}</summary>
        ${
          this.isRequestsOpen && this.tables !== null
            ? this.tables.requestsTable(answer, simulation, words)
            : nothing
        }
      </details>
      <details @toggle=${(event: ToggleEvent) => this.toggled("isDurationOpen", event)}>
        <summary>${map.byDuration(format.count(here.requestsPerMonth))}</summary>
        ${
          this.isDurationOpen && this.tables !== null
            ? this.tables.durationTable(answer, simulation, words)
            : nothing
        }
      </details>
    `;
  }

  protected override updated(): void {
    const { simulation } = this;
    const answer = simulation?.answer ?? null;
    const canvas = this.renderRoot.querySelector("canvas");
    if (simulation === null || answer === null || canvas === null) return;
    this.picture ??= new MapPicture(canvas);
    this.isMeasured ||= this.picture.measure();
    if (!this.isMeasured) return;
    const { theme } = this.palette;
    const plane = planeOf(answer);
    const words = this.pictureWords(this.format(answer));
    const isResized = this.picture.fit(timesOn(plane).map(words.duration), theme.font);
    const { offers, workload, terms } = answer.question;
    const names = offers.map((offer) => nameOf(offer, offerTexts.in(this.language)));
    const colours = offers.map(({ id }) => this.palette.series(simulation.slots.slotOf(id ?? "")));
    // The map is the same wherever on it the workload is.
    const rest = {
      ...workload,
      requestsPerMonth: 0,
      ...(workload.durations ? {} : { durationMs: 0 }),
    };
    const coloured = JSON.stringify([rest, terms, offers, plane, colours, names]);
    const { cards } = simulation;
    if (isResized || coloured !== this.coloured) {
      this.picture.colour({ question: { workload, terms }, offers, plane, cards, colours }, names);
    }
    this.coloured = coloured;
    this.picture.draw({
      plane,
      theme,
      here: hereOf(answer),
      cursor: this.cursor,
      words,
    });
  }

  private async toggled(
    table: "isRequestsOpen" | "isDurationOpen",
    { newState, currentTarget }: ToggleEvent,
  ): Promise<void> {
    this[table] = newState === "open";
    if (!this[table] || this.tables !== null) return;
    try {
      this.tables = await import("./stretch-tables.ts");
    } catch {
      // Without a network: it is tried again when it is opened again.
      (currentTarget as HTMLDetailsElement).open = false;
    }
  }

  private pictureWords(format: Formatter) {
    const map = mapTexts.in(this.language);
    const { page } = offerTexts.in(this.language);
    return {
      requestsAxis: map.requestsAxis,
      durationAxis: map.durationAxis,
      requests: (requests: number) => format.compactCount(requests),
      duration: (durationMs: number) => timeText(durationMs, page, format),
      rate: (rate: number) => map.rate(format.compactCount(rate)),
    };
  }

  private readonly pointed = (event: PointerEvent): void => {
    this.cursor = this.placeOf(event);
  };

  private readonly clicked = (event: MouseEvent): void => {
    const place = this.placeOf(event);
    if (place !== null) this.moveTo(place);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const answer = this.simulation?.answer ?? null;
    if (answer === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = this.cursor ?? hereOf(answer);
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = event.shiftKey ? LARGE_STEP : STEP;
      this.cursor = movedOn(planeOf(answer), place, arrow[0] * step, arrow[1] * step);
    } else if (event.key === "Enter" || event.key === " ") this.moveTo(place);
    else if (event.key === "Escape") this.cursor = null;
    else return;
    event.preventDefault();
  };

  private moveTo(place: MapPlace): void {
    const { simulation } = this;
    if (simulation === null) return;
    simulation.update(inputsAt(simulation.inputs, roundedPlace(place)));
    this.cursor = null;
  }

  private placeOf({ clientX, clientY }: MouseEvent): MapPlace | null {
    const answer = this.simulation?.answer ?? null;
    const canvas = this.renderRoot.querySelector("canvas");
    if (answer === null || canvas === null || this.picture === null) return null;
    const { left, top } = canvas.getBoundingClientRect();
    return placeAt(planeOf(answer), this.picture.box, clientX - left, clientY - top);
  }

  private format({ inputs }: Answer): Formatter {
    return formatterFor(this.language, inputs.currency);
  }
}

function hereOf({ inputs, question }: Answer): MapPlace {
  return {
    requestsPerMonth: inputs.requestsPerMonth,
    durationMs: question.workload.durationMs,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "decision-map": DecisionMap;
  }
}
