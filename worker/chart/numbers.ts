import type { Currency } from "../../shared/units.ts";

const SIGNS: Readonly<Record<Currency, string>> = { USD: "$", JPY: "¥" };
const THOUSAND = 1000;
const SCALES = ["", "k", "M", "B"] as const;
const DIGITS = 3;

/** A positive number in three digits: `2.63M`. */
export function shortNumber(value: number): string {
  let rounded = Number(value.toPrecision(DIGITS));
  let scale = 0;
  for (; rounded >= THOUSAND && scale < SCALES.length - 1; scale += 1) rounded /= THOUSAND;
  return Number(rounded.toPrecision(DIGITS)) + (SCALES[scale] ?? "");
}

/** An amount in three digits: `$2.63M`. */
export function shortMoney(amount: number, currency: Currency): string {
  return SIGNS[currency] + shortNumber(amount);
}

/** An amount to the cent, from a thousand on to the dollar, and in whole yen: `$1,234`. */
export function money(amount: number, currency: Currency): string {
  const digits = currency === "JPY" || amount >= THOUSAND ? 0 : 2;
  return SIGNS[currency] + amount.toFixed(digits).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}
