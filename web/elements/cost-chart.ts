import { adoptStyles, html, LitElement, nothing, type TemplateResult } from "lit";
import { positionOn } from "../../shared/chart/axis.ts";
import { cheapestOfKind, chartFigures, type ChartFigures } from "../../shared/chart/figures.ts";
import type { DrawnChart } from "../../shared/chart/plot-shapes.ts";
import type { ChartView } from "../../shared/chart/view.ts";
import { costAt } from "../../shared/engine/curve.ts";
import type * as BandsModule from "../chart/bands.ts";
import type { ViewCommand } from "../chart/commands.ts";
import type * as ControlsModule from "../chart/controls.ts";
import { drawnChart, OVERLAY_KINDS, type Overlay } from "../chart/drawn-chart.ts";
import type { Gestures } from "../chart/gestures.ts";
import { Palette } from "../chart/palette.ts";
import { Plot, type PlotSize } from "../chart/plot.ts";
import type { PlaceInView } from "../chart/zoom.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { pageTexts, textsIn } from "../messages/messages.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import type { OfferSlots } from "../state/offer-slots.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { hasRanges } from "../state/uncertain-ranges.ts";
import { chartReading, costsAt, swatchOf } from "./chart-reading.ts";
import { chartToolbar } from "./chart-toolbar.ts";
import { costChartStyles } from "./cost-chart.styles.ts";
import { nameOf } from "./offer-parts.ts";
import { sharedStyles } from "./shared.styles.ts";

type Controls = typeof ControlsModule;
type Bands = typeof BandsModule;

/** A part of the element that is no more than its heading, which stays as it is. */
const HEADING = 0.1;

/**
 * Every offer's exact cost by load, with a crosshair that reads all of them off.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart plot - the drawn chart
 */
export class CostChart extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    overlays: { attribute: false },
    language: {},
    theme: {},
    readLoad: { state: true },
    hoveredLoad: { state: true },
    zoomed: { state: true },
    controls: { state: true },
    bands: { state: true },
  };
  static override styles = [sharedStyles, costChartStyles];

  /** Where the slider stands; `null` for the workload's own load. */
  declare private readLoad: number | null;
  declare private hoveredLoad: number | null;
  /** The part that is looked at; `null` for what is seen at first. */
  declare private zoomed: ChartView | null;
  declare private controls: Controls | null;
  /** What computes bands; loaded when an input is a range. */
  declare private bands: Bands | null;
  declare simulation: Simulation | null;
  /** Scenarios to lay over: of each, its cheapest function and its cheapest machine by load. */
  declare overlays: readonly Overlay[];
  declare language: Language;
  /** Another theme has other colours to draw with. */
  declare theme: string | undefined;
  private plot: Plot | null = null;
  private gestures: Gestures | null = null;
  private figures: ChartFigures | null = null;
  private figuresOf: readonly unknown[] = [];
  private chart: DrawnChart | null = null;
  private chartOf: readonly unknown[] = [];
  private drawn: readonly unknown[] = [];
  private surface: HTMLElement | null = null;
  private readonly palette = new Palette(this);
  /** Room for the plot; `null` when it has to be measured, for which all is laid out. */
  private size: PlotSize | null = null;
  private readonly resized = new ResizeObserver(() => {
    this.size = null;
    this.requestUpdate();
  });

  constructor() {
    super();
    this.simulation = null;
    this.overlays = [];
    this.language = "en";
    this.readLoad = null;
    this.hoveredLoad = null;
    this.zoomed = null;
    this.controls = null;
    this.bands = null;
    watchSimulation(this, { threshold: HEADING });
    for (const name of ["pointerenter", "focusin"]) {
      this.addEventListener(name, () => void this.loadControls(), { once: true });
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener("pointerdown", this.pressedAnywhere);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener("pointerdown", this.pressedAnywhere);
    this.resized.disconnect();
    this.gestures?.destroy();
    this.plot?.destroy();
    this.plot = null;
    this.drawn = [];
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, pageTexts);
  }

  protected override willUpdate(): void {
    const answer = this.answer();
    const [before] = this.figuresOf as [Answer | null | undefined];
    if (answer === null) return;
    const { inputs } = answer;
    if (inputs.requestsPerMonth !== before?.inputs.requestsPerMonth) this.readLoad = null;
    const isRescaled =
      inputs.requestsScale !== before?.inputs.requestsScale ||
      inputs.costScale !== before.inputs.costScale;
    if (isRescaled) this.zoomed = null;
    if (hasRanges(inputs) && this.bands === null) void this.loadBands();
    const made = [answer, this.zoomed, this.overlays];
    if (isEqual(made, this.figuresOf)) return;
    this.figuresOf = made;
    this.figures = chartFigures(
      {
        comparison: answer.comparison,
        load: inputs.requestsPerMonth,
        requestsViewed: answer.requestsViewed,
      },
      { requests: inputs.requestsScale, cost: inputs.costScale },
      this.zoomed,
      this.overlays.flatMap(({ comparison }) =>
        OVERLAY_KINDS.map((kind) => cheapestOfKind(comparison, kind)),
      ),
    );
  }

  override render(): TemplateResult {
    const chart = textsIn(this.language).chart;
    const answer = this.answer();
    const drawn = this.chartNow();
    return html`
      <slot name="heading">
        <h2>${chart.title}</h2>
        <p class="lead">${chart.lead}</p>
      </slot>
      ${answer === null ? nothing : this.renderToolbar(answer)}
      <div class="frame">
        <div class="plot" part="plot" role="img" aria-label=${this.summary()}></div>
        ${
          this.hoveredLoad === null || answer === null || drawn === null
            ? nothing
            : this.renderTooltip(this.hoveredLoad, answer, drawn)
        }
      </div>
      ${answer === null || drawn === null ? nothing : this.renderReading(answer, drawn)}
    `;
  }

  private renderToolbar({ inputs }: Answer): TemplateResult {
    return chartToolbar({
      texts: textsIn(this.language).chart,
      requestsScale: inputs.requestsScale,
      costScale: inputs.costScale,
      isZoomed: this.zoomed !== null,
      rescale: (scales) => this.simulation?.update(scales),
      zoom: (command) => void this.obey(command),
      save: (format) => void this.save(format),
    });
  }

  private renderReading(answer: Answer, { figures, lines, bands }: DrawnChart): TemplateResult {
    const chart = textsIn(this.language).chart;
    const load = this.loadRead(answer);
    return html`${bands.length === 0 ? nothing : html`<p class="muted small">${chart.bandNote}</p>`}
    ${chartReading({
      figures,
      lines,
      load,
      costs: costsAt(figures, lines, load),
      slots: this.slots(),
      texts: textsIn(this.language),
      chart,
      format: this.format(answer),
      read: (read) => (this.readLoad = read),
      command: (event) => this.pressed(event),
    })}`;
  }

  private renderTooltip(load: number, answer: Answer, { figures, lines }: DrawnChart) {
    return this.controls?.chartTooltip(
      {
        load,
        across: positionOn(figures.view.requests, load),
        costs: costsAt(figures, lines, load),
        swatchOf: (read) => swatchOf(read, lines, this.slots()),
      },
      textsIn(this.language).chart,
      this.format(answer),
    );
  }

  protected override updated(): void {
    const answer = this.answer();
    const chart = this.chartNow();
    const target = this.renderRoot.querySelector<HTMLElement>(".plot");
    if (chart === null || answer === null || target === null) return;
    this.size ??= { width: target.clientWidth, height: target.clientHeight };
    const { size } = this;
    if (size.width === 0) return;
    const drawn = [chart, size.width, size.height];
    const plot = this.plot ?? this.createPlot(target);
    if (!isEqual(drawn, this.drawn)) {
      this.drawn = drawn;
      plot.draw(chart, size);
    }
    this.listenTo(plot.surface);
    plot.pointAt(this.loadRead(answer));
  }

  private createPlot(target: HTMLElement): Plot {
    this.plot = new Plot(target, (load) => (this.hoveredLoad = load));
    this.resized.observe(target);
    return this.plot;
  }

  /** Gestures are the surface's, which is another one whenever the plot is made anew. */
  private listenTo(surface: HTMLElement | null): void {
    const { controls } = this;
    if (surface === null || controls === null || surface === this.surface) return;
    this.surface = surface;
    this.gestures?.destroy();
    this.gestures = new controls.Gestures(surface, {
      views: () => this.figures,
      zoom: (view) => (this.zoomed = view),
    });
  }

  /** The chart as it is to be drawn: made anew only where something of it has changed. */
  private chartNow(): DrawnChart | null {
    const { figures } = this;
    const answer = this.answer();
    if (figures === null || answer === null) return null;
    const made = [figures, this.language, this.palette.edition, this.bands];
    if (this.chart !== null && isEqual(made, this.chartOf)) return this.chart;
    this.chartOf = made;
    const cards = this.simulation?.cards;
    const bands = hasRanges(answer.inputs) && cards ? this.bands : null;
    this.chart = drawnChart(
      figures,
      answer.inputs.requestsPerMonth,
      {
        texts: textsIn(this.language),
        chart: textsIn(this.language).chart,
        format: this.format(answer),
      },
      {
        palette: this.palette,
        slots: this.slots(),
        overlays: this.overlays,
        bands: cards === undefined ? [] : (bands?.bandsOf(answer, figures.view, cards) ?? []),
      },
    );
    return this.chart;
  }

  private summary(): string {
    const chart = textsIn(this.language).chart;
    const answer = this.answer();
    if (this.figures === null || answer === null) return chart.title;
    const format = this.format(answer);
    const { offers, view } = this.figures;
    const names = offers.map(({ offer }) => nameOf(offer, textsIn(this.language)));
    return chart.summary(
      format.compactCount(view.requests.min),
      format.compactCount(view.requests.max),
      names.join(textsIn(this.language).page.listSeparator),
    );
  }

  private async obey(command: ViewCommand): Promise<void> {
    const { viewAfter } = await this.loadControls();
    if (this.figures === null) return;
    this.zoomed = viewAfter(command, this.figures, this.placeRead(this.figures));
  }

  private pressed(event: KeyboardEvent): void {
    const command = this.controls?.commandOf(event) ?? null;
    if (command === null) return;
    event.preventDefault();
    void this.obey(command);
  }

  private async loadControls(): Promise<Controls> {
    const controls = await import("../chart/controls.ts");
    if (this.controls === null) {
      const styles = [...CostChart.elementStyles, controls.chartControlsStyles];
      adoptStyles(this.renderRoot as ShadowRoot, styles);
    }
    this.controls = controls;
    return controls;
  }

  /** Where the crosshair meets the cheapest curve; the middle where that is not in view. */
  private placeRead({ view, offers }: ChartFigures): PlaceInView {
    const answer = this.answer();
    if (answer === null) return { across: 0.5, up: 0.5 };
    const load = this.loadRead(answer);
    const cost = Math.min(...offers.map(({ curve }) => costAt(curve, load)));
    const inView = (place: number) => (place >= 0 && place <= 1 ? place : 0.5);
    return {
      across: inView(positionOn(view.requests, load)),
      up: inView(positionOn(view.cost, cost)),
    };
  }

  private async save(format: "PNG" | "SVG"): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const chart = this.chartNow();
    if (chart === null) return;
    const { savePng, saveSvg } = await import("../chart/export.ts");
    if (format === "SVG") saveSvg(chart);
    else await savePng(chart);
  }

  private async loadBands(): Promise<void> {
    this.bands = await import("../chart/bands.ts");
  }

  /** A finger elsewhere puts away what one has read off. */
  private readonly pressedAnywhere = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.hoveredLoad = null;
  };

  /** What is shown is who is cheapest where: bills alone are no answer yet. */
  private answer(): Answer | null {
    const answer = this.simulation?.answer ?? null;
    return answer?.isCompared === true ? answer : null;
  }

  private slots(): Pick<OfferSlots, "slotOf"> {
    return this.simulation?.slots ?? { slotOf: () => 0 };
  }

  private loadRead({ inputs }: Answer): number {
    return this.hoveredLoad ?? this.readLoad ?? inputs.requestsPerMonth;
  }

  private format({ inputs }: Answer): Formatter {
    return formatterFor(this.language, inputs.currency);
  }
}

function isEqual(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((value, index) => value === second[index]);
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-chart": CostChart;
  }
}
