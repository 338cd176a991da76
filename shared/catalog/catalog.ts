import { openRateCard, type RateCard } from "./card.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { ProviderId } from "./providers.ts";
import type { RateCardFile } from "./rate-card.ts";

/** Which card an offer is priced by. */
export interface CardKey {
  readonly provider: ProviderId;
  readonly region: string;
}

/** Cards that have been loaded, and where regions are: all that pricing asks of a catalog. */
export interface LoadedCards {
  /** The provider's own region for a region name; an unknown name is a `PricingError`. */
  readonly resolveRegion: (provider: ProviderId, region: string) => string;
  /** A card that has been loaded; asking for another is a mistake in the caller. */
  readonly card: (key: CardKey) => RateCard;
}

/** Reads a rate card file; each platform has its own way. */
export type ReadRateCard = (key: CardKey) => Promise<RateCardFile>;

/** The catalog: its index, and the cards as they are needed; asked for once, then kept. */
export class Catalog<
  Index extends Pick<CatalogIndex, "resolveRegion"> = CatalogIndex,
> implements LoadedCards {
  readonly index: Index;
  readonly #loading = new Map<string, Promise<RateCard>>();
  readonly #opened = new Map<ProviderId, Map<string, RateCard>>();
  readonly #read: ReadRateCard;
  readonly #adapt: (card: RateCard) => RateCard;

  /** `adapt` is given each card when it is opened: the place for prices of the caller's own. */
  constructor(index: Index, read: ReadRateCard, adapt = (card: RateCard): RateCard => card) {
    this.index = index;
    this.#read = read;
    this.#adapt = adapt;
  }

  resolveRegion = (provider: ProviderId, region: string): string =>
    this.index.resolveRegion(provider, region);

  card = ({ provider, region }: CardKey): RateCard => {
    const card = this.#opened.get(provider)?.get(region);
    if (card === undefined) throw new Error(`rate card ${provider}/${region} is not loaded`);
    return card;
  };

  /** Whether a card has been loaded. */
  has({ provider, region }: CardKey): boolean {
    return this.#opened.get(provider)?.has(region) === true;
  }

  /** Loads what is not there yet; a failed load is tried again at the next call. */
  async load(keys: readonly CardKey[]): Promise<void> {
    await Promise.all(keys.filter((key) => !this.has(key)).map((key) => this.#open(key)));
  }

  /** Runs with these cards loaded: at once when they are, which after the first time is always. */
  whenLoaded<T>(keys: readonly CardKey[], run: () => T): T | Promise<T> {
    for (const key of keys) if (!this.has(key)) return this.load(keys).then(run);
    return run();
  }

  #open(key: CardKey): Promise<RateCard> {
    const name = `${key.provider}/${key.region}`;
    const pending = this.#loading.get(name);
    if (pending !== undefined) return pending;
    const opening = this.#readAndOpen(key).finally(() => this.#loading.delete(name));
    this.#loading.set(name, opening);
    return opening;
  }

  async #readAndOpen(key: CardKey): Promise<RateCard> {
    const card = this.#adapt(openRateCard(await this.#read(key)));
    if (card.provider !== key.provider || card.region !== key.region) {
      throw new Error(
        `${card.provider}/${card.region} stands where ${key.provider}/${key.region} should`,
      );
    }
    const byRegion = this.#opened.get(key.provider) ?? new Map<string, RateCard>();
    this.#opened.set(key.provider, byRegion.set(key.region, card));
    return card;
  }
}
