import { toRequestsPerSecond, type Currency } from "../shared/units.ts";

export type Language = "en" | "ja";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", ja: "ja-JP" };
const CENT = 0.01;
const FINE_DIGITS = 3;
const WHOLE = { maximumFractionDigits: 0 };
const SHORT = { notation: "compact", maximumSignificantDigits: 3 } as const;
const SIGNIFICANT = { maximumSignificantDigits: FINE_DIGITS };

/** Numbers and money as people of a language write them. `Intl` is used here and in `formats.ts` alone. */
export class Formatter {
  readonly locale: string;
  /** How an amount of money is written. */
  readonly amount: Intl.NumberFormatOptions;
  readonly #fineAmount: Intl.NumberFormatOptions;
  /** Made when they are first used: each takes a phone a millisecond or more. */
  readonly #made = new Map<Intl.NumberFormatOptions, Intl.NumberFormat>();

  constructor(language: Language, currency: Currency) {
    this.locale = LOCALES[language];
    this.amount = { style: "currency", currency, currencyDisplay: "narrowSymbol" };
    this.#fineAmount = { ...this.amount, maximumSignificantDigits: FINE_DIGITS };
  }

  /** A monthly cost; below a cent, with enough digits to tell it from nothing. */
  money(amount: number): string {
    const isFine = amount !== 0 && Math.abs(amount) < CENT;
    return this.written(isFine ? this.#fineAmount : this.amount, amount);
  }

  /** A whole number of things. */
  count(count: number): string {
    return this.written(WHOLE, count);
  }

  /** A count in few characters: `18.2M`. */
  compactCount(count: number): string {
    return this.written(SHORT, count);
  }

  /** Requests a second of a load a month, to three digits. */
  rate(requestsPerMonth: number): string {
    return this.written(SIGNIFICANT, toRequestsPerSecond(requestsPerMonth));
  }

  /** A number to three digits. */
  rounded(value: number): string {
    return this.written(SIGNIFICANT, value);
  }

  /** A number written with options of its own, such as those of `formats.ts`. */
  written(options: Intl.NumberFormatOptions, value: number): string {
    let format = this.#made.get(options);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.locale, options);
      this.#made.set(options, format);
    }
    return format.format(value);
  }
}

const formatters = new Map<string, Formatter>();

/** The formatter of a language and a currency; made once. */
export function formatterFor(language: Language, currency: Currency): Formatter {
  const key = `${language} ${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Formatter(language, currency);
    formatters.set(key, formatter);
  }
  return formatter;
}
