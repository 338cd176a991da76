import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { CatalogFolder } from "../../../tools/refresh/catalog-folder.ts";
import { readCatalog, type CatalogFiles } from "../../../tools/refresh/catalog-files.ts";
import { DownloadError, DownloadFolder } from "../../../tools/refresh/download-folder.ts";
import { REFRESH_TARGETS } from "../../../tools/refresh/price-sources.ts";
import { refreshOnce } from "../../../tools/refresh/refresh-once.ts";
import type { RefreshOptions, RefreshResult } from "../../../tools/refresh/refresh.ts";
import { SourceFormatError } from "../../../tools/refresh/sources/source-format.ts";
import { SILENT } from "../../../tools/refresh/terminal-progress.ts";
import { BrokenDisk, breakingFiles, type Breaking } from "./_breaking-files.ts";
import {
  emptyFolder,
  filesOf,
  realCatalog,
  rowsIn,
  withRows,
  writeCatalog,
  writeFiles,
} from "./_catalog.ts";
import { addressesOf, generatedSources } from "./_generated-sources.ts";
import {
  FAULTS,
  NO_FAULTS,
  randomFrom,
  startReplayServer,
  type Fault,
  type FaultPlan,
  type ReplayServer,
} from "./_replay-server.ts";

const RUNS = 500;
/** Runs at a time, each with a server of its own: they mostly wait. */
const LANES = 4;
const EARLIER_DAY = "2029-12-01";
const DAY = "2030-01-01";
const RISE = 1.1;
/** Machine types kept of each card: enough for every kind of price, and for pages to be several. */
const TYPES = 6;
const PAGE_SIZE = 7;
const REGIONS = new Set(["ca-west-1", "me-central2", "jioindiawest", "me-dubai-1", "tk1"]);
/** Patience for tests: a fault costs milliseconds, and four in a row are one too many. */
const DOWNLOADS = { retries: 3, leastBackOffMs: 1, mostBackOffMs: 2, stallMs: 100 };
/** What comes whole and well-formed, and is drawn more often than what does not. */
const WRONG_ANSWERS = ["wrong types", "price of 0", "missing region", "repeated page"] as const;
/** What the addresses of each source begin with. */
const PLACES = [/^\/offers\//u, /^\/api\//u, /^\/v1\//u, /^\/pls\//u, /^\/cloud\//u, /^\/stats\//u];
const SOURCES = /^(?:AWS|Azure|Google|Oracle|Sakura|European)[^:]+: .+: expected .+/u;
const ADDRESSES =
  /^(?:the answer of )?http:\/\/127\.0\.0\.1:\d+\/\S+(?: answered \d{3}| ended after .+| sent nothing for .+| is not well-formed JSON|: .+)$/u;

let answers: (url: URL) => unknown;
let before: CatalogFiles;
let old: Map<string, string>;
let wanted: Map<string, string>;
/** What a run without faults asks of the network and of the disk. */
let asked = 0;
let operations = 0;
let parent = "";

beforeAll(async () => {
  parent = await emptyFolder();
  const { cards, exchangeRates } = await realCatalog(({ region }) => REGIONS.has(region));
  const small = { exchangeRates, cards: cards.map(smaller) };
  const folder = await writeCatalog(parent, small);
  const server = await startReplayServer((url) => answers(url));
  // The sources have listed the catalog before, so that what they list no more is missed.
  answers = listed(small, EARLIER_DAY);
  await refreshFrom(server, folder, "earlier", { today: EARLIER_DAY });
  before = await readCatalog(folder);
  old = await filesOf(folder);
  answers = listed({ ...before, cards: before.cards.map(dearer) }, DAY);
  server.follow(NO_FAULTS);
  const { files, count } = breakingFiles();
  const { status } = await refreshFrom(server, folder, "without-faults", { files });
  if (status !== "refreshed") throw new Error(`without faults, the refresh is ${status}`);
  wanted = await filesOf(folder);
  asked = server.requests.length;
  operations = count();
  await server.stop();
});
afterAll(() => rm(parent, { recursive: true }));

function smaller(card: RateCardFile): RateCardFile {
  // Google lists cores and memory by series: those of one series.
  const rows = rowsIn(card).filter(
    ({ name }) => card.provider !== "google" || name.startsWith("n2-"),
  );
  return rows.length === 0 ? card : withRows(card, rows.slice(0, TYPES));
}

function dearer(card: RateCardFile): RateCardFile {
  const rows = rowsIn(card).map((row) => ({
    ...row,
    prices: Object.fromEntries(
      Object.entries(row.prices).map(([purchase, { unitPrice, from }]) => [
        purchase,
        { from, unitPrice: Number((unitPrice * RISE).toFixed(6)) },
      ]),
    ),
  }));
  return rows.length === 0 ? card : withRows(card, rows);
}

/** Sources that say what a catalog says, each answer put together once. */
function listed({ cards, exchangeRates }: CatalogFiles, day: string): (url: URL) => unknown {
  const yenPerDollar = exchangeRates.rates.JPY.rate * (day === DAY ? RISE : 1);
  const respond = generatedSources({ cards, yenPerDollar, day, pageSize: PAGE_SIZE });
  const known = new Map<string, string | null>();
  return (url) => {
    const key = url.pathname + url.search;
    // Links to other pages name the server.
    const text = known.get(key) ?? textOf(respond(new URL(key, "http://server")));
    known.set(key, text);
    return text?.replaceAll("http://server", url.origin) ?? null;
  };
}

function textOf(answer: unknown): string | null {
  return typeof answer === "string" || answer === null ? answer : JSON.stringify(answer);
}

/** One refresh of all sources into a folder, with downloads of that name. */
function refreshFrom(
  server: ReplayServer,
  folder: string,
  downloads: string,
  options: Partial<RefreshOptions> = {},
): Promise<RefreshResult> {
  return refreshOnce(
    {
      targets: REFRESH_TARGETS,
      asked: "all",
      accept: false,
      catalog: folder,
      progress: SILENT,
      today: DAY,
      addresses: addressesOf(server.url),
      googleKey: "a-key",
      files: breakingFiles().files,
      ...options,
    },
    new DownloadFolder(join(parent, downloads), DOWNLOADS),
  );
}

interface Plan {
  readonly answers: FaultPlan;
  readonly disk: Breaking | undefined;
}

/** Faults of one kind or of all, of one source or of all, few or many, and a disk that breaks. */
function planOf(seed: number): Plan {
  const random = randomFrom(seed);
  const drawn = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const kind = drawn(random() < 0.4 ? WRONG_ANSWERS : FAULTS) ?? "500";
  const kinds = random() < 0.7 ? [kind] : FAULTS;
  const where = random() < 0.5 ? drawn(PLACES) : undefined;
  const spared = where === undefined ? Math.floor(random() * asked) : 0;
  const rate = 0.5 + random() / 2;
  const most = 1 + Math.floor(random() * 6);
  if (random() < 0.8) {
    return {
      answers: { seed, kinds, spared, rate, most, ...(where && { where }) },
      disk: undefined,
    };
  }
  const after = Math.floor(random() * operations);
  return { answers: NO_FAULTS, disk: { after, isDeath: random() < 0.5 } };
}

interface Run {
  readonly faults: readonly Fault[];
  readonly disk: Breaking | undefined;
  readonly outcome: RefreshResult["status"] | "failed";
  /** Files that were gone on with in their midst. */
  readonly resumed: number;
}

/** One refresh under faults, and others without until the catalog is refreshed. */
async function runUnderFaults(server: ReplayServer, seed: number): Promise<Run> {
  const name = `run-${seed}`;
  const folder = join(parent, name, "rate-cards");
  await writeFiles(folder, old);
  const plan = planOf(seed);
  server.follow(plan.answers);
  const { files } = breakingFiles(plan.disk);
  const downloads = `${name}/downloads`;
  const result = await refreshFrom(server, folder, downloads, { files }).catch(
    (error: unknown) => error as Error,
  );
  const requests = [...server.requests];
  const faults = requests.flatMap(({ fault }) => fault ?? []);
  const what = `seed ${seed}: ${faults.join(", ")} ${JSON.stringify(plan.disk ?? "")}`;
  if (plan.disk?.isDeath === true) await (await CatalogFolder.open(folder)).close();
  const found = await filesOf(folder);
  const outcome = result instanceof Error ? "failed" : result.status;
  if (result instanceof Error) {
    assertClear(result, what);
    if (plan.disk?.isDeath === true) expect([old, wanted], what).toContainEqual(found);
    else expect(found, what).toEqual(old);
  } else if (result.status === "stopped") {
    expect(result.findings, what).not.toEqual([]);
    expect(found, what).toEqual(old);
  } else expect(found, what).toEqual(wanted);

  server.follow(NO_FAULTS);
  const askedAgain =
    outcome === "refreshed" ? [] : await assertSetRight(server, folder, downloads, what);
  if (result instanceof DownloadError) {
    const whole = requests
      .filter(({ fault }) => fault === null)
      .map(({ path }) => path)
      .filter((path) => !result.message.includes(path));
    expect(
      whole.filter((path) => askedAgain.includes(path)),
      what,
    ).toEqual([]);
    expect(whole.length + askedAgain.length, what).toBeLessThanOrEqual(asked);
  }
  await rm(join(parent, name), { recursive: true });
  const resumed = requests.filter(({ range }) => range !== null).length;
  return { faults, disk: plan.disk, outcome, resumed };
}

/** What a person reads says which source failed, and why. */
function assertClear(error: Error, what: string): void {
  const isClear =
    (error instanceof SourceFormatError && SOURCES.test(error.message)) ||
    (error instanceof DownloadError && ADDRESSES.test(error.message)) ||
    error instanceof BrokenDisk;
  expect(isClear, `${what}: ${error.stack}`).toBe(true);
}

/**
 * The refresh succeeds when it is started again, at the latest after what it kept was refused.
 * Answers what it asked for the first time.
 */
async function assertSetRight(
  server: ReplayServer,
  folder: string,
  downloads: string,
  what: string,
): Promise<string[]> {
  const first = await refreshFrom(server, folder, downloads);
  const paths = server.requests.map(({ path }) => path);
  const last = first.status === "stopped" ? await refreshFrom(server, folder, downloads) : first;
  expect(["refreshed", "unchanged"], what).toContain(last.status);
  expect(await filesOf(folder), what).toEqual(wanted);
  return paths;
}

describe(`${RUNS} refreshes from sources and disks that fail`, () => {
  const runs: Run[] = [];
  beforeAll(async () => {
    let seed = 0;
    const lane = async () => {
      const server = await startReplayServer((url) => answers(url));
      try {
        while (seed < RUNS) {
          seed += 1;
          runs.push(await runUnderFaults(server, seed));
        }
      } finally {
        await server.stop();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }, 300_000);

  const outcomesOf = (fault: Fault) =>
    new Set(
      runs
        .filter(({ faults }) => faults.length > 0 && faults.every((one) => one === fault))
        .map(({ outcome }) => outcome),
    );

  test("leave the catalog wholly old or wholly new, and succeed when they are started again", () => {
    expect(runs).toHaveLength(RUNS);
    expect(new Set(runs.flatMap(({ faults }) => faults))).toEqual(new Set(FAULTS));
    const count = (wantedOutcome: Run["outcome"]) =>
      runs.filter(({ outcome }) => outcome === wantedOutcome).length;
    const faultless = runs.filter(({ faults, disk }) => faults.length === 0 && disk === undefined);
    const resumed = runs.filter((run) => run.resumed > 0).length;
    console.log(
      `${RUNS} runs: ${count("refreshed") - faultless.length} overcame their faults, ${resumed} of all went on in the midst of a file, ${faultless.length} had no fault, ${count("failed")} failed, ${count("stopped")} were stopped by the guard`,
    );
    for (const outcome of ["refreshed", "failed", "stopped"] as const) {
      expect(count(outcome), outcome).toBeGreaterThan(RUNS / 20);
    }
  });

  test.each(["500", "503", "429", "reset", "slow", "hang"] as const)("overcome: %s", (fault) => {
    expect(outcomesOf(fault)).toContain("refreshed");
  });

  test.each(["wrong types", "html", "404", "truncated", "repeated page"] as const)(
    "fail with: %s",
    (fault) => {
      expect(outcomesOf(fault)).toContain("failed");
    },
  );

  test.each(["price of 0", "missing region"] as const)("are stopped by: %s", (fault) => {
    expect(outcomesOf(fault)).toContain("stopped");
  });

  test("go on in the midst of a file", () => {
    expect(runs.filter(({ resumed }) => resumed > 0)).not.toEqual([]);
  });

  test("fail with a disk that breaks, in a process that dies and in one that goes on", () => {
    for (const isDeath of [true, false]) {
      const broken = runs.filter(({ disk }) => disk?.isDeath === isDeath);
      expect(new Set(broken.map(({ outcome }) => outcome))).toContain("failed");
    }
  });
});
