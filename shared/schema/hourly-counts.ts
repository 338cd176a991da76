import * as z from "zod/mini";
import { FIELDS, HOURLY_COUNTS_LENGTH_MAX } from "../fields.ts";
import {
  readHourlyCounts,
  type CountsProblem,
  type HourlyCounts,
} from "../import/hourly-counts.ts";
import { described } from "./described.ts";

/** The text of a file of hourly counts, read: the load, and how it is spread over the hours. */
export const HourlyCountsText = described(
  z.transform((text: unknown, context): HourlyCounts => {
    const issue = (found: TextIssue) => {
      context.issues.push({ ...found, input: text });
      return z.NEVER;
    };
    if (typeof text !== "string") return issue({ code: "invalid_type", expected: "string" });
    if (text.length > HOURLY_COUNTS_LENGTH_MAX) {
      return issue({ code: "too_big", origin: "string", maximum: HOURLY_COUNTS_LENGTH_MAX });
    }
    const { counts, problem } = readHourlyCounts(text);
    if (counts === null) return issue({ code: "custom", message: sentenceOf(problem) });
    const { max } = FIELDS.monthly_executions;
    if (counts.requestsPerMonth <= max) return counts;
    return issue({ code: "custom", message: `must make at most ${max} executions a month` });
  }),
  () => ({ type: "string", minLength: 1, maxLength: HOURLY_COUNTS_LENGTH_MAX }),
);

type TextIssue =
  | { readonly code: "invalid_type"; readonly expected: "string" }
  | { readonly code: "too_big"; readonly origin: "string"; readonly maximum: number }
  | { readonly code: "custom"; readonly message: string };

function sentenceOf(problem: CountsProblem): string {
  if (problem.code === "notACount") {
    return `must have a count, or a time and a count, in line ${problem.line}`;
  }
  if (problem.code === "howMany") {
    return `must have 24 counts for each day where there are no times, not ${problem.count}`;
  }
  return problem.code === "allZero"
    ? "must have an hour with requests"
    : "must cover at least 24 hours";
}
