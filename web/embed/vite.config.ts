import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { heldBack } from "../build/held-back.ts";
import { plainImports } from "../build/plain-imports.ts";
import { ELEMENT_ENTRIES, EMBED_ENTRIES } from "./entries.ts";
import { smallStyles } from "../build/small-styles.ts";
import { trimmedUplot } from "../build/trimmed-uplot.ts";
import { templatesWithoutIndentation } from "../build/templates-without-indentation.ts";

/** What many parts of the form share, which are loaded when they are opened. */
const PARTS = /web\/(?:elements\/form-|state\/slider-stops)/u;

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  plugins: [
    heldBack(),
    plainImports(),
    smallStyles(),
    trimmedUplot(),
    templatesWithoutIndentation(),
  ],
  build: {
    outDir: "../../dist/embed/latest",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(
        EMBED_ENTRIES.map((name) => [name, fileURLToPath(new URL(`${name}.ts`, import.meta.url))]),
      ),
      preserveEntrySignatures: "strict",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        // What all elements and the page about them need is one file, so that two scripts on a page share it.
        codeSplitting: {
          groups: [
            {
              name: "core",
              minShareCount: ELEMENT_ENTRIES.length + 1,
              test: (id) => !PARTS.test(id),
            },
          ],
        },
      },
    },
  },
});
