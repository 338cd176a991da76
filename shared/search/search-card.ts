import { FUNCTION_SERVICE_IDS } from "../catalog/providers.ts";
import type { PriceFile, RateCardFile } from "../catalog/rate-card.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import { servicesOf, SIDE_METERS } from "../side-costs/side-meters.ts";

/**
 * The services under which the prices of functions stand, and of what is charged around: egress under the
 * service itself, also where the rest stands under another.
 */
export function searchedServices(): ReadonlySet<string> {
  return new Set([
    ...FUNCTION_SERVICE_IDS.flatMap((service) => {
      const { pricedAs = service }: MeteringRule = METERING_RULES[service];
      return [service, pricedAs];
    }),
    ...Object.values(SIDE_METERS).flatMap(servicesOf),
  ]);
}

/**
 * A card as a search needs it before it knows which offers are among the cheapest: without machine
 * types and the words about its prices.
 */
export function searchCard(card: RateCardFile, searchedIn: ReadonlySet<string>): RateCardFile {
  const { machine_types: _, services, sources, egress, ...rest } = card;
  const searched = Object.entries(services).filter(([service]) => searchedIn.has(service));
  return {
    ...rest,
    region: "",
    as_of: "",
    ...(egress === undefined ? {} : { egress: withoutNote(egress) }),
    services: Object.fromEntries(
      searched.map(([service, meters]) => [
        service,
        Object.fromEntries(
          Object.entries(meters).map(([meter, price]) => [meter, withoutNote(price)]),
        ),
      ]),
    ),
    sources: Object.fromEntries(
      Object.keys(sources).map((id) => [id, { title: id, url: "", date: "" }]),
    ),
  };
}

function withoutNote(price: PriceFile): PriceFile {
  const { note: _, ...rest } = price;
  return rest;
}
