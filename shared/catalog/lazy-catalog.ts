import type { RateCard } from "./card.ts";
import { CatalogIndex, type CatalogIndexFile, type PlacesFile } from "./catalog-index.ts";
import { Catalog, type CardKey, type ReadRateCard } from "./catalog.ts";

/** Reads the files of a catalog; each platform has its own way. */
export interface CatalogReader<File extends PlacesFile = CatalogIndexFile> {
  readonly index: () => Promise<File>;
  readonly card: ReadRateCard;
}

/** A catalog whose index is read when it is first asked for, and then kept. */
export class LazyCatalog<File extends PlacesFile = CatalogIndexFile> {
  readonly #reader: CatalogReader<File>;
  readonly #adapt: ((card: RateCard) => RateCard) | undefined;
  #current: Catalog<CatalogIndex<File>> | null = null;
  #opening: Promise<Catalog<CatalogIndex<File>>> | null = null;

  /** `adapt` is given each card when it is opened. */
  constructor(reader: CatalogReader<File>, adapt?: (card: RateCard) => RateCard) {
    this.#reader = reader;
    this.#adapt = adapt;
  }

  /** The catalog, if its index has been read. */
  get opened(): Catalog<CatalogIndex<File>> | null {
    return this.#current;
  }

  /** Reads the index; a failed reading is tried again at the next call. */
  open(): Promise<Catalog<CatalogIndex<File>>> {
    if (this.#current !== null) return Promise.resolve(this.#current);
    this.#opening ??= this.#read().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /**
   * Runs with the cards of these keys loaded: at once when they are, which after the first time is
   * always.
   */
  with<T>(
    keysOf: (catalog: Catalog<CatalogIndex<File>>) => readonly CardKey[],
    run: (catalog: Catalog<CatalogIndex<File>>) => T,
  ): T | Promise<T> {
    const catalog = this.#current;
    if (catalog !== null) return catalog.whenLoaded(keysOf(catalog), () => run(catalog));
    return this.open().then((opened) => opened.whenLoaded(keysOf(opened), () => run(opened)));
  }

  async #read(): Promise<Catalog<CatalogIndex<File>>> {
    const index = new CatalogIndex(await this.#reader.index());
    this.#current = new Catalog(index, this.#reader.card, this.#adapt);
    return this.#current;
  }
}
