import { openRateCard } from "../../shared/catalog/card.ts";
import type { CatalogIndex } from "../../shared/catalog/catalog-index.ts";
import type { CardKey } from "../../shared/catalog/catalog.ts";
import type { Machine } from "../../shared/catalog/machine.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import type { Price } from "../../shared/engine/price.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { priceOffers } from "../../shared/price-offers.ts";
import { DEFAULT_INPUTS } from "../state/default-inputs.ts";
import { offersOf, termsOf, workloadOf } from "../state/question.ts";
import type { StarterCardFile } from "../state/starter-card.ts";

/**
 * The rate cards of the default question with what answering it looks up in them, opened: a tenth
 * of the whole cards, so that the first answer waits for one small file, and for nothing that opens it.
 */
export function starterCards(
  index: CatalogIndex,
  read: (key: CardKey) => RateCardFile,
): StarterCardFile[] {
  const offers = offersOf(DEFAULT_INPUTS);
  const keys = cardsFor(offers, index);
  const cards = keys.map((key) => {
    const card = openRateCard(read(key));
    const prices: Record<string, Record<string, Price>> = {};
    const machines: Record<string, Machine> = {};
    const file = { ...key, currency: card.currency, egress: card.egress(), prices, machines };
    const noting: typeof card = {
      ...card,
      price(service, meter) {
        const price = card.price(service, meter);
        (prices[service] ??= {})[meter] = price;
        return price;
      },
      machine(name) {
        const machine = card.machine(name);
        if (machine !== undefined) machines[name] = boughtOnDemand(machine);
        return machine;
      },
    };
    return { file, noting };
  });
  priceOffers(
    {
      workload: workloadOf(DEFAULT_INPUTS),
      offers,
      range: { min: 0, max: DEFAULT_INPUTS.requestsPerMonth },
      terms: termsOf(DEFAULT_INPUTS),
    },
    {
      resolveRegion: (provider, region) => index.resolveRegion(provider, region),
      card: ({ provider, region }) => {
        const found = cards.find(
          ({ file }) => file.provider === provider && file.region === region,
        );
        if (found === undefined) throw new Error(`no card ${provider}/${region}`);
        return found.noting;
      },
    },
    () => null,
  );
  return cards.map(({ file }) => file);
}

/** The default question buys on demand. */
function boughtOnDemand(machine: Machine): Machine {
  const { on_demand: charges } = machine.charges;
  if (charges === undefined) throw new Error(`${machine.name} is not sold on demand`);
  return { ...machine, charges: { on_demand: charges } };
}

const INFINITE = "∞";

/** JSON of values in which there are infinite bounds: of a number so large a reader makes infinity. */
export function jsonWithInfinity(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part === Infinity ? INFINITE : part,
  ).replaceAll(`"${INFINITE}"`, "1e999");
}
