import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  openSearchIndex,
  type SearchIndex,
  type SearchIndexFile,
} from "../shared/search/search-index.ts";
import { HTTP_VARIABLES } from "./config/http-variables.ts";
import { readConfig } from "./config/variable.ts";
import { diskCatalog } from "./disk-catalog.ts";
import { diskFiles, PAGE_FOLDER } from "./disk-files.ts";
import { headerRules } from "./http/headers.ts";
import type { Platform } from "./platform.ts";
import { consoleReport } from "./report.ts";

/** Reads what the build made of all cards. */
async function readSearchIndex(): Promise<SearchIndex> {
  const [text, columns] = await Promise.all([
    readFile(join(PAGE_FOLDER, "search/index.json"), "utf8"),
    readFile(join(PAGE_FOLDER, "search/machines.bin")),
  ]);
  const { buffer, byteOffset, byteLength } = columns;
  // A file this large has a buffer of its own; only a small one shares it with others.
  const isAlone = byteOffset === 0 && byteLength === buffer.byteLength;
  const own = isAlone ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  return openSearchIndex(JSON.parse(text) as SearchIndexFile, own);
}

const config = readConfig(HTTP_VARIABLES, { LOG_LEVEL: "error" });

/** What Node and Deno have in common: files on disk, and nothing kept, counted or measured yet. */
export const diskPlatform: Platform = {
  config,
  file: diskFiles(PAGE_FOLDER, headerRules(config)),
  catalog: diskCatalog(),
  searchIndex: readSearchIndex,
  answers: null,
  limiter: null,
  report: consoleReport(config.LOG_LEVEL),
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  newId: randomUUID,
};
