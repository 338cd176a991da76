import { HOURS_PER_MONTH } from "../../shared/units.ts";
import { scaledProfile } from "../state/profile.ts";
import { hourOf, HOURS_PER_DAY } from "./hour-of-time.ts";
import { fieldsOf, linesOf, numberOf, type Line } from "./lines.ts";

const HOURS_PER_WEEK = 7 * HOURS_PER_DAY;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const HOURS_INTO_WEEK_1970 = 3 * HOURS_PER_DAY;

/** How requests are spread over the hours, and how many they are a month. */
export interface HourlyCounts {
  /** Of a day (24) or a week from Monday (168); the busiest is 100. */
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
  const { first, counts } = read;
  let total = 0;
  for (const count of counts) total += count;
  if (counts.length === 0) return rejected({ code: "empty" });
  if (counts.length < HOURS_PER_DAY) return rejected({ code: "lessThanADay" });
  if (total === 0) return rejected({ code: "allZero" });
  const period = counts.length >= HOURS_PER_WEEK ? HOURS_PER_WEEK : HOURS_PER_DAY;
  return {
    counts: {
      hourlyWeights: scaledProfile(meanByHour(counts, first, period)),
      requestsPerMonth: Math.round((total / counts.length) * HOURS_PER_MONTH),
      hours: counts.length,
    },
    problem: null,
  };
}

/** Counts of consecutive hours, and where in a week or a day the first of them is. */
interface Counts {
  readonly first: number;
  readonly counts: readonly number[];
}

function countsByTime(lines: readonly Line[]): Counts | CountsProblem {
  const byHour = new Map<number, number>();
  let column: number | null = null;
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
    byHour.set(hour, (byHour.get(hour) ?? 0) + count);
  }
  const hours = [...byHour.keys()];
  const first = Math.min(...hours);
  const length = hours.length === 0 ? 0 : Math.max(...hours) - first + 1;
  const counts = Array.from({ length }, (_, index) => byHour.get(first + index) ?? 0);
  return { first: first + HOURS_INTO_WEEK_1970, counts };
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
  return { first: 0, counts };
}

/** The mean of each hour of the period; the first count is of the hour that it says. */
function meanByHour(counts: readonly number[], first: number, period: number): number[] {
  const sums = Array.from({ length: period }, () => ({ sum: 0, hours: 0 }));
  for (const [index, count] of counts.entries()) {
    const slot = sums[(first + index) % period];
    if (slot === undefined) continue;
    slot.sum += count;
    slot.hours += 1;
  }
  return sums.map(({ sum, hours }) => (hours === 0 ? 0 : sum / hours));
}

function rejected(problem: CountsProblem): CountsReading {
  return { counts: null, problem };
}
