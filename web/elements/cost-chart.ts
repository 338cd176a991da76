import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type uPlot from "uplot";
import { toRequestsPerMonth } from "../../shared/units.ts";
import { chartFigures, GUIDE_RATES, type ChartFigures } from "../chart/content.ts";
import type { ChartContent } from "../chart/options.ts";
import type { Plot } from "../chart/plot.ts";
import { themeOf, seriesColour } from "../chart/theme.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { WhenSeen } from "./when-seen.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { chartReading } from "./chart-reading.ts";
import { costChartStyles } from "./cost-chart.styles.ts";
import { nameOf } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/**
 * Every offer's exact cost by load, with a crosshair that reads all of them off.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart plot - the drawn chart
 */
export class CostChart extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    theme: {},
    readLoad: { state: true },
    hoveredLoad: { state: true },
    hasFailed: { state: true },
  };
  static override styles = [sharedStyles, costChartStyles];

  /** Where the slider stands; `null` for the workload's own load. */
  declare private readLoad: number | null;
  declare private hoveredLoad: number | null;
  declare private hasFailed: boolean;
  declare simulation: Simulation | null;
  declare language: Language;
  /** Another theme has other colours to draw with. */
  declare theme: string | undefined;
  private plot: Plot | null = null;
  private isLoading = false;
  private figures: ChartFigures | null = null;
  private figuresOf: Answer | null = null;
  private drawn: string | null = null;
  private readonly seen = new WhenSeen(this);
  private readonly darkness = matchMedia("(prefers-color-scheme: dark)");
  private readonly resized = new ResizeObserver(() => this.plot?.resize(this.plotSize()));

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.readLoad = null;
    this.hoveredLoad = null;
    this.hasFailed = false;
    watchSimulation(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.darkness.addEventListener("change", this.redraw);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.darkness.removeEventListener("change", this.redraw);
    this.resized.disconnect();
    this.plot?.destroy();
    this.plot = null;
    this.drawn = null;
  }

  protected override willUpdate(): void {
    const answer = this.simulation?.answer ?? null;
    if (answer === this.figuresOf) return;
    if (answer?.inputs.requestsPerMonth !== this.figuresOf?.inputs.requestsPerMonth) {
      this.readLoad = null;
    }
    this.figuresOf = answer;
    this.figures = answer === null ? null : chartFigures(answer);
  }

  override render(): TemplateResult {
    const { page } = textsIn(this.language);
    const answer = this.figuresOf;
    return html`
      <slot name="heading">
        <h2>${page.chart}</h2>
        <p class="lead">${page.chartLead}</p>
      </slot>
      <div
        class="plot"
        part="plot"
        role="img"
        aria-label=${this.summary()}
        @pointerleave=${() => (this.hoveredLoad = null)}
      >
        <p class="waiting muted" ?hidden=${this.plot !== null}>
          ${this.hasFailed ? page.chartFailed : page.chartLoading}
        </p>
      </div>
      ${
        answer === null || this.figures === null || this.simulation === null
          ? nothing
          : chartReading({
              figures: this.figures,
              load: this.loadRead(answer),
              slots: this.simulation.slots,
              texts: textsIn(this.language),
              format: this.format(answer),
              read: (load) => (this.readLoad = load),
            })
      }
    `;
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.figures === null || this.figuresOf === null) return;
    if (!this.seen.isSeen) return;
    if (this.plot === null) void this.loadPlot();
    else this.drawPlot();
  }

  private summary(): string {
    const { page } = textsIn(this.language);
    if (this.figures === null || this.figuresOf === null) return page.chart;
    const format = this.format(this.figuresOf);
    const { offers, view } = this.figures;
    const names = offers.map(({ offer }) => nameOf(offer, textsIn(this.language)));
    return page.chartSummary(
      format.compactCount(view.minRequests),
      format.compactCount(view.maxRequests),
      names.join(", "),
    );
  }

  /** uPlot comes after the first answer is on the screen. */
  private async loadPlot(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    await new Promise(requestAnimationFrame);
    try {
      const { Plot: PlotClass, plotCss } = await import("../chart/plot.ts");
      const target = this.renderRoot.querySelector<HTMLElement>(".plot");
      if (target === null || !this.isConnected) return;
      this.adopt(plotCss);
      this.plot = new PlotClass(target, (load) => (this.hoveredLoad = load));
      this.resized.observe(target);
      this.requestUpdate();
    } catch (error) {
      console.error(error);
      this.hasFailed = true;
    } finally {
      this.isLoading = false;
    }
  }

  private adopt(css: string): void {
    const root = this.shadowRoot;
    if (root === null) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.unshift(sheet);
  }

  private drawPlot(): void {
    const { plot, figures, figuresOf: answer } = this;
    if (plot === null || figures === null || answer === null) return;
    const content = this.contentOf(answer, figures);
    const key = JSON.stringify([content, this.darkness.matches]);
    if (key !== this.drawn) {
      this.drawn = key;
      plot.draw(content, this.plotSize());
    }
    if (this.hoveredLoad === null) plot.pointAt(this.loadRead(answer));
  }

  private contentOf(answer: Answer, figures: ChartFigures): ChartContent {
    const texts = textsIn(this.language);
    const { page } = texts;
    const format = this.format(answer);
    const style = getComputedStyle(this);
    return {
      view: figures.view,
      // uPlot's types want mutable columns; it does not write to them.
      columns: figures.columns as unknown as uPlot.AlignedData,
      series: figures.offers.map(({ id, offer }) => ({
        label: nameOf(offer, texts),
        colour: seriesColour(style, this.slotOf(id)),
        dashed: offer.kind === "machine",
      })),
      marks: figures.marks.map(({ requests, cost }) => ({
        requests,
        cost,
        label: format.compactCount(requests),
      })),
      guides: GUIDE_RATES.map((rate) => ({
        requests: toRequestsPerMonth(rate),
        label: page.chartRate(format.compactCount(rate)),
      })),
      load: answer.inputs.requestsPerMonth,
      theme: themeOf(style),
      requestsAxis: page.chartRequestsAxis,
      costAxis: page.chartCostAxis,
      formatRequests: (requests) => format.compactCount(requests),
      formatCost: (cost) => format.compactMoney(cost),
    };
  }

  private readonly redraw = (): void => this.requestUpdate();

  private loadRead({ inputs }: Answer): number {
    return this.hoveredLoad ?? this.readLoad ?? inputs.requestsPerMonth;
  }

  private slotOf(id: string): number {
    return this.simulation?.slots.slotOf(id) ?? 0;
  }

  private plotSize(): { width: number; height: number } {
    const plot = this.renderRoot.querySelector(".plot");
    return { width: plot?.clientWidth ?? 0, height: plot?.clientHeight ?? 0 };
  }

  private format({ inputs }: Answer): Formatter {
    return formatterFor(this.language, inputs.currency);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-chart": CostChart;
  }
}
