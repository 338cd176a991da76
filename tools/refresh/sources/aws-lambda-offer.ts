import type { ObservedPrice, Observation } from "../observation.ts";
import { readOffer, sourceOf, type Offer, type OfferItem } from "./aws-offer.ts";
import { graduated } from "./graduated.ts";
import type { SourceContext } from "./source.ts";
import { SourceFormatError } from "./source-format.ts";

interface LambdaMeter {
  readonly meter: string;
  readonly unit: string;
  /** The unit as the offer writes it; several names were in use. */
  readonly listedAs: RegExp;
  readonly note?: string;
  /** Whether a region may lack it. */
  readonly optional?: boolean;
}

const GB_SECOND = { unit: "GB-second", listedAs: /GB-?s/iu };
const ONE_ALLOWANCE = { note: "The allowance is the account's, over both architectures." };

/**
 * Meters by usage type, without the region's prefix (`APN1-`; us-east-1 has none).
 * https://aws.amazon.com/lambda/pricing/
 */
const METERS: Readonly<Record<string, LambdaMeter>> = {
  Request: { meter: "requests", unit: "request", listedAs: /Request/iu },
  "Lambda-GB-Second": { meter: "compute.x86_64", ...GB_SECOND, ...ONE_ALLOWANCE },
  "Lambda-GB-Second-ARM": { meter: "compute.arm64", ...GB_SECOND, ...ONE_ALLOWANCE },
  "Lambda-Storage-GB-Second": {
    meter: "ephemeral_storage",
    ...GB_SECOND,
    note: "Of /tmp beyond the first 512 MB, which are not metered.",
  },
  "Lambda-Provisioned-Concurrency": {
    meter: "provisioned_idle.x86_64",
    ...GB_SECOND,
    optional: true,
  },
  "Lambda-Provisioned-Concurrency-ARM": {
    meter: "provisioned_idle.arm64",
    ...GB_SECOND,
    optional: true,
  },
  "Lambda-Provisioned-GB-Second": {
    meter: "provisioned_compute.x86_64",
    ...GB_SECOND,
    optional: true,
  },
  "Lambda-Provisioned-GB-Second-ARM": {
    meter: "provisioned_compute.arm64",
    ...GB_SECOND,
    optional: true,
  },
};

/** Lambda's meters in a region, in US dollars. Allowances are not in the list. */
export async function readLambdaOffer(offer: Offer, context: SourceContext): Promise<Observation> {
  const items = await readOffer(offer, context, ({ usagetype, regionCode }) =>
    regionCode === offer.region && usagetype !== undefined ? meterOf(usagetype) : null,
  );
  const found = new Map<string, ObservedPrice>();
  for (const item of items) {
    const price = priceOf(item, offer.list);
    if (price !== null) found.set(item.product.meter, price);
  }
  const meters = Object.values(METERS).map(
    ({ meter, optional = false }) =>
      [meter, found.get(meter) ?? (optional ? undefined : null)] as const,
  );
  return {
    provider: "aws",
    region: offer.region,
    sourceId: "price-list-lambda",
    source: sourceOf(offer),
    services: { aws_lambda: Object.fromEntries(meters) },
  };
}

function meterOf(usageType: string): LambdaMeter | null {
  const withoutPrefix = usageType.replace(/^[A-Z]{2,4}\d?-/u, "");
  return METERS[withoutPrefix] ?? null;
}

function priceOf(
  { product, path, terms }: OfferItem<LambdaMeter>,
  source: string,
): ObservedPrice | null {
  const [term, ...others] = terms.filter(({ kind }) => kind === "OnDemand");
  if (term === undefined) return null;
  const { unit, listedAs, note } = product;
  if (others.length > 0 || !term.steps.every((step) => listedAs.test(step.unit))) {
    throw new SourceFormatError(source, path, `one price per ${unit} of ${product.meter}`);
  }
  const { tiers } = graduated(term.steps, source, path);
  return { unit, tiers, ...(note === undefined ? {} : { note }) };
}
