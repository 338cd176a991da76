import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { evaluated } from "../build/evaluated.ts";
import { exportedAsNamed } from "../build/exported-as-named.ts";
import { heldBack } from "../build/held-back.ts";
import { plainNamespaces } from "../build/plain-namespaces.ts";
import { retriedImports } from "../build/retried-imports.ts";
import { ELEMENT_ENTRIES, EMBED_ENTRIES } from "./entries.ts";
import { LoadedAtOnce } from "../build/loaded-at-once.ts";
import { minifiedAgain } from "../build/minified-again.ts";
import { shortProperties } from "../build/short-properties.ts";
import { smallStyles } from "../build/small-styles.ts";
import { trimmedLit } from "../build/trimmed-lit.ts";
import { trimmedUplot } from "../build/trimmed-uplot.ts";
import { templatesWithoutIndentation } from "../build/templates-without-indentation.ts";

const entry = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

/** Elements whose scripts share a file with all that they load at once; the chart draws itself later. */
const VIEWS = ELEMENT_ENTRIES.filter((name) => name !== "cost-chart").map(entry);
/** Those of them that go by the cost at every load, and not by bills alone. */
const WITH_CURVES = ["cost-simulator", "break-even-table"].map(entry);
/** Looks that all views but two have: too little for a file of its own. */
const TABLES = /web[\\/]elements[\\/]table\.styles\.ts$/u;
/** Points of pairs and what is said of them: too little for files of their own. */
const PAIRS =
  /web[\\/](?:state[\\/](?:break-even-pairs|offers-with-curves)|messages[\\/]break-even-texts)\.ts$/u;
const atOnce = new LoadedAtOnce();

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  plugins: [
    atOnce.plugin(),
    evaluated(),
    heldBack({ comparing: true }),
    retriedImports(),
    smallStyles(),
    trimmedLit(),
    trimmedUplot(),
    plainNamespaces(),
    shortProperties(),
    minifiedAgain(),
    exportedAsNamed(),
    templatesWithoutIndentation(),
  ],
  build: {
    outDir: "../../dist/embed/latest",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(EMBED_ENTRIES.map((name) => [name, entry(name)])),
      preserveEntrySignatures: "strict",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        codeSplitting: {
          groups: [
            // What is said of offers is one file in each language.
            {
              name: "first-offer-en",
              test: /messages[\\/](?:first-offer(?:-words)?|offer-page)-en\.ts$/u,
            },
            {
              name: "first-offer-ja",
              test: /messages[\\/](?:first-offer(?:-words)?|offer-page)-ja\.ts$/u,
            },
            { name: "offer-en", test: /messages[\\/]offer-(?:words-)?en\.ts$/u },
            { name: "offer-ja", test: /messages[\\/]offer-(?:words-)?ja\.ts$/u },
            { name: "core", test: (id) => atOnce.by(VIEWS, id) || TABLES.test(id), priority: 2 },
            {
              name: "curves",
              test: (id) => atOnce.by(WITH_CURVES, id) || PAIRS.test(id),
              priority: 1,
            },
            {
              name: "regimes",
              test: /shared[\\/](?:cheapest-by-load|duration-distribution)\.ts$/u,
            },
            // Little things that a simulator and what is loaded later share.
            { name: "fields", test: /shared[\\/](?:fields|catalog[\\/]providers)\.ts$/u },
            {
              name: "question",
              test: /web[\\/]state[\\/](?:asked|question)\.ts$/u,
            },
            {
              name: "segments",
              test: /web[\\/]elements[\\/](?:segments|language-choice|events)\.ts$/u,
            },
            { name: "parts", test: /web[\\/](?:formats|elements[\\/]parts)\.ts$/u },
            { name: "canvas", test: /chart[\\/](?:axis|canvas|guide-rates|palette)\.ts$/u },
            // What draws the map, and what is tabulated of it, share its plane.
            { name: "decision-map", test: /web[\\/]elements[\\/]decision-map\.ts$/u },
            { name: "drawn-map", test: /web[\\/]map[\\/](?:drawn-map|plane)\.ts$/u },
          ],
        },
      },
    },
  },
});
