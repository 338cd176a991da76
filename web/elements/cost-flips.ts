import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Driver } from "../../shared/drivers/driver-names.ts";
import { flipsOf, type DriverFlips, type Flip } from "../../shared/drivers/flips.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { flipTextsIn, loadFlipTexts, type FlipMessages } from "../messages/flip-texts.ts";
import { textsIn } from "../messages/messages.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costFlipsStyles } from "./cost-flips.styles.ts";
import { define } from "./define.ts";
import { nameOf } from "./offer-parts.ts";
import { sharedStyles } from "./shared.styles.ts";
import { useWholeEngine } from "../held-back/whole-at-once.ts";

// Other values than the visitor's are asked for.
useWholeEngine();

const DRIVERS = [
  "execution_time",
  "memory",
  "cpu_time",
  "egress",
  "peak_to_average",
] as const satisfies Driver[];
type FlipDriver = (typeof DRIVERS)[number];

/** How long the inputs rest before the turns are looked for: not at every step of a slider. */
const REST_MS = 150;

/**
 * What would change the answer: for time, memory, CPU time, egress and the peak the nearest values
 * at which another offer is the cheapest. Its script is loaded when a visitor asks for it.
 */
class CostFlips extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    found: { state: true },
  };
  static override styles = [sharedStyles, costFlipsStyles];

  declare private found: { readonly answer: Answer; readonly flips: readonly DriverFlips[] } | null;
  declare simulation: Simulation | null;
  declare language: Language;
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.found = null;
    watchSimulation(this, { waits: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.resting);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await loadFlipTexts(this.language);
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const answer = this.simulation?.answer ?? null;
    if (answer === null || answer === this.found?.answer) return;
    clearTimeout(this.resting);
    if (this.found === null) this.look(answer);
    else this.resting = setTimeout(() => this.look(answer), REST_MS);
  }

  override render(): TemplateResult | typeof nothing {
    const { found } = this;
    if (found === null) return nothing;
    const texts = flipTextsIn(this.language);
    if (found.flips.length === 0) return html`<p class="muted small">${texts.noFlips}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${texts.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.driver}</th>
            <th scope="col" class="number">${texts.now}</th>
            <th scope="col">${texts.below}</th>
            <th scope="col">${texts.above}</th>
          </tr>
        </thead>
        <tbody>
          ${found.flips.map((flips) => this.renderFlips(flips, found.answer, texts))}
        </tbody>
      </table>
    </div>`;
  }

  private renderFlips(
    { driver, value, below, above }: DriverFlips,
    answer: Answer,
    texts: FlipMessages,
  ): TemplateResult {
    const name = driver as FlipDriver;
    const format = formatterFor(this.language, answer.inputs.currency);
    const isMean = name === "execution_time" && answer.question.workload.durations !== undefined;
    return html`<tr>
      <th scope="row">${isMean ? texts.meanTime : texts.drivers[name]}</th>
      <td class="number">${this.amount(name, value, format)}</td>
      <td data-label=${texts.below}>${this.renderFlip(name, below, answer, texts, format)}</td>
      <td data-label=${texts.above}>${this.renderFlip(name, above, answer, texts, format)}</td>
    </tr>`;
  }

  private renderFlip(
    driver: FlipDriver,
    flip: Flip | null,
    { question }: Answer,
    texts: FlipMessages,
    format: Formatter,
  ): TemplateResult {
    const offer = flip === null ? undefined : question.offers[flip.cheapest];
    if (flip === null || offer === undefined) {
      return html`<span class="muted">${texts.never}</span>`;
    }
    return html`<strong>${this.amount(driver, flip.value, format)}</strong>
      <span class="muted">${nameOf(offer, textsIn(this.language))}</span>`;
  }

  private amount(driver: FlipDriver, value: number, format: Formatter): string {
    const { page } = textsIn(this.language);
    const number = format.rounded(value);
    if (driver === "memory") return page.sizes.mb(number);
    if (driver === "egress") return page.sizes.kb(number);
    if (driver === "peak_to_average") return flipTextsIn(this.language).times(number);
    return page.durations.ms(number);
  }

  private look(answer: Answer): void {
    const { simulation } = this;
    if (simulation === null) return;
    const { workload, terms, offers } = answer.question;
    this.found = { answer, flips: flipsOf({ workload, terms }, offers, DRIVERS, simulation.cards) };
  }
}

define({ "cost-flips": CostFlips });
