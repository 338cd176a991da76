import { html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PricedOffer } from "../../shared/simulate.ts";
import { formatterFor, type Language } from "../format.ts";
import { textsIn } from "../messages/messages.ts";
import { rankedOffers } from "../state/ranking.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costBreakdownStyles } from "./cost-breakdown.styles.ts";
import { nameOf, swatch } from "./parts.ts";
import { sharedStyles } from "./shared.styles.ts";

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
    opened: { state: true },
  };
  static override styles = [sharedStyles, costBreakdownStyles];

  /** Offers whose bill was opened, and `ASSUMPTIONS`. */
  declare private opened: ReadonlySet<string>;
  declare simulation: Simulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.opened = new Set();
    watchSimulation(this);
  }

  /** From here on its own height is what it needs. */
  protected override firstUpdated(): void {
    this.toggleAttribute("drawn", true);
  }

  override render(): TemplateResult | typeof nothing {
    const answer = this.simulation?.answer ?? null;
    if (answer === null) return nothing;
    const { page } = textsIn(this.language);
    return html`
      <header>
        <slot name="heading" class="heading">
          <h2>${page.bills}</h2>
          <p class="lead">${page.billsLead}</p>
        </slot>
      </header>
      ${
        // An opened bill goes with its offer when the ranking changes.
        repeat(
          rankedOffers(answer),
          ({ id }) => id,
          (offer) => this.renderBill(offer, answer),
        )
      }
      <details @toggle=${(event: ToggleEvent) => this.toggled(ASSUMPTIONS, event)}>
        <summary><span class="name">${page.assumptions}</span></summary>
        ${
          this.opened.has(ASSUMPTIONS)
            ? html`<cost-assumptions
                .simulation=${this.simulation}
                .language=${this.language}
              ></cost-assumptions>`
            : nothing
        }
      </details>
    `;
  }

  /** Opens the bill of an offer and goes there. */
  async openBill(id: string): Promise<void> {
    await this.updateComplete;
    const bill = this.renderRoot.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`);
    if (bill === null) return;
    bill.open = true;
    bill.scrollIntoView({ block: "start" });
    bill.querySelector("summary")?.focus({ preventScroll: true });
  }

  private renderBill(priced: PricedOffer, answer: Answer): TemplateResult {
    const texts = textsIn(this.language);
    const format = formatterFor(this.language, answer.inputs.currency);
    const name = nameOf(priced.offer, texts);
    const slot = this.simulation?.slots.slotOf(priced.id) ?? 0;
    return html`<details
      id=${priced.id}
      part="bill"
      @toggle=${(event: ToggleEvent) => this.toggled(priced.id, event)}
    >
      <summary>
        <span class="name">${swatch(slot, priced.offer.kind)} <span>${name}</span></span>
        <span class="cost">${format.money(priced.monthlyCost ?? 0)}</span>
      </summary>
      ${
        this.opened.has(priced.id)
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
    if (newState !== "open" || this.opened.has(id)) return;
    await (id === ASSUMPTIONS ? import("../cost-assumptions.ts") : import("../cost-bill.ts"));
    this.opened = new Set([...this.opened, id]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-breakdown": CostBreakdown;
  }
}
