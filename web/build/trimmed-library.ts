import type { Plugin } from "vite";

/** What stands in a library's file, and what instead. */
export type Cut = readonly [stands: string, instead: string];

/**
 * Takes out of a file of a library what it holds ready and is not used here. Another version of it, in
 * which that stands otherwise, fails the build.
 */
export function trimmedLibrary(name: string, file: RegExp, cuts: readonly Cut[]): Plugin {
  return {
    name: `trimmed-${name}`,
    transform: {
      filter: { id: file },
      handler(code) {
        let trimmed = code;
        for (const [stands, instead] of cuts) {
          if (!trimmed.includes(stands)) throw new Error(`${name} has no "${stands}" any more`);
          trimmed = trimmed.replace(stands, () => instead);
        }
        return { code: trimmed, map: null };
      },
    },
  };
}
