import type { Purchase } from "./catalog/purchase.ts";
import type { ServiceId } from "./catalog/providers.ts";
import type { FunctionOffer, MachineOffer } from "./offer.ts";

type Labelled =
  | Pick<FunctionOffer, "kind" | "service" | "architecture">
  | Pick<MachineOffer, "kind" | "service" | "instanceType" | "purchase">;

/** The names of services and purchases in a language. */
export interface OfferWords {
  readonly services: Readonly<Record<ServiceId, string>>;
  readonly purchases: Readonly<Record<Purchase, string>>;
}

/** What people call an offer: the service, and what is particular. */
export function offerLabel(offer: Labelled, { services, purchases }: OfferWords): string {
  const service = services[offer.service];
  if (offer.kind === "function") {
    return offer.service === "aws_lambda" ? `${service} ${offer.architecture}` : service;
  }
  const name = `${service} ${offer.instanceType}`;
  return offer.purchase === "on_demand" ? name : `${name} (${purchases[offer.purchase]})`;
}
