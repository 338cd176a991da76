import type { CustomPrice, PriceChange } from "../../shared/catalog/custom-prices.ts";
import type { PricingTerms } from "../../shared/pricing-terms.ts";
import type { CustomPriceBody, TermsBody } from "../../shared/schema/terms.ts";
import type { SideCosts } from "../../shared/side-costs/side-costs.ts";

/** The engine's terms of a checked body; `exchangeRate`: yen for a dollar where none is given. */
export function toTerms(body: TermsBody, exchangeRate: number): PricingTerms {
  return {
    includeFreeTier: body.include_free_tier,
    includeEgressFreeTier: body.include_egress_free_tier,
    customEgressRates: body.custom_egress_rates ?? {},
    currency: body.currency,
    exchangeRate: body.exchange_rate ?? exchangeRate,
    ...(body.custom_prices === undefined
      ? {}
      : { customPrices: body.custom_prices.map(toCustomPrice) }),
    ...(body.side_costs === undefined ? {} : { sideCosts: toSideCosts(body.side_costs) }),
  };
}

/** The engine's form of a price of one's own. */
export function toCustomPrice(body: CustomPriceBody): CustomPrice {
  const {
    unit_price: unitPrice,
    discount_percent: discountPercent = 0,
    instance_type: instanceType,
    tiers,
    free,
    currency,
    ...place
  } = body;
  return {
    ...place,
    instanceType,
    change: { ...priceOf(), ...(free === undefined ? {} : { free }) },
  };

  function priceOf(): PriceChange {
    if (unitPrice !== undefined) return { unitPrice, currency };
    if (tiers === undefined) return { discountPercent };
    return {
      currency,
      tiers: tiers.map(({ up_to: upTo, unit_price: tierPrice }) => ({
        upTo: upTo ?? Infinity,
        unitPrice: tierPrice,
      })),
    };
  }
}

function toSideCosts(body: NonNullable<TermsBody["side_costs"]>): SideCosts {
  const { front_door: frontDoor, disk_gb: diskGb, operations } = body;
  return {
    loadBalancer: body.load_balancer,
    publicIpv4: body.public_ipv4,
    natGateway: body.nat_gateway,
    logs: body.logs,
    ...(frontDoor === undefined ? {} : { frontDoor }),
    ...(diskGb === undefined ? {} : { diskGb }),
    ...(operations === undefined
      ? {}
      : {
          operations: {
            functionHours: operations.function_hours,
            machineHours: operations.machine_hours,
            usdPerHour: operations.usd_per_hour,
          },
        }),
  };
}
