import { stat } from "node:fs/promises";
import * as z from "zod/mini";
import { JsonFileError, jsonEntries, type JsonEntry } from "../json-sections.ts";
import { withBar } from "../with-bar.ts";
import type { SourceContext } from "./source.ts";
import { OFFICIAL_ADDRESSES } from "./source.ts";
import { check, dayIn, decimal, SourceFormatError } from "./source-format.ts";
import type { PriceStep } from "./graduated.ts";

/**
 * The AWS Price List Bulk API: one file of products and terms for each service and region.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
 */

/** Services whose price lists are read. */
export type OfferCode = "AmazonEC2" | "AWSLambda" | "AWSDataTransfer";

/** One version of a service's price list in one region. */
export interface Offer {
  readonly code: OfferCode;
  readonly region: string;
  /** What cards call it. */
  readonly title: string;
  /** What errors call it. */
  readonly list: string;
  /** The day of its publication. */
  readonly date: string;
  /** The path below the API's address; it does not change with newer versions. */
  readonly path: string;
}

export type ProductAttributes = Readonly<Record<string, string>>;

/** A term of a product, bought on demand or reserved. */
export interface OfferTerm {
  readonly kind: "OnDemand" | "Reserved";
  readonly attributes: ProductAttributes;
  readonly steps: readonly (PriceStep & { readonly unit: string })[];
}

/** A product that was wanted, and all its terms. */
export interface OfferItem<Wanted> {
  readonly product: Wanted;
  /** Its place in the file, for errors. */
  readonly path: string;
  readonly terms: readonly OfferTerm[];
}

const RegionIndex = z.object({
  publicationDate: z.string(),
  regions: z.record(z.string(), z.object({ currentVersionUrl: z.string() })),
});
const Product = z.object({ sku: z.string(), attributes: z.record(z.string(), z.string()) });
const Dimension = z.object({
  unit: z.string(),
  beginRange: z.optional(z.string()),
  endRange: z.optional(z.string()),
  pricePerUnit: z.record(z.string(), z.string()),
});
const Terms = z.record(
  z.string(),
  z.object({
    priceDimensions: z.record(z.string(), Dimension),
    termAttributes: z.record(z.string(), z.string()),
  }),
);

/** The current versions of a service's price list, by region. */
export async function currentOffers(
  code: OfferCode,
  { downloads, addresses }: SourceContext,
): Promise<ReadonlyMap<string, Offer>> {
  const path = `/offers/v1.0/aws/${code}/current/region_index.json`;
  const source = `AWS Price List, ${code} regions`;
  const body = await downloads.json(`aws-${code}-regions.json`, addresses.aws + path);
  const index = check(RegionIndex, body, source);
  return new Map(
    Object.entries(index.regions).map(([region, { currentVersionUrl }]) => {
      const version = /\/(\d{4})(\d{2})(\d{2})(\d{6})\//u.exec(currentVersionUrl);
      const date =
        version === null
          ? dayIn(index.publicationDate, source, "publicationDate")
          : version.slice(1, 4).join("-");
      const named = version === null ? "current version" : `version ${version.slice(1).join("")}`;
      const title = `AWS Price List, ${code} offer, ${named}`;
      const list = `${title}, ${region}`;
      return [region, { code, region, title, list, date, path: currentVersionUrl }];
    }),
  );
}

/** What a card says of an offer. */
export function sourceOf({ title, path, date }: Offer): {
  readonly title: string;
  readonly url: string;
  readonly date: string;
} {
  return { title, url: OFFICIAL_ADDRESSES.aws + path, date };
}

/**
 * The products that `want` turns into something, with their terms in US dollars. The file is read
 * as a stream: it may be larger than the memory. A file without any such product, or one that is
 * not well-formed, is a `SourceFormatError`.
 */
export async function readOffer<Wanted>(
  offer: Offer,
  { downloads, addresses, progress }: SourceContext,
  want: (attributes: ProductAttributes, path: string) => Wanted | null,
): Promise<OfferItem<Wanted>[]> {
  const { code, region, list } = offer;
  const file = await downloads.file(`aws-${code}-${region}.json`, addresses.aws + offer.path);
  const items = new Map<string, { product: Wanted; path: string; terms: OfferTerm[] }>();
  const take = ({ path, key, value }: JsonEntry) => {
    const place = [...path, key].join(".");
    // What is kept is copied: else each string of it keeps the text that was read with it.
    if (path[0] === "products") {
      const { sku, attributes } = check(Product, value, list, place);
      const product = want(attributes, place);
      if (product === null) return;
      items.set(structuredClone(sku), {
        product: structuredClone(product),
        path: place,
        terms: [],
      });
    } else {
      const kind = path[1] === "Reserved" ? "Reserved" : "OnDemand";
      items.get(key)?.terms.push(...structuredClone(termsOf(value, kind, list, place)));
    }
  };
  const wants = (sku: string) => items.has(sku);
  const sections = [
    { path: ["products"] },
    { path: ["terms", "OnDemand"], wants },
    { path: ["terms", "Reserved"], wants },
  ];
  const { size } = await stat(file);
  try {
    await withBar(progress, `${code} ${region}, bytes read`, size, async (advance) => {
      for await (const entry of jsonEntries(file, sections, advance)) take(entry);
    });
  } catch (error) {
    if (!(error instanceof JsonFileError)) throw error;
    throw new SourceFormatError(list, "", `well-formed JSON: ${error.message}`);
  }
  if (items.size === 0) throw new SourceFormatError(list, "products", "products of this kind");
  return [...items.values()];
}

function termsOf(
  value: unknown,
  kind: OfferTerm["kind"],
  source: string,
  path: string,
): OfferTerm[] {
  return Object.entries(check(Terms, value, source, path)).map(([name, term]) => ({
    kind,
    attributes: term.termAttributes,
    steps: Object.values(term.priceDimensions).map((dimension) => {
      const place = `${path}.${name}`;
      const { USD: price } = dimension.pricePerUnit;
      if (price === undefined) throw new SourceFormatError(source, place, "a price in USD");
      const { unit, beginRange = "0", endRange = "Inf" } = dimension;
      return {
        unit,
        from: decimal(beginRange, source, place),
        to: endRange === "Inf" ? null : decimal(endRange, source, place),
        unitPrice: decimal(price, source, place),
      };
    }),
  }));
}
