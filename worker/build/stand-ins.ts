import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const DESCRIBED = fileURLToPath(new URL("../../shared/schema/described.ts", import.meta.url));
const UNDESCRIBED = fileURLToPath(new URL("undescribed.ts", import.meta.url));

/** Puts a stand-in for what only the API document needs. */
export function standIns(): Plugin {
  return {
    name: "stand-ins",
    enforce: "pre",
    async resolveId(source, importer) {
      if (importer === undefined || !source.endsWith("/described.ts")) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved?.id === DESCRIBED ? UNDESCRIBED : null;
    },
  };
}
