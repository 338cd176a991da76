import { HOURS_PER_DAY, HOURS_PER_MONTH } from "../units.ts";
import { hourOf } from "./hour-of-time.ts";
import { fieldsOf, linesOf, numberOf, type Line } from "./lines.ts";

const HOURS_PER_WEEK = 7 * HOURS_PER_DAY;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const HOURS_INTO_WEEK_1970 = 3 * HOURS_PER_DAY;

/** How requests are spread over the hours, and how many they are a month. */
export interface HourlyCounts {
  /** Mean requests in each hour of a day (24) or of a week from Monday (168). */
  readonly hourlyWeights: readonly number[];
  readonly requestsPerMonth: number;
  /** Hours that the counts cover. */
  readonly hours: number;
}

/** Why counts cannot be used; `line` is counted from 1. */
export type CountsProblem =
  | { readonly code: "empty" | "allZero" | "lessThanADay" }
  | { readonly code: "notACount"; readonly line: number; readonly text: string }
  | { readonly code: "howMany"; readonly count: number };

export type CountsReading =
  | { readonly counts: HourlyCounts; readonly problem: null }
  | { readonly counts: null; readonly problem: CountsProblem };

/**
 * Reads hourly counts: lines of a time and a count, with or without a header, or the bare counts of
 * a day (24), a week (168) or more whole days, from midnight. Counts of the same hour are added up,
 * hours that are not named count as none.
 */
export function readHourlyCounts(text: string): CountsReading {
  const lines = linesOf(text);
  const isTimed = lines.some((line) => fieldsOf(line.text).some((field) => hourOf(field) !== null));
  const read = isTimed ? countsByTime(lines) : bareCounts(lines);
  if ("code" in read) return rejected(read);
  const { hours, byHour } = read;
  let total = 0;
  for (const count of byHour.values()) total += count;
  if (hours === 0) return rejected({ code: "empty" });
  if (hours < HOURS_PER_DAY) return rejected({ code: "lessThanADay" });
  if (total === 0) return rejected({ code: "allZero" });
  return {
    counts: {
      hourlyWeights: meanByHour(read, hours >= HOURS_PER_WEEK ? HOURS_PER_WEEK : HOURS_PER_DAY),
      requestsPerMonth: Math.round((total / hours) * HOURS_PER_MONTH),
      hours,
    },
    problem: null,
  };
}

/** Counts of consecutive hours. */
interface Counts {
  /** The first hour, counted from the beginning of a week. */
  readonly first: number;
  readonly hours: number;
  /** Hours that are not named count as none. */
  readonly byHour: ReadonlyMap<number, number>;
}

function countsByTime(lines: readonly Line[]): Counts | CountsProblem {
  const byHour = new Map<number, number>();
  let column: number | null = null;
  let [first, last] = [Infinity, -Infinity];
  for (const [index, { number, text }] of lines.entries()) {
    const fields = fieldsOf(text);
    const time = fields.findIndex((field) => hourOf(field) !== null);
    const hour = hourOf(fields[time] ?? "");
    if (hour === null) {
      // A header says which of several numbers is the count.
      const named = fields.findIndex((field) =>
        /count|requests|invocations|sum|回数|件数/iu.test(field),
      );
      if (index > 0 || fields.some((field) => numberOf(field) !== null)) {
        return { code: "notACount", line: number, text };
      }
      column = named === -1 ? null : named;
      continue;
    }
    const values = column === null ? fields.slice(time + 1) : [fields[column] ?? ""];
    const count = values.map(numberOf).find((value) => value !== null);
    if (count === undefined || count === null) return { code: "notACount", line: number, text };
    const ofWeek = hour + HOURS_INTO_WEEK_1970;
    byHour.set(ofWeek, (byHour.get(ofWeek) ?? 0) + count);
    first = Math.min(first, ofWeek);
    last = Math.max(last, ofWeek);
  }
  return { first, hours: last - first + 1, byHour };
}

function bareCounts(lines: readonly Line[]): Counts | CountsProblem {
  const counts: number[] = [];
  for (const { number, text } of lines) {
    for (const part of text.split(/[\s,;]+/u).filter(Boolean)) {
      const count = numberOf(part);
      if (count === null) return { code: "notACount", line: number, text: part };
      counts.push(count);
    }
  }
  if (counts.length % HOURS_PER_DAY !== 0) return { code: "howMany", count: counts.length };
  return { first: 0, hours: counts.length, byHour: new Map(counts.entries()) };
}

/** The mean of each hour of the period. */
function meanByHour({ first, hours, byHour }: Counts, period: number): number[] {
  const sums = Array.from({ length: period }, () => 0);
  for (const [hour, count] of byHour) {
    const slot = modulo(hour, period);
    sums[slot] = (sums[slot] ?? 0) + count;
  }
  return sums.map((sum, slot) => sum / Math.ceil((hours - modulo(slot - first, period)) / period));
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}

function rejected(problem: CountsProblem): CountsReading {
  return { counts: null, problem };
}
