import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { RateCardFile } from "../../../shared/catalog/rate-card.ts";
import { formatCard } from "../../../tools/rate-cards/format-card.ts";
import { machineTypes, rowsOf, type MachineRow } from "../../../tools/rate-cards/machine-rows.ts";
import { NAMING } from "../../../tools/rate-cards/naming.ts";
import { readCatalog, type CatalogFiles } from "../../../tools/refresh/catalog-files.ts";
import { card as completeCard } from "../../../tools/rate-cards/facts/card-parts.ts";

/** The folder of the real rate cards. */
export const RATE_CARDS = join(import.meta.dirname, "../../../shared/rate-cards");

/** The real rate cards, or those that are wanted. */
export async function realCatalog(
  isWanted: (card: RateCardFile) => boolean = () => true,
): Promise<CatalogFiles> {
  const { cards, exchangeRates } = await readCatalog(RATE_CARDS);
  return { cards: cards.filter(isWanted), exchangeRates };
}

/** An empty folder of its own. */
export function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "refresh-"));
}

/** Writes a catalog into a folder within `parent` and answers that folder. */
export async function writeCatalog(
  parent: string,
  { cards, exchangeRates }: CatalogFiles,
): Promise<string> {
  const folder = join(parent, "rate-cards");
  const named = [
    ...cards.map((card) => [`${card.provider}/${card.region}.json`, card] as const),
    ["exchange-rates.json", exchangeRates] as const,
    ["index.json", { schema: 1 }] as const,
  ];
  await writeFiles(folder, new Map(named.map(([name, card]) => [name, formatCard(card)])));
  return folder;
}

/** Writes files into a folder, by their names within it. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** All files of a folder, by their names within it. */
export async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [relative(folder, path), await readFile(path, "utf8")] as const;
      }),
  );
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A card with other machine types; sources that nothing names any more are left out. */
export function withRows(card: RateCardFile, rows: readonly MachineRow[]): RateCardFile {
  const { schema: _, as_of: __, sources, machine_types: table, ...content } = card;
  const types = machineTypes(rows, table?.per ?? "hour", NAMING[card.provider]);
  return completeCard({ ...content, machine_types: types }, sources);
}

/** The machine types of a card. */
export function rowsIn({ machine_types: table }: RateCardFile): MachineRow[] {
  return table === undefined ? [] : rowsOf(table);
}
