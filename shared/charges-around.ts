import type { RateCard } from "./catalog/card.ts";
import type { ServiceId } from "./catalog/providers.ts";
import { PricingError } from "./engine/errors.ts";
import type { Price } from "./engine/price.ts";
import type { MeteredCharge } from "./engine/usage.ts";
import { perRequest } from "./metering/rule.ts";
import type { Offer } from "./offer.ts";
import { inTerms, type PricingTerms } from "./pricing-terms.ts";
import { sideCharges } from "./side-costs/side-costs.ts";
import { egressGbPerRequest, type Workload } from "./workload.ts";

/** What is charged beside the functions or machines themselves: egress, and the side costs asked for. */
export function chargesAround(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge[] {
  const egress = egressCharge(workload, offer, terms, card);
  if (terms.sideCosts === undefined) return egress === null ? [] : [egress];
  const side = sideCharges(workload, offer, terms, card);
  return egress === null ? side : [egress, ...side];
}

/** The charge for egress; `null` for a workload that sends nothing where its price is not known. */
function egressCharge(
  workload: Workload,
  offer: Offer,
  terms: PricingTerms,
  card: RateCard,
): MeteredCharge | null {
  const { service } = offer;
  const gbPerRequest = egressGbPerRequest(workload);
  const listed = listedEgress(offer, card);
  const customRate = terms.customEgressRates[service];
  if (listed === null && customRate === undefined) {
    if (gbPerRequest === 0) return null;
    throw new PricingError("no_price", ["region"], {
      service,
      meter: "egress",
      region: card.region,
    });
  }
  const price = customRate === undefined ? listed : ownPrice(listed, customRate);
  if (price === null) return null;
  return {
    meter: "egress",
    usage: perRequest(gbPerRequest),
    price: inTerms(price, terms.includeEgressFreeTier, terms),
  };
}

/** Services whose egress is not that of their provider, but by the part of the world it is from. */
const PRICED_BY_AREA: ReadonlySet<ServiceId> = new Set([
  "cloudflare_containers",
  "cloudflare_container_instances",
]);

/** The listed price of a GB sent to the internet. https://developers.cloudflare.com/containers/pricing/ */
function listedEgress({ service, egressArea }: Offer, card: RateCard): Price | null {
  const isByArea = PRICED_BY_AREA.has(service);
  if (!isByArea) {
    if (egressArea === undefined) return card.egress();
    throw new PricingError("option_not_offered", ["egressArea"], {
      option: "egressArea",
      service,
      allowed: [],
    });
  }
  return card.price("cloudflare_containers", `egress.${egressArea ?? "elsewhere"}`);
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
