import { css, html, LitElement, type TemplateResult } from "lit";
import { PartLoader } from "../elements/part-loader.ts";
import type { Language } from "../format.ts";
import type { Simulation } from "../state/simulation.ts";

const DRAWN_CHART = "drawn-cost-chart";

async function loadChart(): Promise<void> {
  const { CostChart } = await import("../elements/cost-chart.ts");
  if (customElements.get(DRAWN_CHART) === undefined) {
    customElements.define(DRAWN_CHART, class extends CostChart {});
  }
}

/** `<cost-chart>` on a page of others: what draws it is half of all scripts, and is loaded when it is seen. */
export class ChartWhenSeen extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {}, theme: {} };
  static override styles = css`
    :host,
    drawn-cost-chart {
      display: block;
    }

    :not(:defined) {
      min-height: 36rem;
    }
  `;

  declare simulation: Simulation | null;
  declare language: Language;
  declare theme: string | undefined;
  protected readonly parts = new PartLoader(this, { [DRAWN_CHART]: loadChart });

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
  }

  override render(): TemplateResult {
    const hasHeading = this.querySelector(":scope > [slot=heading]") !== null;
    // A slot that is passed on hides what the chart has there itself, also when it is empty.
    const heading = hasHeading ? html`<slot name="heading" slot="heading"></slot>` : "";
    return html`<drawn-cost-chart
      .simulation=${this.simulation}
      .language=${this.language}
      .theme=${this.theme}
      exportparts="plot"
      >${heading}</drawn-cost-chart
    >`;
  }
}
