import { html, LitElement, nothing, type TemplateResult } from "lit";
import { formatterFor, type Language } from "../format.ts";
import type { DrawnMap } from "../map/drawn-map.ts";
import { hereOf, type MapPlace } from "../map/place.ts";
import { readingHere, readingText } from "../map/reading.ts";
import { mapTexts } from "../map/texts.ts";
import { timeText } from "../map/time-text.ts";
import { namesFor, offerTexts } from "../messages/offer-texts.ts";
import { canSpeak } from "../messages/text-shelf.ts";
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
    drawn: { state: true },
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
  declare cursor: MapPlace | null;
  /** What draws the map and reads off it; loaded when the map is seen first. */
  declare private drawn: DrawnMap | null;
  declare private isRequestsOpen: boolean;
  declare private isDurationOpen: boolean;
  /** What tabulates the map; loaded when a table is opened first. */
  declare private tables: StretchTables | null;
  private readonly seen = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.loadDrawn();
  });

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.cursor = null;
    this.drawn = null;
    this.isRequestsOpen = false;
    this.isDurationOpen = false;
    this.tables = null;
    watchSimulation(this, { threshold: LOOKED_AT });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.drawn === null) this.seen.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.seen.disconnect();
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, namesFor(this.simulation), mapTexts);
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
        aria-busy=${this.drawn === null}
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
    const format = formatterFor(this.language, answer.inputs.currency);
    const here = hereOf(answer);
    const reading = this.drawn?.readingOf(answer, simulation) ?? readingHere(answer);
    const words = { map, texts, format };
    return html`
      <p id="reading" class="reading" role="status">${readingText(reading, words)}</p>
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

  private async loadDrawn(): Promise<void> {
    try {
      const { DrawnMap } = await import("../map/drawn-map.ts");
      this.drawn ??= new DrawnMap(this);
      this.seen.disconnect();
    } catch {
      // Without a network: it is tried again when it comes into view again.
    }
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
}

declare global {
  interface HTMLElementTagNameMap {
    "decision-map": DecisionMap;
  }
}
