import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { CatalogFolder } from "../../../tools/refresh/catalog-folder.ts";
import { readCatalog, type CatalogFiles } from "../../../tools/refresh/catalog-files.ts";
import {
  DownloadError,
  DownloadFolder,
  type StartTimer,
} from "../../../tools/refresh/download-folder.ts";
import { REFRESH_TARGETS, type RefreshTarget } from "../../../tools/refresh/price-sources.ts";
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
import { patience } from "./_patience.ts";
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
const PAGE_SIZE = 9;
const REGIONS = new Set(["ca-west-1", "me-central2", "jioindiawest", "me-dubai-1", "tk1"]);
/** A fault costs milliseconds, and four in a row are one too many. */
const DOWNLOADS = { retries: 3, leastBackOffMs: 1, mostBackOffMs: 2 };
/** What is drawn more often than the rest: answers that come whole, and those that do not come. */
const WRONG_ANSWERS = ["wrong types", "price of 0", "missing region", "repeated page"] as const;
const BROKEN_WAYS = ["500", "reset", "hang"] as const;
/** What the addresses of each source begin with. */
const PLACES = [/^\/offers\//u, /^\/api\//u, /^\/v1\//u, /^\/pls\//u, /^\/cloud\//u, /^\/stats\//u];
const SOURCES = /^(?:AWS|Azure|Google|Oracle|Sakura|European)[^:]+: .+: expected .+/u;
const ADDRESSES =
  /^(?:the answer of )?http:\/\/127\.0\.0\.1:\d+\/\S+(?: answered \d{3}| ended after .+| sent nothing for .+| is not well-formed JSON|: .+)$/u;

let answers: (url: URL) => unknown;
let before: CatalogFiles;
let old: Map<string, string>;
/** Refreshes without faults: of all sources, and of each. */
const faultless: Faultless[] = [];
let parent = "";

beforeAll(async () => {
  parent = await emptyFolder();
  const { cards, exchangeRates } = await realCatalog(({ region }) => REGIONS.has(region));
  const small = { exchangeRates, cards: cards.map(smaller) };
  const folder = await writeCatalog(parent, small);
  const server = await startLane();
  // The sources have listed the catalog before, so that what they list no more is missed.
  answers = listed(small, EARLIER_DAY);
  await refreshFrom(server, folder, "earlier", { today: EARLIER_DAY });
  before = await readCatalog(folder);
  old = await filesOf(folder);
  answers = listed({ ...before, cards: before.cards.map(dearer) }, DAY);
  for (const targets of [REFRESH_TARGETS, ...REFRESH_TARGETS.map((target) => [target])]) {
    await writeFiles(folder, old);
    server.follow(NO_FAULTS);
    const { files, count } = breakingFiles();
    const { status } = await refreshFrom(server, folder, "without-faults", { files, targets });
    if (status !== "refreshed") throw new Error(`without faults, ${targets.join()} is ${status}`);
    const asked = server.requests.map(({ path }) => path);
    faultless.push({ targets, wanted: await filesOf(folder), asked, operations: count() });
  }
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

/** A server, and the patience that ends when it sends nothing. */
interface Lane extends ReplayServer {
  readonly startTimer: StartTimer;
}

async function startLane(): Promise<Lane> {
  const { startTimer, runOut } = patience();
  const server = await startReplayServer((url) => answers(url), NO_FAULTS, runOut);
  return { ...server, startTimer };
}

/** One refresh of all sources into a folder, with downloads of that name. */
function refreshFrom(
  server: Lane,
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
    new DownloadFolder(join(parent, downloads), { ...DOWNLOADS, startTimer: server.startTimer }),
  );
}

/** What a refresh without faults makes of the catalog, and asks of the network and of the disk. */
interface Faultless {
  readonly targets: readonly RefreshTarget[];
  readonly wanted: ReadonlyMap<string, string>;
  readonly asked: readonly string[];
  readonly operations: number;
}

interface Plan {
  readonly of: Faultless;
  readonly answers: FaultPlan;
  readonly disk: Breaking | undefined;
}

/** Faults of one kind or of all, anywhere or in one source, few or many, or a disk that breaks. */
function planOf(seed: number): Plan {
  const random = randomFrom(seed);
  const drawn = <T>(from: readonly T[]): T => {
    const item = from[Math.floor(random() * from.length)];
    if (item === undefined) throw new Error("nothing to draw from");
    return item;
  };
  const of = random() < 0.5 ? drawn(faultless.slice(0, 1)) : drawn(faultless.slice(1));
  const kind = drawn<Fault>(drawn<readonly Fault[]>([FAULTS, WRONG_ANSWERS, BROKEN_WAYS]));
  const kinds = random() < 0.7 ? [kind] : FAULTS;
  const where = of.targets.length > 1 && random() < 0.5 ? drawn(PLACES) : undefined;
  const eligible = of.asked.filter((path) => where?.test(path) !== false);
  const spared = Math.floor(random() * eligible.length);
  const rate = 0.5 + random() / 2;
  const most = 1 + Math.floor(random() * 6);
  if (random() < 0.8) {
    const answered = { seed, kinds, spared, rate, most, ...(where && { where }) };
    return { of, answers: answered, disk: undefined };
  }
  const after = Math.floor(random() * of.operations);
  return { of, answers: NO_FAULTS, disk: { after, isDeath: random() < 0.5 } };
}

interface Run {
  readonly faults: readonly Fault[];
  readonly disk: Breaking | undefined;
  readonly outcome: RefreshResult["status"] | "failed";
  /** Files that were gone on with in their midst. */
  readonly resumed: number;
}

/** One refresh under faults, and others without until the catalog is refreshed. */
async function runUnderFaults(server: Lane, seed: number): Promise<Run> {
  const name = `run-${seed}`;
  const folder = join(parent, name, "rate-cards");
  await writeFiles(folder, old);
  const plan = planOf(seed);
  const { targets, wanted, asked } = plan.of;
  server.follow(plan.answers);
  const { files } = breakingFiles(plan.disk);
  const downloads = `${name}/downloads`;
  const reports = join(parent, name, "reports");
  await mkdir(reports);
  const options = { files, reports, targets };
  const result = await refreshFrom(server, folder, downloads, options).catch(
    (error: unknown) => error as Error,
  );
  const requests = [...server.requests];
  const faults = requests.flatMap(({ fault }) => fault ?? []);
  const what = `seed ${seed}, ${targets.join()}: ${faults.join(", ")} ${JSON.stringify(plan.disk ?? "")}`;
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
  const reported = (await readdir(reports)).length;
  if (plan.disk?.isDeath !== true) expect(reported, what).toBe(outcome === "refreshed" ? 1 : 0);

  server.follow(NO_FAULTS);
  const askedAgain =
    outcome === "refreshed" ? [] : await assertSetRight(server, folder, downloads, plan.of, what);
  if (result instanceof DownloadError) {
    const whole = requests
      .filter(({ fault }) => fault === null)
      .map(({ path }) => path)
      .filter((path) => !result.message.includes(path));
    expect(
      whole.filter((path) => askedAgain.includes(path)),
      what,
    ).toEqual([]);
    expect(whole.length + askedAgain.length, what).toBeLessThanOrEqual(asked.length);
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
  server: Lane,
  folder: string,
  downloads: string,
  { targets, wanted }: Faultless,
  what: string,
): Promise<string[]> {
  const refreshAgain = () => refreshFrom(server, folder, downloads, { targets });
  const first = await refreshAgain();
  const paths = server.requests.map(({ path }) => path);
  const last = first.status === "stopped" ? await refreshAgain() : first;
  expect(["refreshed", "unchanged"], what).toContain(last.status);
  expect(await filesOf(folder), what).toEqual(wanted);
  return paths;
}

describe(`${RUNS} refreshes from sources and disks that fail`, () => {
  const runs: Run[] = [];
  beforeAll(async () => {
    let seed = 0;
    const lane = async () => {
      const server = await startLane();
      try {
        while (seed < RUNS) {
          seed += 1;
          runs.push(await runUnderFaults(server, seed));
        }
      } finally {
        await server.stop();
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const failed = ends.find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
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
    expect(runs.filter(({ faults, disk }) => faults.length === 0 && disk === undefined)).toEqual(
      [],
    );
    const count = (wantedOutcome: Run["outcome"]) =>
      runs.filter(({ outcome }) => outcome === wantedOutcome).length;
    const resumed = runs.filter((run) => run.resumed > 0).length;
    console.log(
      `${RUNS} runs: ${count("refreshed")} overcame their faults, ${count("failed")} failed, ${count("stopped")} were stopped by the guard; ${resumed} went on in the midst of a file`,
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

  test("fail with a disk that breaks, in a process that dies and in one that goes on", () => {
    for (const isDeath of [true, false]) {
      const broken = runs.filter(({ disk }) => disk?.isDeath === isDeath);
      expect(new Set(broken.map(({ outcome }) => outcome))).toContain("failed");
    }
  });
});
