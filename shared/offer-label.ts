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

/** Services whose architecture is the buyer's choice, and tells two of their offers apart. */
const WITH_ARCHITECTURES: ReadonlySet<ServiceId> = new Set(["aws_lambda", "aws_fargate_task"]);

/** What people call an offer: the service, and what is particular. */
export function offerLabel(offer: Labelled, { services, purchases }: OfferWords): string {
  const service = services[offer.service];
  if (offer.kind === "function") {
    return WITH_ARCHITECTURES.has(offer.service) ? `${service} ${offer.architecture}` : service;
  }
  const name = `${service} ${offer.instanceType}`;
  return offer.purchase === "on_demand" ? name : `${name} (${purchases[offer.purchase]})`;
}
