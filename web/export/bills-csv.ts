import type { LineItem } from "../../shared/engine/bill.ts";
import { toCsv } from "../../shared/csv.ts";
import type { Messages } from "../../shared/messages/messages.ts";
import { offerLabel } from "../../shared/offer-label.ts";
import type { Offer } from "../../shared/offer.ts";
import { plainDecimal } from "../../shared/plain-decimal.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import type { Answer, UnavailableOffer } from "../state/simulation.ts";

export const BILLS_CSV_NAME = "cost_comparison_bills.csv";

const COLUMNS = [
  "offer",
  "kind",
  "provider",
  "region",
  "monthly_cost",
  "machines",
  "carries_load",
  "unavailable",
  "meter",
  "quantity",
  "unit",
  "free",
  "billable",
  "tiers",
  "amount",
  "currency",
  "source",
  "url",
  "date",
  "confidence",
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | boolean>>;

/** Every offer with every line of its bill; `words`: those of the API, English. */
export function billsCsv({ comparison, unavailable }: Answer, words: Messages): string {
  const rows = [
    ...comparison.offers.flatMap((priced) =>
      priced.lineItems.map((line) => ({
        ...offerFields(priced, words),
        ...lineFields(line),
        currency: comparison.currency,
      })),
    ),
    ...unavailable.map((offer) => unavailableFields(offer, words)),
  ];
  return toCsv([
    COLUMNS,
    ...rows.map((row: Row) => COLUMNS.map((column) => cellText(row[column]))),
  ]);
}

function offerFields({ offer, region, monthlyCost, capacity }: PricedOffer, words: Messages): Row {
  return {
    ...nameFields(offer, region, words),
    monthly_cost: monthlyCost ?? "",
    ...(capacity === null
      ? {}
      : { machines: capacity.machines, carries_load: capacity.carriesLoad }),
  };
}

function lineFields({ provenance, tiers, ...line }: LineItem): Row {
  return {
    meter: line.meter,
    quantity: line.quantity,
    unit: line.unit,
    free: line.free,
    billable: line.billable,
    tiers: tiers
      .map(({ quantity, unitPrice }) => `${plainDecimal(quantity)} x ${plainDecimal(unitPrice)}`)
      .join("; "),
    amount: line.amount,
    ...(provenance === null
      ? { source: "own price" }
      : {
          source: provenance.source,
          url: provenance.url,
          date: provenance.date,
          confidence: provenance.confidence,
        }),
  };
}

function unavailableFields({ offer, problem }: UnavailableOffer, words: Messages): Row {
  return {
    ...nameFields(offer, offer.region, words),
    unavailable: problem === null ? "memory_too_small" : problem.code,
  };
}

function nameFields(offer: Offer, region: string, words: Messages): Row {
  return {
    offer: offerLabel(offer, words),
    kind: offer.kind,
    provider: offer.service,
    region,
  };
}

function cellText(value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  return typeof value === "number" ? plainDecimal(value) : String(value);
}
