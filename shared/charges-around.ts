import type { RateCard } from "./catalog/card.ts";
import type { ServiceId } from "./catalog/providers.ts";
import { PricingError } from "./engine/errors.ts";
import type { Price } from "./engine/price.ts";
import type { MeteredCharge } from "./engine/usage.ts";
import { perRequest } from "./metering/rule.ts";
import type { Offer } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { sideCharges } from "./side-costs/side-charges.ts";
import { egressGbPerRequest, type Workload } from "./workload.ts";

/** What is charged beside the functions or machines themselves: egress, and the side costs asked for. */
export function chargesAround(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const charges = egressCharges(workload, offer, terms, card);
  charges.push(...sideCharges(workload, offer, terms, card));
  return charges;
}

/** The charge for egress; none for a workload that sends nothing where its price is not known. */
function egressCharges(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const { service } = offer;
  const gbPerRequest = egressGbPerRequest(workload);
  const listed = listedEgress(offer, card);
  const customRate = terms.customEgressRates[service];
  const price = customRate === undefined ? listed : ownPrice(listed, customRate);
  if (price === null) {
    if (gbPerRequest === 0) return [];
    throw new PricingError("no_price", ["region"], {
      service,
      meter: "egress",
      region: card.region,
    });
  }
  return [
    {
      meter: "egress",
      usage: perRequest(gbPerRequest),
      price: inTerms(price, terms.includeEgressFreeTier, terms),
    },
  ];
}

/** Services whose egress is not that of their provider, but by the part of the world it is from. */
const PRICED_BY_AREA: ReadonlySet<ServiceId> = new Set([
  "cloudflare_containers",
  "cloudflare_container_instances",
]);

/**
 * The listed price of a GB sent to the internet: the service's own, where the card has one, or that of
 * the place. https://developers.cloudflare.com/containers/pricing/; for functions of Google's 1st
 * generation https://cloud.google.com/functions/pricing-1stgen; for Lambda@Edge, what CloudFront charges:
 * https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/
 */
function listedEgress({ service, egressArea }: Offer, card: RateCard): Price | null {
  if (PRICED_BY_AREA.has(service)) {
    return card.price("cloudflare_containers", `egress.${egressArea ?? "elsewhere"}`);
  }
  if (egressArea !== undefined) {
    throw new PricingError("option_not_offered", ["egressArea"], {
      option: "egressArea",
      service,
      allowed: [],
    });
  }
  const hasOwn = card.meterNames(service).includes("egress");
  return hasOwn ? card.price(service, "egress") : card.egress();
}

/** The caller's own rate, with the provider's free allowance. */
function ownPrice(listed: Price | null, usdPerGb: number): Price {
  return {
    unit: "GB",
    currency: "USD",
    free: listed?.free ?? 0,
    tiers: [{ upTo: Infinity, unitPrice: usdPerGb }],
    provenance: null,
  };
}
