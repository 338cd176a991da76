import { openRateCard, type RateCard } from "../../shared/catalog/card.ts";
import { CardStore, type CardKey, type ReadRateCard } from "../../shared/catalog/card-store.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { Offer } from "../../shared/offer.ts";
import { cardKeyOf } from "../../shared/price-offer.ts";
import { cardsFor } from "../../shared/simulate.ts";

/** Reads cards that are cut down to what the default question needs. */
export type ReadStarterCards = () => Promise<readonly RateCardFile[]>;

/** Rate cards as far as they are needed: cut-down ones for a start, whole ones for anything else. */
export class CardShelf {
  private readonly whole: CardStore;
  private readonly loaded = new Set<string>();
  private readonly starters = new Map<string, RateCard>();
  private readonly readStarters: ReadStarterCards | null;
  private startersRead: Promise<void> | null = null;

  constructor(read: ReadRateCard, readStarters: ReadStarterCards | null) {
    this.whole = new CardStore(read);
    this.readStarters = readStarters;
  }

  /** The card of that key, whole if it is there; asking for one that is not is a mistake. */
  card = (key: CardKey): RateCard =>
    this.wholeCard(key) ?? this.starters.get(nameOf(key)) ?? this.whole.card(key);

  /** The whole card of that key, if it is there. */
  wholeCard(key: CardKey): RateCard | null {
    return this.loaded.has(nameOf(key)) ? this.whole.card(key) : null;
  }

  /** Whether what is there prices these offers. */
  prices(offers: readonly Offer[]): boolean {
    return offers.every((offer) => this.pricesOffer(offer));
  }

  /** Loads what these offers still need. */
  async load(offers: readonly Offer[]): Promise<void> {
    this.startersRead ??= this.openStarters();
    await this.startersRead;
    const unpriced = offers.filter((offer) => !this.pricesOffer(offer));
    await this.loadWhole(cardsFor(unpriced));
  }

  /** Loads whole cards. */
  async loadWhole(keys: readonly CardKey[]): Promise<void> {
    await this.whole.load(keys);
    for (const key of keys) this.loaded.add(nameOf(key));
  }

  private pricesOffer(offer: Offer): boolean {
    const key = cardKeyOf(offer);
    if (this.loaded.has(nameOf(key))) return true;
    const starter = this.starters.get(nameOf(key));
    if (starter === undefined) return false;
    return offer.kind === "function" || starter.machine(offer.instanceType) !== undefined;
  }

  private async openStarters(): Promise<void> {
    if (this.readStarters === null) return;
    try {
      const files = await this.readStarters();
      for (const file of files) this.starters.set(nameOf(file), openRateCard(file));
    } catch {
      // Whole cards hold the same prices.
    }
  }
}

function nameOf({ provider, region }: CardKey): string {
  return `${provider}/${region}`;
}
