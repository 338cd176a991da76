import type { OfferWords } from "../../shared/offer-label.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";

type Words = Readonly<Record<string, string>>;

/** The names that offers of the default question have. */
export function firstWords({ services, purchases }: OfferWords): {
  readonly services: Words;
  readonly purchases: Words;
} {
  const { functions, machines } = DEFAULT_INPUTS;
  const choices = [...functions, ...machines];
  const bought = new Set(machines.map(({ purchase }) => purchase));
  return {
    services: Object.fromEntries(choices.map(({ service }) => [service, services[service]])),
    purchases: Object.fromEntries([...bought].map((purchase) => [purchase, purchases[purchase]])),
  };
}
