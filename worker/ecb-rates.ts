import type { ExchangeRateFile } from "../shared/catalog/catalog-index.ts";

/**
 * The European Central Bank's reference rates of the day, so much for one euro.
 * https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/
 */
export const ECB_DAILY_RATES = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";

/** Digits after the point of the quotient: those of the yen, and two more. */
const DIGITS = 4;

/**
 * Yen for one US dollar, from what each costs in euros. Reads three attributes of a document that
 * has had this form since 1999; an XML parser would weigh as much as the rest of the worker. Throws
 * for a document in which one of them is missing.
 */
export function yenPerDollar(xml: string): ExchangeRateFile {
  const perEuro = (currency: string): number =>
    Number(
      attribute(xml, `currency=["']${currency}["']\\s+rate=["'](\\d+(?:\\.\\d+)?)["']`, currency),
    );
  return {
    rate: Number((perEuro("JPY") / perEuro("USD")).toFixed(DIGITS)),
    date: attribute(xml, `time=["'](\\d{4}-\\d\\d-\\d\\d)["']`, "time"),
    source: {
      title: "European Central Bank, euro reference rates: yen by dollars",
      url: ECB_DAILY_RATES,
    },
    confidence: "high",
  };
}

function attribute(xml: string, pattern: string, what: string): string {
  const found = new RegExp(pattern, "u").exec(xml)?.[1];
  if (found === undefined) throw new Error(`exchange rates: the document has no ${what}`);
  return found;
}
