import { posix } from "node:path";
import type { Plugin } from "vite";
import { namesListed } from "./names-listed.ts";

/** What a script gives to others, at its end; and what it takes from one of them. */
const EXPORTS = /(?<=export\{)[^}]*(?=\};?\s*$)/u;
const IMPORTS = /(?<=import\{)([^}]*)\}from"(\.[^"]+)/gu;

/**
 * Gives what scripts share the names that it has where it is made: the bundler gives it others, and one
 * name for each thing is shorter than two. Entries, and what is imported later, keep the names that they
 * are asked for.
 */
export function exportedAsNamed(): Plugin {
  return {
    name: "exported-as-named",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const later = new Set(chunks.flatMap(({ dynamicImports }) => dynamicImports));
      const ownNames = new Map<string, ReadonlyMap<string, string>>();
      for (const chunk of chunks) {
        const { fileName, isEntry, code } = chunk;
        if (isEntry || later.has(fileName)) continue;
        const names = new Map(
          namesListed(EXPORTS.exec(code)?.[0]).map(([own, given]) => [given, own]),
        );
        ownNames.set(fileName, names);
        chunk.code = code.replace(EXPORTS, [...new Set(names.values())].join(","));
      }
      for (const chunk of chunks) {
        const folder = posix.dirname(chunk.fileName);
        chunk.code = chunk.code.replaceAll(IMPORTS, (taken, list: string, from: string) => {
          const names = ownNames.get(posix.join(folder, from));
          if (names === undefined) return taken;
          const renamed = namesListed(list).map(([given, local]) => {
            const own = names.get(given) ?? given;
            return own === local ? own : `${own} as ${local}`;
          });
          return `${renamed.join(",")}}from"${from}`;
        });
      }
    },
  };
}
