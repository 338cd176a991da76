import { cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Purchase } from "../../../shared/catalog/purchase.ts";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { RateCardFileSchema } from "../../../shared/schema/rate-card.ts";
import { readCatalog, type CatalogFiles } from "../../../tools/refresh/catalog-files.ts";
import { DownloadFolder } from "../../../tools/refresh/download-folder.ts";
import { REFRESH_TARGETS } from "../../../tools/refresh/price-sources.ts";
import {
  refresh,
  type RefreshOptions,
  type RefreshResult,
} from "../../../tools/refresh/refresh.ts";
import { SILENT } from "../../../tools/refresh/terminal-progress.ts";
import {
  emptyFolder,
  filesOf,
  RATE_CARDS,
  realCatalog,
  rowsIn,
  withRows,
  writeCatalog,
} from "./_catalog.ts";
import { addressesOf, generatedSources } from "./_generated-sources.ts";
import { startReplayServer } from "./_replay-server.ts";

const BEFORE_ALL_CARDS = "2020-01-01";
const AFTER_ALL_CARDS = "2030-01-01";
/** Of a price by the hour. */
const LAST_DIGIT = 1e-6;
/** What the digits of rates and memory in whole MB make of a price. */
const ROUNDED_SHARE = 2e-5;

/** Whole cards of these regions: where each provider has most, and where it has least. */
const REGIONS: ReadonlySet<string> = new Set([
  ..."ap-northeast-1 us-east-1 ca-west-1 us-gov-west-1".split(" "),
  ..."asia-northeast1 us-central1 me-central2".split(" "),
  ..."japaneast eastus denmarkeast jioindiawest".split(" "),
  ..."ap-tokyo-1 us-ashburn-1 me-dubai-1".split(" "),
  ..."is1 tk1".split(" "),
  ..."global".split(" "),
]);

let before: CatalogFiles;
/** What becomes of it when newer sources say the same. */
let renewed: Refreshed;
const folders: string[] = [];
beforeAll(async () => {
  before = await realCatalog(({ region }) => REGIONS.has(region));
  renewed = await refreshFrom(before, AFTER_ALL_CARDS);
});
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

interface Refreshed {
  readonly result: RefreshResult;
  readonly filesBefore: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
  readonly after: CatalogFiles;
}

/** Refreshes a copy of a catalog from sources that say what `listed` has. */
async function refreshFrom(
  listed: CatalogFiles,
  day: string,
  options: Partial<RefreshOptions> = {},
  catalog = before,
): Promise<Refreshed> {
  const parent = await emptyFolder();
  folders.push(parent);
  return refreshFolder(await writeCatalog(parent, catalog), listed, day, options);
}

/** Refreshes the catalog in a folder from sources that say what `listed` has. */
async function refreshFolder(
  folder: string,
  listed: CatalogFiles,
  day: string,
  options: Partial<RefreshOptions> = {},
): Promise<Refreshed> {
  const parent = dirname(folder);
  const filesBefore = await filesOf(folder);
  const server = await startReplayServer(
    generatedSources({
      cards: listed.cards,
      yenPerDollar: listed.exchangeRates.rates.JPY.rate,
      day,
      pageSize: 1000,
    }),
  );
  const result = await refresh({
    targets: REFRESH_TARGETS,
    asked: "all",
    accept: false,
    catalog: folder,
    reports: join(parent, "reports"),
    downloads: new DownloadFolder(join(parent, "downloads")),
    progress: SILENT,
    today: day,
    addresses: addressesOf(server.url),
    googleKey: "a-key",
    ...options,
  });
  await server.stop();
  return { result, filesBefore, files: await filesOf(folder), after: await readCatalog(folder) };
}

type Priced = readonly (readonly [what: string, prices: unknown])[];

/** All figures of a card without where they are from. */
function figures(card: RateCardFile): Priced {
  const terms = (price: object) => ({ ...price, source: "", confidence: "", note: "" });
  return [
    ...rowsIn(card).map(({ prices, ...size }) => {
      const unitPrices = Object.entries(prices).map(([purchase, { unitPrice }]) => [
        purchase,
        unitPrice,
      ]);
      return [size.name, { ...size, unitPrices }] as const;
    }),
    ...Object.entries(card.services).flatMap(([service, meters]) =>
      Object.entries(meters).map(
        ([meter, price]) => [`${service} ${meter}`, terms(price)] as const,
      ),
    ),
    ...Object.entries(card.flexible_types ?? {}).map(
      ([shape, { ocpu_hours: ocpu, memory_gb_hours: memory, ...size }]) =>
        [shape, { ...size, ocpu: terms(ocpu), memory: terms(memory) }] as const,
    ),
    ["egress", card.egress && terms(card.egress)],
  ];
}

function changedPrices(card: RateCardFile, change: (price: number, purchase: Purchase) => number) {
  const rows = rowsIn(card);
  if (rows.length === 0) return card;
  return withRows(
    card,
    rows.map((row) => ({
      ...row,
      prices: Object.fromEntries(
        Object.entries(row.prices).map(([purchase, { unitPrice, from }]) => [
          purchase,
          { from, unitPrice: Number(change(unitPrice, purchase as Purchase).toFixed(6)) },
        ]),
      ),
    })),
  );
}

/** Names of the files that are not the same; the index is of the catalog that it was made with. */
function differing(
  some: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...some.keys(), ...others.keys()]);
  names.delete("index.json");
  return [...names].filter((name) => some.get(name) !== others.get(name));
}

/** A card of whose prices some are a little off; of AWS, whose list has sizes, without some types. */
function spoiltCard(card: RateCardFile): RateCardFile {
  if (card.provider !== "aws" && card.provider !== "azure") return card;
  const rows = rowsIn(card).filter((_, index) => card.provider === "azure" || index % 40 !== 7);
  return changedPrices(withRows(card, rows), (price, purchase) =>
    purchase === "on_demand" ? price * 1.05 : price,
  );
}

describe("sources that say what the catalog says", () => {
  test("change no byte of the whole catalog when they are no newer", async () => {
    const parent = await emptyFolder();
    folders.push(parent);
    const folder = join(parent, "rate-cards");
    await cp(RATE_CARDS, folder, { recursive: true });
    const catalog = await readCatalog(folder);
    const { result, files, filesBefore } = await refreshFolder(folder, catalog, BEFORE_ALL_CARDS);
    expect(result.findings).toEqual([]);
    expect(result.status).toBe("unchanged");
    expect(differing(files, filesBefore)).toEqual([]);
    expect(files.get("index.json")).toBe(filesBefore.get("index.json"));
    const sources = new Set(result.report.match(/^- .+, of 2020-01-01$/gmu));
    expect(sources.size).toBeGreaterThan(REFRESH_TARGETS.length);
  }, 120_000);

  test("give the same figures new origins when they are newer, and then change no byte", async () => {
    const { result, files, after } = renewed;
    expect(result.findings).toEqual([]);
    expect(result.status).toBe("refreshed");
    expect(after.cards.map(figures)).toEqual(before.cards.map(figures));
    for (const card of after.cards) {
      expect(RateCardFileSchema.safeParse(card).success).toBe(true);
      const isAsked = card.provider !== "cloudflare" && card.provider !== "fly";
      expect([card.region, card.as_of === AFTER_ALL_CARDS]).toEqual([card.region, isAsked]);
    }
    const again = await refreshFrom(after, AFTER_ALL_CARDS, {}, after);
    expect(again.result.status).toBe("unchanged");
    expect(differing(again.files, files)).toEqual([]);
  });

  test("give back to the byte what was changed or lost in a catalog that was read from them", async () => {
    const { after: catalog, files } = renewed;
    const spoilt = { ...catalog, cards: catalog.cards.map(spoiltCard) };
    const restored = await refreshFrom(catalog, AFTER_ALL_CARDS, {}, spoilt);
    expect(restored.result.findings).toEqual([]);
    expect(differing(restored.filesBefore, files)).toHaveLength(8);
    expect(differing(restored.files, files)).toEqual([]);
  });

  test("are the origin of every price that they list", () => {
    const { after } = renewed;
    const counts = new Map<string, { listed: number; all: number }>();
    for (const card of after.cards) {
      const count = counts.get(card.provider) ?? { listed: 0, all: 0 };
      for (const { prices } of rowsIn(card)) {
        for (const { from } of Object.values(prices)) {
          count.all += 1;
          if (card.sources[from.source]?.date === AFTER_ALL_CARDS) {
            expect(from.confidence).toBe("high");
            count.listed += 1;
          }
        }
      }
      counts.set(card.provider, count);
    }
    const shares = [...counts].map(([provider, { listed, all }]) => [provider, listed / all]);
    const { google = 0, ...others } = Object.fromEntries(shares) as Record<string, number>;
    expect(others).toMatchObject({ aws: 1, azure: 1, sakura: 1 });
    // Types with accelerators or local disks are no sums of vCPUs and memory.
    expect(google).toBeGreaterThan(0.7);
    // Oracle lists cores and memory; its older shapes of fixed size are not read.
    for (const { flexible_types: flexible = {}, sources } of after.cards) {
      for (const { ocpu_hours: cores, memory_gb_hours: memory } of Object.values(flexible)) {
        expect(sources[cores.source]?.date).toBe(AFTER_ALL_CARDS);
        expect(sources[memory.source]?.date).toBe(AFTER_ALL_CARDS);
      }
    }
  });
});

describe("sources that say something else", () => {
  test("change the prices to theirs, and the index with them", async () => {
    const listed = {
      ...before,
      cards: before.cards.map((card) => changedPrices(card, (price) => price * 1.1)),
    };
    const { result, after, files, filesBefore } = await refreshFrom(listed, AFTER_ALL_CARDS, {
      limits: { largestMove: 0.3, largestSpotMove: 0.9, leastShareRead: 0.5 },
    });
    expect(result.status).toBe("refreshed");
    const of = (cards: readonly RateCardFile[], ...providers: string[]) =>
      cards.filter(({ provider }) => providers.includes(provider));
    expect(of(after.cards, "aws", "azure").map(figures)).toEqual(
      of(listed.cards, "aws", "azure").map(figures),
    );
    // Google lists cores and memory, so a machine's price is theirs but for what rounding makes.
    const isSum = (name: string) => !/^(?:[agf]\d|m[24]|z|g1)|lssd/u.test(name);
    for (const [index, card] of of(after.cards, "google").entries()) {
      const wanted = new Map(
        rowsIn(of(listed.cards, "google")[index] ?? card).map(({ name, prices }) => [name, prices]),
      );
      for (const { name, prices } of rowsIn(card).filter((row) => isSum(row.name))) {
        for (const [purchase, { unitPrice }] of Object.entries(prices)) {
          const listedPrice = wanted.get(name)?.[purchase as Purchase]?.unitPrice ?? Number.NaN;
          const off = Math.abs(unitPrice - listedPrice);
          expect(off, `${card.region} ${name} ${purchase}`).toBeLessThan(
            1.5 * LAST_DIGIT + unitPrice * ROUNDED_SHARE,
          );
        }
      }
    }
    expect(files.get("index.json")).not.toBe(filesBefore.get("index.json"));
  });

  test("are stopped when they move too far, unless that is accepted", async () => {
    const listed = {
      ...before,
      cards: before.cards.map((card) =>
        card.region === "ca-west-1" ? changedPrices(card, (price) => price * 2) : card,
      ),
    };
    const stopped = await refreshFrom(listed, AFTER_ALL_CARDS, { targets: ["aws"] });
    expect(stopped.result.status).toBe("stopped");
    expect(stopped.files).toEqual(stopped.filesBefore);
    expect(stopped.result.findings[0]?.reason).toMatch(/\(\+100\.0 %\)$/u);
    const accepted = await refreshFrom(listed, AFTER_ALL_CARDS, { targets: ["aws"], accept: true });
    expect(accepted.result.status).toBe("refreshed");
    expect(accepted.result.report).toContain("## Accepted by hand");
  });

  test("are not read for other regions than those asked for", async () => {
    const { result } = await refreshFrom(before, AFTER_ALL_CARDS, { regions: ["japaneast"] });
    expect(result.written).toEqual(["azure/japaneast.json", "exchange-rates.json", "index.json"]);
    expect(result.reportFile).toMatch(/2030-01-01-all\.md$/u);
  });
});
