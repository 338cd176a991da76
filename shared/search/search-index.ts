import { openRateCard, type RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import type { RateCardFile } from "../catalog/rate-card.ts";
import {
  decodeMachinePack,
  encodeMachinePack,
  packMachines,
  type MachinePack,
  type PackHeader,
} from "./machine-pack.ts";
import { once } from "./once.ts";
import { searchCard, searchedServices } from "./search-card.ts";

/**
 * What a search goes through: every machine price, and of each card the prices of functions, flexible
 * shapes and containers, and of what is charged around. Made from the cards, and a tenth of them to read.
 */
export interface SearchIndex {
  readonly machines: MachinePack;
  /** A card without its table of machine types and its region: one for all that have the same prices. */
  readonly card: (key: CardKey) => RateCard;
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
  const services = searchedServices();
  const own = cards.map((card): SearchCard => {
    const { provider, region } = card;
    const cut = searchCard(card, services);
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
  const files = new Map(cards.map((card) => [nameOfCard(card), prices[card.prices]]));
  const open = once(openRateCard);
  return {
    machines,
    card: (key) => {
      const file = files.get(nameOfCard(key));
      if (file === undefined) throw new Error(`the search has no card ${nameOfCard(key)}`);
      return open(file);
    },
  };
}

/** Names a card among those of all providers. */
export function nameOfCard({ provider, region }: CardKey): string {
  return `${provider}/${region}`;
}
