import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const SOURCE_SCRIPT = '<script type="module" src="/main.ts"></script>';

/**
 * Writes a page that runs the same script as `index.html`. As an entry of its own it would make the
 * bundler cut that script into the pieces that the pages share, each one more file to wait for.
 */
export function secondPage(name: string, source: URL): Plugin {
  return {
    name: `second-page-${name}`,
    enforce: "post",
    generateBundle(_options, bundle) {
      const first = bundle["index.html"];
      if (first?.type !== "asset") throw new Error("index.html was not built");
      const scripts = String(first.source).match(
        /<(?:script|link)[^>]+\/assets\/[^>]+>(?:<\/script>)?/gu,
      );
      const page = readFileSync(source, "utf8");
      if (scripts === null || !page.includes(SOURCE_SCRIPT)) throw new Error("no script");
      this.emitFile({
        type: "asset",
        fileName: name,
        source: page.replace(SOURCE_SCRIPT, scripts.join("\n    ")),
      });
    },
  };
}
