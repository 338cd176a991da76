import { globSync } from "node:fs";

/**
 * All tests of the engine as one file: with a worker for each file, starting workers would take most of
 * a mutation run. The first failure ends the run of a mutant, so what takes long comes last.
 */
const TAKE_LONG = [/\/(?:curve|curve-segments|regimes)\.test\.ts$/u, /\.property\.test\.ts$/u];

/** What others loop by: a mutant that would never end fails here before it gets there. */
const FIRST =
  /\/engine\/(?:graduated-slots|price|request-usage|rounding|sizing|stretches|usage)\.test\.ts$/u;

/** The sweep of the catalog, and the hundred thousand bills: what they find, the others find sooner. */
const LEFT_OUT = /\/(?:rate-cards|oracle)\.test\.ts$/u;

/** What services allow and sell is tested where it is asked for. */
const ASKED = "test/worker/{service-limits,function-options,machine-purchases}.test.ts";

const files = globSync(["test/shared/{,drivers/,engine/,metering/}*.test.ts", ASKED])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !LEFT_OUT.test(file))
  .map((file) => ({ file, rank: rankOf(file) }))
  .toSorted((a, b) => a.rank - b.rank || a.file.localeCompare(b.file));

function rankOf(file: string): number {
  return FIRST.test(file) ? -2 : TAKE_LONG.findIndex((pattern) => pattern.test(file));
}

for (const { file } of files) await import(new URL(`../../${file}`, import.meta.url).href);
