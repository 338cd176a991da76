import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { rowsOf } from "../../rate-cards/machine-rows.ts";
import type { ObservedMachine, Observation } from "../observation.ts";
import { isFrom } from "../provenance.ts";
import { azureUrl, type AzureItem } from "./azure-items.ts";
import { roundTo, SourceFormatError } from "./source-format.ts";

/** Other things than Linux machines that are sold under the same names. */
const OTHER_PRODUCTS = /Windows|Cloud ?Services|Dedicated Host/iu;
const OTHER_SKUS = /Low Priority|Expired/iu;

/** What a term's whole price is divided by: its hours, a year of 365 days. */
const HOURS_OF_TERM: Readonly<Record<string, number>> = { "1 Year": 8760, "3 Years": 26_280 };
const PURCHASE_OF_TERM: Readonly<Record<string, Purchase>> = {
  "1 Year": "commitment_1y",
  "3 Years": "commitment_3y",
};
/** Digits of an hourly price that was divided. */
const DIGITS = 6;

const SOURCE_ID = "retail-prices-vm";

interface Quote {
  readonly name: string;
  readonly purchase: Purchase;
  readonly price: number;
  readonly since: string;
}

/**
 * Linux machines of a card's region: pay as you go, spot, and reserved for one or three years where
 * the list has it or had it before, US dollars an hour. The list does not say how large they are.
 */
export function azureMachines(
  card: RateCardFile,
  items: readonly AzureItem[],
  today: string,
): Observation {
  const { region } = card;
  const source = `Azure Retail Prices, virtual machines, ${region}`;
  const newest = new Map<string, Quote>();
  const ambiguous = new Set<string>();
  for (const quote of items.flatMap((item, index) => quoteOf(item, index, source, today))) {
    const key = `${quote.name} ${quote.purchase}`;
    const known = newest.get(key);
    if (known === undefined || quote.since > known.since) {
      newest.set(key, quote);
      ambiguous.delete(key);
    } else if (quote.since === known.since && quote.price !== known.price) {
      ambiguous.add(key);
    }
  }
  const quotes = [...newest].filter(([key]) => !ambiguous.has(key)).map(([, quote]) => quote);
  const reserved = Object.values(PURCHASE_OF_TERM).filter(
    (purchase) => quotes.some((quote) => quote.purchase === purchase) || wasListed(card, purchase),
  );
  return {
    provider: "azure",
    region,
    sourceId: SOURCE_ID,
    source: {
      title: "Azure Retail Prices, virtual machines",
      url: azureUrl("Virtual Machines", region),
      date: today,
    },
    machines: {
      complete: ["on_demand", "spot", ...reserved],
      types: byName(quotes),
      covers: (name, purchase) => !ambiguous.has(`${name} ${purchase}`),
      note: "Linux. Reservations are by the hour of their whole price.",
    },
    leftOut: [...ambiguous].map((key) => `${key}: listed more than once, at different prices`),
  };
}

/** Whether the card has such prices from this list. */
function wasListed({ machine_types: table }: RateCardFile, purchase: Purchase): boolean {
  const rows = table === undefined ? [] : rowsOf(table);
  return rows.some(({ prices: { [purchase]: price } }) => price && isFrom(SOURCE_ID, price.from));
}

function quoteOf(item: AzureItem, index: number, source: string, today: string): Quote[] {
  const { armSkuName: name, productName, skuName, meterName } = item;
  const isOther = OTHER_PRODUCTS.test(productName) || OTHER_SKUS.test(`${skuName} ${meterName}`);
  if (name === undefined || name === null || name === "" || isOther) return [];
  if (item.effectiveStartDate.slice(0, today.length) > today) return [];
  const quote = { name, since: item.effectiveStartDate };
  const path = `Items.${index}`;
  if (item.unitOfMeasure !== "1 Hour") {
    throw new SourceFormatError(source, `${path}.unitOfMeasure`, '"1 Hour"');
  }
  if (item.type === "Consumption") {
    const purchase = /Spot/u.test(`${skuName} ${meterName}`) ? "spot" : "on_demand";
    return [{ ...quote, purchase, price: item.retailPrice }];
  }
  if (item.type !== "Reservation") return [];
  const { reservationTerm: term = "" } = item;
  const purchase = PURCHASE_OF_TERM[term];
  const hours = HOURS_OF_TERM[term];
  if (purchase === undefined || hours === undefined) return [];
  return [{ ...quote, purchase, price: roundTo(DIGITS, item.retailPrice / hours) }];
}

function byName(quotes: readonly Quote[]): ObservedMachine[] {
  const prices = new Map<string, { [purchase in Purchase]?: number }>();
  for (const { name, purchase, price } of quotes) {
    prices.set(name, { ...prices.get(name), [purchase]: price });
  }
  return [...prices].map(([name, ofType]) => ({ name, prices: ofType }));
}
