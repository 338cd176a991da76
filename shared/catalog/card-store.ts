import { openRateCard, type RateCard } from "./card.ts";
import type { ProviderId } from "./providers.ts";
import type { RateCardFile } from "./rate-card.ts";

/** Which card an offer is priced by. */
export interface CardKey {
  readonly provider: ProviderId;
  readonly region: string;
}

/** Reads a rate card file; each platform has its own way. */
export type ReadRateCard = (key: CardKey) => Promise<RateCardFile>;

/** Cards by key; asked for once, then kept. */
export class CardStore {
  private readonly loading = new Map<string, Promise<RateCard>>();
  private readonly opened = new Map<ProviderId, Map<string, RateCard>>();
  private readonly read: ReadRateCard;

  constructor(read: ReadRateCard) {
    this.read = read;
  }

  /** A card that has been loaded; asking for another is a mistake in the caller. */
  card = ({ provider, region }: CardKey): RateCard => {
    const card = this.opened.get(provider)?.get(region);
    if (card === undefined) throw new Error(`rate card ${provider}/${region} is not loaded`);
    return card;
  };

  /** Loads what is not there yet; a failed load is tried again at the next call. */
  async load(keys: readonly CardKey[]): Promise<void> {
    await Promise.all(keys.filter((key) => !this.has(key)).map((key) => this.open(key)));
  }

  /** Runs with these cards loaded: at once when they are, which after the first time is always. */
  whenLoaded<T>(keys: readonly CardKey[], run: () => T): T | Promise<T> {
    for (const key of keys) if (!this.has(key)) return this.load(keys).then(run);
    return run();
  }

  private has({ provider, region }: CardKey): boolean {
    return this.opened.get(provider)?.has(region) === true;
  }

  private open(key: CardKey): Promise<RateCard> {
    const name = `${key.provider}/${key.region}`;
    const pending = this.loading.get(name);
    if (pending !== undefined) return pending;
    const opening = this.readAndOpen(key).finally(() => this.loading.delete(name));
    this.loading.set(name, opening);
    return opening;
  }

  private async readAndOpen(key: CardKey): Promise<RateCard> {
    const card = openRateCard(await this.read(key));
    if (card.provider !== key.provider || card.region !== key.region) {
      throw new Error(
        `${card.provider}/${card.region} stands where ${key.provider}/${key.region} should`,
      );
    }
    const byRegion = this.opened.get(key.provider) ?? new Map<string, RateCard>();
    this.opened.set(key.provider, byRegion.set(key.region, card));
    return card;
  }
}
