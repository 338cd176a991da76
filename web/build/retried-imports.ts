import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const IMPORT_AGAIN = fileURLToPath(new URL("../import-again.ts", import.meta.url));
const PRELOADS = String.raw`, __VITE_PRELOAD__(?:, import\.meta\.url)?\)`;

/** How the bundler writes an import that it would look for preloads of, where it names what is read of it. */
const READ = new RegExp(
  String.raw`\basync \(\) => \{\s*const \{[^}]*\} = await (.+);\s*return \{[^}]*\};\s*\}(?=${PRELOADS})`,
  "gu",
);
/** The same where it does not: of an address that is written there, or of one that is made, by what imports again. */
const WRITTEN = new RegExp(String.raw`(\(\(\) => import\(".+?)${PRELOADS}`, "gu");
const MADE = new RegExp(String.raw`[\w$]+\(\(\) => (import\([^"]+?)${PRELOADS}`, "gu");

/**
 * A script that is imported later is imported, again if it could not be before, and no more: the bundler's
 * own way looks for style sheets and further scripts to preload, of which there are none, in half a kilobyte of code.
 */
export function retriedImports(): Plugin {
  return {
    name: "retried-imports",
    enforce: "pre",
    load(id) {
      return id === "\0vite/preload-helper.js"
        ? `export { importAgain as __vitePreload } from ${JSON.stringify(IMPORT_AGAIN)};`
        : null;
    },
    renderChunk(code) {
      const plain = code
        .replaceAll(READ, "() => $1")
        .replaceAll(WRITTEN, "$1)")
        .replaceAll(MADE, "$1");
      if (plain.includes("__VITE_PRELOAD__")) throw new Error("an import is written otherwise");
      return { code: plain, map: null };
    },
  };
}
