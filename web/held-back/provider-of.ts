import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { Offer } from "../../shared/offer.ts";

/**
 * In the place of `shared/catalog/provider-of.ts`: the provider by the name of its services, which begins
 * with its own, so that the lists of all services come with what shows them.
 */
export function providerOf({ service }: Pick<Offer, "service">): ProviderId {
  const [name] = service.split("_");
  return (name === "gcp" ? "google" : name) as ProviderId;
}
