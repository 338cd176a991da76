import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CatalogIndex, type CatalogIndexFile } from "../../shared/catalog/catalog-index.ts";
import type { CustomPrice } from "../../shared/catalog/custom-prices.ts";
import { customisedCard } from "../../shared/catalog/customised-card.ts";
import type { CardKey } from "../../shared/catalog/catalog.ts";
import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import { PROVIDERS, type ProviderId } from "../../shared/catalog/providers.ts";
import type { RateCardFile, SourceFile } from "../../shared/catalog/rate-card.ts";
import { summaryOf } from "../../shared/catalog/region-summary.ts";
import { nearestNames } from "../../shared/nearest-names.ts";
import { CustomPricesFileSchema } from "../../shared/schema/custom-prices.ts";
import { RateCardFileSchema } from "../../shared/schema/rate-card.ts";
import { toCustomPrice } from "../mapping/terms-input.ts";
import { checkedFile, CustomCatalogError } from "./checked-file.ts";

/** Name of the file with prices of one's own. */
const CUSTOM_PRICES = "custom-prices.json";

interface CustomPrices {
  readonly prices: readonly CustomPrice[];
  readonly source: SourceFile;
}

/**
 * The catalog with the files of a folder: `<provider>/<region>.json` instead of the built-in card or
 * in addition, and `custom-prices.json` with single prices and discounts. Everything is checked at
 * once; a `CustomCatalogError` says each file, row and field that is not right.
 */
export async function openCustomCatalog(
  folder: string,
  builtIn: CatalogReader,
): Promise<CatalogReader> {
  const names = await jsonFiles(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const problems: string[] = [];
  const own = new Map<string, RateCardFile>();
  let custom: CustomPrices | null = null;
  for (const [index, name] of names.entries()) {
    try {
      const text = texts[index] ?? "";
      if (name === CUSTOM_PRICES) custom = readCustomPrices(text);
      else own.set(name, readCard(name, text));
    } catch (error) {
      if (!(error instanceof CustomCatalogError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CustomCatalogError(problems);
  const cards = new CustomCards(own, custom, builtIn);
  const index = await cards.index();
  return { index: () => Promise.resolve(index), card: (key) => cards.card(key) };
}

async function jsonFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries
      .map((entry) => entry.replaceAll("\\", "/"))
      .filter((entry) => entry.endsWith(".json"))
      .toSorted();
  } catch (error) {
    throw new CustomCatalogError([`${folder}: cannot be read: ${(error as Error).message}`]);
  }
}

function readCard(name: string, text: string): RateCardFile {
  const [provider, file, ...deeper] = name.split("/");
  const isCard = PROVIDERS.some((known) => known === provider) && file !== undefined;
  if (!isCard || deeper.length > 0) {
    throw new CustomCatalogError([
      `${name}: is neither ${CUSTOM_PRICES} nor <provider>/<region>.json, with a provider of ${PROVIDERS.join(", ")}`,
    ]);
  }
  const card = checkedFile<RateCardFile>(name, text, RateCardFileSchema);
  if (`${card.provider}/${card.region}.json` !== name) {
    throw new CustomCatalogError([
      `${name}: provider and region are ${card.provider} and ${card.region}, so it must be called ${card.provider}/${card.region}.json`,
    ]);
  }
  return card;
}

function readCustomPrices(text: string): CustomPrices {
  const { source, prices } = checkedFile(CUSTOM_PRICES, text, CustomPricesFileSchema);
  return { source, prices: prices.map(toCustomPrice) };
}

/** The cards of the folder and those that come with the application, with one's own prices in both. */
class CustomCards {
  private readonly own: ReadonlyMap<string, RateCardFile>;
  private readonly custom: CustomPrices | null;
  private readonly builtIn: CatalogReader;

  constructor(
    own: ReadonlyMap<string, RateCardFile>,
    custom: CustomPrices | null,
    builtIn: CatalogReader,
  ) {
    this.own = own;
    this.custom = custom;
    this.builtIn = builtIn;
  }

  async card(key: CardKey): Promise<RateCardFile> {
    const listed = await this.listed(key);
    if (this.custom === null) return listed;
    return customisedCard(listed, this.custom.prices, this.custom.source).card;
  }

  /** The index with what the folder changes; each price of one's own must change something. */
  async index(): Promise<CatalogIndexFile> {
    const index = await this.builtIn.index();
    const providers = { ...index.providers };
    for (const card of this.own.values()) {
      providers[card.provider] = { ...providers[card.provider], [card.region]: summaryOf(card) };
    }
    const listed = new CatalogIndex({ ...index, providers });
    if (this.custom !== null) {
      for (const card of await this.customised(listed, this.custom)) {
        providers[card.provider] = { ...providers[card.provider], [card.region]: summaryOf(card) };
      }
    }
    const summaries = Object.values(providers).flatMap((regions) => Object.values(regions));
    const days = summaries.flatMap(({ as_of: newest, oldest }) => [newest, oldest]).toSorted();
    return {
      ...index,
      providers,
      as_of: days.at(-1) ?? index.as_of,
      oldest: days[0] ?? index.oldest,
    };
  }

  /** The cards that one's own prices change. */
  private async customised(
    index: CatalogIndex,
    { prices, source }: CustomPrices,
  ): Promise<RateCardFile[]> {
    const problems = prices.flatMap((price, row) => unknownRegion(price, row, index));
    if (problems.length > 0) throw new CustomCatalogError(problems);
    const keys = affectedRegions(prices, index);
    const listed = await Promise.all(keys.map((key) => this.listed(key)));
    const all = listed.map((card) => customised(card, prices, source));
    const isIdle = (row: number) => all.every(({ changes }) => changes[row] === 0);
    const idle = prices.flatMap((_, row) =>
      isIdle(row)
        ? [`${CUSTOM_PRICES}: prices, row ${row} stands for no price of the catalog`]
        : [],
    );
    if (idle.length > 0) throw new CustomCatalogError(idle);
    return all.map(({ card }) => card).filter((card, place) => card !== listed[place]);
  }

  private listed({ provider, region }: CardKey): Promise<RateCardFile> {
    const own = this.own.get(`${provider}/${region}.json`);
    return own === undefined ? this.builtIn.card({ provider, region }) : Promise.resolve(own);
  }
}

/** The regions that prices are for: those that they name, or all of their provider. */
function affectedRegions(prices: readonly CustomPrice[], index: CatalogIndex): CardKey[] {
  const names = (provider: ProviderId): readonly string[] => {
    const own = prices.filter((price) => price.provider === provider);
    const isEverywhere = own.some(({ region }) => region === undefined);
    return isEverywhere
      ? index.regionsOf(provider)
      : [...new Set(own.flatMap(({ region }) => region ?? []))];
  };
  return [...new Set(prices.map(({ provider }) => provider))].flatMap((provider) =>
    names(provider).map((region) => ({ provider, region })),
  );
}

function customised(listed: RateCardFile, prices: readonly CustomPrice[], source: SourceFile) {
  try {
    return customisedCard(listed, prices, source);
  } catch (error) {
    throw new CustomCatalogError([`${CUSTOM_PRICES}: ${(error as Error).message}`]);
  }
}

function unknownRegion(price: CustomPrice, row: number, index: CatalogIndex): string[] {
  const { provider, region } = price;
  if (region === undefined || index.has(provider, region)) return [];
  const nearest = nearestNames(index.regionsOf(provider), region).join(", ");
  return [
    `${CUSTOM_PRICES}: prices, row ${row}, region: ${provider} has no "${region}"; the nearest names are ${nearest}`,
  ];
}
