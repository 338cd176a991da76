import type { RateCard } from "../../../shared/catalog/card.ts";
import type { CardKey } from "../../../shared/catalog/catalog.ts";
import type { LazyCatalog } from "../../../shared/catalog/lazy-catalog.ts";
import {
  CALCULATOR_MACHINE_SERVICE_IDS,
  MACHINE_SERVICES,
  type MachineServiceId,
} from "../../../shared/catalog/providers.ts";

interface ServiceCard {
  readonly service: MachineServiceId;
  readonly card: RateCard;
}

/** Runs with the cards of one or of all services that rent machines, in a region or its namesakes. */
export function withMachineCards<T>(
  catalog: LazyCatalog,
  region: string,
  only: MachineServiceId | undefined,
  run: (cards: readonly ServiceCard[]) => T,
): T | Promise<T> {
  const services = only === undefined ? CALCULATOR_MACHINE_SERVICE_IDS : [only];
  const keyOf = (
    service: MachineServiceId,
    {
      resolveRegion,
    }: { readonly resolveRegion: (...key: [CardKey["provider"], string]) => string },
  ): CardKey => {
    const provider = MACHINE_SERVICES[service];
    return { provider, region: resolveRegion(provider, region) };
  };
  return catalog.with(
    (opened) => services.map((service) => keyOf(service, opened)),
    (opened) =>
      run(services.map((service) => ({ service, card: opened.card(keyOf(service, opened)) }))),
  );
}
