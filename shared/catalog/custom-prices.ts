import { mapUnitPrices, type Price, type PriceTier, type Provenance } from "../engine/price.ts";
import { PERCENT, type Currency } from "../units.ts";
import type { RateCard } from "./card.ts";
import type { LoadedCards } from "./catalog.ts";
import type { Machine, MachineCharge } from "./machine.ts";
import { EGRESS_SERVICE } from "./egress-service.ts";
import { MACHINE_SERVICES, type ProviderId } from "./providers.ts";
import type { Purchase } from "./purchase.ts";

/**
 * A price of one's own, a negotiated rate say: which prices it stands for, and either the price or
 * what is taken off the list. What is left out stands for all.
 */
export interface CustomPrice {
  readonly provider: ProviderId;
  readonly region?: string | undefined;
  /** A service of functions or machines, or `egress`. */
  readonly service?: string | undefined;
  /** A meter with its variant, or without one for all variants. */
  readonly meter?: string | undefined;
  /** A machine type, or a pattern with `*` for any text. */
  readonly instanceType?: string | undefined;
  readonly purchase?: Purchase | undefined;
  readonly change: PriceChange;
}

/**
 * A single price for a unit, instead of tiers; other tiers; or percent off the listed ones, 0–100. The
 * free allowance of a price stays what it is, unless another is given.
 */
export type PriceChange = {
  /** Units a month that are not billed. */
  readonly free?: number | undefined;
} & (
  | { readonly unitPrice: number; readonly currency: Currency }
  | { readonly tiers: readonly PriceTier[]; readonly currency: Currency }
  | { readonly discountPercent: number }
);

/** Who says so; `null` for a caller who asks with a price of their own. */
export type CustomOrigin = Pick<Provenance, "source" | "url" | "date"> | null;

/** The cards with these prices instead of their own; each card is changed once. */
export function withCustomCatalog(
  catalog: LoadedCards,
  prices: readonly CustomPrice[],
  origin: CustomOrigin,
): LoadedCards {
  if (prices.length === 0) return catalog;
  const changedCards = new Map<RateCard, RateCard>();
  return {
    resolveRegion: catalog.resolveRegion,
    card: (key) => {
      const listed = catalog.card(key);
      const known = changedCards.get(listed);
      if (known !== undefined) return known;
      const card = withCustomPrices(listed, prices, origin);
      changedCards.set(listed, card);
      return card;
    },
  };
}

/** The card with these prices instead of its own; of several that apply the last one counts. */
export function withCustomPrices(
  card: RateCard,
  prices: readonly CustomPrice[],
  origin: CustomOrigin,
): RateCard {
  const here = prices.filter(
    ({ provider, region }) =>
      provider === card.provider && (region === undefined || region === card.region),
  );
  if (here.length === 0) return card;
  const services = here.filter(({ instanceType, purchase }) => !instanceType && !purchase);
  const change = (price: Price, service: string, meter: string): Price => {
    const found = services.findLast((custom) => isFor(custom, service, meter));
    return found === undefined ? price : changed(price, found.change, origin);
  };
  return {
    ...card,
    listed: card.listed ?? card,
    // A spread would read the names, which are made when they are asked for.
    get machineNames() {
      return card.machineNames;
    },
    price: (service, meter) => change(card.price(service, meter), service, meter),
    egress: () => {
      const listed = card.egress();
      return listed && change(listed, EGRESS_SERVICE, EGRESS_SERVICE);
    },
    machine: (name) => {
      const machine = card.machine(name);
      return machine && withMachinePrices(machine, card.provider, here, origin);
    },
    flexibleShape: (name) => {
      const shape = card.flexibleShape(name);
      const own = (price: Price, meter: string): Price => {
        const found = customMachineChange(here, card.provider, name, "on_demand", meter);
        return found === null ? price : changed(price, found, origin);
      };
      return (
        shape && {
          ...shape,
          ocpuHours: own(shape.ocpuHours, "ocpu_hours"),
          memoryGbHours: own(shape.memoryGbHours, "memory_gb_hours"),
        }
      );
    },
  };
}

/** Whether a custom price stands for this meter of a service. */
export function isFor(
  { service, meter }: Pick<CustomPrice, "service" | "meter">,
  ofService: string,
  ofMeter: string,
): boolean {
  if (service !== undefined && service !== ofService) return false;
  return meter === undefined || meter === ofMeter || ofMeter.startsWith(`${meter}.`);
}

function withMachinePrices(
  machine: Machine,
  provider: ProviderId,
  prices: readonly CustomPrice[],
  origin: CustomOrigin,
): Machine {
  const charges: { [purchase in Purchase]?: readonly MachineCharge[] } = {};
  for (const [purchase, listed] of Object.entries(machine.charges) as [
    Purchase,
    readonly MachineCharge[],
  ][]) {
    charges[purchase] = listed.map((charge) => {
      const change = customMachineChange(prices, provider, machine.name, purchase, charge.meter);
      if (change === null) return charge;
      return { ...charge, price: changed(charge.price, change, origin) };
    });
  }
  return { ...machine, charges };
}

/**
 * What of these prices, all of one provider and region, stands for a machine's meter: the last that
 * does, or `null`.
 */
export function customMachineChange(
  prices: readonly CustomPrice[],
  provider: ProviderId,
  name: string,
  purchase: Purchase,
  meter: string,
): PriceChange | null {
  const found = prices.findLast(
    (custom) =>
      isOfMachines(custom.service, provider) &&
      isFor({ meter: custom.meter }, "", meter) &&
      (custom.purchase === undefined || custom.purchase === purchase) &&
      (custom.instanceType === undefined || matchesType(custom.instanceType, name)),
  );
  return found?.change ?? null;
}

/** Whether a service is one of the provider's that rent machines; all are, where none is named. */
export function isOfMachines(service: string | undefined, provider: ProviderId): boolean {
  if (service === undefined) return true;
  return Object.entries(MACHINE_SERVICES).some(([id, of]) => id === service && of === provider);
}

function changed(listed: Price, change: PriceChange, origin: CustomOrigin): Price {
  const price = change.free === undefined ? listed : { ...listed, free: change.free };
  if ("discountPercent" in change) {
    const { discountPercent } = change;
    const share = (PERCENT - discountPercent) / PERCENT;
    const provenance = price.provenance && {
      ...price.provenance,
      ...(discountPercent === 0 ? {} : { discountPercent }),
      ...(origin === null ? {} : { note: origin.source }),
    };
    return { ...mapUnitPrices(price, (unitPrice) => unitPrice * share), provenance };
  }
  return {
    ...price,
    currency: change.currency,
    tiers: tiersOf(change),
    provenance: origin && { ...origin, confidence: "high" },
  };
}

/** The tiers that a change puts in the place of the listed ones. */
export function tiersOf(
  change: Exclude<PriceChange, { readonly discountPercent: number }>,
): readonly PriceTier[] {
  return "tiers" in change ? change.tiers : [{ upTo: Infinity, unitPrice: change.unitPrice }];
}

const SIZE_OF_FLEXIBLE = /_[\d.]+_[\d.]+$/u;

/** Whether a pattern, with `*` for any text, is for a type; one of a flexible shape in any size. */
export function matchesType(pattern: string, name: string): boolean {
  return matches(pattern, name) || matches(pattern, name.replace(SIZE_OF_FLEXIBLE, ""));
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.split("*");
  const [first = ""] = parts;
  if (parts.length === 1) return name === pattern;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  const last = parts.at(-1) ?? "";
  return name.length - last.length >= from && name.endsWith(last);
}

/**
 * Places in the list of those prices of one's own that stand for none of these cards' prices, though
 * they are of a card's provider and region: a misspelt meter or type, say. A price for another
 * provider or region than the cards' is not looked at.
 */
export function idlePrices(prices: readonly CustomPrice[], cards: readonly RateCard[]): number[] {
  return prices.flatMap((custom, index) => {
    const here = cards.filter(
      ({ provider, region }) =>
        provider === custom.provider && (custom.region === undefined || custom.region === region),
    );
    return here.length > 0 && !here.some((card) => changesSome(custom, card)) ? [index] : [];
  });
}

function changesSome(custom: CustomPrice, card: RateCard): boolean {
  const { service, meter, instanceType, purchase } = custom;
  if (instanceType === undefined && purchase === undefined) {
    const isMeterOf = (of: string) => card.meterNames(of).some((name) => isFor(custom, of, name));
    if (card.serviceNames.some(isMeterOf)) return true;
    if (card.egress() !== null && isFor(custom, EGRESS_SERVICE, EGRESS_SERVICE)) return true;
  }
  if (!isOfMachines(service, card.provider)) return false;
  return card.machineNames.some((name) => {
    if (instanceType !== undefined && !isNameOrSizeOf(instanceType, name, card)) return false;
    const charges = Object.entries(card.machine(name)?.charges ?? {});
    return charges.some(
      ([bought, listed]) =>
        (purchase === undefined || purchase === bought) &&
        listed.some((charge) => isFor({ meter }, "", charge.meter)),
    );
  });
}

/** Whether a pattern is for a type of a card, or for a size of one of its flexible shapes. */
function isNameOrSizeOf(pattern: string, name: string, card: RateCard): boolean {
  if (matchesType(pattern, name)) return true;
  return card.flexibleShapes.includes(name) && matches(pattern.replace(SIZE_OF_FLEXIBLE, ""), name);
}
