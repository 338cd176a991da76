import { rm } from "node:fs/promises";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";
import { CatalogFolder, type FileSystem } from "./catalog-folder.ts";
import { changedFiles, readCatalog, type CatalogFiles } from "./catalog-files.ts";
import { changeReport } from "./change-report.ts";
import type { Outcome } from "./changes.ts";
import type { Downloads, Progress } from "./download.ts";
import { mergeExchangeRate } from "./exchange-rates.ts";
import { guard, GUARD_LIMITS, type Finding, type GuardLimits } from "./guard.ts";
import { knownTypes } from "./known-types.ts";
import { mergeCard } from "./merge.ts";
import type { GoneRegion } from "./observation.ts";
import { PRICE_SOURCES, type RefreshTarget } from "./price-sources.ts";
import { readExchangeRate } from "./sources/ecb-rates.ts";
import type { SourceAddresses } from "./sources/source.ts";
import { writeReport } from "./write-report.ts";

export interface RefreshOptions {
  readonly targets: readonly RefreshTarget[];
  /** What the report calls them: `all`. */
  readonly asked: string;
  /** Only these regions; all that have a card unless given. */
  readonly regions?: readonly string[];
  /** Takes what the guard would stop. */
  readonly accept: boolean;
  /** The folder of the rate cards. */
  readonly catalog: string;
  /** The folder of the reports; none is written unless given. */
  readonly reports?: string;
  readonly downloads: Downloads;
  readonly progress: Progress;
  /** The day of the refresh, `YYYY-MM-DD`. */
  readonly today: string;
  readonly addresses: SourceAddresses;
  readonly googleKey?: string;
  readonly limits?: GuardLimits;
  /** What the catalog is written with; the disk unless given. */
  readonly files?: FileSystem;
  /** Sources that are not asked, each with the reason, for the report. */
  readonly skipped?: readonly string[];
}

export interface RefreshResult {
  /** `stopped` when the guard found something: the catalog is as it was. */
  readonly status: "unchanged" | "refreshed" | "stopped";
  readonly findings: readonly Finding[];
  /** Files of the catalog that were written. */
  readonly written: readonly string[];
  /** The report in words, and where it was written. */
  readonly report: string;
  readonly reportFile: string | null;
}

/**
 * Reads price sources and takes what they say into the catalog: all files of it at once, or none.
 * A source that cannot be read, or is not as expected, is an error and changes nothing.
 */
export async function refresh(options: RefreshOptions): Promise<RefreshResult> {
  const folder = await CatalogFolder.open(options.catalog, options.files);
  try {
    const { status, findings, files, report } = await prepare(options);
    for (const [name, text] of files) await folder.stage(name, text);
    const reportFile = status === "refreshed" ? await reportOf(options, report) : null;
    try {
      await folder.commit();
    } catch (error) {
      // What did not happen is not told of.
      if (reportFile !== null) await rm(reportFile, { force: true });
      throw error;
    }
    return { status, findings, written: [...files.keys()], report, reportFile };
  } finally {
    await folder.close();
  }
}

interface Prepared extends Pick<RefreshResult, "status" | "findings" | "report"> {
  /** Text of each file that is to change. */
  readonly files: ReadonlyMap<string, string>;
}

async function prepare(options: RefreshOptions): Promise<Prepared> {
  const { catalog, today, asked, accept, skipped = [], limits = GUARD_LIMITS } = options;
  const before = await readCatalog(catalog);
  const { after, outcomes, goneRegions } = await readAll(before, options);
  const findings = guard(outcomes, goneRegions, limits);
  const report = changeReport({ today, asked, outcomes, accepted: findings, skipped });
  if (findings.length > 0 && !accept) {
    return { status: "stopped", findings, report, files: new Map() };
  }
  const files = changedFiles(before, after);
  return { status: files.size === 0 ? "unchanged" : "refreshed", findings, report, files };
}

interface Refreshed {
  readonly after: CatalogFiles;
  readonly outcomes: readonly Outcome[];
  readonly goneRegions: readonly GoneRegion[];
}

async function readAll(before: CatalogFiles, options: RefreshOptions): Promise<Refreshed> {
  const cards = new Map(before.cards.map((card) => [cardName(card), card]));
  const outcomes: Outcome[] = [];
  const goneRegions: GoneRegion[] = [];
  let { exchangeRates } = before;
  for (const target of options.targets) {
    if (target === "fx") {
      const outcome = mergeExchangeRate(exchangeRates, await readExchangeRate(options));
      exchangeRates = outcome.rates;
      outcomes.push(outcome);
      continue;
    }
    const { provider, read } = PRICE_SOURCES[target];
    const asked = cardsOf(before.cards, provider, options.regions);
    if (asked.length === 0) continue;
    const reading = await read({ ...options, cards: asked });
    goneRegions.push(...reading.goneRegions);
    const known = knownTypes(before.cards, provider);
    for (const card of asked) {
      const observations = reading.observations.filter(({ region }) => region === card.region);
      const merged = mergeCard(card, observations, known);
      cards.set(merged.name, merged.card);
      outcomes.push(merged);
    }
  }
  return { after: { cards: [...cards.values()], exchangeRates }, outcomes, goneRegions };
}

function cardsOf(
  cards: readonly RateCardFile[],
  provider: string,
  regions: readonly string[] | undefined,
): RateCardFile[] {
  const own = cards.filter((card) => card.provider === provider);
  return regions === undefined ? own : own.filter(({ region }) => regions.includes(region));
}

function cardName({ provider, region }: RateCardFile): string {
  return `${provider}/${region}`;
}

async function reportOf(
  { reports, today, asked }: RefreshOptions,
  report: string,
): Promise<string | null> {
  return reports === undefined ? null : writeReport(reports, `${today}-${asked}`, report);
}
