import * as z from "zod/mini";
import type { ExchangeRateFile } from "../../shared/catalog/catalog-index.ts";
import type { Outcome } from "./changes.ts";

/** Name of the file in the catalog's folder. */
export const EXCHANGE_RATES_FILE = "exchange-rates.json";

/** The rates that stand beside the cards: so much for one US dollar. */
export type ExchangeRates = z.infer<typeof ExchangeRatesSchema>;

const Rate = z.strictObject({
  rate: z.number().check(z.positive()),
  date: z.iso.date(),
  source: z.strictObject({ title: z.string(), url: z.url({ protocol: /^https$/u }) }),
  confidence: z.enum(["high", "medium", "low"]),
  note: z.exactOptional(z.string()),
});

/** The strict form of the file. */
export const ExchangeRatesSchema = z.strictObject({
  schema: z.literal(1),
  base: z.literal("USD"),
  rates: z.strictObject({ JPY: Rate }),
});

/** The rates with one that was read; the same one of no newer day changes nothing. */
export function mergeExchangeRate(
  present: ExchangeRates,
  read: ExchangeRateFile,
): Outcome & { readonly rates: ExchangeRates } {
  const { JPY: before } = present.rates;
  const isSame = before.rate === read.rate;
  const isNewer = read.date > before.date;
  return {
    name: "exchange rates",
    rates: isSame && !isNewer ? present : { ...present, rates: { JPY: read } },
    changes: isSame
      ? []
      : [
          {
            kind: "price",
            what: "JPY for 1 USD",
            of: "exchange rate",
            before: before.rate,
            after: read.rate,
          },
        ],
    confirmed: isSame && isNewer ? 1 : 0,
    leftOut: [],
    missing: [],
    outdated: !isSame && read.date < before.date ? ["JPY for 1 USD"] : [],
    coverage: [{ title: read.source.title, date: read.date, expected: 0, read: 0 }],
  };
}
