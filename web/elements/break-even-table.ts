import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { BreakEvenPoint, PricedOffer } from "../../shared/simulate.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import { breakEvenPairs, type BreakEvenPair } from "../state/break-even-pairs.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { SimulationController } from "../state/simulation-controller.ts";
import { nameOf, swatch } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

/** Points of a pair that are listed before the rest is summed up. */
const POINTS_LISTED = 4;

/** The loads at which each function and each machine cost the same. */
export class BreakEvenTable extends LitElement {
  static override properties = { simulation: { attribute: false }, language: {} };
  static override styles = [sharedStyles];

  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    new SimulationController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    const { page } = textsIn(this.language);
    const answer = simulation?.answer ?? null;
    if (simulation === null || answer === null) return nothing;
    const pairs = breakEvenPairs(answer);
    return html`
      <h2 id="title">${page.breakEven}</h2>
      <p class="lead">${page.breakEvenLead}</p>
      ${
        pairs.length === 0
          ? html`<p class="muted">${page.nothingToCross}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${page.functionColumn}</th>
                    <th scope="col">${page.machineColumn}</th>
                    <th scope="col" class="number">${page.requestsColumn}</th>
                    <th scope="col" class="number">${page.rateColumn}</th>
                    <th scope="col" class="number">${page.costColumn}</th>
                    <th scope="col">${page.cheaperBelow}</th>
                    <th scope="col">${page.cheaperAbove}</th>
                  </tr>
                </thead>
                ${pairs.map((pair) => this.renderPair(pair, answer, simulation))}
              </table>
            </div>`
      }
    `;
  }

  private renderPair(pair: BreakEvenPair, answer: Answer, simulation: Simulation): TemplateResult {
    const { page } = textsIn(this.language);
    const format = formatterFor(this.language, answer.inputs.currency);
    const { points } = pair;
    const listed = points.length > POINTS_LISTED ? points.slice(0, POINTS_LISTED - 1) : points;
    const rest = points.slice(listed.length);
    const [first] = rest;
    const last = rest.at(-1);
    const between = this.renderNames(pair, simulation);
    return html`<tbody>
      ${
        points.length === 0
          ? html`<tr>
              ${between}
              <td colspan="5" class="muted">${this.neverText(pair)}</td>
            </tr>`
          : nothing
      }
      ${listed.map((point) => this.renderPoint(point, pair, between, format))}
      ${
        first !== undefined && last !== undefined
          ? html`<tr>
              ${between}
              <td colspan="5" class="muted">
                ${page.moreCrossings(
                  format.count(rest.length),
                  format.compactCount(first.requestsPerMonth),
                  format.compactCount(pair.alternatesTo ?? last.requestsPerMonth),
                )}
              </td>
            </tr>`
          : nothing
      }
    </tbody>`;
  }

  private renderNames(pair: BreakEvenPair, simulation: Simulation): TemplateResult {
    const texts = textsIn(this.language);
    const { slots } = simulation;
    const name = ({ id, offer }: PricedOffer) =>
      html`${swatch(slots.slotOf(id), offer.kind)} ${nameOf(offer, texts)}`;
    return html`<td>${name(pair.functions)}</td>
      <td>${name(pair.machine)}</td>`;
  }

  private renderPoint(
    point: BreakEvenPoint,
    pair: BreakEvenPair,
    between: TemplateResult,
    format: Formatter,
  ): TemplateResult {
    const { page } = textsIn(this.language);
    const isBeyond = point.requestsPerMonth > pair.carriesUpTo;
    return html`<tr>
      ${between}
      <td class="number">
        <strong>${format.count(point.requestsPerMonth)}</strong>
        ${isBeyond ? html`<br /><span class="muted small">${page.beyondCapacity}</span>` : nothing}
      </td>
      <td class="number">${format.rate(point.requestsPerMonth)}</td>
      <td class="number">${format.money(point.monthlyCost)}</td>
      <td>${this.kindText(point.cheaperBelow, pair)}</td>
      <td>${this.kindText(point.cheaperAbove, pair)}</td>
    </tr>`;
  }

  private kindText(id: string, pair: BreakEvenPair): string {
    const { page } = textsIn(this.language);
    return id === pair.functions.id ? page.functionColumn : page.machineColumn;
  }

  private neverText({ functions, machine, cheaper }: BreakEvenPair): string {
    const texts = textsIn(this.language);
    if (cheaper === null) return texts.page.alwaysEqual;
    const { offer } = cheaper === "function" ? functions : machine;
    return texts.page.neverCross(nameOf(offer, texts));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "break-even-table": BreakEvenTable;
  }
}
