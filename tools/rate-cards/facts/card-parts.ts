import {
  RATE_CARD_SCHEMA,
  type OriginFile,
  type PriceFile,
  type RateCardFile,
  type SourceFile,
} from "../../../shared/catalog/rate-card.ts";

/** Completes a card: only the sources that something in it names, and the newest of their dates. */
export function card(
  content: Omit<RateCardFile, "schema" | "as_of" | "sources">,
  known: Readonly<Record<string, SourceFile>>,
): RateCardFile {
  const { provider, region, currency, ...prices } = content;
  const named = namedSources(prices);
  const unknown = [...named].find((id) => !(id in known));
  if (unknown !== undefined) throw new Error(`${provider}/${region} names no source "${unknown}"`);
  const sources = Object.fromEntries(Object.entries(known).filter(([id]) => named.has(id)));
  const dates = Object.values(sources).map(({ date }) => date);
  const asOf = dates.toSorted().at(-1);
  if (asOf === undefined) throw new Error(`${provider}/${region} has no source`);
  return { schema: RATE_CARD_SCHEMA, provider, region, currency, as_of: asOf, sources, ...prices };
}

function namedSources(value: unknown, named = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return named;
  for (const [key, item] of Object.entries(value)) {
    if (key === "source" && typeof item === "string") named.add(item);
    else namedSources(item, named);
  }
  return named;
}

/** `YYYY-MM-DD` of a date that may carry a time. */
export function dayOf(date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(date)?.[0];
  if (day === undefined) throw new Error(`no day in the date "${date}"`);
  return day;
}

/** A file of a public repository, as a collected fact names it. */
export interface RepositoryFact {
  readonly repo: string;
  readonly commit: string;
  readonly path: string;
  readonly date: string;
  readonly licence?: string;
}

export function repositorySource(
  what: string,
  { repo, commit, path, date, licence }: RepositoryFact,
): SourceFile {
  return {
    title: `${what}, collected by ${repo} at ${commit.slice(0, 7)}`,
    url: `https://github.com/${repo}/blob/${commit}/${path}`,
    date: dayOf(date),
    ...(licence === undefined || licence.startsWith("none") ? {} : { licence }),
  };
}

/** A price per million, or per another power of ten, as the price of one: exact in its decimals. */
export function perOne(priceOfMany: number, powerOfTen: number): number {
  return Number(`${priceOfMany}e-${powerOfTen}`);
}

/** One price for every unit, after a free allowance if there is one. */
export function price(
  unit: string,
  unitPrice: number,
  { free, source, confidence, note }: OriginFile & { readonly free?: number },
): PriceFile {
  return {
    unit,
    ...(free === undefined ? {} : { free }),
    tiers: [[null, unitPrice]],
    source,
    confidence,
    ...(note === undefined ? {} : { note }),
  };
}

/** A graduated price, after a free allowance if there is one. */
export function tieredPrice(
  unit: string,
  tiers: PriceFile["tiers"],
  { free, ...from }: OriginFile & { readonly free?: number },
): PriceFile {
  return { unit, ...(free === undefined ? {} : { free }), tiers, ...from };
}

/** The entry of that key; facts that lack it cannot make the card. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, key: string): T {
  const entry = entries[key];
  if (entry === undefined) throw new Error(`the facts lack "${key}"`);
  return entry;
}
