import { MS_PER_SECOND } from "../../shared/units.ts";
import { fieldsOf, linesOf, numberOf, type Line } from "../../shared/import/lines.ts";
import type { Measurements } from "./measurements.ts";
import { measuredDurations } from "./percentiles.ts";

const MS_OF_UNIT: Readonly<Record<string, number>> = {
  us: 0.001,
  μs: 0.001,
  ms: 1,
  msec: 1,
  milliseconds: 1,
  ミリ秒: 1,
  s: MS_PER_SECOND,
  sec: MS_PER_SECOND,
  secs: MS_PER_SECOND,
  seconds: MS_PER_SECOND,
  秒: MS_PER_SECOND,
};
const UNITS = Object.keys(MS_OF_UNIT)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const FIGURE = String.raw`(\d+(?:\.\d+)?)`;

/** Names under which web servers log a time in seconds, by their own convention. */
const IN_SECONDS = /^(?:request_time|upstream_response_time|rt|urt)$/iu;
const NAMED = new RegExp(
  String.raw`\b(duration|latency|elapsed|took|time|request_time|response_time|upstream_response_time|rt|urt)(_ms|_s|ms)?["']?\s*[=:]?\s*["']?` +
    `${FIGURE}\\s*(${UNITS})?(?![\\w.])`,
  "iu",
);
const WITH_UNIT = new RegExp(`(?<![\\w.])${FIGURE}\\s*(${UNITS})(?![\\w])`, "iu");

/**
 * Durations of a log or a list: one of each line, named (`duration=12`, `"request_time":0.12`), with
 * a unit (`took 12 ms`) or bare, in ms; of a table the column that is named like one. `null` where
 * no line has any.
 */
export function readDurations(text: string): Measurements | null {
  const lines = linesOf(text);
  const table = columnOf(lines);
  const durations: number[] = [];
  const ignored: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (table !== null && index === 0) continue;
    const durationMs =
      table === null ? durationIn(line.text) : inTable(line.text, table.column, table.msPerUnit);
    if (durationMs === null || durationMs <= 0) ignored.push(line.number);
    else durations.push(durationMs);
  }
  if (durations.length === 0) return null;
  return {
    source: "durations",
    read: durations.length,
    ignored,
    inputs: measuredDurations(durations),
    sizes: [],
  };
}

/** A column that is named like a duration; no line of a log, which has figures. */
const COLUMN =
  /^(?:duration|latency|elapsed|(?:response|request)_?time|time_?taken|rt)[a-z_ ()]*$/iu;

interface Column {
  readonly column: number;
  readonly msPerUnit: number;
}

function columnOf([header]: readonly Line[]): Column | null {
  const names = header === undefined ? [] : fieldsOf(header.text);
  const column = names.findIndex((name) => COLUMN.test(name));
  const name = names[column];
  if (name === undefined) return null;
  const isInSeconds = /(?:_s|\(s\)|seconds?)$/iu.test(name) || IN_SECONDS.test(name);
  return { column, msPerUnit: isInSeconds ? MS_PER_SECOND : 1 };
}

function inTable(row: string, column: number, msPerUnit: number): number | null {
  const field = fieldsOf(row)[column] ?? "";
  const plain = numberOf(field);
  return plain === null ? durationIn(field) : plain * msPerUnit;
}

function durationIn(line: string): number | null {
  const plain = numberOf(line.replace(/,$/u, ""));
  if (plain !== null) return plain;
  const named = NAMED.exec(line);
  if (named !== null) {
    const [, name = "", suffix, figure, unit] = named;
    return (
      Number(figure) *
      msOf(unit ?? suffix?.replace("_", "") ?? (IN_SECONDS.test(name) ? "s" : "ms"))
    );
  }
  const [, figure, unit] = WITH_UNIT.exec(line) ?? [];
  return figure === undefined || unit === undefined ? null : Number(figure) * msOf(unit);
}

function msOf(unit: string): number {
  return MS_OF_UNIT[unit.toLowerCase()] ?? 1;
}
