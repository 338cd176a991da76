import type { Formatter } from "./format.ts";

/** Usage of a meter. */
export const QUANTITY: Intl.NumberFormatOptions = { maximumFractionDigits: 2 };
/** A value of a form field, with all its digits. */
export const VALUE: Intl.NumberFormatOptions = { maximumFractionDigits: 10 };
/** A number with as many digits as a figure of a formula needs to be followed. */
export const PRECISE: Intl.NumberFormatOptions = { maximumSignificantDigits: 8 };
/** A part of a whole, 0–1, in percent. */
export const SHARE: Intl.NumberFormatOptions = { style: "percent", maximumFractionDigits: 2 };

/** What is particular to the price of one unit, which has all its digits. */
const UNIT_PRICE: Intl.NumberFormatOptions = {
  minimumFractionDigits: 0,
  maximumSignificantDigits: 8,
};
/** What is particular to an amount at an axis: `$10K`. */
const COMPACT: Intl.NumberFormatOptions = { notation: "compact", minimumFractionDigits: 0 };

type Money = Pick<Formatter, "amount" | "written">;

const unitPrices = new WeakMap<Money, Intl.NumberFormatOptions>();
const compactAmounts = new WeakMap<Money, Intl.NumberFormatOptions>();

/** The price of one unit, with all its digits. */
export function unitPriceText(price: number, format: Money): string {
  return format.written(moneyOptions(unitPrices, UNIT_PRICE, format), price);
}

/** An amount for an axis: `$10K`. */
export function compactMoney(amount: number, format: Money): string {
  return format.written(moneyOptions(compactAmounts, COMPACT, format), amount);
}

/** Options of a formatter's own currency; made once, because what is made of them is kept by them. */
function moneyOptions(
  made: WeakMap<Money, Intl.NumberFormatOptions>,
  particular: Intl.NumberFormatOptions,
  format: Money,
): Intl.NumberFormatOptions {
  let options = made.get(format);
  if (options === undefined) {
    options = { ...format.amount, ...particular };
    made.set(format, options);
  }
  return options;
}

const DAY = { dateStyle: "medium", timeZone: "UTC" } as const;

/** A day given as `YYYY-MM-DD`, as people of a formatter's language write it. */
export function dateText(day: string, { locale }: Pick<Formatter, "locale">): string {
  const time = Date.parse(day);
  if (Number.isNaN(time)) return day;
  return new Intl.DateTimeFormat(locale, DAY).format(time);
}
