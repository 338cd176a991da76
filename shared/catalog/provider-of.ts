import type { Offer } from "../offer.ts";
import { FUNCTION_SERVICES, MACHINE_SERVICES, type ProviderId } from "./providers.ts";

/** The provider that sells what is offered. */
export function providerOf(offer: Offer): ProviderId {
  return offer.kind === "function"
    ? FUNCTION_SERVICES[offer.service]
    : MACHINE_SERVICES[offer.service];
}
