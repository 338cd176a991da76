import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SERVER_VARIABLES } from "../worker/config/server-variables.ts";

/** Where the table stands; `npm run docs:settings` writes it anew. */
export const README = fileURLToPath(new URL("../README.md", import.meta.url));

const START = "<!-- settings: npm run docs:settings -->\n\n";
const END = "\n\n<!-- end of settings -->";

/** The table of every variable, as the formatter leaves it. */
function settingsTable(): string {
  const rows = Object.entries(SERVER_VARIABLES).map(([name, { about, allowed, byDefault }]) => [
    `\`${name}\``,
    about,
    allowed,
    byDefault === "" ? "not set" : `\`${byDefault}\``,
  ]);
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
