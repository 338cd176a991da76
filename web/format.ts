import { toRequestsPerSecond, type Currency } from "../shared/units.ts";

export type Language = "en" | "ja";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", ja: "ja-JP" };
const CENT = 0.01;
const FINE_DIGITS = 3;
const UNIT_PRICE_DIGITS = 8;
const COMPACT_DIGITS = 3;
const PRECISE_DIGITS = 8;
const QUANTITY_DIGITS = 2;
const EXPORTED_PLAIN_DIGITS = 10;

/** Numbers, money and dates as people of a language write them. The only place that uses `Intl`. */
export class Formatter {
  private readonly locale: string;
  private readonly amount: Intl.NumberFormat;
  private readonly fineAmount: Intl.NumberFormat;
  private readonly exactPrice: Intl.NumberFormat;
  private readonly shortAmount: Intl.NumberFormat;
  private readonly whole: Intl.NumberFormat;
  private readonly some: Intl.NumberFormat;
  private readonly plain: Intl.NumberFormat;
  private readonly short: Intl.NumberFormat;
  private readonly significant: Intl.NumberFormat;
  private readonly day: Intl.DateTimeFormat;

  constructor(language: Language, currency: Currency) {
    this.locale = LOCALES[language];
    const money = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
    this.amount = this.number(money);
    this.fineAmount = this.number({ ...money, maximumSignificantDigits: FINE_DIGITS });
    this.exactPrice = this.number({
      ...money,
      minimumFractionDigits: 0,
      maximumSignificantDigits: UNIT_PRICE_DIGITS,
    });
    this.shortAmount = this.number({ ...money, notation: "compact", minimumFractionDigits: 0 });
    this.whole = this.number({ maximumFractionDigits: 0 });
    this.some = this.number({ maximumFractionDigits: QUANTITY_DIGITS });
    this.plain = this.number({ maximumFractionDigits: EXPORTED_PLAIN_DIGITS });
    this.short = this.number({ notation: "compact", maximumSignificantDigits: COMPACT_DIGITS });
    this.significant = this.number({ maximumSignificantDigits: FINE_DIGITS });
    this.day = new Intl.DateTimeFormat(this.locale, { dateStyle: "medium", timeZone: "UTC" });
  }

  /** A monthly cost; below a cent, with enough digits to tell it from nothing. */
  money(amount: number): string {
    const isFine = amount !== 0 && Math.abs(amount) < CENT;
    return (isFine ? this.fineAmount : this.amount).format(amount);
  }

  /** The price of one unit, with all its digits. */
  unitPrice(price: number): string {
    return this.exactPrice.format(price);
  }

  /** An amount for an axis: `$10K`. */
  compactMoney(amount: number): string {
    return this.shortAmount.format(amount);
  }

  /** A whole number of things. */
  count(count: number): string {
    return this.whole.format(count);
  }

  /** A count in few characters: `18.2M`. */
  compactCount(count: number): string {
    return this.short.format(count);
  }

  /** Usage of a meter. */
  quantity(quantity: number): string {
    return this.some.format(quantity);
  }

  /** A value of a form field, with all its digits. */
  value(value: number): string {
    return this.plain.format(value);
  }

  /** Requests a second of a load a month, to three digits. */
  rate(requestsPerMonth: number): string {
    return this.significant.format(toRequestsPerSecond(requestsPerMonth));
  }

  /** A number to three digits. */
  rounded(value: number): string {
    return this.significant.format(value);
  }

  /** A number with as many digits as a figure of a formula needs to be followed. */
  precise(value: number): string {
    return this.number({ maximumSignificantDigits: PRECISE_DIGITS }).format(value);
  }

  /** A part of a whole, 0–1, in percent. */
  share(value: number): string {
    return this.number({ style: "percent", maximumFractionDigits: QUANTITY_DIGITS }).format(value);
  }

  /** A day given as `YYYY-MM-DD`. */
  date(day: string): string {
    const time = Date.parse(day);
    return Number.isNaN(time) ? day : this.day.format(time);
  }

  private number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return new Intl.NumberFormat(this.locale, options);
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
