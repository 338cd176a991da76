import type {
  Confidence,
  MachineTypesFile,
  RateCardFile,
  SourceFile,
} from "../../../shared/catalog/rate-card.ts";
import { compareNaturally } from "../natural-order.ts";

/** One machine type before it becomes a row of the columns. */
export interface MachineRow {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryMb: number;
  readonly arm64?: boolean;
  readonly baseline?: number | undefined;
  readonly storageGb?: number;
  readonly soldAtMost?: number;
  readonly price: number;
  /** Where the row is from, if not from where the table is. */
  readonly from?: Origin | undefined;
}

export interface Origin {
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** Turns rows into the columns of a card. Rows of the same `from` object become one exception. */
export function machineTypes(
  rows: readonly MachineRow[],
  per: MachineTypesFile["per"],
  origin: Origin,
  compareNames: (a: string, b: string) => number = compareNaturally,
): MachineTypesFile {
  const sorted = rows.toSorted((a, b) => compareNames(a.name, b.name));
  const numbered = sorted.map((row, index) => Object.assign({ index }, row));
  const storage = numbered.flatMap(({ index, storageGb }) =>
    storageGb === undefined ? [] : [[index, storageGb] as const],
  );
  const limited = numbered.flatMap(({ index, soldAtMost }) =>
    soldAtMost === undefined ? [] : [[index, soldAtMost] as const],
  );
  const origins = [...new Set(numbered.map(({ from }) => from))].filter(
    (from) => from !== undefined,
  );
  const exceptions = origins.map((from) =>
    Object.assign(
      { rows: numbered.filter((row) => row.from === from).map(({ index }) => index) },
      from,
    ),
  );
  return {
    per,
    ...origin,
    names: sorted.map(({ name }) => name),
    vcpu: sorted.map(({ vcpu }) => vcpu),
    memory_mb: sorted.map(({ memoryMb }) => memoryMb),
    prices: { on_demand: sorted.map(({ price }) => price) },
    arm64: numbered.filter(({ arm64 }) => arm64).map(({ index }) => index),
    baseline: numbered.flatMap(({ index, baseline }) =>
      baseline === undefined ? [] : [[index, baseline] as const],
    ),
    ...(storage.length === 0 ? {} : { storage_gb: storage }),
    ...(limited.length === 0 ? {} : { sold_at_most: limited }),
    ...(exceptions.length === 0 ? {} : { exceptions }),
  };
}

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
  return { schema: 1, provider, region, currency, as_of: asOf, sources, ...prices };
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
export function perOne(price: number, powerOfTen: number): number {
  return Number(`${price}e-${powerOfTen}`);
}

/** The entry of that key; facts that lack it cannot make the card. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, key: string): T {
  const entry = entries[key];
  if (entry === undefined) throw new Error(`the facts lack "${key}"`);
  return entry;
}
