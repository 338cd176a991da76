import { openRateCard, type RateCard } from "../../shared/catalog/card.ts";
import type { CatalogIndex, PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { CardKey, LoadedCards } from "../../shared/catalog/catalog.ts";
import { LazyCatalog, type CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { Offer } from "../../shared/offer.ts";
import { loadWholeEngine } from "../held-back/whole-engine.ts";
import { cardKeyOf } from "../../shared/price-offer.ts";
import { cardsFor } from "../../shared/simulate.ts";

/** Reads cards that are cut down to what the default question needs. */
export type ReadStarterCards = () => Promise<readonly RateCardFile[]>;

/** Rate cards as far as they are needed: cut-down ones for a start, whole ones for anything else. */
export class CardShelf implements LoadedCards {
  private readonly whole: LazyCatalog<PlacesFile>;
  private readonly starters = new Map<string, RateCard>();
  private readonly readStarters: ReadStarterCards | null;
  private startersRead: Promise<void> | null = null;
  private hasWholeEngine = false;

  constructor(reader: CatalogReader<PlacesFile>, readStarters: ReadStarterCards | null) {
    this.whole = new LazyCatalog(reader);
    this.readStarters = readStarters;
  }

  /** What the catalog has; `null` until it is loaded. */
  get index(): CatalogIndex<PlacesFile> | null {
    return this.whole.opened?.index ?? null;
  }

  resolveRegion = (provider: ProviderId, region: string): string => {
    if (this.index === null) throw new Error("the catalog is not loaded");
    return this.index.resolveRegion(provider, region);
  };

  /** The card of that key, whole if it is there; asking for one that is not is a mistake. */
  card = (key: CardKey): RateCard => {
    const card = this.wholeCard(key) ?? this.starters.get(nameOf(key));
    if (card === undefined) throw new Error(`rate card ${nameOf(key)} is not loaded`);
    return card;
  };

  /** The whole card of that key, if it is there, and with it the code for all that is in it. */
  wholeCard(key: CardKey): RateCard | null {
    const catalog = this.whole.opened;
    return this.hasWholeEngine && catalog?.has(key) === true ? catalog.card(key) : null;
  }

  /** Whether what is there prices these offers; `needsWhole`: with whole cards only. */
  prices(offers: readonly Offer[], needsWhole: boolean): boolean {
    return this.index !== null && offers.every((offer) => this.pricesOffer(offer, needsWhole));
  }

  /** Loads the index, and beside it the cut-down cards. */
  async open(): Promise<CatalogIndex<PlacesFile>> {
    this.startersRead ??= this.openStarters();
    const [{ index }] = await Promise.all([this.whole.open(), this.startersRead]);
    return index;
  }

  /** Loads what these offers still need; `needsWhole`: whole cards. */
  async load(offers: readonly Offer[], needsWhole: boolean): Promise<void> {
    await this.open();
    const unpriced = offers.filter((offer) => !this.pricesOffer(offer, needsWhole));
    if (unpriced.length > 0) await this.loadWhole(cardsFor(unpriced, this));
  }

  /** Loads whole cards. */
  async loadWhole(keys: readonly CardKey[]): Promise<void> {
    const catalog = await this.whole.open();
    await Promise.all([catalog.load(keys), loadWholeEngine()]);
    this.hasWholeEngine = true;
  }

  private pricesOffer(offer: Offer, needsWhole: boolean): boolean {
    const key = cardKeyOf(offer, this);
    if (this.wholeCard(key) !== null) return true;
    if (needsWhole) return false;
    const starter = this.starters.get(nameOf(key));
    if (starter === undefined) return false;
    return offer.kind === "function"
      ? starter.meterNames(offer.service).length > 0
      : starter.machine(offer.instanceType) !== undefined;
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
