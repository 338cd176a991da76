import type { CatalogIndex } from "../../shared/catalog/catalog-index.ts";
import type { Catalog } from "../../shared/catalog/catalog.ts";
import { findMachine } from "../../shared/catalog/find-machine.ts";
import { en } from "../../shared/messages/en.ts";
import { offerLabel } from "../../shared/offer-label.ts";
import type { SearchAnswer } from "../../shared/schema/answers/search.ts";
import { SearchRequest } from "../../shared/schema/search.ts";
import type { FoundOffer } from "../../shared/search/found-offer.ts";
import type { SearchFilters } from "../../shared/search/question.ts";
import { search as searchCatalog } from "../../shared/search/search.ts";
import { success } from "../http/respond.ts";
import { defineRoute } from "../http/route.ts";
import { pricesUsed } from "../../shared/mapping/prices-used.ts";
import { toTerms } from "../mapping/terms-input.ts";
import { toWorkload } from "../mapping/workload-input.ts";

/** Offers that are priced in as long as a batch counts for one. */
const PRICED_BY_EFFORT = 7;

/** The cheapest offers of the whole catalog that carry a workload. */
export const search = defineRoute({
  method: "POST",
  path: "/api/v1/search",
  input: SearchRequest,
  handle: async (body, context) => {
    const [catalog, index] = await Promise.all([context.catalog.open(), context.searchIndex()]);
    const terms = toTerms(body, context.exchangeRate(catalog.index).rate);
    const question = { workload: toWorkload(body.workload), filters: toFilters(body), terms };
    const { found, considered, carrying, regions, priced } = await searchCatalog(
      question,
      index,
      catalog,
    );
    const today = context.today();
    const answer: SearchAnswer = {
      currency: terms.currency,
      considered,
      carrying,
      regions,
      offers: found.map((offer, place) => toAnswer(offer, place + 1, catalog, today)),
      exchange_rate: terms.exchangeRate,
      ...pricesUsed(
        found.flatMap(({ lineItems }) => lineItems),
        today,
      ),
    };
    return { ...success(answer), effort: priced / PRICED_BY_EFFORT };
  },
});

function toFilters(body: SearchRequest): SearchFilters {
  return {
    kinds: body.kinds,
    providers: body.providers,
    regions: body.regions,
    architectures: body.architectures,
    purchases: body.purchases,
    sizing: body.sizing,
    minimumMachines: body.minimum_machines,
    mostMachines: body.most_machines,
    leastVcpu: body.least_vcpu,
    leastMemoryMb: body.least_memory_mb,
    excludesBurstable: body.exclude_burstable,
    limit: body.limit,
  };
}

function toAnswer(
  found: FoundOffer,
  rank: number,
  catalog: Catalog,
  today: string,
): SearchAnswer["offers"][number] {
  const { offer, region } = found;
  return {
    rank,
    kind: offer.kind,
    provider: offer.service,
    region,
    city: cityOf(region, catalog.index),
    label: offerLabel(offer, en),
    ...(offer.kind === "function"
      ? { architecture: offer.architecture }
      : {
          instance_type: offer.instanceType,
          purchase: offer.purchase,
          architecture: findMachine(catalog.card(found), offer.service, offer.instanceType)
            .architecture,
        }),
    monthly_cost: found.monthlyCost,
    also_in: [...found.alsoIn],
    machines: found.machines,
    ...pricesUsed(found.lineItems, today),
  };
}

function cityOf(region: string, index: CatalogIndex) {
  return index.placeOf(region)?.city ?? null;
}
