import type { Plugin } from "vite";

/** How the bundler writes an import that it would look for preloads of: as it is, or with what is read of it. */
const WRAPPED =
  /__vitePreload\((?:\(\) => (.+?)|async \(\) => \{\s*const \{[^}]*\} = await (.+);\s*return \{[^}]*\};\s*\}), __VITE_PRELOAD__, import\.meta\.url\)/gu;

/**
 * A script that is imported later is imported, and no more: the bundler's own way looks for style
 * sheets and further scripts to preload, of which there are none, in half a kilobyte of code.
 */
export function plainImports(): Plugin {
  return {
    name: "plain-imports",
    enforce: "pre",
    load(id) {
      return id === "\0vite/preload-helper.js"
        ? "export const __vitePreload = (load) => load();"
        : null;
    },
    renderChunk: (code) => ({ code: code.replaceAll(WRAPPED, "$1$2"), map: null }),
  };
}
