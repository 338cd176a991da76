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

/**
 * `<cost-chart>` on a page of others: what draws it is half of all scripts, and is loaded when it is seen.
 * So is what compares offers, unless its `cost-change` is listened to.
 */
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
  /** Whether nobody is there for a comparison. */
  comparesLater = true;
  protected readonly parts = new PartLoader(this, {
    [DRAWN_CHART]: () => Promise.all([loadChart(), this.compare()]),
  });

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
  }

  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
    if (type === "cost-change") void this.compare().catch(() => undefined);
  }

  /** Compares from now on; a failed load is tried again with the next answer. */
  protected async compare(): Promise<void> {
    this.comparesLater = false;
    await this.simulation?.compareOffers();
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
