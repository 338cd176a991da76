/**
 * Measures the catalog against its budgets: `node bench/catalog.bench.ts`. Exits with 1 when a card,
 * the index, or the loading of the largest card is over.
 */
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { openRateCard } from "../shared/catalog/card.ts";
import { MachineTable } from "../shared/catalog/machine-table.ts";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";

const CARD_BUDGET_KB = 15;
const INDEX_BUDGET_KB = 10;
const LOAD_BUDGET_MS = 15;
const RUNS = 40;
const KB = 1024;

const folder = new URL("../shared/rate-cards/", import.meta.url);
/** As it is served: without white space. */
const gzipKb = (path: string): number => {
  const content: unknown = JSON.parse(readFileSync(new URL(path, folder), "utf8"));
  return gzipSync(JSON.stringify(content), { level: 9 }).length / KB;
};

const cards = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /^[a-z]+\/[\w-]+\.json$/u.test(path))
  .map((path) => ({ path, kb: gzipKb(path) }))
  .toSorted((a, b) => b.kb - a.kb);
const [largest] = cards;
if (largest === undefined) throw new Error("there are no rate cards");
const totalKb = cards.reduce((sum, { kb }) => sum + kb, 0);
const indexKb = gzipKb("index.json");

/** Reads a card from disk, opens it and decodes every price in it. */
async function load(path: string): Promise<number> {
  const started = performance.now();
  const file = JSON.parse(await readFile(new URL(path, folder), "utf8")) as RateCardFile;
  const card = openRateCard(file);
  if (file.machine_types !== undefined) {
    const table = new MachineTable(file.machine_types);
    table.specColumns();
    for (const purchase of table.purchases) table.pricesOf(purchase);
  }
  if (card.machineNames.length === 0) throw new Error(`${path} has no machines`);
  return performance.now() - started;
}

const first = await load(largest.path);
const times: number[] = [];
for (let run = 0; run < RUNS; run += 1) times.push(await load(largest.path));
times.sort((a, b) => a - b);
const median = times[RUNS / 2] ?? Number.NaN;

console.log(`${cards.length} cards, ${totalKb.toFixed(0)} KB gzip in all`);
console.log(
  `largest: ${largest.path}, ${largest.kb.toFixed(1)} KB gzip (budget ${CARD_BUDGET_KB})`,
);
console.log(`index: ${indexKb.toFixed(1)} KB gzip (budget ${INDEX_BUDGET_KB})`);
console.log(
  `loading and decoding ${largest.path}: ${first.toFixed(1)} ms the first time, ${median.toFixed(1)} ms at the median (budget ${LOAD_BUDGET_MS})`,
);
const isWithin =
  largest.kb <= CARD_BUDGET_KB && indexKb <= INDEX_BUDGET_KB && first <= LOAD_BUDGET_MS;
process.exitCode = isWithin ? 0 : 1;
