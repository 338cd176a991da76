import { totalOf, type LineItem } from "../../shared/engine/bill.ts";
import { conversionFactor } from "../../shared/price-offer.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import type { Answer } from "../state/simulation.ts";

export const CSV_FILE_NAME = "cost_comparison_with_egress.csv";

const AMOUNT_COLUMNS = [
  "lambda_execution_cost",
  "lambda_egress_cost",
  "lambda_total_cost",
  "vm_fixed_cost",
  "vm_egress_cost",
  "vm_total_cost",
] as const;
const USD_DECIMALS = 4;
const JPY_DECIMALS = 2;
const FORMULA_START = /^[=+\-@\t\r]/u;
const NEEDS_QUOTES = /[",\r\n]/u;

/**
 * AWS Lambda against each machine as CSV, in the columns of the API's `export_csv`. Of several
 * Lambda configurations the cheapest is taken; without one its columns are empty.
 */
export function csvOf({ comparison, inputs }: Answer): string {
  const withYen = inputs.currency === "JPY";
  const toUsd = conversionFactor(inputs.currency, "USD", inputs.exchangeRate);
  const lambda = cheapestLambda(comparison.offers);
  const lambdaAmounts = lambda === null ? [null, null, null] : amounts(lambda.lineItems);
  const header = [
    "provider",
    "instance_type",
    ...AMOUNT_COLUMNS.map((column) => `${column}_usd`),
    ...(withYen ? AMOUNT_COLUMNS.map((column) => `${column}_jpy`) : []),
  ];
  const rows = comparison.offers.flatMap(({ offer, lineItems }) => {
    if (offer.kind !== "machine") return [];
    const all = [...lambdaAmounts, ...amounts(lineItems)];
    const inDecimals = (factor: number, decimals: number) =>
      all.map((amount) => (amount === null ? "" : (amount * factor).toFixed(decimals)));
    return [
      [
        offer.service,
        textField(offer.instanceType),
        ...inDecimals(toUsd, USD_DECIMALS),
        ...(withYen ? inDecimals(1, JPY_DECIMALS) : []),
      ],
    ];
  });
  return `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
}

function cheapestLambda(offers: readonly PricedOffer[]): PricedOffer | null {
  let cheapest: PricedOffer | null = null;
  for (const priced of offers) {
    if (priced.offer.service !== "aws_lambda" || priced.monthlyCost === null) continue;
    if (cheapest === null || priced.monthlyCost < (cheapest.monthlyCost ?? 0)) cheapest = priced;
  }
  return cheapest;
}

/** What runs, what leaves, and both. */
function amounts(lines: readonly LineItem[]): [number, number, number] {
  const total = totalOf(lines);
  const egress = totalOf(lines.filter(({ meter }) => meter === "egress"));
  return [total - egress, egress, total];
}

/** A name that no spreadsheet runs as a formula. */
function textField(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
