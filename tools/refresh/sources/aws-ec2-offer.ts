import { isDeepStrictEqual } from "node:util";
import type { Architecture } from "../../../shared/catalog/rate-card.ts";
import type { Purchase } from "../../../shared/catalog/purchase.ts";
import { MB_PER_GB } from "../../../shared/units.ts";
import type { ObservedMachine, Observation } from "../observation.ts";
import {
  readOffer,
  sourceOf,
  type Offer,
  type OfferTerm,
  type ProductAttributes,
} from "./aws-offer.ts";
import type { SourceContext } from "./source.ts";
import { decimal, SourceFormatError } from "./source-format.ts";

/** Linux on shared hardware, running, without software to pay for. */
const FILTER: ProductAttributes = {
  operatingSystem: "Linux",
  tenancy: "Shared",
  preInstalledSw: "NA",
  capacitystatus: "Used",
  licenseModel: "No License required",
  locationType: "AWS Region",
};

/** Reserved instances without upfront payment, by `OfferingClass` and `LeaseContractLength`. */
const RESERVED: Readonly<Record<string, Purchase>> = {
  "standard 1yr": "commitment_1y",
  "standard 3yr": "commitment_3y",
  "convertible 1yr": "convertible_1y",
  "convertible 3yr": "convertible_3y",
};

type InstanceType = Omit<ObservedMachine, "prices">;

/** EC2 instance types of a region: on demand, and reserved without upfront payment, US dollars an hour. */
export async function readEc2Offer(offer: Offer, context: SourceContext): Promise<Observation> {
  const items = await readOffer(offer, context, (attributes, path) =>
    isWanted(attributes, offer.region) ? instanceType(attributes, offer.list, path) : null,
  );
  const types = new Map<string, ObservedMachine>();
  const ambiguous = new Set<string>();
  for (const { product, path, terms } of items) {
    const { name } = product;
    const prices = pricesOf(terms, offer.list, path);
    const known = types.get(name);
    if (known !== undefined && !isDeepStrictEqual(known.prices, prices)) ambiguous.add(name);
    types.set(name, { ...product, prices });
  }
  return {
    provider: "aws",
    region: offer.region,
    sourceId: "price-list-ec2",
    source: sourceOf(offer),
    machines: {
      complete: ["on_demand", ...Object.values(RESERVED)],
      types: [...types.values()].filter(({ name }) => !ambiguous.has(name)),
      covers: (name) => !ambiguous.has(name),
      note: "Linux, shared tenancy; commitments are reserved instances without upfront payment.",
    },
    leftOut: [...ambiguous].map((name) => `${name}: listed more than once, at different prices`),
  };
}

function isWanted(attributes: ProductAttributes, region: string): boolean {
  const { instanceType: type, marketoption: market = "OnDemand", regionCode } = attributes;
  if (type === undefined || regionCode !== region || market !== "OnDemand") return false;
  return Object.entries(FILTER).every(([name, value]) => attributes[name] === value);
}

function instanceType(attributes: ProductAttributes, source: string, path: string): InstanceType {
  const read = (name: string): string => {
    const value = attributes[name];
    if (value === undefined) {
      throw new SourceFormatError(source, `${path}.attributes.${name}`, "a text");
    }
    return value;
  };
  const memory = /^([\d,.]+) GiB$/u.exec(read("memory"))?.[1];
  if (memory === undefined) {
    throw new SourceFormatError(source, `${path}.attributes.memory`, 'an amount, "16 GiB"');
  }
  const memoryGb = decimal(memory.replaceAll(",", ""), source, `${path}.attributes.memory`);
  return {
    name: read("instanceType"),
    vcpu: decimal(read("vcpu"), source, `${path}.attributes.vcpu`),
    memoryMb: Math.floor(memoryGb * MB_PER_GB),
    architecture: architectureOf(read("physicalProcessor")),
  };
}

/** All Arm processors of EC2 are AWS's own Graviton. https://aws.amazon.com/ec2/graviton/ */
function architectureOf(processor: string): Architecture {
  return processor.includes("Graviton") ? "arm64" : "x86_64";
}

function pricesOf(
  terms: readonly OfferTerm[],
  source: string,
  path: string,
): ObservedMachine["prices"] {
  const prices: { [purchase in Purchase]?: number } = {};
  for (const { kind, attributes, steps } of terms) {
    const purchase = kind === "OnDemand" ? "on_demand" : purchaseOf(attributes);
    if (purchase === undefined) continue;
    const [hourly, ...others] = steps;
    if (hourly === undefined || others.length > 0 || hourly.unit !== "Hrs") {
      throw new SourceFormatError(source, path, `one hourly price for ${purchase}`);
    }
    prices[purchase] = hourly.unitPrice;
  }
  return prices;
}

function purchaseOf(attributes: ProductAttributes): Purchase | undefined {
  const { OfferingClass: offeringClass, LeaseContractLength: length } = attributes;
  if (attributes["PurchaseOption"] !== "No Upfront") return undefined;
  return RESERVED[`${offeringClass} ${length}`];
}
