import type { RateCard } from "../../../shared/catalog/card.ts";
import type { CardStore } from "../../../shared/catalog/card-store.ts";
import { resolveRegion } from "../../../shared/catalog/places.ts";
import {
  MACHINE_SERVICE_IDS,
  MACHINE_SERVICES,
  type MachineServiceId,
} from "../../../shared/catalog/providers.ts";

/** The cards of one or of all services that rent machines, in a region or its namesakes. */
export async function machineCards(
  cards: CardStore,
  region: string,
  only?: MachineServiceId,
): Promise<{ service: MachineServiceId; card: RateCard }[]> {
  const services = only === undefined ? MACHINE_SERVICE_IDS : [only];
  const keys = services.map((service) => {
    const provider = MACHINE_SERVICES[service];
    return { service, key: { provider, region: resolveRegion(provider, region) } };
  });
  await cards.load(keys.map(({ key }) => key));
  return keys.map(({ service, key }) => ({ service, card: cards.card(key) }));
}
