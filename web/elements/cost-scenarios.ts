import { html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { MB_PER_GB } from "../../shared/units.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { formatterFor, type Language } from "../format.ts";
import { VALUE } from "../formats.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { scenarioTexts, type ScenarioTexts } from "../messages/scenarios-texts.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { scenarios } from "../page/scenarios.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import type { SimulationInputs } from "../state/inputs.ts";
import { fromFragment, toFragment } from "../state/link/link.ts";
import { NAME_LENGTH_MAX, type Scenario } from "../state/scenarios/scenario-store.ts";
import type { Answer } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costScenariosStyles } from "./cost-scenarios.styles.ts";
import { OverlaysChangeEvent } from "./events.ts";
import { nameOf } from "./offer-parts.ts";
import { durationText } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Scenarios under names, side by side with what is set now; and what was looked at lately. */
export class CostScenarios extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    drawn: { state: true },
    renamed: { state: true },
    message: { state: true },
    removed: { state: true },
  };
  static override styles = [sharedStyles, costScenariosStyles];

  declare simulation: EditedSimulation | null;
  declare language: Language;
  /** Names of the scenarios that the chart shows. */
  declare private drawn: ReadonlySet<string>;
  /** The scenario whose name is being changed. */
  declare private renamed: string | null;
  declare private message: string;
  /** What was deleted last and can be brought back. */
  declare private removed: Scenario | null;
  /** Answers to scenarios, by their fragments. */
  private readonly answers = new Map<string, Answer>();
  private readonly asked = new Set<string>();

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.drawn = new Set();
    this.renamed = null;
    this.message = "";
    this.removed = null;
    watchSimulation(this, { waits: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    scenarios.addEventListener("change", this.listChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    scenarios.removeEventListener("change", this.listChanged);
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts, scenarioTexts);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    const answer = simulation?.answer ?? null;
    if (simulation === null || answer === null) return nothing;
    const texts = scenarioTexts.in(this.language);
    return html`
      <p class="lead">${texts.lead}</p>
      ${scenarios.isKept ? nothing : html`<p class="notice">${texts.notKept}</p>`}
      ${this.renderSave(simulation, texts)}
      <p class="told" role="status">
        ${this.message}
        ${
          this.removed === null
            ? nothing
            : html`<button class="text-button" type="button" @click=${() => this.bringBack()}>
                ${texts.undo}
              </button>`
        }
      </p>
      ${this.renderTable(answer, texts)} ${this.renderRecent(simulation, texts)}
    `;
  }

  private renderSave(simulation: EditedSimulation, texts: ScenarioTexts): TemplateResult {
    return html`<form
      class="save"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const field = this.renderRoot.querySelector<HTMLInputElement>("#name");
        if (field !== null) this.save(field, toFragment(simulation.inputs), texts);
      }}
    >
      <label for="name">${texts.name}</label>
      <input
        id="name"
        class="input"
        maxlength=${NAME_LENGTH_MAX}
        autocomplete="off"
        required
        placeholder=${this.summaryOf(simulation.inputs, texts)}
      />
      <button class="button">${texts.save}</button>
    </form>`;
  }

  private save(field: HTMLInputElement, fragment: string, texts: ScenarioTexts): void {
    const name = field.value;
    const isSaved = scenarios.save(name, fragment);
    this.removed = null;
    this.message = isSaved ? texts.saved(name.trim()) : texts.full;
    if (isSaved) field.value = "";
  }

  private renderTable(answer: Answer, texts: ScenarioTexts): TemplateResult {
    return html`<h3>${texts.compare}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">${texts.scenario}</th>
              <th scope="col" class="number">${texts.requests}</th>
              <th scope="col">${texts.cheapestFunction}</th>
              <th scope="col">${texts.cheapestMachine}</th>
              <th scope="col">${texts.cheaper}</th>
              <th scope="col">${texts.chartColumn}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">${texts.now}</th>
              ${this.renderAnswer(answer, texts)}
              <td></td>
            </tr>
            ${repeat(
              scenarios.saved,
              ({ name }) => name,
              (scenario) => this.renderScenario(scenario, texts),
            )}
          </tbody>
        </table>
      </div>`;
  }

  private renderScenario(scenario: Scenario, texts: ScenarioTexts): TemplateResult {
    const { name } = scenario;
    const answer = this.answerOf(scenario);
    return html`<tr>
      <th scope="row">
        ${
          this.renamed === name
            ? this.renderRename(name, texts)
            : html`${name}
                <div class="actions">
                  ${this.renderAction(texts.openShort, texts.open(name), () =>
                    this.open(scenario.fragment),
                  )}
                  ${this.renderAction(
                    texts.renameShort,
                    texts.rename(name),
                    () => (this.renamed = name),
                  )}
                  ${this.renderAction(texts.removeShort, texts.remove(name), () =>
                    this.forget(scenario),
                  )}
                </div>`
        }
      </th>
      ${
        answer === null
          ? html`<td colspan="4" class="muted">
              ${fromFragment(scenario.fragment) === null ? texts.unreadable : "…"}
            </td>`
          : this.renderAnswer(answer, texts)
      }
      <td>
        <input
          type="checkbox"
          aria-label=${texts.inChart(name)}
          .checked=${this.drawn.has(name)}
          ?disabled=${answer === null}
          @change=${() => this.toggleDrawn(name)}
        />
      </td>
    </tr>`;
  }

  private renderAction(text: string, label: string, act: () => void): TemplateResult {
    return html`<button class="text-button" type="button" aria-label=${label} @click=${act}>
      ${text}
    </button>`;
  }

  private renderRename(name: string, texts: ScenarioTexts): TemplateResult {
    const done = (): void => {
      this.renamed = null;
    };
    return html`<form
      class="rename"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const field = this.renderRoot.querySelector<HTMLInputElement>(".rename input");
        if (field !== null) this.rename(name, field.value, texts);
      }}
      @keydown=${({ key }: KeyboardEvent) => {
        if (key === "Escape") done();
      }}
    >
      <input
        class="input"
        aria-label=${texts.rename(name)}
        maxlength=${NAME_LENGTH_MAX}
        autocomplete="off"
        required
        .value=${name}
      />
      <button class="text-button">${texts.save}</button>
      <button class="text-button" type="button" @click=${done}>${texts.cancel}</button>
    </form>`;
  }

  private renderAnswer({ verdict, inputs }: Answer, texts: ScenarioTexts): TemplateResult {
    const format = formatterFor(this.language, inputs.currency);
    const { cheaper, upTo } = verdict;
    const offer = (priced: PricedOffer | null, isCheaper: boolean) =>
      priced === null
        ? html`<td class="muted">${texts.none}</td>`
        : html`<td>
            <span class=${isCheaper ? "cheaper" : ""}
              >${format.money(priced.monthlyCost ?? 0)}</span
            >
            <div class="muted small">${nameOf(priced.offer, textsIn(this.language))}</div>
          </td>`;
    return html`<td class="number">${format.count(inputs.requestsPerMonth)}</td>
      ${offer(verdict.functions, cheaper === "function")}
      ${offer(verdict.machine, cheaper === "machine")}
      <td>
        ${cheaper === null ? texts.none : cheaper === "function" ? texts.functions : texts.machines}
        <div class="muted small">
          ${upTo === null ? texts.always : texts.upTo(format.count(Math.floor(upTo)))}
        </div>
      </td>`;
  }

  private renderRecent(
    { inputs }: EditedSimulation,
    texts: ScenarioTexts,
  ): TemplateResult | typeof nothing {
    const now = toFragment(inputs);
    const recent = scenarios.recent.flatMap((fragment) => {
      const asked = fragment === now ? null : fromFragment(fragment);
      return asked === null ? [] : [{ fragment, inputs: asked }];
    });
    if (recent.length === 0) return nothing;
    return html`<h3>${texts.recent}</h3>
      <ul>
        ${recent.map(
          ({ fragment, inputs: asked }) =>
            html`<li>
              <button class="text-button" type="button" @click=${() => this.open(fragment)}>
                ${this.summaryOf(asked, texts)}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  /** Inputs in a few words. */
  private summaryOf(inputs: SimulationInputs, texts: ScenarioTexts): string {
    const { page } = textsIn(this.language);
    const format = formatterFor(this.language, inputs.currency);
    const place = this.simulation?.index?.placeOf(inputs.region);
    const { memoryMb } = inputs;
    const memory =
      memoryMb % MB_PER_GB === 0
        ? page.sizes.gb(format.written(VALUE, memoryMb / MB_PER_GB))
        : page.sizes.mb(format.written(VALUE, memoryMb));
    return texts.summary(
      place?.city[this.language] ?? inputs.region,
      memory,
      durationText(inputs.durationMs, page, format),
      format.compactCount(inputs.requestsPerMonth),
    );
  }

  /** The answer to a scenario, once it is there. */
  private answerOf({ fragment }: Scenario): Answer | null {
    const answer = this.answers.get(fragment);
    if (answer !== undefined) return answer;
    const inputs = fromFragment(fragment);
    if (inputs === null || this.simulation === null || this.asked.has(fragment)) return null;
    this.asked.add(fragment);
    void this.ask(fragment, inputs, this.simulation);
    return null;
  }

  private async ask(
    fragment: string,
    inputs: SimulationInputs,
    simulation: EditedSimulation,
  ): Promise<void> {
    try {
      this.answers.set(fragment, await simulation.answerFor(inputs));
    } catch {
      // Prices could not be loaded: it is asked again when the list is shown again.
      this.asked.delete(fragment);
      return;
    }
    this.requestUpdate();
    this.tellOverlays();
  }

  private open(fragment: string): void {
    const inputs = fromFragment(fragment);
    if (inputs !== null) this.simulation?.update(inputs);
  }

  private rename(from: string, to: string, texts: ScenarioTexts): void {
    if (!scenarios.rename(from, to)) {
      this.message = texts.nameTaken;
      return;
    }
    this.renamed = null;
    this.message = "";
    if (this.drawn.has(from)) {
      this.drawn = new Set([...this.drawn].map((name) => (name === from ? to.trim() : name)));
      this.tellOverlays();
    }
  }

  private forget(scenario: Scenario): void {
    scenarios.remove(scenario.name);
    this.removed = scenario;
    this.message = scenarioTexts.in(this.language).deleted(scenario.name);
    if (this.drawn.has(scenario.name)) this.toggleDrawn(scenario.name);
  }

  private bringBack(): void {
    if (this.removed !== null) scenarios.save(this.removed.name, this.removed.fragment);
    this.removed = null;
    this.message = "";
  }

  private toggleDrawn(name: string): void {
    const drawn = new Set(this.drawn);
    if (!drawn.delete(name)) drawn.add(name);
    this.drawn = drawn;
    this.tellOverlays();
  }

  /** What the chart lays over its own lines. */
  private tellOverlays(): void {
    const overlays = scenarios.saved.flatMap(({ name, fragment }) => {
      const answer = this.answers.get(fragment);
      return answer === undefined || !this.drawn.has(name)
        ? []
        : [{ name, comparison: answer.comparison }];
    });
    this.dispatchEvent(new OverlaysChangeEvent(overlays));
  }

  private readonly listChanged = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-scenarios": CostScenarios;
  }
}
