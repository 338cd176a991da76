import { html, LitElement, nothing, type TemplateResult } from "lit";
import { formatterFor, type Language } from "../format.ts";
import { assumptionTexts } from "../messages/assumptions-texts.ts";
import { formTexts } from "../messages/form-texts.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import type { Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { assumptionRows, type AssumptionRow } from "./assumption-rows.ts";
import { costAssumptionsStyles } from "./cost-assumptions.styles.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Everything that shaped the answer, and what of it is as it was at the start. */
export class CostAssumptions extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [sharedStyles, costAssumptionsStyles];

  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    watchSimulation(this);
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts, formTexts, assumptionTexts);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation, language } = this;
    const answer = simulation?.answer ?? null;
    if (simulation === null || answer === null) return nothing;
    const texts = assumptionTexts.in(language);
    const rows = assumptionRows(answer.inputs, {
      texts,
      form: formTexts.in(language),
      page: textsIn(language).page,
      format: formatterFor(language, answer.inputs.currency),
      language,
      index: simulation.index,
    });
    return html`<p class="lead small">${texts.lead}</p>
      <table>
        <thead class="hidden-text">
          <tr>
            <th scope="col">${texts.name}</th>
            <th scope="col">${texts.value}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.label}</th>
                <td>${row.value} ${this.renderMark(row)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private renderMark({ isDefault }: AssumptionRow): TemplateResult | typeof nothing {
    const texts = assumptionTexts.in(this.language);
    if (isDefault === false) return nothing;
    return html`<span class="badge">${isDefault ? texts.byDefault : texts.convention}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-assumptions": CostAssumptions;
  }
}
