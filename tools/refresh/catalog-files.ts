import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { PROVIDERS, type ProviderId } from "../../shared/catalog/providers.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { RateCardFileSchema } from "../../shared/schema/rate-card.ts";
import { catalogIndex, type PlacesFile } from "../rate-cards/catalog-index.ts";
import { formatCard } from "../rate-cards/format-card.ts";
import places from "../rate-cards/places.json" with { type: "json" };
import { EXCHANGE_RATES_FILE, ExchangeRatesSchema, type ExchangeRates } from "./exchange-rates.ts";

const PLACES: PlacesFile = places;
/** Name of the index in the catalog's folder. */
const INDEX_FILE = "index.json";
const CARD_END = ".json";

/** A catalog as its files have it. */
export interface CatalogFiles {
  readonly cards: readonly RateCardFile[];
  readonly exchangeRates: ExchangeRates;
}

/** Reads and checks all cards and the exchange rates of a catalog's folder. */
export async function readCatalog(folder: string): Promise<CatalogFiles> {
  const cards: RateCardFile[] = [];
  for (const provider of PROVIDERS) {
    for (const region of await regionsOf(folder, provider)) {
      cards.push(await readChecked(folder, `${provider}/${region}${CARD_END}`, RateCardFileSchema));
    }
  }
  if (cards.length === 0) throw new Error(`no rate cards in ${folder}`);
  const exchangeRates = await readChecked(folder, EXCHANGE_RATES_FILE, ExchangeRatesSchema);
  return { cards, exchangeRates };
}

/** The files, by name, in which one catalog differs from another, and the index that goes with it. */
export function changedFiles(before: CatalogFiles, after: CatalogFiles): Map<string, string> {
  const known = new Set<unknown>([...before.cards, before.exchangeRates]);
  const files = new Map<string, string>();
  for (const card of after.cards) {
    if (known.has(card)) continue;
    const name = `${card.provider}/${card.region}.json`;
    assertProper(RateCardFileSchema, card, name);
    files.set(name, formatCard(card));
  }
  if (!known.has(after.exchangeRates)) {
    assertProper(ExchangeRatesSchema, after.exchangeRates, EXCHANGE_RATES_FILE);
    files.set(EXCHANGE_RATES_FILE, formatCard(after.exchangeRates));
  }
  if (files.size > 0) {
    files.set(INDEX_FILE, formatCard(catalogIndex(after.cards, PLACES, after.exchangeRates)));
  }
  return files;
}

/** The regions of a provider that have a card in a catalog's folder, by name. */
export async function regionsOf(folder: string, provider: ProviderId): Promise<string[]> {
  try {
    const names = await readdir(join(folder, provider));
    return names
      .filter((name) => name.endsWith(CARD_END))
      .toSorted()
      .map((name) => name.slice(0, -CARD_END.length));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function readChecked<T>(folder: string, name: string, schema: z.ZodMiniType<T>): Promise<T> {
  const content: unknown = JSON.parse(await readFile(join(folder, name), "utf8"));
  assertProper(schema, content, name);
  return content;
}

function assertProper<T>(
  schema: z.ZodMiniType<T>,
  content: unknown,
  name: string,
): asserts content is T {
  const result = z.safeParse(schema, content);
  if (result.success) return;
  throw new Error(`${name} is not a proper file of the catalog: ${z.prettifyError(result.error)}`);
}
