import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";
import { encodeSearchIndex } from "../shared/search/search-index.ts";
import { FIRST_VIEW_SCRIPT, toHeadersFile } from "../worker/http/headers.ts";
import { VERSION } from "../worker/version.ts";
import { customElementsManifest } from "./custom-elements.ts";
import { writeEmbedFiles } from "./embed-files.ts";
import { firstViewScriptSource } from "./first-view-script.ts";
import { serviceWorkerOf } from "./service-worker.ts";
import { writeContractFiles } from "./write-contract-files.ts";

/**
 * Adds to the built page what is made from the worker's own tables, its headers and the API
 * document, the embed by its edition, what keeps the page offline, what a search goes through, and a compressed copy of every text file for Node and Deno to serve. Cloudflare
 * compresses by itself, so the copies are not uploaded there.
 */
const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const COMPRESSIBLE = /\.(?:html|js|css|json|svg|webmanifest|txt)$/u;

const firstViewScript = firstViewScriptSource(readFileSync(join(DIST, "index.html"), "utf8"));
if (firstViewScript !== FIRST_VIEW_SCRIPT) {
  throw new Error(
    `the script in the page is now ${firstViewScript}: a browser runs it when that stands in place of ` +
      `${FIRST_VIEW_SCRIPT} in worker/http/headers.ts, deploy/static/nginx.conf and deploy/aws/static.yaml`,
  );
}

writeFileSync(join(DIST, "_headers"), toHeadersFile());
writeFileSync(join(DIST, ".assetsignore"), "*.br\n*.gz\n");

writeFileSync(
  join(DIST, "custom-elements.json"),
  JSON.stringify(customElementsManifest(), null, 2),
);
writeFileSync(join(DIST, "service-worker.js"), serviceWorkerOf(DIST));
writeEmbedFiles(join(DIST, "embed"), VERSION);

const search = encodeSearchIndex(allCards());
mkdirSync(join(DIST, "search"), { recursive: true });
writeFileSync(join(DIST, "search/index.json"), JSON.stringify(search.file));
writeFileSync(join(DIST, "search/machines.bin"), search.columns);

// Its examples are answered with what stands above.
await writeContractFiles(DIST);

for (const name of readdirSync(DIST, { recursive: true, encoding: "utf8" })) {
  if (!COMPRESSIBLE.test(name)) continue;
  const path = join(DIST, name);
  const text = readFileSync(path);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: quality }));
  writeFileSync(`${path}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
}

/** The cards that the build has put beside the page. */
function allCards(): RateCardFile[] {
  const folder = join(DIST, "rate-cards");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[a-z]+[/\\][\w-]+\.json$/u.test(path))
    .toSorted()
    .map((path) => JSON.parse(readFileSync(join(folder, path), "utf8")) as RateCardFile);
}
