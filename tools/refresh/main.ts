/**
 * Reads the providers' price lists and takes what they say into the rate cards:
 *
 *     npm run catalog:refresh -- <aws|gcp|azure|oci|sakura|fx|all> [options]
 *
 * `docs/refreshing-prices.md` explains it.
 */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { nearestNames } from "../../shared/nearest-names.ts";
import { regionsOf } from "./catalog-files.ts";
import { DownloadError, DownloadFolder } from "./download-folder.ts";
import type { Progress } from "./download.ts";
import { findingsTable } from "./guard.ts";
import { PRICE_SOURCES, REFRESH_TARGETS, type RefreshTarget } from "./price-sources.ts";
import { refreshOnce } from "./refresh-once.ts";
import type { RefreshOptions } from "./refresh.ts";
import { OFFICIAL_ADDRESSES, type SourceAddresses } from "./sources/source.ts";
import { terminalProgress } from "./terminal-progress.ts";

const EXIT = { done: 0, failed: 1, usage: 2, stopped: 3 } as const;
const ROOT = join(import.meta.dirname, "../..");

const USAGE = `usage: npm run catalog:refresh -- <${REFRESH_TARGETS.join("|")}|all> [options]

  --region <name>       only this region; may be given several times
  --accept              takes what the guard would stop
  --catalog <folder>    the rate cards (shared/rate-cards)
  --downloads <folder>  where downloads are kept (node_modules/.cache/catalog-refresh)
  --reports <folder>    where the report is written (docs/catalog-changes)
  --help

Environment: GOOGLE_BILLING_API_KEY for gcp; AWS_PRICE_LIST_URL, AZURE_RETAIL_PRICES_URL,
GOOGLE_BILLING_URL, OCI_PRODUCTS_URL, SAKURA_PRICES_URL and ECB_RATES_URL name other servers.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 stopped by the guard.`;

/** A mistake in the command line. */
class UsageError extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  if (error instanceof DownloadError) {
    console.error("Nothing was changed. Start it again to go on where it broke off.");
  }
  process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help === true) {
    console.log(USAGE);
    return EXIT.done;
  }
  const asked = askedFor(positionals);
  const catalog = values.catalog ?? join(ROOT, "shared/rate-cards");
  if (values.region !== undefined) await assertRegions(catalog, asked, values.region);
  const { env } = process;
  const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  const progress = terminalProgress();
  const downloads = await downloadsOf(
    today,
    values.downloads ?? join(ROOT, "node_modules/.cache/catalog-refresh"),
    progress,
  );
  const googleKey = env["GOOGLE_BILLING_API_KEY"] ?? "";
  const isSkipped = (target: RefreshTarget) =>
    asked === "all" && target === "gcp" && googleKey === "";
  const targets = asked === "all" ? REFRESH_TARGETS.filter((name) => !isSkipped(name)) : [asked];
  const options: RefreshOptions = {
    targets,
    asked,
    accept: values.accept === true,
    catalog,
    reports: values.reports ?? join(ROOT, "docs/catalog-changes"),
    downloads,
    progress,
    today,
    addresses: addressesFrom(env),
    googleKey,
    skipped: REFRESH_TARGETS.filter(isSkipped).map(
      (target) => `${target}: GOOGLE_BILLING_API_KEY is not set`,
    ),
    ...(values.region === undefined ? {} : { regions: values.region }),
  };
  const { status, findings, written, reportFile } = await refreshOnce(options, downloads);
  for (const line of options.skipped ?? []) console.warn(`not asked: ${line}`);
  if (findings.length > 0) console.log(`${findingsTable(findings)}\n`);
  if (status === "stopped") {
    console.error("Stopped: nothing was changed. Check the above; --accept takes it.");
    return EXIT.stopped;
  }
  console.log(status === "unchanged" ? "Nothing changed." : `${written.length} files written.`);
  if (reportFile !== null) console.log(`What changed: ${reportFile}`);
  return EXIT.done;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        region: { type: "string", multiple: true },
        accept: { type: "boolean" },
        catalog: { type: "string" },
        downloads: { type: "string" },
        reports: { type: "string" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function askedFor(positionals: readonly string[]): RefreshTarget | "all" {
  const allowed = [...REFRESH_TARGETS, "all" as const];
  const [name = "", ...others] = positionals;
  const asked = allowed.find((target) => target === name);
  if (asked === undefined || others.length > 0) {
    const given = positionals.length === 0 ? "nothing" : `"${positionals.join(" ")}"`;
    throw new UsageError(`name one source: ${allowed.join(", ")}; not ${given}`);
  }
  return asked;
}

async function assertRegions(
  catalog: string,
  asked: RefreshTarget | "all",
  regions: readonly string[],
): Promise<void> {
  const sources = Object.entries(PRICE_SOURCES).filter(([name]) => [name, "all"].includes(asked));
  const known = await Promise.all(sources.map(([, { provider }]) => regionsOf(catalog, provider)));
  const allowed = known.flat();
  const unknown = regions.find((region) => !allowed.includes(region));
  if (unknown === undefined) return;
  if (allowed.length === 0) throw new UsageError(`--region: ${asked} has no cards by region`);
  const nearest = nearestNames(allowed, unknown).join(", ");
  throw new UsageError(
    `--region: ${asked} has no card for "${unknown}"; nearest: ${nearest}; all: ${allowed.join(", ")}`,
  );
}

/**
 * The downloads of today: a refresh that broke off or was stopped goes on with them. Those of
 * earlier days are thrown away, for the lists may have changed since.
 */
async function downloadsOf(
  today: string,
  folder: string,
  progress: Progress,
): Promise<DownloadFolder> {
  await mkdir(folder, { recursive: true });
  const days = (await readdir(folder)).filter((name) => /^\d{4}-\d{2}-\d{2}$/u.test(name));
  for (const day of days.filter((name) => name !== today)) {
    await rm(join(folder, day), { recursive: true, force: true });
  }
  return new DownloadFolder(join(folder, today), { progress });
}

function addressesFrom(env: NodeJS.ProcessEnv): SourceAddresses {
  const address = (name: string, official: string) => (env[name] ?? official).replace(/\/+$/u, "");
  return {
    aws: address("AWS_PRICE_LIST_URL", OFFICIAL_ADDRESSES.aws),
    azure: address("AZURE_RETAIL_PRICES_URL", OFFICIAL_ADDRESSES.azure),
    google: address("GOOGLE_BILLING_URL", OFFICIAL_ADDRESSES.google),
    oci: address("OCI_PRODUCTS_URL", OFFICIAL_ADDRESSES.oci),
    sakura: address("SAKURA_PRICES_URL", OFFICIAL_ADDRESSES.sakura),
    ecb: address("ECB_RATES_URL", OFFICIAL_ADDRESSES.ecb),
  };
}
