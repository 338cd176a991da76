import type { ServiceId } from "./catalog/providers.ts";
import type { FunctionOffer, MachineOffer } from "./offer.ts";

type Labelled =
  | Pick<FunctionOffer, "kind" | "service" | "architecture">
  | Pick<MachineOffer, "kind" | "service" | "instanceType">;

/** What people call an offer, with the services' names in their language: the service, and what is particular. */
export function offerLabel(
  offer: Labelled,
  serviceNames: Readonly<Record<ServiceId, string>>,
): string {
  const service = serviceNames[offer.service];
  if (offer.kind === "machine") return `${service} ${offer.instanceType}`;
  return offer.service === "aws_lambda" ? `${service} ${offer.architecture}` : service;
}
