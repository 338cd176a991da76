/**
 * Compares every machine price of the rate cards with the collected facts:
 *
 *     node tools/rate-cards/check-against-facts.ts <folder-with-collected-facts>
 *
 * Exits with 1 when a price differs, is missing, or stands in a card without a fact.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit } from "node:process";
import { MachineTable } from "../../shared/catalog/machine-table.ts";
import type { Purchase } from "../../shared/catalog/purchase.ts";
import type { RateCardFile } from "../../shared/catalog/rate-card.ts";

type Listed = Readonly<Record<string, unknown>>;
type Region = Readonly<Record<string, Listed>>;

/** Which purchase each field of the facts is. */
const FIELDS: Readonly<Record<string, Purchase>> = {
  usdPerHour: "on_demand",
  ri1yNoUpfront: "commitment_1y",
  ri3yNoUpfront: "commitment_3y",
  convRi1yNoUpfront: "convertible_1y",
  convRi3yNoUpfront: "convertible_3y",
  cud1yUsdPerHour: "commitment_1y",
  cud3yUsdPerHour: "commitment_3y",
  spotUsdPerHour: "spot",
};

const [folder] = argv.slice(2);
if (folder === undefined) {
  console.error(
    "usage: node tools/rate-cards/check-against-facts.ts <folder-with-collected-facts>",
  );
  exit(2);
}

let compared = 0;
const differences: string[] = [];
for (const { provider, file, typesOf } of [
  { provider: "aws", file: "aws-ec2", typesOf: (region: Listed) => region["types"] as Region },
  { provider: "google", file: "gcp", typesOf: (region: Listed) => region["types"] as Region },
  { provider: "azure", file: "azure", typesOf: (region: Listed) => region as Region },
]) {
  const facts = (await readJson(join(folder, `${file}.json`))) as {
    readonly regions: Readonly<Record<string, Listed>>;
  };
  for (const [region, listed] of Object.entries(facts.regions)) {
    await compare(provider, region, typesOf(listed));
  }
}
console.log(`${compared} prices compared, ${differences.length} differ`);
for (const difference of differences.slice(0, 50)) console.log(difference);
if (differences.length > 0) exit(1);

async function compare(provider: string, region: string, types: Region): Promise<void> {
  const path = join(import.meta.dirname, `../../shared/rate-cards/${provider}/${region}.json`);
  const card = (await readJson(path)) as RateCardFile;
  if (card.machine_types === undefined) throw new Error(`${provider}/${region} has no machines`);
  const table = new MachineTable(card.machine_types);
  let facts = 0;
  for (const [name, listed] of Object.entries(types)) {
    // Out of date, as the facts say; or an example of a custom size.
    if (listed["stale"] !== undefined || name.startsWith("custom-")) continue;
    for (const [field, purchase] of Object.entries(FIELDS)) {
      const price = listed[field];
      // A listed price of 0 is one that has not been set.
      if (typeof price !== "number" || price === 0) continue;
      facts += 1;
      const row = table.row(name);
      const priced = row === undefined ? null : table.unitPrice(row, purchase);
      if (priced !== price) {
        differences.push(`${provider}/${region} ${name} ${purchase}: ${priced}, not ${price}`);
      }
    }
  }
  const inCard = table.purchases
    .map((purchase) => table.pricesOf(purchase).filter((price) => !Number.isNaN(price)).length)
    .reduce((sum, count) => sum + count, 0);
  if (inCard !== facts) differences.push(`${provider}/${region}: ${inCard} prices, not ${facts}`);
  compared += facts;
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
