import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SERVER_VARIABLES, type ServerConfig } from "../worker/config/server-variables.ts";

/** What each variable does. */
const ABOUT: Readonly<Record<keyof ServerConfig, string>> = {
  HOST: "The address to listen on; `0.0.0.0` is all of them.",
  PORT: "The port to listen on; `0` takes a free one.",
  NODE_ENV: "Where it runs; it says what `WORKERS` is by itself.",
  WORKERS:
    "Processes that answer. `auto` is one for each CPU in production, as far as a limit of memory has 100 MB for each and for the one that starts them; else 1.",
  TIMEOUT:
    "Seconds that a request may take to arrive, and its answer to be made; a process that is silent for as long is replaced.",
  KEEP_ALIVE:
    "Seconds that an idle connection is kept. It must be more than the balancer's: `auto` is 75 with `TRUST_PROXY`, else 5 (Google Cloud's balancer needs 620).",
  DRAIN:
    "Seconds between SIGTERM, when `/health?ready` turns 503, and the end of listening, for the balancer to notice: `auto` is 5 with `TRUST_PROXY`, else 0.",
  MAX_REQUESTS:
    "Requests after which a process is replaced by a new one, give or take a tenth; `0` is never. Without `WORKERS` above 1 there is nobody to replace it.",
  TRUST_PROXY:
    "Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: how many proxies stand in front, or their addresses.",
  RATE_LIMIT: "Requests a minute that a client may send to the API; `0` is no limit.",
  CORS_ORIGINS:
    "Origins whose pages may read the API. The page's files, the embed and the rate cards are open to all.",
  SECURE_HEADERS:
    "Security headers (CSP, HSTS over HTTPS, referrer and permissions policies), and the redirect to HTTPS behind a trusted proxy.",
  FRAME_ANCESTORS: "Sites that may show the page in a frame, as in `frame-ancestors` of a CSP.",
  CACHE_URL:
    "A Redis that several replicas share: answers to identical questions, and the rate limit.",
  CATALOG_DIR: "A folder of negotiated prices ([docs](docs/custom-catalog.md)).",
  METRICS_TOKEN:
    "What `Authorization: Bearer` must say to read `/metrics`; without it there is no `/metrics`.",
  LOG_LEVEL: "The least severe lines that are logged.",
  LOG_FILE:
    "A file for the log instead of the standard output; ten files of 10 MB are kept. `{host}` in it is the machine's name, for replicas that share a folder.",
  DEBUG: "The same as `LOG_LEVEL=debug`. What clients are told does not change.",
};

/** Where the table stands; `npm run docs:settings` writes it anew. */
export const README = fileURLToPath(new URL("../README.md", import.meta.url));

const START = "<!-- settings: npm run docs:settings -->\n\n";
const END = "\n\n<!-- end of settings -->";

/** The table of every variable, as the formatter leaves it. */
function settingsTable(): string {
  const names = Object.keys(ABOUT) as (keyof ServerConfig)[];
  const rows = names.map((name) => {
    const { allowed, byDefault } = SERVER_VARIABLES[name];
    const shown = byDefault === "" ? "not set" : `\`${byDefault}\``;
    return [`\`${name}\``, ABOUT[name], allowed, shown];
  });
  const table = [["variable", "what it does", "allowed", "default"], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  const [head = [], ...body] = table;
  return [toLine(head), toLine(rule), ...body.map(toLine)].join("\n");
}

/** A text with the table in its place. */
export function withSettingsTable(text: string): string {
  const from = text.indexOf(START) + START.length;
  const to = text.indexOf(END);
  if (from < START.length || to < from) throw new Error(`${README} has no place for the table`);
  return text.slice(0, from) + settingsTable() + text.slice(to);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, withSettingsTable(readFileSync(README, "utf8")));
}
