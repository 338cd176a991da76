import type { PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import { findMachine } from "../../shared/catalog/find-machine.ts";
import { PricingError } from "../../shared/engine/errors.ts";
import type { Offer } from "../../shared/offer.ts";
import { cardKeyOf } from "../../shared/price-offer.ts";
import { priceOffers, type PricedOffer, type SimulationInput } from "../../shared/price-offers.ts";
import { toRequestsPerMonth } from "../../shared/units.ts";
import { HeldBack } from "../held-back/held-back.ts";
import { loadWholeEngine } from "../held-back/whole-engine.ts";
import { loadComparing } from "../held-back/load-comparing.ts";
import { CardShelf, type ReadStarterCards } from "./card-shelf.ts";
import { compare, type Compared } from "./compared.ts";
import { DEFAULT_INPUTS } from "./default-inputs.ts";
import type { SimulationInputs } from "./inputs.ts";
import { nextTask } from "./next-task.ts";
import { OfferSlots } from "./offer-slots.ts";
import type { PlacesIndex } from "./places-index.ts";
import { ask, type Asked } from "./asked.ts";

/** Loads that are looked at: up to 10,000 requests a second, or ten times the load if that is more. */
const REQUESTS_PER_SECOND_VIEWED = 10_000;
const LOADS_VIEWED_ABOVE = 10;

/** An offer that cannot be bought for this workload, and why. */
export interface UnavailableOffer {
  readonly id: string;
  readonly offer: Offer;
  /** `null` when the machine's memory cannot hold one request. */
  readonly problem: PricingError | null;
}

/** A comparison with the inputs that it answers. */
export interface Answer extends Compared {
  readonly inputs: SimulationInputs;
  /** What was asked of the engine: the offers that exist in the place. */
  readonly question: SimulationInput;
  /** The offers that could be priced, in the order of the form. */
  readonly offers: readonly PricedOffer[];
  readonly unavailable: readonly UnavailableOffer[];
  /** Whether they are compared: if not, there are bills without curves, and to read more is a mistake. */
  readonly isCompared: boolean;
  /** Most requests a month that were looked at. */
  readonly requestsViewed: number;
}

/** `failed`: prices could not be loaded; the last answer stays. */
export type SimulationStatus = "loading" | "ready" | "failed";

/**
 * Inputs and the answer to them. `update` answers at once when the prices are there, and otherwise
 * as soon as they are. Fires `change` whenever inputs, answer or status change.
 */
export class Simulation extends EventTarget {
  inputs: SimulationInputs = DEFAULT_INPUTS;
  answer: Answer | null = null;
  status: SimulationStatus = "loading";
  /** Which colour each offer has; kept while the offer is compared. */
  readonly slots = new OfferSlots();
  /** The cards that are loaded. */
  readonly cards: CardShelf;

  constructor(reader: CatalogReader<PlacesFile>, readStarters: ReadStarterCards | null = null) {
    super();
    this.cards = new CardShelf(reader, readStarters);
  }

  /** Changes some inputs and answers. */
  update(patch: Partial<SimulationInputs>): void {
    this.begin({ ...this.inputs, ...patch });
  }

  /** Takes other inputs as the start: there is nothing to undo. */
  begin(inputs: SimulationInputs): void {
    this.inputs = inputs;
    void this.answerInputs();
  }

  /** Tries again to load prices and to answer. */
  async answerInputs(): Promise<void> {
    const { inputs } = this;
    try {
      if (this.#answerAtOnce(inputs)) return;
    } catch (error) {
      if (error instanceof HeldBack) {
        await this.#answerAfter(inputs, true);
        return;
      }
      // A broken rate card must not leave the page waiting.
      this.status = "failed";
      this.changed();
      throw error;
    }
    await this.#answerAfter(inputs, false);
  }

  /** Answers if what it takes is there. */
  #answerAtOnce(inputs: SimulationInputs): boolean {
    const asked = ask(inputs);
    this.slots.assign(asked.offers.map(({ id }) => id ?? ""));
    if (this.index !== null && this.index.placeOf(inputs.region) === undefined) {
      // A region that the catalog does not have: the last one that it has, or that of the start.
      this.begin({ ...inputs, region: this.answer?.inputs.region ?? DEFAULT_INPUTS.region });
      return true;
    }
    if (!this.cards.prices(asked.offers, asked.needsWholeCards)) return false;
    this.answer = this.answerTo(inputs, asked);
    this.status = "ready";
    this.changed();
    return true;
  }

  /** Compares the offers of an answer that is bills alone; what does that is loaded. */
  async compareOffers(): Promise<void> {
    await loadComparing();
    if (this.answer?.isCompared === false) await this.answerInputs();
  }

  /** Answers when what it takes is loaded, unless the inputs have changed: a later update has its own answer. */
  async #answerAfter(inputs: SimulationInputs, needsAll: boolean): Promise<void> {
    this.status = "loading";
    this.changed();
    try {
      const index = await this.cards.open();
      if (index.placeOf(inputs.region) !== undefined) await this.loadFor(inputs, needsAll);
    } catch {
      if (this.inputs === inputs) this.status = "failed";
      this.changed();
      return;
    }
    // Answering takes as long as a frame may: what is shown by now goes first.
    await nextTask();
    if (this.inputs === inputs) await this.answerInputs();
  }

  /** Loads what an answer takes; `needsAll`: what was held back, too. */
  protected async loadFor(inputs: SimulationInputs, needsAll: boolean): Promise<void> {
    if (needsAll) await Promise.all([loadWholeEngine(), loadComparing()]);
    const { offers, needsWholeCards } = ask(inputs);
    await this.cards.load(offers, needsAll || needsWholeCards);
  }

  /** What the catalog has; `null` until it is loaded. */
  get index(): PlacesIndex | null {
    return this.cards.index;
  }

  /** The answer to inputs, from cards that are loaded. */
  protected answerTo(inputs: SimulationInputs, { workload, offers, terms }: Asked): Answer {
    const requestsViewed = Math.max(
      toRequestsPerMonth(REQUESTS_PER_SECOND_VIEWED),
      inputs.requestsPerMonth * LOADS_VIEWED_ABOVE,
    );
    const range = { min: 0, max: requestsViewed };
    const unavailable: UnavailableOffer[] = [];
    const question = {
      workload,
      offers: offers.filter((offer) => this.#isKnown(offer, unavailable)),
      range,
      terms,
    };
    const compared = compare(question, this.cards);
    const all = compared?.offers ?? priceOffers(question, this.cards, () => null);
    for (const { id, offer, monthlyCost, unavailable: problem } of all) {
      if (monthlyCost === null) unavailable.push({ id, offer, problem });
    }
    const bought = all.filter(({ monthlyCost }) => monthlyCost !== null);
    const answer = { inputs, question, offers: bought, unavailable, requestsViewed };
    if (compared === null) {
      return {
        ...answer,
        isCompared: false,
        get comparison(): never {
          throw new HeldBack();
        },
        get verdict(): never {
          throw new HeldBack();
        },
      };
    }
    const { comparison, verdict } = compared;
    return { ...answer, isCompared: true, comparison, verdict };
  }

  /** Whether the place has the machine type of an offer; one that it has not is noted as unavailable. */
  #isKnown(offer: Offer, unavailable: UnavailableOffer[]): boolean {
    if (offer.kind === "function") return true;
    try {
      findMachine(this.cards.card(cardKeyOf(offer, this.cards)), offer.service, offer.instanceType);
      return true;
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      unavailable.push({ id: offer.id ?? "", offer, problem: error });
      return false;
    }
  }

  protected changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
