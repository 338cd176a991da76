import { openRateCard, type RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { FUNCTION_SERVICE_IDS } from "../catalog/providers.ts";
import type { PriceFile, RateCardFile } from "../catalog/rate-card.ts";
import { METERING_RULES } from "../metering/index.ts";
import type { MeteringRule } from "../metering/rule.ts";
import {
  decodeMachinePack,
  encodeMachinePack,
  packMachines,
  type MachinePack,
  type PackHeader,
} from "./machine-pack.ts";

/**
 * What a search goes through: every machine price, and of each card the prices of functions, egress
 * and flexible shapes. Made from the cards, and a tenth of them to read.
 */
export interface SearchIndex {
  readonly machines: MachinePack;
  /** A card without its table of machine types and without what is charged around. */
  readonly card: (key: CardKey) => RateCard;
  readonly keys: readonly CardKey[];
}

/** The index as a file; the columns of its machines are another. */
export interface SearchIndexFile {
  readonly machines: PackHeader;
  readonly cards: readonly RateCardFile[];
}

/** The services under which the prices of functions stand. */
const FUNCTION_PRICES: ReadonlySet<string> = new Set(
  FUNCTION_SERVICE_IDS.map((service) => {
    const rule: MeteringRule = METERING_RULES[service];
    return rule.pricedAs ?? service;
  }),
);

/**
 * A card as a search needs it before it knows which offers are among the cheapest: without machine
 * types, what is charged around, and the words about its prices.
 */
export function searchCard(card: RateCardFile): RateCardFile {
  const { machine_types: _, services, sources, egress, ...rest } = card;
  const functions = Object.entries(services).filter(([service]) => FUNCTION_PRICES.has(service));
  return {
    ...rest,
    ...(egress === undefined ? {} : { egress: withoutNote(egress) }),
    services: Object.fromEntries(
      functions.map(([service, meters]) => [
        service,
        Object.fromEntries(
          Object.entries(meters).map(([meter, price]) => [meter, withoutNote(price)]),
        ),
      ]),
    ),
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, { date }]) => [id, { title: id, url: "", date }]),
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
  return { file: { machines: header, cards: cards.map(searchCard) }, columns };
}

/** Opens the files of an index. */
export function openSearchIndex({ machines, cards }: SearchIndexFile, columns: ArrayBuffer) {
  return searchIndex(decodeMachinePack(machines, columns), cards);
}

/** An index of these cards. */
export function searchIndexOf(cards: readonly RateCardFile[]): SearchIndex {
  return searchIndex(packMachines(cards), cards.map(searchCard));
}

function searchIndex(machines: MachinePack, cards: readonly RateCardFile[]): SearchIndex {
  const files = new Map(cards.map((card) => [nameOf(card), card]));
  const opened = new Map<string, RateCard>();
  return {
    machines,
    keys: cards.map(({ provider, region }) => ({ provider, region })),
    card: (key) => {
      const name = nameOf(key);
      const known = opened.get(name);
      if (known !== undefined) return known;
      const file = files.get(name);
      if (file === undefined) throw new Error(`the search has no card ${name}`);
      const card = openRateCard(file);
      opened.set(name, card);
      return card;
    },
  };
}

function nameOf({ provider, region }: CardKey): string {
  return `${provider}/${region}`;
}
