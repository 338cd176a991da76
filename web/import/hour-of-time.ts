import { SECONDS_PER_HOUR } from "../../shared/units.ts";

export const HOURS_PER_DAY = 24;
const DAYS_PER_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

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
  if (EPOCH_MS.test(text)) return Math.floor(Number(text) / (SECONDS_PER_HOUR * 1000));
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return hourOn(first[1], first[2], first[3], first[4]);
  const last = YEAR_LAST.exec(text);
  return last === null ? null : hourOn(last[3], last[1], last[2], last[4]);
}

function hourOn(...parts: readonly (string | undefined)[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0] = parts.map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour >= HOURS_PER_DAY) return null;
  return daysFrom1970(year, month, day) * HOURS_PER_DAY + hour;
}

/** Days of the Gregorian calendar; years begin in March, so that leap days are the last of theirs. */
function daysFrom1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
}
