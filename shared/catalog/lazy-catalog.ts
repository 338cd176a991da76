import type { RateCard } from "./card.ts";
import { CatalogIndex, type CatalogIndexFile } from "./catalog-index.ts";
import { Catalog, type CardKey, type ReadRateCard } from "./catalog.ts";

/** Reads the files of a catalog; each platform has its own way. */
export interface CatalogReader {
  readonly index: () => Promise<CatalogIndexFile>;
  readonly card: ReadRateCard;
}

/** A catalog whose index is read when it is first asked for, and then kept. */
export class LazyCatalog {
  private readonly reader: CatalogReader;
  private readonly adapt: ((card: RateCard) => RateCard) | undefined;
  private current: Catalog | null = null;
  private opening: Promise<Catalog> | null = null;

  /** `adapt` is given each card when it is opened. */
  constructor(reader: CatalogReader, adapt?: (card: RateCard) => RateCard) {
    this.reader = reader;
    this.adapt = adapt;
  }

  /** The catalog, if its index has been read. */
  get opened(): Catalog | null {
    return this.current;
  }

  /** Reads the index; a failed reading is tried again at the next call. */
  open(): Promise<Catalog> {
    if (this.current !== null) return Promise.resolve(this.current);
    this.opening ??= this.read().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  /**
   * Runs with the cards of these keys loaded: at once when they are, which after the first time is
   * always.
   */
  with<T>(
    keysOf: (catalog: Catalog) => readonly CardKey[],
    run: (catalog: Catalog) => T,
  ): T | Promise<T> {
    const catalog = this.current;
    if (catalog !== null) return catalog.whenLoaded(keysOf(catalog), () => run(catalog));
    return this.open().then((opened) => opened.whenLoaded(keysOf(opened), () => run(opened)));
  }

  private async read(): Promise<Catalog> {
    const index = new CatalogIndex(await this.reader.index());
    this.current = new Catalog(index, this.reader.card, this.adapt);
    return this.current;
  }
}
