import { comparisonCsv } from "../../shared/comparison-csv.ts";
import type { LineItem } from "../../shared/engine/bill.ts";
import { convert } from "../../shared/currency.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import type { Answer } from "../state/simulation.ts";

/**
 * AWS Lambda against each machine as CSV, in the columns of the API's `export_csv`. Of several
 * Lambda configurations the cheapest is taken; without one its columns are empty.
 */
export function csvOf({ comparison, inputs }: Answer): string {
  const { currency, exchangeRate } = inputs;
  const inUsd = (lines: readonly LineItem[]) =>
    lines.map((line) => ({ ...line, amount: convert(line.amount, currency, "USD", exchangeRate) }));
  const lambda = cheapestLambda(comparison.offers);
  const machines = comparison.offers.flatMap(({ offer, lineItems }) =>
    offer.kind === "machine"
      ? [{ service: offer.service, instanceType: offer.instanceType, lines: inUsd(lineItems) }]
      : [],
  );
  const yenPerUsd = currency === "JPY" ? exchangeRate : null;
  return comparisonCsv(lambda && inUsd(lambda.lineItems), machines, yenPerUsd);
}

function cheapestLambda(offers: readonly PricedOffer[]): PricedOffer | null {
  let cheapest: PricedOffer | null = null;
  for (const priced of offers) {
    if (priced.offer.service !== "aws_lambda" || priced.monthlyCost === null) continue;
    if (cheapest === null || priced.monthlyCost < (cheapest.monthlyCost ?? 0)) cheapest = priced;
  }
  return cheapest;
}
