import type { PriceFile } from "../../../shared/catalog/rate-card.ts";

/** A price between two amounts of usage. */
export interface OfferStep {
  readonly unit: string;
  readonly price: number;
  readonly from?: number;
  readonly to?: number | null;
}

/** The tiers of a card as steps. */
export function steps({ tiers }: PriceFile, unit: string): OfferStep[] {
  return tiers.map(([to, price], index) => ({
    unit,
    price,
    from: tiers[index - 1]?.[0] ?? 0,
    to,
  }));
}

/** A price per hour. */
export function hourly(price: number): OfferStep {
  return { unit: "Hrs", price };
}

/** The on-demand terms of a product. */
export function onDemand(sku: string, prices: readonly OfferStep[]): Record<string, unknown> {
  const name = `${sku}.JRTCKXETXF`;
  return { [name]: term(name, prices, {}) };
}

/** One term as AWS writes it. */
export function term(
  name: string,
  prices: readonly OfferStep[],
  attributes: Record<string, string>,
): unknown {
  return {
    offerTermCode: name,
    effectiveDate: "2026-01-01T00:00:00Z",
    priceDimensions: Object.fromEntries(
      prices.map(({ unit, price, from = 0, to = null }, index) => [
        `${name}.${index}`,
        {
          rateCode: `${name}.${index}`,
          description: "",
          beginRange: String(from),
          endRange: to === null ? "Inf" : String(to),
          unit,
          pricePerUnit: { USD: price.toFixed(10) },
          appliesTo: [],
        },
      ]),
    ),
    termAttributes: attributes,
  };
}
