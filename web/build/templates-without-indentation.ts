import type { Plugin } from "vite";

/**
 * Takes the indentation out of the templates of the page, which a minifier leaves alone: in HTML
 * and CSS any white space is one space. Minified code has line ends nowhere else.
 */
export function templatesWithoutIndentation(): Plugin {
  return {
    name: "templates-without-indentation",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk") chunk.code = chunk.code.replaceAll(/\n[ \t]+/gu, " ");
      }
    },
  };
}
