import { toRequestsPerSecond, type Currency } from "../shared/units.ts";

export type Language = "en" | "ja";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", ja: "ja-JP" };
const CENT = 0.01;
const FINE_DIGITS = 3;
const UNIT_PRICE_DIGITS = 8;
const WHOLE = { maximumFractionDigits: 0 };
const SOME = { maximumFractionDigits: 2 };
const PLAIN = { maximumFractionDigits: 10 };
const SHORT = { notation: "compact", maximumSignificantDigits: 3 } as const;
const SIGNIFICANT = { maximumSignificantDigits: FINE_DIGITS };
const PRECISE = { maximumSignificantDigits: 8 };
const SHARE = { style: "percent", maximumFractionDigits: 2 } as const;
const DAY = { dateStyle: "medium", timeZone: "UTC" } as const;

/** Numbers, money and dates as people of a language write them. The only place that uses `Intl`. */
export class Formatter {
  readonly #locale: string;
  readonly #amount: Intl.NumberFormatOptions;
  readonly #fineAmount: Intl.NumberFormatOptions;
  readonly #exactPrice: Intl.NumberFormatOptions;
  readonly #shortAmount: Intl.NumberFormatOptions;
  /** Made when they are first used: each takes a phone a millisecond or more. */
  readonly #made = new Map<Intl.NumberFormatOptions, Intl.NumberFormat>();

  constructor(language: Language, currency: Currency) {
    this.#locale = LOCALES[language];
    const money = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
    this.#amount = money;
    this.#fineAmount = { ...money, maximumSignificantDigits: FINE_DIGITS };
    this.#exactPrice = {
      ...money,
      minimumFractionDigits: 0,
      maximumSignificantDigits: UNIT_PRICE_DIGITS,
    };
    this.#shortAmount = { ...money, notation: "compact", minimumFractionDigits: 0 };
  }

  /** A monthly cost; below a cent, with enough digits to tell it from nothing. */
  money(amount: number): string {
    const isFine = amount !== 0 && Math.abs(amount) < CENT;
    return this.#written(amount, isFine ? this.#fineAmount : this.#amount);
  }

  /** The price of one unit, with all its digits. */
  unitPrice(price: number): string {
    return this.#written(price, this.#exactPrice);
  }

  /** An amount for an axis: `$10K`. */
  compactMoney(amount: number): string {
    return this.#written(amount, this.#shortAmount);
  }

  /** A whole number of things. */
  count(count: number): string {
    return this.#written(count, WHOLE);
  }

  /** A count in few characters: `18.2M`. */
  compactCount(count: number): string {
    return this.#written(count, SHORT);
  }

  /** Usage of a meter. */
  quantity(quantity: number): string {
    return this.#written(quantity, SOME);
  }

  /** A value of a form field, with all its digits. */
  value(value: number): string {
    return this.#written(value, PLAIN);
  }

  /** Requests a second of a load a month, to three digits. */
  rate(requestsPerMonth: number): string {
    return this.#written(toRequestsPerSecond(requestsPerMonth), SIGNIFICANT);
  }

  /** A number to three digits. */
  rounded(value: number): string {
    return this.#written(value, SIGNIFICANT);
  }

  /** A number with as many digits as a figure of a formula needs to be followed. */
  precise(value: number): string {
    return this.#written(value, PRECISE);
  }

  /** A part of a whole, 0–1, in percent. */
  share(value: number): string {
    return this.#written(value, SHARE);
  }

  /** A day given as `YYYY-MM-DD`. */
  date(day: string): string {
    const time = Date.parse(day);
    if (Number.isNaN(time)) return day;
    return new Intl.DateTimeFormat(this.#locale, DAY).format(time);
  }

  #written(value: number, options: Intl.NumberFormatOptions): string {
    let format = this.#made.get(options);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.#locale, options);
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
