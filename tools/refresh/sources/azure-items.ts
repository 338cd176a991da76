import * as z from "zod/mini";
import { OFFICIAL_ADDRESSES, type SourceContext } from "./source.ts";
import { check, SourceFormatError } from "./source-format.ts";

/**
 * One price of the Azure Retail Prices API.
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
export type AzureItem = z.infer<typeof Item>;

const Item = z.object({
  currencyCode: z.literal("USD"),
  tierMinimumUnits: z.number(),
  retailPrice: z.number(),
  serviceName: z.string(),
  armRegionName: z.string(),
  armSkuName: z.optional(z.nullable(z.string())),
  effectiveStartDate: z.string(),
  meterName: z.string(),
  productName: z.string(),
  skuName: z.string(),
  unitOfMeasure: z.string(),
  type: z.string(),
  reservationTerm: z.optional(z.string()),
});
const Page = z.object({ Items: z.array(Item), NextPageLink: z.nullable(z.string()) });

const PATH = "/api/retail/prices";
const API_VERSION = "2023-01-01-preview";

/** The address of all prices of a service in a region, as a card names it. */
export function azureUrl(service: string, region: string): string {
  return OFFICIAL_ADDRESSES.azure + queryOf(service, region);
}

function queryOf(service: string, region: string): string {
  const filter = `serviceName eq '${service}' and armRegionName eq '${region}'`;
  const query = new URLSearchParams({ "api-version": API_VERSION, $filter: filter });
  return `${PATH}?${query.toString().replaceAll("+", "%20")}`;
}

/** All prices of a service in a region, over all pages. */
export async function readAzureItems(
  service: string,
  region: string,
  { downloads, addresses }: SourceContext,
): Promise<AzureItem[]> {
  const source = `Azure Retail Prices, ${service}, ${region}`;
  const name = service.toLowerCase().replaceAll(" ", "-");
  const items: AzureItem[] = [];
  const visited = new Set<string>();
  let next: string | null = addresses.azure + queryOf(service, region);
  while (next !== null) {
    visited.add(next);
    const file = `azure-${name}-${region}-${visited.size}.json`;
    const page: z.infer<typeof Page> = check(Page, await downloads.json(file, next), source);
    const stray = page.Items.findIndex(
      (item) => item.serviceName !== service || item.armRegionName !== region,
    );
    if (stray >= 0) {
      throw new SourceFormatError(source, `Items.${stray}`, "the service and region asked for");
    }
    items.push(...page.Items);
    next = page.NextPageLink;
    if (next !== null && (visited.has(next) || !isSameHost(next, addresses.azure))) {
      throw new SourceFormatError(source, "NextPageLink", "another page of the same API");
    }
  }
  return items;
}

function isSameHost(link: string, address: string): boolean {
  return URL.canParse(link) && new URL(link).host === new URL(address).host;
}
