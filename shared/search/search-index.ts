import { openRateCard, type RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { FUNCTION_SERVICE_IDS } from "../catalog/providers.ts";
import type { PriceFile, RateCardFile } from "../catalog/rate-card.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import { servicesOf, SIDE_METERS } from "../side-costs/side-meters.ts";
import {
  decodeMachinePack,
  encodeMachinePack,
  packMachines,
  type MachinePack,
  type PackHeader,
} from "./machine-pack.ts";

/**
 * What a search goes through: every machine price, and of each card the prices of functions, flexible
 * shapes and containers, and of what is charged around. Made from the cards, and a tenth of them to read.
 */
export interface SearchIndex {
  readonly machines: MachinePack;
  /** A card without its table of machine types. */
  readonly card: (key: CardKey) => RateCard;
  /** Cards with the same number have the same prices in all of that. */
  readonly pricesOf: (key: CardKey) => number;
  readonly keys: readonly CardKey[];
}

/** The index as a file; the columns of its machines are another. */
export interface SearchIndexFile {
  readonly machines: PackHeader;
  /** Most regions of a provider have the prices of another: each once. */
  readonly prices: readonly RateCardFile[];
  readonly cards: readonly SearchCard[];
}

/** A card, and the place of its prices. */
interface SearchCard extends CardKey {
  readonly prices: number;
}

/** The services under which the prices of functions stand, and of what is charged around. */
const SEARCHED_PRICES: ReadonlySet<string> = new Set([
  ...FUNCTION_SERVICE_IDS.map((service) => {
    const rule: MeteringRule = METERING_RULES[service];
    return rule.pricedAs ?? service;
  }),
  ...Object.values(SIDE_METERS).flatMap(servicesOf),
]);

/**
 * A card as a search needs it before it knows which offers are among the cheapest: without machine
 * types and the words about its prices.
 */
function searchCard(card: RateCardFile): RateCardFile {
  const { machine_types: _, services, sources, egress, ...rest } = card;
  const searched = Object.entries(services).filter(([service]) => SEARCHED_PRICES.has(service));
  return {
    ...rest,
    region: "",
    as_of: "",
    ...(egress === undefined ? {} : { egress: withoutNote(egress) }),
    services: Object.fromEntries(
      searched.map(([service, meters]) => [
        service,
        Object.fromEntries(
          Object.entries(meters).map(([meter, price]) => [meter, withoutNote(price)]),
        ),
      ]),
    ),
    sources: Object.fromEntries(
      Object.keys(sources).map((id) => [id, { title: id, url: "", date: "" }]),
    ),
  };
}

function withoutNote(price: PriceFile): PriceFile {
  const { note: _, ...rest } = price;
  return rest;
}

/** The files of an index of these cards. */
export function encodeSearchIndex(cards: readonly RateCardFile[]): {
  readonly file: SearchIndexFile;
  readonly columns: Uint8Array;
} {
  const { header, columns } = encodeMachinePack(packMachines(cards));
  return { file: { machines: header, ...sharedPrices(cards) }, columns };
}

/** Opens the files of an index. */
export function openSearchIndex(file: SearchIndexFile, columns: ArrayBuffer): SearchIndex {
  return searchIndex(decodeMachinePack(file.machines, columns), file);
}

/** An index of these cards. */
export function searchIndexOf(cards: readonly RateCardFile[]): SearchIndex {
  return searchIndex(packMachines(cards), sharedPrices(cards));
}

function sharedPrices(cards: readonly RateCardFile[]): Pick<SearchIndexFile, "prices" | "cards"> {
  const places = new Map<string, number>();
  const prices: RateCardFile[] = [];
  const own = cards.map((card): SearchCard => {
    const { provider, region } = card;
    const cut = searchCard(card);
    const text = JSON.stringify(cut);
    const place = places.get(text) ?? prices.push(cut) - 1;
    places.set(text, place);
    return { provider, region, prices: place };
  });
  return { prices, cards: own };
}

function searchIndex(
  machines: MachinePack,
  { prices, cards }: Pick<SearchIndexFile, "prices" | "cards">,
): SearchIndex {
  const places = new Map(cards.map((card) => [nameOf(card), card.prices]));
  const opened = new Map<string, RateCard>();
  const pricesOf = (key: CardKey): number => {
    const place = places.get(nameOf(key));
    if (place === undefined) throw new Error(`the search has no card ${nameOf(key)}`);
    return place;
  };
  return {
    machines,
    keys: cards.map(({ provider, region }) => ({ provider, region })),
    pricesOf,
    card: (key) => {
      const name = nameOf(key);
      const known = opened.get(name);
      if (known !== undefined) return known;
      const file = prices[pricesOf(key)];
      if (file === undefined) throw new Error(`the search has no prices of ${name}`);
      const card = openRateCard({ ...file, region: key.region });
      opened.set(name, card);
      return card;
    },
  };
}

function nameOf({ provider, region }: CardKey): string {
  return `${provider}/${region}`;
}
