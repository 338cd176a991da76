import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Offer } from "../../shared/offer.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { PERCENT } from "../../shared/units.ts";
import { formatterFor, type Formatter, type Language } from "../format.ts";
import { dateText } from "../formats.ts";
import type { SentencePart } from "../messages/en.ts";
import { textsIn, type PageMessages } from "../messages/messages.ts";
import type { EditedSimulation } from "../state/edited-simulation.ts";
import { offersOf } from "../state/question.ts";
import { isTooSmall, rankedOffers } from "../state/ranking.ts";
import { savingsOf, type Saving } from "../state/savings.ts";
import type { Answer, UnavailableOffer } from "../state/simulation.ts";
import { watchSimulation } from "../state/simulation-controller.ts";
import { costSummaryStyles } from "./cost-summary.styles.ts";
import { BillRequestEvent } from "./events.ts";
import { nameOf, seriesClass, swatch } from "./offer-parts.ts";
import { isUncertain, uncertainMark } from "./uncertain-mark.ts";
import { reasonOf } from "./parts.ts";
import { sentenceOf } from "./sentence.ts";
import { sharedStyles } from "./shared.styles.ts";

const MONTHS_PER_YEAR = 12;
const STOPS = /^[;.,、。]/u;
/** Lines that stand for the answer until it is there, as many as it takes on a phone. */
const LINES = Array.from({ length: 8 });

/** The answer as one sentence, and every offer's monthly cost, the cheapest first. */
export class CostSummary extends LitElement {
  static override properties = {
    simulation: { attribute: false },
    language: {},
    showsFlips: { state: true },
  };
  static override styles = [sharedStyles, costSummaryStyles];

  declare private showsFlips: boolean;
  /** A day as it is written; dates take long to be, and this one is nearly always the same. */
  private dated: readonly [day: string, format: Formatter, text: string] | null = null;
  declare simulation: EditedSimulation | null;
  declare language: Language;

  constructor() {
    super();
    this.simulation = null;
    this.language = "en";
    this.showsFlips = false;
    watchSimulation(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { simulation } = this;
    if (simulation === null) return nothing;
    const { answer, status } = simulation;
    const { page } = textsIn(this.language);
    const kind = answer === null ? null : kindOfAnswer(answer);
    // Where no figures are to come, no room is kept for them.
    const room = kind === "nothing" || (answer === null && status === "failed") ? "short" : "";
    return html`
      <div
        class="answer ${room}"
        aria-live="polite"
        aria-busy=${answer !== null && status === "loading" ? "true" : "false"}
      >
        ${
          answer === null
            ? html`<p class="waiting">
                  ${
                    status === "failed"
                      ? nothing
                      : html`<span class="hidden-text">${page.loading}</span
                          >${LINES.map(() => html`<i></i>`)}`
                  }
                </p>
                ${this.renderNotices(simulation)}`
            : html`<h2 class="verdict">${page.verdicts[kind ?? "nothing"]}</h2>
                <p>
                  ${sentenceOf(answer, textsIn(this.language), this.format(answer)).map(this.renderPart)}
                </p>
                ${this.renderUncertainty(answer)}`
        }
      </div>
      <dl class="facts ${room}">
        ${
          answer === null
            ? nothing
            : [
                ...savingsOf(answer).map((saving) => this.renderSaving(saving, answer)),
                ...this.renderTurns(answer),
              ]
        }
      </dl>
      <button class="button to-inputs" type="button" @click=${this.toInputs}>
        ${page.changeWorkload} <span aria-hidden="true">↓</span>
      </button>
      ${answer === null ? nothing : this.renderNotices(simulation)}
      <h2>${page.ranking}</h2>
      ${answer === null ? this.renderWaiting(simulation) : this.renderRanking(answer, simulation)}
      <details class="flips" @toggle=${this.flipsAsked}>
        <summary>${page.whatChangesIt}</summary>
        ${
          this.showsFlips
            ? html`<cost-flips .simulation=${simulation} .language=${this.language}></cost-flips>`
            : nothing
        }
      </details>
    `;
  }

  private readonly toInputs = (): void => {
    this.dispatchEvent(new Event("inputs-request", { bubbles: true, composed: true }));
  };

  private readonly flipsAsked = async (): Promise<void> => {
    await import("./cost-flips.ts");
    this.showsFlips = true;
  };

  /** The next loads at which another offer becomes the cheapest. */
  private renderTurns(answer: Answer): TemplateResult[] {
    const texts = textsIn(this.language);
    const { offers, verdict } = answer.comparison;
    const format = this.format(answer);
    return [
      [texts.page.turnBelow, verdict.nextBelow] as const,
      [texts.page.turnAbove, verdict.nextAbove] as const,
    ].flatMap(([label, turn]) => {
      const next = offers.find(({ id }) => id === turn?.cheapest);
      if (turn === null || next === undefined) return [];
      return [
        fact(
          label,
          format.count(Math.floor(turn.requestsPerMonth)),
          texts.page.turnTo(nameOf(next.offer, texts)),
        ),
      ];
    });
  }

  private renderSaving({ against, isOtherKind, perMonth }: Saving, answer: Answer): TemplateResult {
    const texts = textsIn(this.language);
    const { page } = texts;
    const format = this.format(answer);
    const { offer } = against;
    return fact(
      isOtherKind ? page.savedAgainst[offer.kind] : page.savedAgainstNext(nameOf(offer, texts)),
      page.savedPerMonth(format.money(perMonth)),
      page.savedPerYear(format.money(perMonth * MONTHS_PER_YEAR)),
    );
  }

  /** Which of the offers in the sentence rest on a price that is not certain. */
  private renderUncertainty({ verdict }: Answer): TemplateResult | typeof nothing {
    const texts = textsIn(this.language);
    const named = [verdict.functions, verdict.machine].filter((priced) => priced !== null);
    const names = named.filter(isUncertain).map(({ offer }) => nameOf(offer, texts));
    if (names.length === 0) return nothing;
    const { page } = texts;
    return html`<div class="muted small">
      <span class="mark">${page.uncertain}</span>
      ${page.restsOnUncertain(names.join(page.listSeparator))}
    </div>`;
  }

  private renderNotices(simulation: EditedSimulation): TemplateResult | typeof nothing {
    const { page } = textsIn(this.language);
    if (simulation.status === "failed") {
      return html`<p class="notice" role="alert">
        ${page.loadingFailed}
        <button class="text-button" @click=${() => void simulation.answerInputs()}>
          ${page.retry}
        </button>
      </p>`;
    }
    return simulation.invalidFields.size > 0
      ? html`<p class="notice" role="status">${page.staleAnswer}</p>`
      : nothing;
  }

  /** Rows without figures keep the room that the ranking will take, and look like it while it is on its way. */
  private renderWaiting({ inputs, status }: EditedSimulation): TemplateResult {
    const row =
      status === "failed" ? nothing : html`<i class="name"></i><i class="bar"></i><i></i>`;
    return html`<ol aria-hidden="true">
        ${offersOf(inputs).map(() => html`<li class="row">${row}</li>`)}
      </ol>
      <p class="small as-of"></p>`;
  }

  private renderRanking(answer: Answer, simulation: EditedSimulation): TemplateResult {
    const { page } = textsIn(this.language);
    const offers = rankedOffers(answer);
    const most = Math.max(0, ...offers.map(costOf));
    const [cheapest] = offers;
    return html`
      <ol class=${simulation.invalidFields.size > 0 ? "stale" : ""}>
        ${offers.map((offer) =>
          this.renderOffer(offer, cheapest, most, simulation.slots.slotOf(offer.id), answer),
        )}
        ${answer.unavailable.map((offer) => this.renderUnavailable(offer, simulation, answer))}
      </ol>
      <p class="muted small as-of">
        ${
          answer.comparison.pricesAsOf === null
            ? nothing
            : page.pricesAsOf(this.dateOf(answer.comparison.pricesAsOf, this.format(answer)))
        }
      </p>
    `;
  }

  private renderOffer(
    priced: PricedOffer,
    cheapest: PricedOffer | undefined,
    most: number,
    slot: number,
    answer: Answer,
  ): TemplateResult {
    const { page } = textsIn(this.language);
    const format = this.format(answer);
    const cost = costOf(priced);
    const difference = cost - (cheapest === undefined ? 0 : costOf(cheapest));
    const percent = most === 0 ? 0 : (cost / most) * PERCENT;
    const isCheapest = priced === cheapest && !isTooSmall(priced);
    return html`<li class="row ${seriesClass(slot)}">
      <span class="name">
        ${swatch(slot, priced.offer.kind)}
        <span
          >${this.renderName(priced.offer)} ${uncertainMark(priced, textsIn(this.language))}
          ${this.renderNote(priced, format)}</span
        >
      </span>
      <svg class="bar" aria-hidden="true">
        <rect class="track" width="100%" height="100%" rx="3" />
        <rect class="fill" width="${percent}%" height="100%" rx="3" />
      </svg>
      ${this.renderCost(priced.id, format.money(cost), nameOf(priced.offer, textsIn(this.language)))}
      <span class="difference">
        ${
          isCheapest
            ? html`<b>${page.cheapest}</b>`
            : difference > 0
              ? page.costsMore(format.money(difference))
              : nothing
        }
      </span>
    </li>`;
  }

  private renderName(offer: Offer): TemplateResult {
    const name =
      offer.kind === "machine" ? offer.instanceType : nameOf(offer, textsIn(this.language));
    // Long names of machine types may be broken behind their parts.
    return html`<span class="offer"
      >${name.split(/(?<=[._])/u).map((part) => html`${part}<wbr />`)}</span
    >`;
  }

  /** A cost opens its bill. */
  private renderCost(id: string, cost: string, name: string): TemplateResult {
    return html`<button
      class="cost figure"
      type="button"
      title=${textsIn(this.language).page.openBill(cost, name)}
      @click=${() => this.dispatchEvent(new BillRequestEvent(id))}
    >
      ${cost}
    </button>`;
  }

  /** A figure and the punctuation behind it stay on one line. */
  private readonly renderPart = (
    part: SentencePart,
    index: number,
    parts: readonly SentencePart[],
  ): TemplateResult | string => {
    const before = parts[index - 1];
    if (typeof part === "string") {
      return before === undefined || typeof before === "string" ? part : part.replace(STOPS, "");
    }
    const { figure, bill } = part;
    const next = parts[index + 1];
    const stop = typeof next === "string" ? (STOPS.exec(next)?.[0] ?? "") : "";
    const strong = html`<strong>${figure}</strong>`;
    const shown =
      bill === undefined
        ? strong
        : html`<button
            class="figure"
            type="button"
            @click=${() => this.dispatchEvent(new BillRequestEvent(bill))}
          >
            ${strong}
          </button>`;
    return html`<span class="unbroken">${shown}${stop}</span>`;
  };

  private renderNote(
    { capacity, offer }: PricedOffer,
    format: Formatter,
  ): TemplateResult | typeof nothing {
    const { page, domain } = textsIn(this.language);
    if (capacity === null) return html`<span class="note">${page.functionKind}</span>`;
    if (!capacity.carriesLoad) {
      const limit = format.compactCount(capacity.requestsPerMachine * capacity.machines);
      return html`<span class="warning">${page.doesNotCarry(limit)}</span>`;
    }
    return html`<span class="note"
      >${domain.services[offer.service]} ·
      ${page.machineCount(format.count(capacity.machines), capacity.machines === 1)}</span
    >`;
  }

  private renderUnavailable(
    { id, offer, problem }: UnavailableOffer,
    simulation: EditedSimulation,
    answer: Answer,
  ): TemplateResult {
    const texts = textsIn(this.language);
    const slot = simulation.slots.slotOf(id);
    return html`<li class="row unavailable ${seriesClass(slot)}">
      <span class="name">
        ${swatch(slot, offer.kind)}
        <span>
          ${this.renderName(offer)}
          <span class="warning">${reasonOf(problem, texts, this.format(answer))}</span>
        </span>
      </span>
      <span class="cost muted">${texts.page.unavailable}</span>
    </li>`;
  }

  private dateOf(day: string, format: Formatter): string {
    if (this.dated?.[0] !== day || this.dated[1] !== format) {
      this.dated = [day, format, dateText(day, format)];
    }
    return this.dated[2];
  }

  private format({ inputs }: Answer): Formatter {
    return formatterFor(this.language, inputs.currency);
  }
}

/** What the answer comes to. */
function kindOfAnswer({ verdict }: Answer): keyof PageMessages["verdicts"] {
  const { functions, machine, cheaper } = verdict;
  if (functions === null) return machine === null ? "nothing" : "onlyMachines";
  return machine === null ? "onlyFunctions" : (cheaper ?? "function");
}

function fact(label: string, figure: string, more: string): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd><b>${figure}</b> ${more}</dd>
  </div>`;
}

function costOf({ monthlyCost }: PricedOffer): number {
  return monthlyCost ?? 0;
}

declare global {
  interface HTMLElementTagNameMap {
    "cost-summary": CostSummary;
  }
}
