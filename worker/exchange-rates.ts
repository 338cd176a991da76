import type { CatalogIndex, ExchangeRateFile } from "../shared/catalog/catalog-index.ts";
import type { Platform } from "./platform.ts";

/** How long a stored rate is taken as it was read: the banks set one a day. */
const READ_EVERY_MS = 3_600_000;

/** The newest exchange rate: one that was stored since the catalog was made, or the catalog's own. */
export class ExchangeRates {
  readonly #platform: Pick<Platform, "now" | "storedExchangeRate" | "report">;
  #stored: ExchangeRateFile | null = null;
  #readAt = -Infinity;
  #reading: Promise<void> | null = null;

  constructor(platform: Pick<Platform, "now" | "storedExchangeRate" | "report">) {
    this.#platform = platform;
  }

  /** Reads the stored rate when that is due; `null` when there is nothing to wait for. */
  readIfDue(): Promise<void> | null {
    const { storedExchangeRate, now } = this.#platform;
    if (storedExchangeRate === undefined) return null;
    if (this.#reading !== null) return this.#stored === null ? this.#reading : null;
    if (now().getTime() - this.#readAt < READ_EVERY_MS) return null;
    this.#readAt = now().getTime();
    this.#reading = this.#read(storedExchangeRate).finally(() => {
      this.#reading = null;
    });
    // Once there is a rate, the next one is read while requests are answered.
    return this.#stored === null ? this.#reading : null;
  }

  newest({ file }: CatalogIndex): ExchangeRateFile {
    const own = file.exchange_rates.JPY;
    return this.#stored !== null && this.#stored.date > own.date ? this.#stored : own;
  }

  /** A store that does not answer leaves the rate that is known. */
  async #read(stored: () => Promise<ExchangeRateFile | null>): Promise<void> {
    try {
      this.#stored = (await stored()) ?? this.#stored;
    } catch (error) {
      this.#platform.report.failed(error, { method: "GET", route: "exchange rate" });
    }
  }
}
