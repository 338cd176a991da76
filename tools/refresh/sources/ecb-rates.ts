import { XMLParser } from "fast-xml-parser";
import * as z from "zod/mini";
import type { ExchangeRateFile } from "../../../shared/catalog/catalog-index.ts";
import { OFFICIAL_ADDRESSES, type SourceContext } from "./source.ts";
import { check, dayIn, decimal, roundTo, SourceFormatError } from "./source-format.ts";

/**
 * The European Central Bank's reference rates of the day, so much for one euro.
 * https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/
 */
const PATH = "/stats/eurofxref/eurofxref-daily.xml";
const SOURCE = "European Central Bank, daily rates";
/** Without it the document was cut off. */
const END = "</gesmes:Envelope>";
/** Digits after the point of the quotient: those of the yen, and two more. */
const DIGITS = 4;

const Rates = z.object({
  "gesmes:Envelope": z.object({
    Cube: z.object({
      Cube: z.object({
        time: z.string(),
        Cube: z.array(z.object({ currency: z.string(), rate: z.string() })),
      }),
    }),
  }),
});

/** Yen for one US dollar, from what each costs in euros. */
export async function readExchangeRate({
  downloads,
  addresses,
}: Pick<SourceContext, "downloads" | "addresses">): Promise<ExchangeRateFile> {
  const text = await downloads.text("ecb-daily.xml", addresses.ecb + PATH);
  const { Cube: day } = check(Rates, parsed(text), SOURCE)["gesmes:Envelope"].Cube;
  if (!text.trimEnd().endsWith(END)) throw new SourceFormatError(SOURCE, "its end", END);
  const perEuro = (wanted: string): number => {
    const rate = day.Cube.find(({ currency }) => currency === wanted)?.rate;
    if (rate === undefined) throw new SourceFormatError(SOURCE, "Cube.Cube.Cube", wanted);
    const perOne = decimal(rate, SOURCE, wanted);
    if (perOne === 0) throw new SourceFormatError(SOURCE, wanted, "a rate above 0");
    return perOne;
  };
  return {
    rate: roundTo(DIGITS, perEuro("JPY") / perEuro("USD")),
    date: dayIn(day.time, SOURCE, "Cube.Cube.time"),
    source: {
      title: "European Central Bank, euro reference rates: yen by dollars",
      url: OFFICIAL_ADDRESSES.ecb + PATH,
    },
    confidence: "high",
  };
}

function parsed(text: string): unknown {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });
  try {
    return parser.parse(text);
  } catch {
    throw new SourceFormatError(SOURCE, "the document", "well-formed XML");
  }
}
