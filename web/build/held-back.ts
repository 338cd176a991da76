import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const SHARED = fileURLToPath(new URL("../../shared/", import.meta.url));
const HELD_BACK = fileURLToPath(new URL("../held-back/", import.meta.url));

/** Modules of the engine that the first answer does not need, and what stands in for each. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  [`${SHARED}metering/index.ts`, `${HELD_BACK}metering-rules.ts`],
  [`${SHARED}catalog/container-machines.ts`, `${HELD_BACK}container-machines.ts`],
  [`${SHARED}catalog/custom-prices.ts`, `${HELD_BACK}custom-prices.ts`],
  [`${SHARED}side-costs/side-costs.ts`, `${HELD_BACK}side-charges.ts`],
]);

/**
 * Keeps what the first answer does not need out of what is loaded first: the engine's modules import
 * stand-ins, which `web/held-back/whole-engine.ts` fills when whole rate cards are loaded.
 */
export function heldBack(): Plugin {
  return {
    name: "held-back",
    enforce: "pre",
    async resolveId(source, importer) {
      if (importer === undefined || importer.startsWith(HELD_BACK)) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : (STAND_INS.get(resolved.id) ?? null);
    },
  };
}
