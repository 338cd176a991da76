import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { staticMiddleware } from "srvx/static";
import {
  openSearchIndex,
  type SearchIndex,
  type SearchIndexFile,
} from "../shared/search/search-index.ts";
import { diskCatalog } from "./disk-catalog.ts";
import { toErrorRecord } from "./error-record.ts";
import { headersFor } from "./http/headers.ts";
import { targetOf } from "./http/target.ts";
import type { Platform } from "./platform.ts";

const PAGE_FOLDER = fileURLToPath(new URL("../dist/", import.meta.url));

/** The build leaves a compressed copy beside each file, so nothing is compressed while serving. */
const files = staticMiddleware({ dir: PAGE_FOLDER, encodings: true, compress: false });

/** What the build leaves for servers: the table of headers and the compressed copies. */
const NOT_PUBLIC = /^\/_headers|\.(?:br|gz)$/u;

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

/** `null` for a path that is not well encoded. */
function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
}

/** A platform whose files are on disk: Node and Deno. */
export const diskPlatform: Platform = {
  Response,
  target: targetOf,
  asset: async (request) => {
    const path = decodedPath(request.url);
    if (path === null || NOT_PUBLIC.test(path)) return null;
    let isMissing = false;
    const response = await files(request, () => {
      isMissing = true;
      return new Response(null, { status: 404 });
    });
    if (isMissing) return null;
    for (const [name, value] of Object.entries(headersFor(path))) {
      response.headers.set(name, value);
    }
    return response;
  },
  catalog: diskCatalog(),
  searchIndex: readSearchIndex,
  now: () => new Date(),
  logError: (error, where) => console.error(JSON.stringify(toErrorRecord(error, where))),
};
