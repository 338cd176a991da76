import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import {
  CatalogIndex,
  withoutSummaries,
  type CatalogIndexFile,
} from "../shared/catalog/catalog-index.ts";
import type { RateCardFile } from "../shared/catalog/rate-card.ts";
import { retriedImports } from "./build/retried-imports.ts";
import { earlyFiles } from "./build/early-files.ts";
import { firstView } from "./build/first-view.ts";
import { exportedAsNamed } from "./build/exported-as-named.ts";
import { heldBack } from "./build/held-back.ts";
import { minifiedAgain } from "./build/minified-again.ts";
import { secondPage } from "./build/second-page.ts";
import { smallStyles } from "./build/small-styles.ts";
import { trimmedLit } from "./build/trimmed-lit.ts";
import { trimmedUplot } from "./build/trimmed-uplot.ts";
import { jsonWithInfinity, starterCards } from "./build/starter-cards.ts";
import { templatesWithoutIndentation } from "./build/templates-without-indentation.ts";

const RATE_CARDS = new URL("../shared/rate-cards/", import.meta.url);
const WORKER = "http://127.0.0.1:8787";

/** The index, rate cards by `<provider>/<region>.json`, and the starters, without white space. */
function minifiedRateCards(): Map<string, string> {
  const cards = new Map<string, string>();
  for (const path of readdirSync(RATE_CARDS, { recursive: true, encoding: "utf8" })) {
    if (!/^(?:[\w-]+[/\\][\w-]+|index)\.json$/u.test(path)) continue;
    const card: unknown = JSON.parse(readFileSync(new URL(path, RATE_CARDS), "utf8"));
    cards.set(path.replaceAll("\\", "/"), JSON.stringify(card));
  }
  const index = new CatalogIndex(
    JSON.parse(readFileSync(new URL("index.json", RATE_CARDS), "utf8")) as CatalogIndexFile,
  );
  const starters = starterCards(index, ({ provider, region }) => {
    const file = readFileSync(new URL(`${provider}/${region}.json`, RATE_CARDS), "utf8");
    return JSON.parse(file) as RateCardFile;
  });
  const places = withoutSummaries(index.file);
  cards.set("places.json", JSON.stringify(places));
  cards.set("starter.json", jsonWithInfinity({ places, cards: starters }));
  return cards;
}

/** Puts the rate cards beside the page: copied when built, from the source folder in development. */
function rateCards(): Plugin {
  return {
    name: "rate-cards",
    generateBundle() {
      for (const [path, source] of minifiedRateCards()) {
        this.emitFile({ type: "asset", fileName: `rate-cards/${path}`, source });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use("/rate-cards/", (request, response, next) => {
        const path = new URL(request.url ?? "", "http://localhost").pathname.slice(1);
        const card = minifiedRateCards().get(path);
        if (card === undefined) return next();
        response.setHeader("content-type", "application/json");
        response.end(card);
      });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [
    retriedImports(),
    rateCards(),
    smallStyles(),
    trimmedLit(),
    trimmedUplot(),
    heldBack({ comparing: false }),
    minifiedAgain(),
    exportedAsNamed(),
    templatesWithoutIndentation(),
    earlyFiles(),
    secondPage("verify.html", new URL("verify.html", import.meta.url)),
    firstView(),
  ],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // The page's policy allows no data: URLs.
    assetsInlineLimit: 0,
    // What later scripts share is few and small: a helper that preloads it is larger.
    modulePreload: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file for all that is loaded first: pieces of it that later scripts share would be files each.
            { name: "simulator", tags: ["$initial"] },
            { name: "cost-chart", test: /[\\/]web[\\/]cost-chart\.ts$/u },
          ],
        },
      },
    },
  },
  server: {
    proxy: { "/api": WORKER, "/health": WORKER, "/openapi.json": WORKER },
  },
});
