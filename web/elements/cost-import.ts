import { html, LitElement, nothing, type TemplateResult } from "lit";
import { readHourlyCounts, type CountsProblem } from "../../shared/import/hourly-counts.ts";
import { PERCENT } from "../../shared/units.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { VALUE } from "../formats.ts";
import type { Measurements } from "../import/measurements.ts";
import { inputsOfSize } from "../import/power-tuning.ts";
import { readMeasurements } from "../import/read-measurements.ts";
import { importTextsIn, type ImportMessages } from "../messages/import-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { scaledProfile } from "../state/profile.ts";
import { costImportStyles } from "./cost-import.styles.ts";
import { define } from "./define.ts";
import { dialogStyles } from "./dialog.styles.ts";
import type { ImportKind } from "./open-import.ts";
import { sharedStyles } from "./shared.styles.ts";

export { loadImportTexts } from "../messages/import-texts.ts";

/** Inputs that an import can set, in the order in which they are told. */
const KEYS = [
  "requestsPerMonth",
  "hourlyWeights",
  "memoryMb",
  "durationMs",
  "durations",
  "coldStartRatio",
  "initMs",
  "memoryPerRequestMb",
] as const satisfies (keyof SimulationInputs)[];
type ImportedInputs = Partial<Pick<SimulationInputs, (typeof KEYS)[number]>>;

/** What was read of the text, and what would be set. */
interface Preview {
  readonly summary: string;
  /** Lines that were not read, from 1. */
  readonly ignored: readonly number[];
  readonly inputs: ImportedInputs;
}

const IGNORED_NAMED = 8;

/**
 * Reads pasted or opened text in a dialog, tells what was read and what was not, and sets inputs when
 * the visitor agrees.
 *
 * @fires close - the dialog was closed
 */
class CostImport extends LitElement {
  static override properties = {
    kind: {},
    simulation: { attribute: false },
    language: {},
    text: { state: true },
    size: { state: true },
  };
  static override styles = [sharedStyles, dialogStyles, costImportStyles];

  declare private text: string;
  /** Which of several measured sizes is taken; `null` for the best. */
  declare private size: number | null;
  declare kind: ImportKind;
  declare simulation: EditedSimulation | null;
  declare language: Language;

  constructor() {
    super();
    this.kind = "measurements";
    this.simulation = null;
    this.language = "en";
    this.text = "";
    this.size = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const texts = importTextsIn(this.language);
    const { title, accepts } = texts[this.kind];
    const measured = this.kind === "measurements" ? readMeasurements(this.text) : null;
    const preview = this.preview(measured, texts);
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.dispatchEvent(new Event("close"))}
    >
      <div class="head">
        <h2 id="title">${title}</h2>
        <button type="button" class="button" @click=${this.close}>${texts.cancel}</button>
      </div>
      <div class="inside">
        <ul class="accepts">
          ${accepts.map((text) => html`<li>${text}</li>`)}
        </ul>
        <p class="muted small">${texts.stays}</p>
        <label class="label"
          >${texts.paste}
          <textarea
            spellcheck="false"
            autocapitalize="off"
            aria-describedby="outcome"
            .value=${this.text}
            @input=${(event: Event) => this.read((event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <label class="button file"
          >${texts.file}<input
            type="file"
            class="hidden-text"
            accept=".csv,.txt,.log,.json"
            @change=${this.opened}
        /></label>
        <div id="outcome" role="status">${this.renderOutcome(preview, simulation, texts)}</div>
        ${measured === null ? nothing : this.renderSizes(measured, texts)}
      </div>
      <div class="foot">
        <button
          type="button"
          class="button main"
          ?disabled=${preview === null || typeof preview === "string"}
          @click=${() => this.apply(preview, simulation)}
        >
          ${texts.apply}
        </button>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
    this.renderRoot.querySelector("textarea")?.focus();
  }

  /** What would be set, or why nothing is; `null` while there is no text. */
  private preview(measured: Measurements | null, texts: ImportMessages): Preview | string | null {
    if (this.text.trim() === "") return null;
    const format = this.format();
    if (this.kind === "counts") {
      const { counts, problem } = readHourlyCounts(this.text);
      if (counts === null) return problemText(problem, texts);
      const { hourlyWeights, requestsPerMonth, hours } = counts;
      return {
        summary: texts.hoursRead(format.count(hours)),
        ignored: [],
        inputs: { hourlyWeights: scaledProfile(hourlyWeights), requestsPerMonth },
      };
    }
    if (measured === null) return texts.nothingRead;
    const size = this.size === null ? undefined : measured.sizes[this.size];
    return {
      summary: texts.sources[measured.source](format.count(measured.read), measured.read === 1),
      ignored: measured.ignored,
      inputs: size === undefined ? measured.inputs : inputsOfSize(size),
    };
  }

  private renderOutcome(
    preview: Preview | string | null,
    simulation: EditedSimulation,
    texts: ImportMessages,
  ): TemplateResult | typeof nothing {
    if (preview === null) return nothing;
    if (typeof preview === "string") return html`<p class="problem">${preview}</p>`;
    const { summary, ignored, inputs } = preview;
    const { page } = textsIn(this.language);
    const named = ignored.slice(0, IGNORED_NAMED).join(page.listSeparator);
    return html`<p>
        ${summary}
        ${
          ignored.length === 0
            ? nothing
            : html`<span class="muted small"
                >${texts.linesIgnored(
                  this.format().count(ignored.length),
                  ignored.length > IGNORED_NAMED ? `${named} …` : named,
                )}</span
              >`
        }
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.input}</th>
            <th scope="col" class="number">${texts.before}</th>
            <th scope="col" class="number">${texts.after}</th>
          </tr>
        </thead>
        <tbody>
          ${KEYS.filter((key) => key in inputs).map(
            (key) =>
              html`<tr>
                <th scope="row">${texts.inputs[key]}</th>
                <td class="number">${this.valueText(key, simulation.inputs, texts)}</td>
                <td class="number">
                  <strong
                    >${this.valueText(key, { ...simulation.inputs, ...inputs }, texts)}</strong
                  >
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private renderSizes(
    { sizes, inputs }: Measurements,
    texts: ImportMessages,
  ): TemplateResult | typeof nothing {
    if (sizes.length === 0) return nothing;
    const { page } = textsIn(this.language);
    const format = this.format();
    const best = sizes.findIndex(({ memoryMb }) => memoryMb === inputs.memoryMb);
    return html`<label class="label size"
      >${texts.size}
      <select
        class="input"
        @change=${(event: Event) => (this.size = Number((event.target as HTMLSelectElement).value))}
      >
        ${sizes.map(
          ({ memoryMb, durationMs }, index) =>
            html`<option value=${index} ?selected=${index === (this.size ?? best)}>
              ${page.sizes.mb(format.count(memoryMb))}:
              ${page.durations.ms(format.rounded(durationMs))}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private valueText(
    key: (typeof KEYS)[number],
    inputs: SimulationInputs,
    texts: ImportMessages,
  ): string {
    const { page } = textsIn(this.language);
    const format = this.format();
    const { hourlyWeights, durations, memoryPerRequestMb } = inputs;
    const tellers: Readonly<Record<typeof key, () => string>> = {
      requestsPerMonth: () => format.count(inputs.requestsPerMonth),
      hourlyWeights: () =>
        hourlyWeights.length === 0 ? texts.even : texts.hoursOf(format.count(hourlyWeights.length)),
      memoryMb: () => page.sizes.mb(format.count(inputs.memoryMb)),
      durationMs: () => page.durations.ms(format.written(VALUE, inputs.durationMs)),
      durations: () =>
        durations.length === 0
          ? texts.oneDuration
          : durations
              .filter(({ percentile }) => PERCENTILES_TOLD.has(percentile))
              .map(
                ({ percentile, durationMs }) =>
                  `p${percentile} ${page.durations.ms(format.rounded(durationMs))}`,
              )
              .join(page.listSeparator),
      coldStartRatio: () => `${format.rounded(inputs.coldStartRatio * PERCENT)}%`,
      initMs: () => page.durations.ms(format.count(inputs.initMs)),
      memoryPerRequestMb: () =>
        memoryPerRequestMb === null
          ? texts.assumed
          : page.sizes.mb(format.written(VALUE, memoryPerRequestMb)),
    };
    return tellers[key]();
  }

  private read(text: string): void {
    this.text = text;
    this.size = null;
  }

  private readonly opened = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) this.read(await file.text());
  };

  private apply(preview: Preview | string | null, simulation: EditedSimulation): void {
    if (preview === null || typeof preview === "string") return;
    simulation.restore({ ...simulation.inputs, ...preview.inputs });
    this.close();
  }

  private readonly close = (): void => {
    this.renderRoot.querySelector("dialog")?.close();
  };

  private format(): Formatter {
    return formatterFor(this.language, "USD");
  }
}

const PERCENTILES_TOLD: ReadonlySet<number> = new Set([50, 95, 99]);

function problemText(problem: CountsProblem, texts: ImportMessages): string {
  if (problem.code === "notACount") return texts.notACount(problem.line, problem.text);
  if (problem.code === "howMany") return texts.howMany(problem.count);
  return texts[problem.code];
}

define({ "cost-import": CostImport });

declare global {
  interface HTMLElementTagNameMap {
    "cost-import": CostImport;
  }
}
