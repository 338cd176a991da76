import { countsOf, type CatalogIndex } from "../../../shared/catalog/catalog-index.ts";
import { PROVIDERS, type ProviderId } from "../../../shared/catalog/providers.ts";
import { success } from "../../http/respond.ts";
import { CATALOG_KEEP_SECONDS, defineRoute } from "../../http/route.ts";

/** What is priced, as of when, and which regions are in the same city. */
export const catalog = defineRoute({
  method: "GET",
  path: "/api/v1/catalog",
  input: null,
  keepSeconds: CATALOG_KEEP_SECONDS,
  handle: async (_input, context) => {
    const { index } = await context.catalog.open();
    return success(toAnswer(index));
  },
});

function toAnswer(index: CatalogIndex) {
  const { as_of, oldest, exchange_rates, places } = index.file;
  const providers = PROVIDERS.map(
    (provider) => [provider, regionsOf(provider, index)] as const,
  ).filter(([, regions]) => regions.length > 0);
  return {
    as_of,
    oldest,
    ...countsOf(index),
    providers: Object.fromEntries(providers),
    places,
    exchange_rates,
  };
}

function regionsOf(provider: ProviderId, index: CatalogIndex) {
  return Object.entries(index.file.providers[provider]).map(([region, summary]) => {
    const place = index.placeOf(region);
    return {
      region,
      place: place?.id ?? null,
      city: place?.city ?? null,
      country: place?.country ?? null,
      ...summary,
    };
  });
}
