import { en } from "./messages/en.ts";
import type { Offer } from "./offer.ts";

type ServiceNames = Readonly<Record<keyof (typeof en)["services"], string>>;

/** What people call an offer: the service, and what is particular to it. */
export function offerLabel(offer: Offer, services: ServiceNames = en.services): string {
  const service = services[offer.service];
  if (offer.kind === "machine") return `${service} ${offer.instanceType}`;
  return offer.service === "aws_lambda" ? `${service} ${offer.architecture}` : service;
}
