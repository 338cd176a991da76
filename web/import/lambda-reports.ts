import { FIELDS } from "../../shared/fields.ts";
import { fieldsOf, linesOf, numberOf, type Line } from "../../shared/import/lines.ts";
import type { MeasuredInputs, Measurements, MeasurementSource } from "./measurements.ts";
import { measuredDurations } from "./percentiles.ts";

/** What AWS Lambda says of one execution. */
interface Report {
  readonly durationMs: number;
  readonly memoryMb: number | null;
  readonly maxMemoryMb: number | null;
  /** `null` for an execution that waited for no start. */
  readonly initMs: number | null;
}

const REPORT = /\bREPORT RequestId\b/u;
/** A report that was copied over several lines goes on like this. */
const CONTINUED = /^(?:Billed |Init |Restore )?Duration:|^(?:Max )?Memory|^XRAY/u;
const BYTES_PER_MB = 1_000_000;

/**
 * The `REPORT` lines of AWS Lambda's log, as text or as JSON, whatever stands between them; `null`
 * where there are none.
 */
export function readReports(text: string): Measurements | null {
  const reports: Report[] = [];
  const ignored: number[] = [];
  for (const { number, text: line } of joined(linesOf(text))) {
    const report = reportOf(line) ?? jsonReportOf(line);
    if (report === null) ignored.push(number);
    else reports.push(report);
  }
  return reports.length === 0 ? null : measurementsOf("reports", reports, ignored);
}

/** A table that CloudWatch Logs Insights exported, by the names of its columns; else `null`. */
export function readInsights(text: string): Measurements | null {
  const [header, ...rows] = linesOf(text);
  const names = header === undefined ? [] : fieldsOf(header.text);
  const column = (name: string) => names.indexOf(name);
  if (column("@duration") === -1) return null;
  const reports: Report[] = [];
  const ignored: number[] = [];
  for (const { number, text: row } of rows) {
    const fields = fieldsOf(row);
    const value = (name: string) => numberOf(fields[column(name)] ?? "");
    const durationMs = value("@duration");
    if (durationMs === null) {
      ignored.push(number);
      continue;
    }
    const megabytes = (bytes: number | null) => (bytes === null ? null : bytes / BYTES_PER_MB);
    reports.push({
      durationMs,
      memoryMb: megabytes(value("@memorySize")),
      maxMemoryMb: megabytes(value("@maxMemoryUsed")),
      initMs: value("@initDuration"),
    });
  }
  return reports.length === 0 ? null : measurementsOf("insights", reports, ignored);
}

function joined(lines: readonly Line[]): Line[] {
  const all: Line[] = [];
  for (const line of lines) {
    const before = all.at(-1);
    if (before !== undefined && REPORT.test(before.text) && CONTINUED.test(line.text)) {
      all[all.length - 1] = { number: before.number, text: `${before.text}\t${line.text}` };
    } else all.push(line);
  }
  return all;
}

function reportOf(line: string): Report | null {
  if (!REPORT.test(line)) return null;
  const figure = (pattern: RegExp) => numberOf(pattern.exec(line)?.[1] ?? "");
  const durationMs = figure(/(?<!Billed |Init |Restore )Duration: ([\d.]+) ms/u);
  if (durationMs === null) return null;
  return {
    durationMs,
    memoryMb: figure(/Memory Size: (\d+) MB/u),
    maxMemoryMb: figure(/Max Memory Used: (\d+) MB/u),
    initMs: figure(/(?:Init|Restore) Duration: ([\d.]+) ms/u),
  };
}

/** A `platform.report` of the JSON log format. */
function jsonReportOf(line: string): Report | null {
  const from = line.indexOf("{");
  if (from === -1 || !line.includes("platform.report")) return null;
  try {
    const { record } = JSON.parse(line.slice(from)) as {
      record?: { metrics?: Readonly<Record<string, unknown>> };
    };
    const metric = (name: string) => {
      const value = record?.metrics?.[name];
      return typeof value === "number" ? value : null;
    };
    const durationMs = metric("durationMs");
    if (durationMs === null) return null;
    return {
      durationMs,
      memoryMb: metric("memorySizeMB"),
      maxMemoryMb: metric("maxMemoryUsedMB"),
      initMs: metric("initDurationMs") ?? metric("restoreDurationMs"),
    };
  } catch {
    return null;
  }
}

function measurementsOf(
  source: MeasurementSource,
  reports: readonly Report[],
  ignored: readonly number[],
): Measurements {
  const starts = reports.flatMap(({ initMs }) => initMs ?? []);
  const memoryMb = mostFrequent(reports.flatMap((report) => report.memoryMb ?? []));
  const used = reports.flatMap(({ maxMemoryMb }) => maxMemoryMb ?? []);
  const inputs: MeasuredInputs = {
    ...measuredDurations(reports.map(({ durationMs }) => durationMs)),
    ...(memoryMb === null ? {} : { memoryMb: within(memoryMb, FIELDS.service_memory_mb) }),
    ...(used.length === 0
      ? {}
      : { memoryPerRequestMb: within(Math.max(...used), FIELDS.memory_per_request_mb) }),
    coldStartRatio: Number((starts.length / reports.length).toPrecision(RATIO_DIGITS)),
    initMs: starts.length === 0 ? 0 : within(Math.round(meanOf(starts)), FIELDS.init_ms),
  };
  return { source, read: reports.length, ignored, inputs, sizes: [] };
}

const RATIO_DIGITS = 3;

function mostFrequent(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  let most: number | null = null;
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (most === null || (counts.get(value) ?? 0) > (counts.get(most) ?? 0)) most = value;
  }
  return most;
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function within(
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  return Math.min(max, Math.max(min, value));
}
