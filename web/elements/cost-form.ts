import { html, LitElement, nothing, type TemplateResult } from "lit";
import { FIELDS } from "../../shared/fields.ts";
import { MB_PER_GB } from "../../shared/units.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { binaryStops, decimalStops } from "../state/slider-stops.ts";
import { costFormStyles } from "./cost-form.styles.ts";
import type { FieldChangeEvent, FieldValidityEvent, RegionChangeEvent } from "./events.ts";
import { formGroupStyles } from "./form-group.styles.ts";
import { group, numberInput } from "./form-parts.ts";
import { formSummaries, type GroupName } from "./form-summaries.ts";
import { durationText } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Groups whose inside is loaded when they are opened. */
const GROUPS: Readonly<
  Record<GroupName, readonly [() => Promise<unknown>, (form: CostForm) => TemplateResult]>
> = {
  traffic: [
    () => import("./form-traffic.ts"),
    ({ simulation, language }) =>
      html`<form-traffic .simulation=${simulation} .language=${language}></form-traffic>`,
  ],
  egress: [
    () => import("./form-egress.ts"),
    ({ simulation, language }) =>
      html`<form-egress .simulation=${simulation} .language=${language}></form-egress>`,
  ],
  functions: [
    () => import("./form-functions.ts"),
    ({ simulation, language }) =>
      html`<form-functions .simulation=${simulation} .language=${language}></form-functions>`,
  ],
  machines: [
    () => import("./form-machines.ts"),
    ({ simulation, language }) =>
      html`<form-machines .simulation=${simulation} .language=${language}></form-machines>`,
  ],
  sideCosts: [
    () => import("./form-side-costs.ts"),
    ({ simulation, language }) =>
      html`<form-side-costs .simulation=${simulation} .language=${language}></form-side-costs>`,
  ],
  money: [
    () => import("./form-money.ts"),
    ({ simulation, language }) =>
      html`<form-money .simulation=${simulation} .language=${language}></form-money>`,
  ],
  outlook: [
    () => import("./form-outlook.ts"),
    ({ simulation, language }) =>
      html`<form-outlook .simulation=${simulation} .language=${language}></form-outlook>`,
  ],
};
const GROUP_NAMES = Object.keys(GROUPS) as GroupName[];

const MEMORIES_MB = [128, 256, 512, 1024, 2048, 4096];
const MEMORY_STOPS_MB = binaryStops(128, 10_240);
const DURATIONS_MS = [10, 120, 1000, 10_000, 60_000];
const DURATION_STOPS_MS = decimalStops(1, 900_000);

/** Everything that a visitor can set, in groups that say what is set when they are closed. */
export class CostForm extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    compact: { type: Boolean },
    opened: { state: true },
    showsWorkload: { state: true },
  };
  static override styles = [sharedStyles, formGroupStyles, costFormStyles];

  declare private opened: ReadonlySet<GroupName>;
  /** A closed group is filled when it is opened: its fields take a phone long to make. */
  declare private showsWorkload: boolean;
  declare simulation: EditedSimulation | null;
  declare language: Language;
  /** All groups begin closed: for narrow screens. */
  declare compact: boolean;

  constructor() {
    super();
    this.opened = new Set();
    this.showsWorkload = false;
    this.simulation = null;
    this.language = "en";
    this.compact = false;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const { page } = textsIn(this.language);
    const summaries = formSummaries(simulation.inputs, this.city(simulation), page, this.format());
    return html`
      ${this.renderTools(simulation)}
      ${group(
        page.workloadGroup,
        summaries.workload,
        !this.compact,
        this.showsWorkload || !this.compact ? this.renderWorkload(simulation) : nothing,
        () => (this.showsWorkload = true),
      )}
      ${GROUP_NAMES.map((name) => {
        const [, inside] = GROUPS[name];
        return group(
          page.groups[name],
          summaries[name],
          false,
          this.opened.has(name) ? inside(this) : nothing,
          () => void this.open(name),
        );
      })}
    `;
  }

  /** Loads the inside of a group: its element is there before it is rendered. */
  private async open(name: GroupName): Promise<void> {
    if (this.opened.has(name)) return;
    const [load] = GROUPS[name];
    await load();
    this.opened = new Set([...this.opened, name]);
  }

  private renderTools(simulation: EditedSimulation): TemplateResult {
    const { page } = textsIn(this.language);
    const tool = (label: string, isOff: boolean, run: () => void) =>
      html`<button type="button" class="text-button small" ?disabled=${isOff} @click=${run}>
        ${label}
      </button>`;
    return html`<div class="tools">
      ${tool(page.undo, !simulation.canUndo, () => simulation.undo())}
      ${tool(page.redo, !simulation.canRedo, () => simulation.redo())}
      ${tool(page.reset, simulation.inputs === DEFAULT_INPUTS, () => {
        const { currency } = simulation.inputs;
        const isUsual = currency === DEFAULT_INPUTS.currency;
        simulation.restore(isUsual ? DEFAULT_INPUTS : { ...DEFAULT_INPUTS, currency });
      })}
    </div>`;
  }

  private renderWorkload(simulation: EditedSimulation): TemplateResult {
    const { page } = textsIn(this.language);
    const { index, inputs } = simulation;
    const format = this.format();
    return html`
      <cost-place
        .index=${index}
        .region=${inputs.region}
        .services=${[...inputs.functions, ...inputs.machines].map(({ service }) => service)}
        .language=${this.language}
        @region-change=${({ region }: RegionChangeEvent) => simulation.update({ region })}
      ></cost-place>
      ${numberInput(
        "memoryMb",
        {
          field: FIELDS.service_memory_mb,
          label: page.memory,
          unit: page.units.mb,
          presets: MEMORIES_MB.map((value) => ({
            value,
            label:
              value < MB_PER_GB
                ? page.sizes.mb(format.count(value))
                : page.sizes.gb(format.count(value / MB_PER_GB)),
          })),
          stops: MEMORY_STOPS_MB,
        },
        this,
      )}
      ${numberInput(
        "durationMs",
        {
          field: FIELDS.execution_time_ms,
          label: page.executionTime,
          unit: page.units.ms,
          presets: DURATIONS_MS.map((value) => ({
            value,
            label: durationText(value, page, format),
          })),
          stops: DURATION_STOPS_MS,
          // A time that is set stands for all requests.
          change: (value) => {
            if (value !== null) simulation.update({ durationMs: value, durations: [] });
          },
        },
        this,
      )}
      ${
        inputs.durations.length === 0
          ? nothing
          : html`<p class="note">
              ${page.distributionUsed}
              <button
                type="button"
                class="text-button"
                @click=${() => simulation.update({ durations: [] })}
              >
                ${page.dropDistribution}
              </button>
            </p>`
      }
      <cost-executions
        .requestsPerMonth=${inputs.requestsPerMonth}
        .restored=${simulation.restored}
        .language=${this.language}
        @field-change=${(event: FieldChangeEvent) => {
          if (event.value !== null) simulation.update({ requestsPerMonth: event.value });
        }}
        @field-validity=${(event: FieldValidityEvent) =>
          simulation.markField("requestsPerMonth", event.isValid)}
      ></cost-executions>
      <button type="button" class="button" @click=${this.pasteAsked}>
        ${page.pasteMeasurements}
      </button>
    `;
  }

  private readonly pasteAsked = async (): Promise<void> => {
    const { openImport } = await import("./open-import.ts");
    await openImport("measurements", this, this.renderRoot);
  };

  private city({ index, inputs }: EditedSimulation): string {
    return index?.placeOf(inputs.region)?.city[this.language] ?? inputs.region;
  }

  private format(): Formatter {
    return formatterFor(this.language, this.simulation?.inputs.currency ?? "USD");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-form": CostForm;
  }
}
