import type { RateCard } from "../../shared/catalog/card.ts";
import type { PlacesFile } from "../../shared/catalog/catalog-index.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { Catalog, CardKey, LoadedCards, ReadRateCard } from "../../shared/catalog/catalog.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { Offer } from "../../shared/offer.ts";
import { HeldBack } from "../held-back/held-back.ts";
import { loadWholeEngine } from "../held-back/whole-engine.ts";
import { cardKeyOf } from "../../shared/price-offer.ts";
import { PlacesIndex } from "./places-index.ts";
import { openStarterCard, type StarterCardFile } from "./starter-card.ts";

/** Reads cards that are cut down to what the default question needs. */
export type ReadStarterCards = () => Promise<readonly StarterCardFile[]>;

/** Rate cards as far as they are needed: cut-down ones for a start, whole ones for anything else. */
export class CardShelf implements LoadedCards {
  readonly #reader: CatalogReader<PlacesFile>;
  readonly #readStarters: ReadStarterCards | null;
  readonly #starters = new Map<string, RateCard>();
  readonly #reading = new Map<string, Promise<RateCardFile>>();
  #opened: PlacesIndex | null = null;
  #opening: Promise<PlacesIndex> | null = null;
  /** Whole cards; with them is the code for all that is in them. */
  #whole: Catalog<PlacesIndex> | null = null;

  constructor(reader: CatalogReader<PlacesFile>, readStarters: ReadStarterCards | null) {
    this.#reader = reader;
    this.#readStarters = readStarters;
  }

  /** What the catalog has; `null` until it is loaded. */
  get index(): PlacesIndex | null {
    return this.#opened;
  }

  resolveRegion = (provider: ProviderId, region: string): string => {
    if (this.index === null) throw new HeldBack();
    return this.index.resolveRegion(provider, region);
  };

  /** The card of that key, whole if it is there; asking for one that is not is a mistake. */
  card = (key: CardKey): RateCard => {
    const card = this.wholeCard(key) ?? this.#starters.get(nameOf(key));
    if (card === undefined) throw new HeldBack();
    return card;
  };

  /** The whole card of that key, if it is there. */
  wholeCard(key: CardKey): RateCard | null {
    return this.#whole?.has(key) === true ? this.#whole.card(key) : null;
  }

  /** Whether what is there prices these offers; `needsWhole`: with whole cards only. */
  prices(offers: readonly Offer[], needsWhole: boolean): boolean {
    return this.index !== null && offers.every((offer) => this.#pricesOffer(offer, needsWhole));
  }

  /** Loads the index, and beside it the cut-down cards; a failed reading is tried again at the next call. */
  open(): Promise<PlacesIndex> {
    if (this.#opened !== null) return Promise.resolve(this.#opened);
    this.#opening ??= this.#read().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** Loads what these offers still need; `needsWhole`: whole cards. */
  async load(offers: readonly Offer[], needsWhole: boolean): Promise<void> {
    await this.open();
    const unpriced = offers.filter((offer) => !this.#pricesOffer(offer, needsWhole));
    if (unpriced.length > 0) {
      await this.loadWhole(unpriced.map((offer) => cardKeyOf(offer, this)));
    }
  }

  /** Loads whole cards, and what opens them. */
  async loadWhole(keys: readonly CardKey[]): Promise<void> {
    // Asked for beside the code, not after it.
    if (this.#whole === null) for (const key of keys) this.#readCard(key).catch(() => undefined);
    const [{ Catalog }, index] = await Promise.all([loadWholeEngine(), this.open()]);
    const whole = this.#whole ?? new Catalog(index, this.#readCard);
    this.#whole = whole;
    await whole.load(keys);
  }

  /** A file that is asked for at the same time is read once. */
  readonly #readCard: ReadRateCard = (key) => {
    const name = nameOf(key);
    const reading =
      this.#reading.get(name) ??
      this.#reader.card(key).finally(() => {
        this.#reading.delete(name);
      });
    this.#reading.set(name, reading);
    return reading;
  };

  async #read(): Promise<PlacesIndex> {
    const [file] = await Promise.all([this.#reader.index(), this.#openStarters()]);
    this.#opened = new PlacesIndex(file);
    return this.#opened;
  }

  #pricesOffer(offer: Offer, needsWhole: boolean): boolean {
    const key = cardKeyOf(offer, this);
    if (this.wholeCard(key) !== null) return true;
    if (needsWhole) return false;
    const starter = this.#starters.get(nameOf(key));
    if (starter === undefined) return false;
    return offer.kind === "function"
      ? starter.meterNames(offer.service).length > 0
      : starter.machine(offer.instanceType) !== undefined;
  }

  async #openStarters(): Promise<void> {
    if (this.#readStarters === null || this.#starters.size > 0) return;
    try {
      const files = await this.#readStarters();
      for (const file of files) this.#starters.set(nameOf(file), openStarterCard(file));
    } catch {
      // Whole cards hold the same prices.
    }
  }
}

function nameOf({ provider, region }: CardKey): string {
  return `${provider}/${region}`;
}
