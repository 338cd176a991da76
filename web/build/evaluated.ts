import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Modules whose exports are plain data, and what they are computed from is not needed for more. */
const DATA: ReadonlySet<string> = new Set([
  `${ROOT}state/attribute-fields.ts`,
  `${ROOT}state/default-inputs.ts`,
  `${ROOT}messages/first-offer-words-en.ts`,
  `${ROOT}messages/first-offer-words-ja.ts`,
]);

/** Writes data as what it comes to, so that what it is computed from is not loaded with it. */
export function evaluated(): Plugin {
  return {
    name: "evaluated",
    enforce: "pre",
    async load(id) {
      if (!DATA.has(id)) return null;
      const values = (await import(pathToFileURL(id).href)) as Record<string, unknown>;
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}
