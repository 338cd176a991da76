import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HELD_BACK = `${ROOT}web/held-back/`;

/** Modules of the engine that the first answer does not need. */
const REST = [
  "shared/catalog/capped-days.ts",
  "shared/catalog/custom-prices.ts",
  "shared/catalog/find-machine.ts",
  "shared/charges-around.ts",
  "shared/engine/bent-term.ts",
  "shared/engine/late-term.ts",
  "shared/engine/shared-term.ts",
  "shared/engine/slotted-curve.ts",
  "shared/engine/slots.ts",
  "shared/metering/aws-lambda-options.ts",
  "shared/mean-demand.ts",
  "shared/metering/index.ts",
  "shared/nearest-names.ts",
  "shared/offer-ids.ts",
  "shared/price-function.ts",
  "shared/price-machine.ts",
];

/** What names of services say as well as lists of them. */
const PROVIDER_OF = "shared/catalog/provider-of.ts";

/** What defines tables where each has a script of its own. */
const OWN_TABLES = `${ROOT}web/embed/define-tables.ts`;

/** What an element that shows bills on a page of others does without, too. */
const COMPARING = ["web/state/asked.ts", "web/state/compared.ts"];

/**
 * Keeps what the first answer does not need out of what is loaded first: modules import what stands in
 * for it in `web/held-back/`, which has the rest loaded when it does not do. `comparing`: so is what
 * reads inputs and compares offers.
 */
export function heldBack({ comparing }: { readonly comparing: boolean }): Plugin {
  const standIns = new Map([
    [ROOT + PROVIDER_OF, `${HELD_BACK}provider-of.ts`] as const,
    ...REST.map((path) => [ROOT + path, `${HELD_BACK}engine.ts`] as const),
    ...(comparing ? [[`${ROOT}web/elements/define-tables.ts`, OWN_TABLES] as const] : []),
    ...(comparing ? COMPARING : []).map(
      (path) => [ROOT + path, `${HELD_BACK}question.ts`] as const,
    ),
  ]);
  return {
    name: "held-back",
    enforce: "pre",
    async resolveId(source, importer) {
      // What is held back has the whole of everything.
      if (importer === undefined || importer.startsWith(HELD_BACK)) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : (standIns.get(resolved.id) ?? null);
    },
  };
}
