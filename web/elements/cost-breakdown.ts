import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { PricedOffer } from "../../shared/simulate.ts";
import { formatterFor, type Language } from "../format.ts";
import { breakdownTexts } from "../messages/breakdown-texts.ts";
import { namesFor, offerTexts } from "../messages/offer-texts.ts";
import { canSpeak } from "../messages/text-shelf.ts";
import { rankedOffers } from "../state/ranking.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costBreakdownStyles } from "./cost-breakdown.styles.ts";
import { nameOf, swatch } from "./offer-parts.ts";
import { baseStyles } from "./base.styles.ts";

/** Stands for the list of assumptions, among the bills. */
const ASSUMPTIONS = "assumptions";

/**
 * Every offer's bill, line by line, with where each price is from; and all that was assumed.
 *
 * @slot heading - instead of the title and the line below it
 * @csspart bill - one offer's bill, opened or closed
 */
export class CostBreakdown extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    open: { state: true },
    filled: { state: true },
  };
  static override styles = [baseStyles, costBreakdownStyles];

  /** Offers whose bill is open, and those whose bill has been; an open bill goes with its offer. */
  declare private open: ReadonlySet<string>;
  declare private filled: ReadonlySet<string>;
  declare simulation: Simulation | null;
  declare language: Language;
  /** The offer whose bill was asked for and is not opened yet. */
  private wanted: string | null = null;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.open = new Set();
    this.filled = new Set();
    watchSimulation(this);
  }

  protected override shouldUpdate(): boolean {
    return canSpeak(this, namesFor(this.simulation), breakdownTexts);
  }

  override render(): TemplateResult | typeof nothing {
    const answer = this.simulation?.answer ?? null;
    if (answer === null) return nothing;
    const texts = breakdownTexts.in(this.language);
    return html`
      <header>
        <slot name="heading" class="heading">
          <h2>${texts.title}</h2>
          <p class="lead">${texts.lead}</p>
        </slot>
      </header>
      ${rankedOffers(answer).map((offer) => this.renderBill(offer, answer))}
      <details @toggle=${(event: ToggleEvent) => this.toggled(ASSUMPTIONS, event)}>
        <summary><span class="name">${texts.assumptions}</span></summary>
        ${
          this.filled.has(ASSUMPTIONS)
            ? html`<cost-assumptions
                .simulation=${this.simulation}
                .language=${this.language}
              ></cost-assumptions>`
            : nothing
        }
      </details>
    `;
  }

  /** Opens the bill of an offer and goes there, as soon as it is there: texts may be on their way. */
  openBill(id: string): void {
    this.wanted = id;
    this.requestUpdate();
  }

  protected override updated(): void {
    if (this.wanted === null) return;
    const bill = this.renderRoot.querySelector<HTMLDetailsElement>(`#${CSS.escape(this.wanted)}`);
    this.wanted = null;
    if (bill === null) return;
    bill.open = true;
    bill.scrollIntoView({ block: "start" });
    bill.querySelector("summary")?.focus({ preventScroll: true });
  }

  private renderBill(priced: PricedOffer, answer: Answer): TemplateResult {
    const texts = offerTexts.in(this.language);
    const format = formatterFor(this.language, answer.inputs.currency);
    const name = nameOf(priced.offer, texts);
    const slot = this.simulation?.slots.slotOf(priced.id) ?? 0;
    return html`<details
      id=${priced.id}
      part="bill"
      ?open=${this.open.has(priced.id)}
      @toggle=${(event: ToggleEvent) => this.toggled(priced.id, event)}
    >
      <summary>
        <span class="name">${swatch(slot, priced.offer.kind)} <span>${name}</span></span>
        <span class="cost">${format.money(priced.monthlyCost ?? 0)}</span>
      </summary>
      ${
        this.filled.has(priced.id)
          ? html`<cost-bill
              .priced=${priced}
              .question=${answer.question}
              .cards=${this.simulation?.cards}
              .language=${this.language}
            ></cost-bill>`
          : nothing
      }
    </details>`;
  }

  /** What is shown is loaded when it is opened first. */
  private async toggled(id: string, { newState }: ToggleEvent): Promise<void> {
    const isOpen = newState === "open";
    if (isOpen !== this.open.has(id)) {
      const others = [...this.open].filter((other) => other !== id);
      this.open = new Set(isOpen ? [...others, id] : others);
    }
    if (!isOpen || this.filled.has(id)) return;
    await (id === ASSUMPTIONS ? import("../cost-assumptions.ts") : import("../cost-bill.ts"));
    this.filled = new Set([...this.filled, id]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-breakdown": CostBreakdown;
  }
}
