import type { Observation, ObservedPrice } from "../observation.ts";
import { readOffer, sourceOf, type Offer, type ProductAttributes } from "./aws-offer.ts";
import { graduated } from "./graduated.ts";
import type { SourceContext } from "./source.ts";
import { SourceFormatError } from "./source-format.ts";

/**
 * Data sent from a region to the internet, US dollars a GB. The list counts its tiers after the
 * account's free allowance, which it does not name.
 * https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
 */
export async function readTransferOffer(
  offer: Offer,
  context: SourceContext,
): Promise<Observation> {
  const items = await readOffer(offer, context, (attributes) =>
    isToInternet(attributes, offer.region) ? true : null,
  );
  const [item, ...others] = items;
  const term = item?.terms.find(({ kind }) => kind === "OnDemand");
  if (item === undefined || term === undefined || others.length > 0) {
    throw new SourceFormatError(offer.list, "products", "one product for data to the internet");
  }
  if (!term.steps.every(({ unit }) => unit === "GB")) {
    throw new SourceFormatError(offer.list, item.path, "a price per GB");
  }
  const { tiers } = graduated(term.steps, offer.list, item.path);
  const egress: ObservedPrice = {
    unit: "GB",
    tiers,
    note: "The allowance is the account's, over all regions and services.",
  };
  return {
    provider: "aws",
    region: offer.region,
    sourceId: "price-list-transfer",
    source: sourceOf(offer),
    egress,
  };
}

function isToInternet(attributes: ProductAttributes, region: string): boolean {
  const { usagetype = "", fromRegionCode, toLocation } = attributes;
  return (
    /(?:^|-)DataTransfer-Out-Bytes$/u.test(usagetype) &&
    fromRegionCode === region &&
    toLocation === "External"
  );
}
