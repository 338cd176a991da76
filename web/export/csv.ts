import { comparisonCsv } from "../../shared/comparison-csv.ts";
import type { LineItem } from "../../shared/engine/bill.ts";
import { conversionFactor } from "../../shared/price-offer.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import type { Answer } from "../state/simulation.ts";

/**
 * AWS Lambda against each machine as CSV, in the columns of the API's `export_csv`. Of several
 * Lambda configurations the cheapest is taken; without one its columns are empty.
 */
export function csvOf({ comparison, inputs }: Answer): string {
  const toUsd = conversionFactor(inputs.currency, "USD", inputs.exchangeRate);
  const inUsd = (lines: readonly LineItem[]) =>
    lines.map((line) => ({ ...line, amount: line.amount * toUsd }));
  const lambda = cheapestLambda(comparison.offers);
  const machines = comparison.offers.flatMap(({ offer, lineItems }) =>
    offer.kind === "machine"
      ? [{ service: offer.service, instanceType: offer.instanceType, lines: inUsd(lineItems) }]
      : [],
  );
  const yenPerUsd = inputs.currency === "JPY" ? inputs.exchangeRate : null;
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
