import type { RateCard } from "../../shared/catalog/card.ts";
import type { CatalogIndex, PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import { findMachine } from "../../shared/catalog/find-machine.ts";
import { PricingError } from "../../shared/engine/errors.ts";
import type { Offer } from "../../shared/offer.ts";
import { cardKeyOf } from "../../shared/price-offer.ts";
import { simulate, type Comparison, type SimulationInput } from "../../shared/simulate.ts";
import { toRequestsPerMonth } from "../../shared/units.ts";
import { CardShelf, type ReadStarterCards } from "./card-shelf.ts";
import { History } from "./history.ts";
import { DEFAULT_INPUTS, type SimulationInputs } from "./inputs.ts";
import { OfferSlots } from "./offer-slots.ts";
import { offersOf, sideCostsOf, termsOf, workloadOf } from "./question.ts";
import { verdictOf, type PlainVerdict } from "./verdict.ts";

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
export interface Answer {
  readonly inputs: SimulationInputs;
  /** What was asked of the engine: the offers that exist in the place. */
  readonly question: SimulationInput;
  /** The offers that could be priced, in the order of the form. */
  readonly comparison: Comparison;
  readonly unavailable: readonly UnavailableOffer[];
  readonly verdict: PlainVerdict;
  /** Most requests a month that were looked at. */
  readonly requestsViewed: number;
}

/** `failed`: prices could not be loaded; the last answer stays. */
export type SimulationStatus = "loading" | "ready" | "failed";

/**
 * Inputs and the answer to them. `update` answers at once when the prices are there, and otherwise
 * as soon as they are. Fires `change` whenever inputs, answer, status or invalid fields change.
 */
export class Simulation extends EventTarget {
  inputs: SimulationInputs = DEFAULT_INPUTS;
  answer: Answer | null = null;
  status: SimulationStatus = "loading";
  /** Names of form fields whose text is not valid: the answer is that of the last valid inputs. */
  readonly invalidFields = new Set<string>();
  /** How often inputs were put back: what was typed before is not to be seen any more. */
  restored = 0;
  /** Which colour each offer has; kept while the offer is compared. */
  readonly slots = new OfferSlots();
  /** The cards that are loaded. */
  readonly cards: CardShelf;
  private readonly history = new History(() => performance.now());

  constructor(reader: CatalogReader<PlacesFile>, readStarters: ReadStarterCards | null = null) {
    super();
    this.cards = new CardShelf(reader, readStarters);
  }

  /** Changes some inputs and answers. */
  update(patch: Partial<SimulationInputs>): void {
    const after = { ...this.inputs, ...patch };
    // Noted first: who is told of the change finds that it can be undone.
    this.history.note(this.inputs, after);
    this.take(after);
  }

  /** Takes other inputs as the start: there is nothing to undo. */
  begin(inputs: SimulationInputs): void {
    this.take(inputs);
  }

  /** Takes other inputs at once, whatever is typed at the moment. */
  restore(inputs: SimulationInputs): void {
    const before = this.inputs;
    this.restored += 1;
    this.take(inputs);
    this.history.note(before, this.inputs, true);
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Takes the last change back. */
  undo(): void {
    const before = this.history.undo(this.inputs);
    if (before === null) return;
    this.restored += 1;
    this.take(before);
  }

  /** Makes the change again that was taken back last. */
  redo(): void {
    const after = this.history.redo(this.inputs);
    if (after === null) return;
    this.restored += 1;
    this.take(after);
  }

  private take(inputs: SimulationInputs): void {
    this.inputs = inputs;
    void this.answerInputs();
  }

  /** Tries again to load prices and to answer. */
  async answerInputs(): Promise<void> {
    const { inputs } = this;
    const offers = offersOf(inputs);
    this.slots.assign(offers.map(({ id }) => id ?? ""));
    if (this.index !== null && this.index.placeOf(inputs.region) === undefined) {
      // A region that the catalog does not have: the last one that it has, or that of the start.
      this.take({ ...inputs, region: this.answer?.inputs.region ?? DEFAULT_INPUTS.region });
      return;
    }
    const needsWhole = needsWholeCards(inputs);
    if (!this.cards.prices(offers, needsWhole)) {
      this.status = "loading";
      this.changed();
      try {
        const index = await this.cards.open();
        if (index.placeOf(inputs.region) !== undefined) {
          await this.cards.load(offers, needsWhole);
        }
      } catch {
        if (this.inputs === inputs) this.status = "failed";
        this.changed();
        return;
      }
      // A later update has its own answer.
      if (this.inputs !== inputs) return;
      await this.answerInputs();
      return;
    }
    try {
      this.answer = this.answerTo(inputs, offers);
      this.status = "ready";
    } catch (error) {
      // A broken rate card must not leave the page waiting.
      this.status = "failed";
      throw error;
    } finally {
      this.changed();
    }
  }

  /** Notes whether a form field's text can be used. */
  markField(name: string, isValid: boolean): void {
    if (this.invalidFields.has(name) !== isValid) return;
    if (isValid) this.invalidFields.delete(name);
    else this.invalidFields.add(name);
    this.changed();
  }

  /** What the catalog has; `null` until it is loaded. */
  get index(): CatalogIndex<PlacesFile> | null {
    return this.cards.index;
  }

  /** A provider's whole card at the current place, once loaded; asks for it if it is not. */
  cardOf(provider: ProviderId): RateCard | null {
    if (this.cards.index === null) return null;
    const key = { provider, region: this.cards.resolveRegion(provider, this.inputs.region) };
    const card = this.cards.wholeCard(key);
    if (card !== null) return card;
    this.cards.loadWhole([key]).then(
      () => this.changed(),
      () => undefined,
    );
    return null;
  }

  /** The answer to other inputs, from the same cards; the simulation itself stays as it is. */
  async answerFor(asked: SimulationInputs): Promise<Answer> {
    const index = await this.cards.open();
    const isKnown = index.placeOf(asked.region) !== undefined;
    const inputs = isKnown ? asked : { ...asked, region: DEFAULT_INPUTS.region };
    const offers = offersOf(inputs);
    await this.cards.load(offers, needsWholeCards(inputs));
    return this.answerTo(inputs, offers);
  }

  private answerTo(inputs: SimulationInputs, offers: readonly Offer[]): Answer {
    const requestsViewed = Math.max(
      toRequestsPerMonth(REQUESTS_PER_SECOND_VIEWED),
      inputs.requestsPerMonth * LOADS_VIEWED_ABOVE,
    );
    const range = { min: 0, max: requestsViewed };
    const unavailable: UnavailableOffer[] = [];
    const question = {
      workload: workloadOf(inputs),
      offers: offers.filter((offer) => this.isKnown(offer, unavailable)),
      range,
      terms: termsOf(inputs),
    };
    const all = simulate(question, this.cards);
    for (const { id, offer, monthlyCost, unavailable: problem } of all.offers) {
      if (monthlyCost === null) unavailable.push({ id, offer, problem });
    }
    const priced = all.offers.filter(({ monthlyCost }) => monthlyCost !== null);
    const comparison = { ...all, offers: priced };
    const verdict = verdictOf(comparison, inputs.requestsPerMonth, range);
    return { inputs, question, comparison, unavailable, verdict, requestsViewed };
  }

  /** Whether the place has the machine type of an offer; one that it has not is noted as unavailable. */
  private isKnown(offer: Offer, unavailable: UnavailableOffer[]): boolean {
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

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** Whether the inputs ask for prices that the cut-down cards of the start do not hold. */
function needsWholeCards(inputs: SimulationInputs): boolean {
  return (
    sideCostsOf(inputs) !== null ||
    inputs.customPrices.length > 0 ||
    inputs.machines.some(({ purchase }) => purchase !== "on_demand")
  );
}
