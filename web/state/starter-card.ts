import type { RateCard } from "../../shared/catalog/card.ts";
import type { Machine } from "../../shared/catalog/machine.ts";
import type { ProviderId } from "../../shared/catalog/providers.ts";
import type { Price } from "../../shared/engine/price.ts";
import type { Currency } from "../../shared/units.ts";
import { HeldBack } from "../held-back/held-back.ts";

/** A rate card cut down to what the default question needs, opened when it was built. */
export interface StarterCardFile {
  readonly provider: ProviderId;
  readonly region: string;
  readonly currency: Currency;
  readonly egress: Price | null;
  /** By service and meter. */
  readonly prices: Readonly<Record<string, Readonly<Record<string, Price>>>>;
  readonly machines: Readonly<Record<string, Machine>>;
}

/** Such a card for look-ups; what it lacks is held back, for the whole card may have it. */
export function openStarterCard(file: StarterCardFile): RateCard {
  const { egress, prices, machines } = file;
  return {
    ...file,
    machineNames: Object.keys(machines),
    flexibleShapes: [],
    flexibleShape: () => undefined,
    serviceNames: Object.keys(prices),
    meterNames: (service) => Object.keys(prices[service] ?? {}),
    egress: () => egress,
    price(service, meter) {
      const price = prices[service]?.[meter];
      if (price === undefined) throw new HeldBack();
      return price;
    },
    machine: (name) => machines[name],
  };
}
