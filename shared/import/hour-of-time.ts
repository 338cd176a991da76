import { HOURS_PER_DAY, MS_PER_SECOND, SECONDS_PER_HOUR } from "../units.ts";

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2})(?::\d{2})?.*)?$/u;
const YEAR_LAST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[T ]+(\d{1,2})(?::\d{2})?.*)?$/u;
const EPOCH_SECONDS = /^\d{10}$/u;
const EPOCH_MS = /^\d{13}$/u;

/**
 * The hour of a time, counted from 1970, as it is written: a zone behind it is not followed. Reads
 * `2026-11-25 13:00`, `2026-11-25T13:00:00Z`, `11/25/2026 13:00` and seconds or milliseconds since
 * 1970; `null` for other text.
 */
export function hourOf(text: string): number | null {
  if (EPOCH_SECONDS.test(text)) return Math.floor(Number(text) / SECONDS_PER_HOUR);
  if (EPOCH_MS.test(text)) return Math.floor(Number(text) / (SECONDS_PER_HOUR * MS_PER_SECOND));
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return hourOn(first[1], first[2], first[3], first[4]);
  const last = YEAR_LAST.exec(text);
  return last === null ? null : hourOn(last[3], last[1], last[2], last[4]);
}

function hourOn(...parts: readonly (string | undefined)[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0] = parts.map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour >= HOURS_PER_DAY) return null;
  return Date.UTC(year, month - 1, day, hour) / (SECONDS_PER_HOUR * MS_PER_SECOND);
}
